# Guests of the group: the queue for dates, the offer of a date, a guest moves the own visit.

## Place in the queue
guests-form-queue = Queue for a date
guests-queue-ask-sphere = What is your work about? Choose – or just type your profession. You tell it once: when a date is free, your application is ready.
guests-queue-place = ⏳ Your place in the queue: <b>{ $place }</b>. The bot will write when there is a date for you.
guests-queue-offered = 🎉 <b>There is a date for you: { $when }.</b> We keep it for you until <b>{ $until }</b>. Then it is offered to the next guest.
guests-queue-days = 📅 Days that suit: { $days }
guests-queue-any-day = any
guests-queue-rule = Dates are offered in the order of the queue: to the first guest whom the day suits. Nobody jumps the queue. You have 12 hours to answer, less close to the visit; the bot does not write at night. If you do not answer, you move to the end of the queue; the second time you leave it. Two hours before a visit a free date is open to all.
guests-queue-passed = 👌 This day is offered to the next guest. You keep your place: when there is another day, the bot writes to you.
guests-queue-joined = ✅ You are in the queue. Your profession and what you will show are kept.
guests-queue-lost = This date has just been taken and no other is free. Nothing is lost: your application waits in the queue.
guests-queue-left = You have left the queue. Thank you for wanting to come!
guests-queue-leave-question = Leave the queue? If you change your mind, you will have to queue again.
guests-queue-decline-question = You do not need this date? We will offer it to the next guest, and you will leave the queue.
guests-queue-ask-days = On which days can you come? The bot offers a date only if the day suits.
guests-queue-day = { $mark } { $day }
guests-queue-every-day = { $mark } Any day
guests-weekday =
    { $day ->
        [0] Mon
        [1] Tue
        [2] Wed
        [3] Thu
        [4] Fri
        [5] Sat
       *[other] Sun
    }
guests-button-join-queue = ⏳ Join the queue
guests-button-wait-instead = ⏳ Wait for another date
guests-button-place = ⏳ { $emoji } Your place in the queue: { $place }
guests-button-offered = 🎉 { $emoji } There is a date for you
guests-button-days = 📅 Days that suit
guests-button-take-offered = ✅ I take it
guests-button-not-needed = No longer needed
guests-button-pass-offered = 📅 Another day, I’ll wait
guests-button-leave-queue = ✖️ Leave the queue
guests-button-leave-queue-yes = Yes, leave
guests-button-stay = Stay
guests-button-dates = 🗓 Free dates

## The queue for staff
guests-button-queues = ⏳ Queue of guests
guests-queues-title = <b>⏳ Queue of guests</b> · { $organisation }
guests-queues-group = <b>{ $emoji } { $name }</b> · { $count ->
        [one] { $count } guest waits
       *[other] { $count } guests wait
    }
guests-queues-line = { $place }. { $who } – { $profession }, { $days }
guests-queues-line-offered = { $place }. 🎉 { $who } – { $profession }: offered { $when }, answer awaited until { $until }
guests-queues-somebody = a guest
guests-queues-hint = The bot offers dates in order by itself, there is nothing to do. Open a new date – and the first whom it suits will get it.
guests-queues-empty = Nobody is waiting now.

## Notices
guests-queue-offer-rule = If you cannot answer in time, you stay in the queue, at its end. The second time you will have to queue again.
guests-queue-lapsed = ⌛ There was no answer, and the date was offered to the next guest. You are at the end of the queue now: { $place }. There is nothing to do.
guests-queue-withdrawn = The date that we offered you has been closed or taken. We are sorry! Your place is the same: { $place }.
guests-queue-dropped = ⌛ You were offered a date twice and did not answer. You are no longer in the queue. If you want to come, join it again.
guests-queue-ended-archived =
    { $kind ->
        [school] This class does not invite guests any more, and its queue is over. Thank you for wanting to come!
       *[kindergarten] This group does not invite guests any more, and its queue is over. Thank you for wanting to come!
    }
guests-queue-ended =
    { $kind ->
        [school] Your child is not in this class any more, or the invitation is over. You are no longer in the queue.
       *[kindergarten] Your child is not in this group any more, or the invitation is over. You are no longer in the queue.
    }
guests-notice-moved-by-guest = ↪️ <b>The guest has moved the visit.</b> This is how it stands now:

## A guest moves the visit
guests-own-move-question = You are down for { $when }. To which date shall we move it? Everything you have told is kept, the teachers will hear of it.
guests-own-move-none = You are down for { $when }. No other date is free now. If you cannot come, hand the date back: it will be offered to somebody else.
guests-own-moved = ↪️ Moved. The teachers will hear of it.
