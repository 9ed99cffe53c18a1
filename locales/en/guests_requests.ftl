# “Guest of the group”: what a teacher asks a guest – about another date, about a change.

guests-move-plan = 🗓 Was { $before } → could be <b>{ $after }</b>
guests-move-plan-ask = We ask the guest whether the new day suits. Both dates are kept for them until { $until }. Without an answer the visit stays as it was.
guests-move-plan-at-once = There is no time to ask, or nothing to ask about: the visit moves at once, and the guest is told.
guests-move-plan-unread = The guest does not read what the bot writes: the visit moves at once, please tell them yourself.
guests-move-plan-entered = The visit moves at once. Please tell the guest: the bot cannot write to them.
guests-button-move-ask = 🔁 Ask the guest
guests-button-move-now = ↪️ Move
guests-button-other-date = 📅 Another date
guests-clash-move = ⚠️ { $when }: the children have “{ $title }” then.
guests-came-lately = 🔔 A guest with this profession came recently: { $when }.
guests-move-asked-word = 🔁 The guest is asked. We tell you as soon as they answer.
guests-move-asked-staff = 🔁 Asked about another day: was { $before } → could be <b>{ $after }</b>. We wait for the guest until { $until }.
guests-move-asked-guest =
    { $kind ->
        [school] 🔁 The class asks to move: was { $before } → could it be <b>{ $after }</b>? Please answer by { $until }. Without an answer everything stays as it was.
       *[kindergarten] 🔁 The group asks to move: was { $before } → could it be <b>{ $after }</b>? Please answer by { $until }. Without an answer everything stays as it was.
    }
guests-button-move-yes = ✅ Yes, it suits
guests-button-move-no = No, leave it as it was
guests-button-move-give-back = ↩️ I cannot come – give the date back
guests-button-move-take-back = ↩️ Do not ask the guest
guests-move-taken-back = We do not ask any more: the visit stays at its date.
guests-move-agreed-word = ✅ Thank you! Moved, the teachers are told.
guests-move-stays-word = Fine, everything stays as it was. The teachers are told.
guests-notice-move-asked = 🔁 <b>Would another day suit you?</b>
guests-notice-move-dropped = <b>Nothing has to be moved</b>
    Everything stays as it was, we look forward to seeing you.
guests-notice-move-agreed = ✅ <b>The guest agrees to another day</b>
guests-notice-move-stays = 🔁 <b>The guest asks to leave it as it was</b>
    If that day is impossible, tap “Move” and propose another.
guests-notice-move-lapsed = 🔁 <b>The guest has not answered about the move</b>
    The visit stays at its date. If it does not suit, please ask the guest in person.

guests-button-ask-change = ✏️ Ask for a change
guests-change-question = What should the guest be asked? Everything they told is kept.
guests-change-button =
    { $wish ->
        [shorter] Shorter
        [safer] Without dangerous things
        [format] Another format
        [plan] More about the plan
       *[other] ✏️ In your own words
    }
guests-change-wish =
    { $wish ->
        [shorter] let it take less time
        [safer] let us do without dangerous things
        [format] please choose another format
        [plan] please tell in more detail what you will do with the children
       *[other] please change the application
    }
guests-change-words = “{ $note }”
guests-change-form = A request to the guest
guests-ask-change = Write to the guest what to change. One kind sentence is enough.
guests-example-change = Please bring something that can be touched
guests-change-asked-word = ✏️ The guest is asked. We tell you as soon as they have changed it.
guests-change-asked-staff = ✏️ Asked of the guest: { $wish }. We wait for their answer.
guests-change-asked-guest =
    { $kind ->
        [school] ✏️ The teacher asks: { $wish }
       *[kindergarten] ✏️ The teacher asks: { $wish }
    }
guests-button-change = ✏️ Change
guests-changed-word = ✅ Changed. The teachers are told.
guests-notice-change-asked = ✏️ <b>Just a little to change</b>
    Everything you told is kept.
guests-notice-changed = ✏️ <b>The guest has changed what you asked for</b>

guests-unread = 📵 The guest does not read what the bot writes: please call or ask in person.
guests-notice-unread = 📵 <b>The bot cannot tell the guest about the visit</b>
