# “Guest of the Group”: dates, invitations, applications, visits, the map of professions.

## Shared
guests-when = 🗓 { $when }
guests-who = 👤 { $who }
guests-profession = 💼 <b>{ $profession }</b>
guests-formats = 🎬 { $formats }
guests-wish = 💭 Of special interest: { $wish }
guests-format =
    { $format ->
        [talk] a talk
        [tools] showing tools
        [master-class] a master class
        [game] a game
        [video] a video tour
       *[excursion] a trip to the workplace
    }
guests-format-button =
    { $format ->
        [talk] 💬 A talk
        [tools] 🧰 Showing tools
        [master-class] 🎨 A master class
        [game] 🎲 A game
        [video] 🎬 A video tour
       *[excursion] 🚌 A trip to us
    }
guests-sphere =
    { $sphere ->
        [people] 🤝 With people
        [nature] 🌱 With nature
        [machines] 🔧 With machines
        [signs] 🔢 With numbers and words
       *[beauty] 🎨 With beauty
    }
guests-danger =
    { $danger ->
        [sharp] sharp things
        [hot] hot things
        [liquid] liquids
        [food] food
        [animal] animals
       *[chemical] paints and chemicals
    }
guests-danger-button =
    { $danger ->
        [sharp] 🔪 Sharp things
        [hot] 🔥 Hot things
        [liquid] 💧 Liquids
        [food] 🍎 Food
        [animal] 🐾 Animals
       *[chemical] 🧪 Paints, chemicals
    }
guests-danger-none = Nothing of the kind
guests-plan = 📋 { $plan }
guests-brings = 🎒 To bring: { $brings }
guests-brings-nothing = 🎒 To bring: nothing
guests-needs =
    { $kind ->
        [school] 🪑 To prepare in the class: { $needs }
       *[kindergarten] 🪑 To prepare in the group: { $needs }
    }
guests-needs-nothing = 🪑 Nothing to prepare
guests-dangers = ⚠️ Take care: { $dangers }
guests-dangers-none = 🌿 Nothing dangerous
guests-minutes = ⏱ { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }
guests-button-list =
    { $kind ->
        [school] 🎤 Guest of the class
       *[kindergarten] 🎤 Guest of the Group
    }
guests-button-mine = 🎤 My visits
guests-button-card = Open
guests-button-map = 🗺 Map of professions
guests-changed-meanwhile = Something about this visit changed while you were thinking. Here is how things stand now.
guests-refused = ⚠️ { $reason }

## List and cards for staff
guests-list-title =
    { $kind ->
        [school] <b>🎤 Guest of the class</b> · { $organisation }
       *[kindergarten] <b>🎤 Guest of the Group</b> · { $organisation }
    }
guests-list-past-title = <b>🎤 Past visits</b> · { $organisation }
guests-list-legend = 🆓 free · ⏳ waits for an answer · 🤝 a first yes · 👀 please look · ✅ decided
guests-list-past-legend = ❔ please say how it went · 🎉 held · 🚫 did not take place
guests-list-empty = No dates are open yet. Open several at once: parents and partners get an invitation and choose what suits them.
guests-list-empty-seen = No dates are open yet.
guests-list-past-empty = There have been no visits yet.
guests-line-free = 🆓 { $when } · { $emoji } free
guests-line-kept = ⏳ { $when } · { $emoji } for the queue
guests-line = { $mark } { $when } · { $emoji } { $profession }
guests-button-new = ➕ Open dates
guests-button-past = Past
guests-button-ahead = Ahead
guests-slot-kept = ⏳ This date is kept until { $until } for the first in the queue: { $who }. Without an answer it is offered to the next one.
guests-slot-kept-next = ⏳ This date is about to be offered to the first in the queue: { $who }.
guests-slot-free = 🆓 This date is still free.
guests-slot-closed = This date is closed.
guests-button-withdraw = 🗑 Close the date
guests-withdrawn = Closed: { $when }. Nobody can apply for it any more.
guests-status-staff =
    { $status ->
        [applied] ⏳ The application waits for an answer.
        [tentative] 🤝 A first yes. The guest is telling the details.
        [detailed] 👀 The guest has told everything. Please look at what is ticked and confirm.
        [confirmed] ✅ Everything is decided, the guest is welcome.
        [held] 🎉 The visit took place.
        [not-held] 🚫 The visit did not take place.
        [declined] ➖ The application was declined.
       *[given-back] ↩️ The guest gave this date back.
    }
