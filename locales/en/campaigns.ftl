# Messages about an event: report, stopping, taking back, asking the silent, bringing back.

## Report
campaigns-title = <b>📬 Who got it</b>
    { $title } · { $when }
campaigns-state-sending = ⏳ Sending. This report renews itself.
campaigns-state-done = Everything that was due has been sent.
campaigns-state-stopped = ⏸ The sending is stopped. Those who got no invitation see the event in “My events”.
campaigns-state-recalling = ↩️ Taking messages back. { $left ->
        [0] Checking whether anything is still on its way.
        [one] { $left } message is left.
       *[other] { $left } messages are left.
    }
campaigns-state-recalled = ↩️ The messages were taken back, the event is cancelled.
campaigns-sent = ✅ Messages delivered: { $count }
campaigns-waiting = ⏳ Waiting to be sent: { $count }
campaigns-summary = 🌙 In the evening summary: { $count }
campaigns-unknown = ❔ Unknown whether it arrived: { $count }
campaigns-dropped = ➖ No longer needed: { $count }
campaigns-closed = 🔕 Closed the bot, will not get it: { $count }
campaigns-closed-group = · { $emoji } { $name }: { $count }
campaigns-failed = ⚠️ Could not be delivered: { $count }
campaigns-trouble-refused = · the messenger did not accept the message: { $count }
campaigns-trouble-lost = · the messenger never answered: { $count }
campaigns-tell-them = Better tell these families yourself.
campaigns-button-refresh = 🔄 Refresh
campaigns-button-stop = ⏸ Stop sending
campaigns-button-go-on = ▶️ Go on sending
campaigns-button-recall = ↩️ Take everything back
campaigns-stopped = { $count ->
        [one] Stopped: { $count } message will not be sent.
       *[other] Stopped: { $count } messages will not be sent.
    }
campaigns-gone-on = { $count ->
        [0] Going on. There is nobody left to send to.
        [one] Going on: { $count } more message will be sent.
       *[other] Going on: { $count } more messages will be sent.
    }

## Taking back
campaigns-recall-question = Take back everything that was sent about <b>{ $title }</b> ({ $when })? The event will be cancelled.
campaigns-recall-standing = { $count ->
        [0] There are no messages about it in chats yet.
        [one] { $count } message will disappear from chats. What is older than two days cannot be deleted: it will say that the invitation was taken back.
       *[other] { $count } messages will disappear from chats. What is older than two days cannot be deleted: it will say that the invitation was taken back.
    }
campaigns-recall-unsent = { $count ->
        [one] { $count } more message will not be sent.
       *[other] { $count } more messages will not be sent.
    }
campaigns-recall-told = Those who have answered, or read of it in an evening summary, will be told that it is cancelled: <b>{ $adults ->
        [one] { $adults } adult
       *[other] { $adults } adults
    }</b>.
campaigns-recall-told-nobody = Nobody has answered or read of it in an evening summary yet, so nobody will be told.
campaigns-recall-for-good = An event that was taken back cannot be brought back, only created anew.
campaigns-recall-yes = Yes, take it back
campaigns-recall-no = No, leave it
campaigns-recalling-toast = Taking the messages back.
campaigns-taken-back = ↩️ This invitation was taken back and no longer holds.

## Asking the silent
campaigns-button-nudge = 🔔 Remind the silent
campaigns-nudge-question = Remind those who have not answered about <b>{ $title }</b> ({ $when })?
campaigns-nudge-told = The message goes to <b>{ $adults ->
        [one] { $adults } adult
       *[other] { $adults } adults
    }</b>. Nobody of these families has answered yet. It can be done once.
campaigns-nudge-yes = Yes, remind
campaigns-nudged = ✅ The reminder is on its way.
campaigns-nudged-told = ✅ The reminder goes to { $adults ->
        [one] { $adults } adult
       *[other] { $adults } adults
    }.

## Bringing back
campaigns-button-restore = ↩️ Bring the event back
campaigns-restored = ✅ The event is back: it takes place, the answers are kept.
campaigns-restored-told = { $adults ->
        [one] { $adults } adult will be told.
       *[other] { $adults } adults will be told.
    }
campaigns-restored-nobody = ✅ The event is back, the answers are kept. Nobody had read of the cancellation yet.

## Papers and files
campaigns-button-notice = 🖨 A4 notice
campaigns-calendar = 📆 <b>{ $title }</b>
    Open the file, and the event appears in the calendar of your phone. If the day or place changes, tap the button again: the entry is updated.
campaigns-calendar-file = { $title }.ics
campaigns-notice = 🖨 <b>{ $title }</b>: an A4 sheet for the wall. Whoever points a camera at the square sees the event in the bot and can answer.
campaigns-notice-file = Notice – { $title }.pdf
campaigns-paper-moment = { $when }
campaigns-paper-when = When
campaigns-paper-where = Where
campaigns-paper-question = Are you coming?
campaigns-paper-lead = Point your phone’s camera at the square and answer in Telegram. It takes half a minute.
campaigns-paper-until = Please answer by: { $until }
campaigns-paper-fallback = The camera does not see the square? Type the address:
