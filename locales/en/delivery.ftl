# What the bot says by itself: the evening summary, a word to an author, a removed message.
delivery-summary-title =
    🌙 <b>Evening summary</b>
    So as not to disturb you during the day, we have put the news into one message.
delivery-summary-line = { $emojis } <b>{ $title }</b> – { $when }
delivery-summary-remind = { $emojis } <b>{ $title }</b> – { $when } (reminder)
delivery-summary-more =
    { $count ->
        [one] And { $count } more event – see “All events”.
       *[other] And { $count } more events – see “All events”.
    }
delivery-summary-all = All events
delivery-summary-opening = { $group } – <b>you are invited as a guest</b>: { $dates ->
        [one] { $dates } free date
       *[other] { $dates } free dates
    }
delivery-summary-opening-button = 🎤 { $group }
delivery-summary-quiz = { $emojis } <b>Quiz “{ $title }”</b> – until { $until }

delivery-trouble-title = ⚠️ <b>Not everybody was reached</b>
delivery-trouble-text =
    “{ $title }”, { $when }.
    { $count ->
        [one] { $count } adult did not get the message: the chat with the bot is closed or cannot be reached.
       *[other] { $count } adults did not get the message: the chat with the bot is closed or cannot be reached.
    }
    Please tell them in person.
delivery-trouble-opening =
    The invitation of guests, { $group }.
    { $count ->
        [one] { $count } adult did not get it: the chat with the bot is closed or cannot be reached.
       *[other] { $count } adults did not get it: the chat with the bot is closed or cannot be reached.
    }
    Please tell them in person.
delivery-trouble-quiz =
    The invitation to the quiz “{ $title }”.
    { $count ->
        [one] { $count } adult did not get it: the chat with the bot is closed or cannot be reached.
       *[other] { $count } adults did not get it: the chat with the bot is closed or cannot be reached.
    }
    Please tell them in person.
delivery-trouble-open = Who was reached
delivery-trouble-quiz-open = ⭐ Quiz
delivery-trouble-dates = 🎤 Dates for guests

delivery-removed = This message is no longer shown. What is current is in the menu.