guests-status-cancelled = ➖ The visit was cancelled.
guests-status-entered =
    { $status ->
        [tentative] 🤝 Agreed, the guest is expected. The details can be noted in their words.
       *[given-back] ↩️ Taken back, the date is free again.
    }
guests-entered = ✍️ Entered by teachers. The guest is not in the bot: only you are reminded.
guests-status-past = ❔ Please say how it went.
guests-held-children = 🎉 The visit took place, children: <b>{ $children }</b>.
guests-button-accept = 🤝 A first yes
guests-button-confirm = ✅ Confirm
guests-button-decline = ✖️ Decline
guests-button-call-off = ✖️ Cancel the visit
guests-button-held = ✅ It took place
guests-button-held-again = ✏️ Correct the number of children
guests-button-move = ↪️ Move
guests-button-not-held = 🚫 Did not happen
guests-accepted-word = 🤝 The guest gets your first yes and is asked for the details.
guests-confirmed-word = ✅ Confirmed. The guest will hear of it.
guests-declined-word = The guest gets your answer, and the other free dates if there are any. This date is free again.
guests-called-off-word = The visit is cancelled: the guest reads the reason, and the other free dates if there are any. This date is free again.
guests-held-word = 🎉 Noted. Thank you!
guests-not-held-word = Noted: the visit did not take place.
guests-moved-word = ↪️ Moved. The guest will hear of it.
guests-moved-entered = ↪️ Moved. Please tell the guest: the bot cannot write to them.
guests-call-off-question = Why is the visit cancelled? The guest is preparing for it already, and will read the reason, and the other free dates if there are any.
guests-decline-question = Why do you decline? The guest will read the reason.
guests-decline-button =
    { $reason ->
        [date-unfit] That day does not suit
        [had-lately] We had such a guest lately
        [not-for-age] Too early for the children
        [day-lost] That day does not work out
        [plans-changed] Our plans have changed
       *[other] ✏️ In own words
    }
guests-decline-reason =
    { $reason ->
        [date-unfit] that day does not suit, unfortunately
        [had-lately] we had a guest of this profession lately
        [not-for-age] it is too early for our children
        [day-lost] we cannot welcome you that day, unfortunately
        [plans-changed] our plans have changed
        [group-closed] { $kind ->
            [school] this class no longer invites guests
           *[kindergarten] this group no longer invites guests
        }
       *[other] it is not possible now
    }
guests-decline-form = Answer to a guest
guests-ask-decline = Tell the guest why it is not possible. One kind sentence is enough.
guests-example-decline = We have a party that day, but we would love to see you another time
guests-move-question = To which day is it moved? Everything the guest told is kept.
guests-button-other-day = 📅 Another day
guests-move-form = Moving a visit
guests-ask-move-day = To which day is the visit moved? Choose or type it, the hour may come with it.
guests-ask-move-time = At what time is the guest expected? Tap or type it.
guests-held-form = The visit took place
guests-ask-children = How many children were there? Tap or type the number.
guests-example-children = 17

