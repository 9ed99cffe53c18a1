# Guests of a group: what is ready before a visit, the children's questions, messages without telephone numbers.

guests-checklist-own = 🎒 You have ready: { $done } of { $total }
guests-checklist-guest = 🎤 The guest is ready: { $done } of { $total }
guests-checklist-group =
    { $kind ->
        [school] 🪑 The class is ready: { $done } of { $total }
       *[kindergarten] 🪑 The group is ready: { $done } of { $total }
    }
guests-checklist-their-group =
    { $kind ->
        [school] 🪑 The class is preparing: { $done } of { $total }
       *[kindergarten] 🪑 The group is preparing: { $done } of { $total }
    }
guests-tick = { $mark } { $item }
guests-check-item =
    { $item ->
        [advice] The advice is read
        [talk] I know what to tell
        [things] The things are packed
        [way] I know where and how to come
        [document] A document for the entrance is ready
        [children] The children know who is coming
        [questions] The children's questions are gathered
        [place] The place is ready
        [needs] Everything the guest asked for is there
       *[entrance] The entrance staff know
    }
guests-unticked = <b>Not ticked yet</b>

guests-button-look-ahead = 📖 What to tell
guests-button-back-to-form = ‹ Back to the application
guests-notice-advised = 📌 <b>You will soon meet the children. Here is some advice to read when you have a minute</b>

guests-children-ask = The children ask
guests-question-line = { $at }. { $text }
guests-question-listed =
    { $new ->
        [yes] { $at }. { $text } · <i>the guest does not see it yet</i>
       *[no] { $at }. { $text }
    }
guests-button-questions =
    { $count ->
        [0] ❓ The children's questions
       *[other] ❓ The children's questions · { $count }
    }
guests-questions-title = <b>❓ The children's questions to the guest</b>
guests-questions-none = Ask the children what they would like to know and write down up to five questions, without children's names.
guests-questions-unsent = When all is written, tap “Send to the guest”: they get one message.
guests-questions-paper = The guest has no bot: the questions stand on the sheet “What to tell”. Print it, or pass them on.
guests-questions-sent = 📨 The questions are sent to the guest.
guests-question-kept = ✅ Written down.
guests-button-ask = ➕ Add a question
guests-button-reword = ✏️ { $at }
guests-button-drop-question = 🗑 { $at }
guests-button-send-questions = 📨 Send to the guest
guests-form-question = A question of the children
guests-ask-question = What would the children like to know? One short question. No children's names.
guests-example-question = Are you ever afraid up there?
guests-notice-asked = ❓ <b>The children are waiting for you and have prepared questions</b>

guests-button-to-teacher =
    { $kind ->
        [school] ✉️ Write to the teacher
       *[kindergarten] ✉️ Write to the kindergarten teacher
    }
guests-button-to-guest = ✉️ Write to the guest
guests-button-messages = ✉️ All messages
guests-button-answer = ↩️ Answer
guests-messages-none = No messages yet.
guests-messages-hint = The bot passes your words on: there is no need to exchange telephone numbers. Up to 10 messages a day; 30 days after the visit they are gone.
guests-messages-closed = Nothing can be written about this visit now.
guests-message-line =
    { $who ->
        [you] <b>You</b> · { $when }
        [guest] <b>The guest</b> · { $when }
       *[teacher] { $kind ->
            [school] <b>The teacher</b> · { $when }
           *[kindergarten] <b>The kindergarten teacher</b> · { $when }
        }
    }
guests-message-text = { $text }
guests-message-unsent = ✍️ Your words were not sent; here they are: { $text }
guests-message-sent = 📨 Passed on.
guests-form-message = A message about the visit
guests-ask-message =
    { $to ->
        [guest] What shall we tell the guest? Up to 400 characters. No telephone numbers, names or health of children.
       *[teacher] { $kind ->
            [school] What shall we tell the teacher? Up to 400 characters. No telephone number is needed.
           *[kindergarten] What shall we tell the kindergarten teacher? Up to 400 characters. No telephone number is needed.
        }
    }
guests-example-message = Is there a socket near the carpet?
guests-notice-written =
    { $who ->
        [guest] ✉️ <b>The guest writes</b>
        [colleague] ✉️ <b>The guest was written to</b>
       *[teacher] { $kind ->
            [school] ✉️ <b>The teacher writes</b>
           *[kindergarten] ✉️ <b>The kindergarten teacher writes</b>
        }
    }

## Name for the entrance list
guests-button-entrance = 🚪 Name for the entrance
guests-entrance-hint = 🚪 You are looked up in a list at the entrance. You may give your full name for it beforehand, or simply show a document.
guests-entrance-agreed = You have already agreed to give your full name for the entrance list. Give it for this visit, too?
guests-entrance-asked = 🚪 <b>Name for the entrance list</b>
guests-entrance-kept = You stand in the entrance list as <b>{ $name }</b>. In the bot only you see it; it is deleted 30 days after the visit.
guests-entrance-dropped = There is no name in the list: show a document at the entrance, and you are written down by hand.
guests-entrance-closed = No name for the entrance is needed now.
guests-button-entrance-agree = ✅ I agree, write the name
guests-button-entrance-write = ✏️ Write the name
guests-button-entrance-change = ✏️ Correct it
guests-button-entrance-document = 📄 I will show a document
guests-button-entrance-drop = 🗑 Remove the name
guests-form-full-name = Name for the entrance
guests-ask-full-name = Write your full name as it stands in your document. The document's number is not needed.
guests-example-full-name = Anna Petrova
