# A group is closed for some days: which days, what becomes of what stands on them, who is told, how to open it again.

## Buttons
closures-button-close = { $kind ->
        [school] 🚪 Class is closed
       *[kindergarten] 🚪 Group is closed
    }
closures-button-standing = 🚪 Closed: { $first } to { $until }
closures-button-confirm = ✅ Close and tell people
closures-button-confirm-quietly = ✅ Close
closures-button-reopen = { $kind ->
        [school] ↩️ Open the class again
       *[kindergarten] ↩️ Open the group again
    }
closures-button-prolong = ➕ Keep closed for longer
closures-button-card = 🚪 What has changed
closures-button-event = 📅 { $title }
closures-button-visit = 🎤 { $title }

## Which days
closures-form = { $kind ->
        [school] Class is closed
       *[kindergarten] Group is closed
    }
closures-ask-from = From which day? The bot does not ask why, and tells nobody.
closures-from-today = From today
closures-from-tomorrow = From tomorrow
closures-from-other = From another day
closures-ask-other = From which day is it closed?
closures-ask-until = Until which day? That day will be the last closed one.
closures-example-day = Friday, 5 December

## What will happen: shown beforehand
closures-preview-title = <b>{ $kind ->
        [school] 🚪 Closing the class
       *[kindergarten] 🚪 Closing the group
    }</b>
closures-days = { $days ->
        [1] { $first }, one day
        [one] { $first } to { $until }: { $days } day
       *[other] { $first } to { $until }: { $days } days
    }
closures-preview-nothing = Nothing is planned for these days: there is nothing to move or cancel.
closures-preview-hint = These are proposals. Tap a number to decide otherwise: move, cancel, or leave as it is.
closures-preview-fresh = ⚠️ Something has changed while you were looking. This is how things stand now – please look once more.
closures-preview-told = { $people ->
        [0] There is nobody to write to: it concerns no one.
        [one] We will write to { $people } person, in one message – only what concerns them.
       *[other] We will write to { $people } people, one message each – only what concerns them.
    }
closures-preview-undo = One button opens it again: everything goes back to its place.
closures-item = <b>{ $number }.</b> { $what }
    { $when } – { $deed }
closures-what-event = 📅 { $title }
closures-what-visit = 🎤 Guest: { $title }
closures-what-dates = { $count ->
        [one] 🎟 { $count } free day for a guest
       *[other] 🎟 { $count } free days for guests
    }
closures-deed-moved = we move it to { $to }
closures-deed-cancelled = we cancel it
closures-deed-without = { $kind ->
        [school] not for your class, the others are awaited as before
       *[kindergarten] not for your group, the others are awaited as before
    }
closures-deed-withdrawn = we close them
closures-deed-kept = stays as it is
closures-deed-kept-foreign = stays as it is: not only families are invited, whoever invited them decides
closures-deed-kept-earlier = begins earlier, stays as it is
closures-deed-kept-planned = not published yet, change it among the drafts
closures-question = ❓ The guest ({ $title }) was asked to come { $asked }. The question is withdrawn; if the guest has seen it, we write.
closures-question-stays = ❓ The guest ({ $title }) was asked to come { $asked }. The visit stays { $stays }. The question is withdrawn; if the guest has seen it, we write.
closures-wave = 🧩 The quiz “{ $wave }” goes on until { $until }. It is played at home, its days stay.
closures-wave-ends = 🧩 The quiz “{ $wave }” ends { $until }, while it is closed. Its last day is the same for all and stays: remind families to play at home.

## Closed
closures-card-title = <b>{ $kind ->
        [school] 🚪 Class is closed
       *[kindergarten] 🚪 Group is closed
    }</b>
closures-card-over = These days are over.
closures-card-told = { $people ->
        [0] There was nobody to write to.
        [one] We have written to { $people } person.
       *[other] We have written to { $people } people.
    }
closures-card-missed = { $people ->
        [one] The message did not reach { $people } person: the bot is blocked, or Telegram did not answer. Please tell them yourself.
       *[other] The message did not reach { $people } people: the bot is blocked, or Telegram did not answer. Please tell them yourself.
    }
closures-card-changed = What has changed:
closures-card-unchanged = Nothing had to be moved or cancelled.
closures-card-stays = What takes place on these days:
closures-card-dates = { $count ->
        [one] 🎟 { $count } free day for a guest is closed.
       *[other] 🎟 { $count } free days for guests are closed.
    }
closures-line-moved = • { $what }
    was { $was }, now { $now }
closures-line-cancelled = • { $what }
    { $was } – does not take place
closures-line-without = { $kind ->
        [school] • { $what }
    { $was } – not for this class
       *[kindergarten] • { $what }
    { $was } – not for this group
    }
closures-line-stands = • { $what }
    { $was }

## Open again
closures-open-title = <b>{ $kind ->
        [school] ↩️ Class is open again
       *[kindergarten] ↩️ Group is open again
    }</b>
closures-open-back = As it was planned:
closures-open-left = What stays changed:
closures-open-dates = Free days for guests are open again if their hour is still ahead.

## What people read
closures-notice-closed = { $kind ->
        [school] 🚪 The class is closed from { $first } to { $until }.
       *[kindergarten] 🚪 The group is closed from { $first } to { $until }.
    }
closures-notice-closed-day = { $kind ->
        [school] 🚪 The class is closed for one day: { $first }.
       *[kindergarten] 🚪 The group is closed for one day: { $first }.
    }
closures-notice-changes = What changes for you:
closures-notice-answer = Your answer is kept. If the new day does not suit you, change it.
closures-notice-visit = The new day of the visit does not suit you? Open the visit: there you can move it or give the date back.
closures-notice-open = { $kind ->
        [school] ↩️ The class is open again earlier than planned.
       *[kindergarten] ↩️ The group is open again earlier than planned.
    }

## When something is planned for closed days
closures-warning = { $kind ->
        [school] ⚠️ Class “{ $group }” is closed from { $first } to { $until }. You may still choose this day.
       *[kindergarten] ⚠️ Group “{ $group }” is closed from { $first } to { $until }. You may still choose this day.
    }