## Entered for a family
guests-button-write = ✏️ Note the details
guests-button-enter = ✍️ Enter for a family
guests-entry-title = <b>✍️ Enter for a family</b> · { $when }
guests-entry-question = Who is coming? Here are the codes of families that are not in the bot; the others choose a day themselves.
guests-entry-nobody = All families are in the bot and choose a day themselves. A partner without the bot can be entered.
guests-entry-code = 📵 { $code }
guests-entry-partner = 🤝 A partner without the bot
guests-form-entry = A guest without a phone
guests-entered-word = ✅ Noted, there is no application to answer.
guests-entry-refused-kept = Everything you said about the guest is kept. Tap another day – and the guest is noted for it.
guests-entry-refused-none = The guest was not noted. Please enter them again once you open new dates.
guests-button-take-back = 🗑 Take it back
guests-take-back-question = Take this back? The date becomes free again.
guests-button-take-back-yes = Yes, take it back
guests-taken-back-word = ↩️ Taken back. The date is free again.
guests-details-entered = ✅ Noted. Everything is decided, the guest is expected.

## Opening dates
guests-form-new = Dates for guests
guests-ask-group =
    { $kind ->
        [school] Which class invites guests?
       *[kindergarten] Which group invites guests?
    }
guests-ask-dates = When are guests welcome? Tap days in the calendar or type a date with its hour. Several dates can be opened at once.
guests-example-dates = 12 марта 10:00
guests-ask-wish = Whom would you most like to see? Type professions or skip.
guests-example-wish = a firefighter, a doctor, a cook
guests-ask-partners = Parents get the invitation. Which partners shall be invited, too? Tick them or just tap “Done”.
guests-preview-title = <b>Please check before sending</b>
guests-preview-dates = 🗓 { $count ->
        [one] { $count } date
       *[other] { $count } dates
    }:
guests-preview-date = • { $when }
guests-reach = The invitation goes to <b>{ $adults ->
        [one] { $adults } adult
       *[other] { $adults } adults
    } of { $families ->
        [one] { $families } family
       *[other] { $families } families
    }</b>
guests-reach-nobody = None of the parents gets the invitation: nobody uses the bot yet.
guests-reach-partners = Partners among the invited: { $partners }
guests-reach-limited = { $families ->
        [one] { $families } family has
       *[other] { $families } families have
    } reached the limit of messages: it comes in the evening summary.
guests-reach-without-phone = { $families ->
        [one] { $families } family is
       *[other] { $families } families are
    } not with the bot yet: please invite them yourself.
guests-reach-closed = { $adults ->
        [one] { $adults } adult has
       *[other] { $adults } adults have
    } closed the bot and will not get it.
guests-button-invite = ✅ Invite
guests-field-group =
    { $kind ->
        [school] Class
       *[kindergarten] Group
    }
guests-field-dates = Dates
guests-field-wish = Which professions
guests-field-partners = Partners
guests-opened = ✅ The dates are open.
guests-opened-told = ✅ The dates are open. { $told ->
        [one] { $told } person gets the invitation.
       *[other] { $told } people get the invitation.
    } The bot will tell you of every application.

## Invitation and application
guests-invitation =
    { $kind ->
        [school] 🎤 <b>Our class invites you!</b>
            Tell the children about your profession: { $minutes } minutes are enough, and we help you to prepare.
       *[kindergarten] 🎤 <b>Our group invites you!</b>
            Tell the children about your profession: { $minutes } minutes are enough, and we help you to prepare.
    }
guests-invitation-host = 🏠 { $organisation }
guests-invitation-choose = Please choose a day:
guests-invitation-waits = No days are free now, and you are in the queue already: no. { $place }. When it is your turn, the bot offers you a day. There is nothing to do.
guests-invitation-none = There are no free days now. Join the queue: as soon as a day becomes free or a new one is opened, the bot will offer it to you. Meanwhile you can think of what the children would like to touch and try.
guests-invitation-mine = You are expected already:
guests-invitation-mine-line = • { $when } – { $profession }
guests-groups-title =
    { $kind ->
        [school] 🎤 <b>Guest of the class</b>
       *[kindergarten] 🎤 <b>Guest of the Group</b>
    }
