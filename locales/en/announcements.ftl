# Announcements without a date: words and a picture for groups, roles and sets of people.

## What those read whom it is for
announcements-heading = <b>📣 Announcement</b>
announcements-text = { $text }
announcements-when = <i>{ $when }</i>
announcements-link-not-yours = This announcement is for others, or it is gone. Yours are behind the button.
announcements-taken-back = ↩️ This announcement was taken back and no longer holds.
announcements-mine-title = <b>📣 Announcements</b>
announcements-mine-hint = Announcements of the last 30 days. Tap one to read it.
announcements-mine-empty = There were no announcements for you in the last 30 days.
announcements-button-mine = 📣 Announcements

## The staff's list
announcements-button-list = 📣 Announcements
announcements-button-new = ➕ New announcement
announcements-button-received = 📥 What I was sent
announcements-title = <b>📣 Announcements</b> · { $organisation }
announcements-hint = 💾 – a draft, 📨 – waits for approval, 🕘 – goes out by itself at its time, ↩️ – taken back.
announcements-empty = No announcements yet. This is the place for news without a day: boxes wanted for crafts, a new phone number, thanks for your help.
announcements-line-draft = 💾 { $emojis } { $opening }
announcements-line-proposed = 📨 { $emojis } { $opening }
announcements-line-planned = 🕘 { $emojis } { $when } · { $opening }
announcements-line-published = { $emojis } { $when } · { $opening }
announcements-line-recalled = ↩️ { $emojis } { $when } · { $opening }

## The form
announcements-form-new = New announcement
announcements-form-change = Change an announcement
announcements-form-plan = When to send
announcements-ask-text = Write the announcement in one message, up to 3500 characters. Please leave out children's names and anything about health.
announcements-example-text = We are collecting shoe boxes for the workshop. Please bring them by Friday!
announcements-ask-who = Who should get it? Tick everybody who must read it.
announcements-ask-groups =
    { $kind ->
        [school] The parents of which classes? Tick one or several.
       *[kindergarten] The parents of which groups? Tick one or several.
    }
announcements-ask-picture = Send a picture for the announcement: a poster, a plan, a drawing. Please, no people in it.
announcements-plan-ask-day = On which day should it go out? Choose a day or write it in words, with the hour if you like.
announcements-plan-ask-time = At what time? Tap or write.
announcements-field-text = Text
announcements-field-groups = Whose parents
announcements-field-who = To whom
announcements-field-picture = 🖼 Picture

## As it will look
announcements-preview-title = <b>Please check the announcement</b>
announcements-pictured = 🖼 It comes with a picture.
announcements-who = 👥 To: { $who }
announcements-who-parents = parents
announcements-who-teachers = the teachers of these children
announcements-who-staff = all staff
announcements-who-partners = partners
announcements-who-sets = { $count ->
        [one] a working group
       *[other] working groups
    }
announcements-reach = The announcement goes to <b>{ $adults ->
        [one] { $adults } adult
       *[other] { $adults } adults
    } of { $families ->
        [one] { $families } family
       *[other] { $families } families
    }</b>
announcements-reach-mixed = The announcement goes to <b>{ $adults ->
        [one] { $adults } adult
       *[other] { $adults } adults
    }</b>
announcements-reach-nobody =
    { $closed ->
        [0] Nobody will get a message yet: nobody of these families has come in by a card.
       *[other] Nobody will get a message: everybody it is for has closed the bot.
    }
announcements-reach-later = 🌙 It is quiet hours now. The announcement comes later: { $when }
announcements-reach-without-phone = { $families ->
        [one] { $families } family is
       *[other] { $families } families are
    } not in the bot yet: please tell them yourself.
announcements-button-publish = ✅ Send
announcements-button-keep = 💾 Put aside

## The card
announcements-card-draft = 💾 <b>A draft.</b> Nobody sees it yet.
announcements-card-planned = 🕘 Goes out by itself: <b>{ $when }</b>. Until then nobody sees it.
announcements-card-published = ✅ Sent { $when }
announcements-card-recalled = ↩️ <b>Taken back.</b> It is out of the chats.
announcements-button-publish-kept = ✅ Send now
announcements-button-plan = 🕘 Send later
announcements-button-open-draft = 💾 Open the draft
announcements-button-drop-yes = Yes, delete
announcements-button-drop-no = No, keep it
announcements-drop-question = Delete the draft “{ $opening }”? Nobody has seen it.
announcements-dropped = ✅ Deleted. Nobody knew of this announcement, so nobody is told.
announcements-word-published = ✅ On its way. “Who got it” shows how far it has come.
announcements-word-kept = ✅ Saved. You can send it now or later.
announcements-word-planned = ✅ Good: the bot sends it by itself. { $when }
announcements-word-unplanned = ✅ It does not go out by itself: it waits for you among the drafts.
announcements-word-reworded = ✅ Saved. The words in the chats change by themselves.

## Changing it
announcements-change-title = <b>New words of the announcement</b>
announcements-change-standing = { $count ->
        [0] Those who have not got it yet will read the new words.
        [one] In { $count } chat the words change by themselves, without a new message.
       *[other] In { $count } chats the words change by themselves, without new messages.
    }
announcements-button-save = ✅ Save

## Sending
announcements-report-title = <b>📬 Who got it</b>
    { $opening }
announcements-state-stopped = ⏸ Sending is stopped. Whoever has not got the message finds it in the list “Announcements”.
announcements-state-recalled = ↩️ The announcement was taken back, its messages are out of the chats.
announcements-recall-question = Take back the announcement “{ $opening }”?
announcements-recall-standing = { $count ->
        [0] No message about it stands in the chats yet.
        [one] { $count } message disappears from the chats. What is older than two days cannot be deleted: it will say that the announcement was taken back.
       *[other] { $count } messages disappear from the chats. What is older than two days cannot be deleted: it will say that the announcement was taken back.
    }
announcements-recall-for-good = It cannot be brought back, but it can be copied and sent anew. The bot tells nobody that it was taken back.
announcements-not-published = ⚠️ The announcement “{ $opening }” was not sent: you may no longer send it to those you chose. It is among the drafts again.

## The evening summary and a word to the author
announcements-summary = { $emojis } <b>Announcement:</b> { $opening }
announcements-summary-button = 📣 { $opening }
announcements-trouble =
    The announcement “{ $opening }”.
    { $count ->
        [one] It did not reach { $count } adult: the chat with the bot is closed or cannot be reached.
       *[other] It did not reach { $count } adults: the chat with the bot is closed or cannot be reached.
    }
    Please tell them yourself.
