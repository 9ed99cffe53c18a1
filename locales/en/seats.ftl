# Seats and the queue: invitation, offer, rule, the staff's queue.

## How many seats
seats-line =
    🪑 { $taken } of { $count ->
        [one] { $count } seat
       *[other] { $count } seats
    } taken ({ $by ->
        [family] one seat for a family
       *[person] one seat for each person
    })
seats-line-waiting = { $line }, in the queue: { $waiting }

## Answer and queue
seats-question-full = There is no free seat now. Tap “Coming” and you join the queue: the bot writes when a seat becomes free.
seats-question-last = Seats are not offered any more: if one is free, it goes to whoever taps “Coming” first.
seats-out = There is no seat for you, and you are not in the queue. If you wish to come, tap “Coming” again.
seats-held = There is a seat for you.
seats-waiting = Your answer: <b>{ $answer }</b>. There is no seat yet, you are in the queue: <b>No. { $place }</b>. The bot writes when a seat becomes free.
seats-offered = 🎉 <b>A seat has become free for you!</b> Please answer by <b>{ $until }</b>. After that we offer it to the next.
seats-none-final = No seat became free in the end. Thank you for wishing to come!
seats-answer-waits = ⏳ { $answer }
seats-queued = You are in the queue: No. { $place }
seats-took = The seat is yours. See you there!
seats-declined = Thank you for telling us. Noted: you are not coming.
seats-left = You have left the queue.
seats-button-take = ✅ I take it
seats-button-decline = No longer needed
seats-button-leave = ✖️ Leave the queue
seats-button-rule = ℹ️ How seats are given

## Rule
seats-rule-title = <b>ℹ️ How seats are given</b>
seats-rule =
    • Seats are given in the order of the queue. Nobody overtakes anybody.
    • A family is never split: when fewer seats are free than you need, they wait for you.
    • An offer is valid for 12 hours, less when the start is near. At night we do not send any.
    • No answer: the seat is offered to the next, and you go to the end. No answer the second time: you have to join the queue again.
    • In the last two hours of answering no seats are offered: a free one goes to whoever taps “Coming” first.

## Notices
seats-notice-lapsed = ⌛ There was no answer, and the seat was offered to the next. You are now at the end of the queue; there is nothing to do.
seats-notice-dropped = ⌛ A seat was offered to you twice and there was no answer. You are not in the queue any more. If you wish to come, tap “Coming” again.
seats-notice-given = 🎉 <b>There are seats for everybody: one is yours!</b>

## The staff's queue
seats-card-waiting = Waiting for a seat: { $families ->
        [one] { $families } family
       *[other] { $families } families
    }
seats-button-queue = ⏳ Queue
seats-queue-title = <b>⏳ Queue</b>
    { $title } · { $when }
seats-queue-empty = Nobody is waiting now.
seats-queue-hint = The bot offers seats in order by itself; there is nothing to do.
seats-queue-line = { $place }. { $who }
seats-queue-offered = 🎉 { $who } – a seat was offered, answer expected by { $until }
seats-queue-adult = a member of staff or a partner
seats-queue-size = { $line } – needs { $size ->
        [one] { $size } seat
       *[other] { $size } seats
    }
seats-family-waits = waiting for a seat

## On behalf of a family when seats are full
seats-enter-legend = 📵 not in the bot yet · 💬 no answer yet · ✅ coming · ⏳ waiting for a seat · ➖ can’t come · ❔ don’t know yet
seats-enter-question = Family <b>{ $code }</b>: “{ $answer }”.
seats-enter-left =
    { $left ->
        [0] There is no free seat.
       *[other] Not enough free seats: { $left } left.
    }
seats-enter-what = Put the family into the queue, or seat it over the limit?
seats-enter-what-over = Seat the family over the limit?
seats-button-enter-queue = ⏳ Put into the queue
seats-button-enter-over = 🪑 Seat over the limit
seats-entered-queue = Family { $code } is in the queue.
seats-entered-over = Family { $code } is seated over the limit.