guests-groups-question =
    { $kind ->
        [school] Which class would you like to visit?
       *[kindergarten] Which group would you like to visit?
    }
guests-groups-none = There are no free days now. As soon as new ones are opened, the bot will write.
guests-groups-line = { $emoji } { $name } · { $count ->
        [0] no free days
        [one] { $count } day
       *[other] { $count } days
    }
guests-button-become =
    { $kind ->
        [school] 🎤 Be a guest of the class
       *[kindergarten] 🎤 Be a guest of the group
    }
guests-button-invitations = 🎤 Invitations
guests-form-application = A guest’s application
guests-ask-sphere =
    🗓 { $when }

    { $by ->
        [staff] What is the guest’s work about? Choose – or just type the profession.
       *[guest] What is your work about? Choose – or just type your profession.
    }
guests-ask-profession =
    { $by ->
        [staff] What is the guest’s profession? Choose – or type it in your own words.
       *[guest] What is your profession? Choose – or type it in your own words.
    }
guests-ask-match = You typed “{ $words }”. Is it one of these professions, perhaps?
guests-match-own = Keep “{ $words }”
guests-example-profession = baker
guests-ask-formats =
    { $by ->
        [staff] What will the guest show the children? Tick one or several.
       *[guest] What will you show the children? Tick one or several.
    }
guests-applied = 🎉 <b>Thank you, the application is sent!</b>
guests-refused-kept = Your profession and what you will show are kept. Tap another day, and the application is sent.
guests-refused-choose = Here are the other free days:
guests-refused-none = There are no other free days now. As soon as new ones are opened, the bot will write. Thank you for wanting to come!

## My visits
guests-mine-title = <b>🎤 My visits</b>
guests-mine-empty = No visits yet. Choose a day, and you will be expected.
guests-mine-line = { $mark } { $when } · { $emoji } { $profession }
guests-status-mine =
    { $status ->
        [applied] { $kind ->
            [school] ⏳ The teacher has your application. The bot will tell you the answer.
           *[kindergarten] ⏳ The teacher has your application. The bot will tell you the answer.
        }
        [tentative] 🤝 The teacher says a first yes. Now tell a little more.
        [detailed] 👀 The teacher is looking at the details. The bot will tell you the answer.
        [confirmed] ✅ Everything is decided, you are expected!
        [held] 🎉 The visit took place. Thank you!
        [not-held] 🚫 The visit did not take place.
        [declined] ➖ It did not work out this time.
       *[given-back] ↩️ You gave this date back.
    }
guests-status-mine-past = 🗓 This day has passed.
guests-decline-told = The reason: { $reason }.
guests-decline-words = The reason: { $note }
guests-button-details = ✏️ Tell more
guests-button-details-again = ✏️ Change the details
guests-button-give-back = ↩️ Give the date back
guests-give-back-question = Give back <b>{ $when }</b>? Others may choose it then, and the teacher hears that you are not coming.
guests-button-give-back-yes = Yes, give it back
guests-button-give-back-no = No, I am coming
guests-given-back = ↩️ The date is given back. Thank you for telling us!

## Details
guests-form-details = Details of the visit
guests-ask-dangers =
    { $by ->
        [staff] Will the guest have any of these? Please ask, and tick them.
       *[guest] Will there be any of these? Tick them – the teacher prepares and confirms.
    }
guests-ask-plan =
    { $by ->
        [staff] What will the guest tell and show, and what will the children try? Three lines are enough.
       *[guest] What will you tell, what will you show, and what will the children try? Three lines are enough.
    }
guests-ask-brings =
    { $by ->
        [staff] What will the guest bring along? You may skip this.
       *[guest] What will you bring along? You may skip this.
    }
guests-ask-needs =
    { $kind ->
        [school] What shall we prepare in the class: tables, water, a screen? You may skip this.
       *[kindergarten] What shall we prepare in the group: tables, water, a screen? You may skip this.
    }
guests-ask-minutes = How many minutes will it take? Tap or type it.
guests-example-plan = I tell how bread is baked. I show flour, a rolling pin and tins. Together we make rolls of salt dough.
guests-example-brings = salt dough, tins, an apron
guests-example-needs = three tables and wet wipes
guests-example-minutes = 15
guests-details-title = <b>This is what we have</b>
guests-details-hint = We suggested what is usually shown. Change what you like, and send it.
guests-field-plan = Plan
guests-field-brings = To bring
guests-field-needs = To prepare
guests-field-dangers = Take care
guests-field-minutes = Minutes
guests-button-send = ✅ Send
guests-details-sent = ✅ Thank you! Everything is noted, you are expected.
guests-details-sent-checked =
    { $kind ->
        [school] 👀 Thank you! The teacher will look at what must be prepared, and confirm.
       *[kindergarten] 👀 Thank you! The teacher will look at what must be prepared, and confirm.
    }

## Map of professions
guests-map-empty =
    { $kind ->
        [school] This class has had no guests yet. After the first visit its map of professions appears here.
       *[kindergarten] This group has had no guests yet. After the first visit its map of professions appears here.
    }
guests-map-caption = 🗺 <b>{ $group }</b>
    { $count }
guests-map-title = Professions we have met
guests-map-count = { $met } of { $all } professions met
guests-map-own = Other guests
guests-map-sphere =
    { $sphere ->
        [people] With people
        [nature] With nature
        [machines] With machines
        [signs] With numbers and words
       *[beauty] With beauty
    }

## Notices
guests-notice-applied = 🎤 <b>A guest would like to come!</b>
guests-notice-accepted =
    { $kind ->
        [school] 🤝 <b>The teacher says a first yes!</b>
       *[kindergarten] 🤝 <b>The teacher says a first yes!</b>
    }
guests-notice-accepted-check = Now tell a little more. We have suggested what is usually shown: check it, change it and send it – it takes two minutes.
guests-notice-accepted-tell = Now tell a little more: just a few short questions.
guests-notice-declined = Thank you for wanting to come! It does not work out this time: { $when }.
guests-notice-called-off = We are very sorry: the visit on { $when } had to be cancelled. Thank you for preparing!
guests-notice-declined-free = We would be glad to see you on another day:
guests-notice-declined-queue = There is no other free day now, but you can join the queue: when a day comes up, the bot offers it to you.
guests-notice-detailed = 👀 <b>The guest has told the details</b>
guests-notice-confirmed = ✅ <b>Everything is decided, you are expected!</b>
guests-notice-ready = ✅ <b>The guest has told everything, the visit is decided</b>
guests-notice-gave-back = ↩️ <b>The guest cannot come</b>
    { $when } is free again.
guests-notice-moved = ↪️ <b>Your visit has been moved</b>
guests-notice-moved-when = 🗓 It was { $before } → it is <b>{ $after }</b>
guests-notice-moved-unfit = If it does not suit you, give the date back – we will find another one.
guests-notice-reminder-guest = ⏰ <b>A reminder: soon you are the children’s guest</b>
guests-notice-soon-guest =
    { $day ->
        [tomorrow] ⏰ <b>Tomorrow at { $hour } the children are expecting you!</b>
       *[today] ⏰ <b>Today at { $hour } the children are expecting you!</b>
    }
guests-notice-advice = Please come ten minutes early, with indoor shoes and a document for the entrance. If you are ill or cannot make it, tap “Give the date back”.
guests-notice-reminder-staff = ⏰ <b>A reminder: a guest is coming soon</b>
guests-notice-soon-staff =
    { $day ->
        [tomorrow] ⏰ <b>A guest is coming tomorrow at { $hour }!</b>
       *[today] ⏰ <b>A guest is coming today at { $hour }!</b>
    }
guests-notice-after = 💬 <b>How did the visit go?</b>
