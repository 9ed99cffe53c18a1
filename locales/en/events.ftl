# Events: invitations, answers, list, card, editing, report.

## Common
events-group = { $name } · { $emoji }
events-groups-more = { $count } more
events-groups = <b>{ $groups }</b>
events-title = <b>{ $title }</b>
events-when = 🗓 { $when }
events-place = 📍 { $place }
events-note = 📝 { $note }
events-bring = 🎒 { $note }
events-form = <i>{ $form }</i>
events-span = { $start } – { $end }
events-until = ⏳ Please answer before: { $until }
events-who = 👥 Invited: { $who }
events-who-parents = parents
events-who-teachers = the teachers of these children
events-who-staff = the whole staff
events-who-partners = partners
events-who-set = “{ $name }”
events-who-sets = { $count ->
        [one] a working group
       *[other] working groups
    }
events-form-kind-meeting = Meeting
events-form-kind-master-class = Master class
events-form-kind-excursion = Excursion
events-form-kind-contest = Contest
events-form-kind-quest = Quest
events-form-kind-open-lesson = Open lesson
events-form-kind-seminar = Seminar
events-form-kind-webinar = Webinar
events-form-kind-round-table = Round table
events-form-kind-project-day = Project day
events-form-kind-festivity = Celebration
events-form-kind-other = Event
events-cancelled-mark = 🚫 <b>Cancelled</b>
events-past-mark = This event has begun or is over.
events-closed-mark = Answers are not taken any more.

## Invitation and answer
events-question = Can you come?
events-answered = Your answer: <b>{ $answer }</b>. You can change your mind until it begins.
events-answered-until = Your answer: <b>{ $answer }</b>. You may change it until { $until }.
events-answered-final = Your answer: <b>{ $answer }</b>.
events-unanswered-final = You did not answer.
events-answer-with-child = Coming with my child
events-answer-alone = Coming alone
events-answer-come = Coming
events-answer-no = Can’t come
events-answer-unsure = Don’t know yet
events-answer-chosen = ✅ { $answer }
events-answer-taken = Noted: { $answer }
events-button-calendar = 📆 Add to calendar
events-button-mine = 📅 My events

## My events
events-mine-title = <b>📅 My events</b>
events-mine-hint = Tap an event to answer or to change your mind.
events-mine-empty = Nothing is planned yet. When something is announced, the bot will write.
events-link-not-yours = This event is for others, or it is gone. What is ahead for you is in the menu.
events-mine-line = { $mark } { $when } · { $title }

## Staff list
events-list-title = <b>📅 Events</b> · { $organisation }
events-list-past-title = <b>📅 Past events</b> · { $organisation }
events-list-empty = Nothing is ahead yet. Creating an event is a few short questions.
events-list-past-empty = There are no past events yet.
events-list-line = { $emojis } { $when } · { $title }
events-list-line-cancelled = 🚫 { $when } · { $title }
events-button-new = ➕ New event
events-button-past = Past
events-button-ahead = Upcoming
events-button-list = 📅 Events

## Staff card
events-count-coming = Coming: <b>{ $families ->
        [one] { $families } family
       *[other] { $families } families
    }</b> (with a child – { $withchild }, without – { $alone }), { $adults ->
        [one] { $adults } adult
       *[other] { $adults } adults
    }
events-count-nobody = Nobody has answered yet. { $families ->
        [one] We are waiting for { $families } family.
       *[other] We are waiting for { $families } families.
    }
events-count-nobody-ever = Nobody has answered.
events-count-others = Can’t come: { $no } · don’t know yet: { $unsure } · no answer yet: { $silent }
events-count-beyond = Staff, partners, working groups: { $coming } come, { $no } cannot, { $unsure } do not know yet
events-count-beyond-none = Nobody has answered yet.
events-other-line = { $who } – { $answer }
events-other-comes = comes
events-other-no = cannot come
events-other-unsure = does not know yet
events-button-attendance = 👥 Who comes
events-button-enter = ✍️ Enter for a family
events-button-edit = ✏️ Edit
events-button-cancel = 🚫 Cancel the event
events-button-report = 📬 Delivery

## Who comes
events-attendance-title = <b>👥 Who comes</b>
    { $title } · { $when }
events-attendance-empty = There are no children here yet.
events-family-line = { $code } – { $answer }
events-family-line-named = { $code } – { $answer } ({ $who })
events-family-with-child = coming with a child
events-family-alone = an adult is coming
events-family-no = can’t come
events-family-unsure = don’t know yet
events-family-silent = no answer yet
events-family-no-phone = not in the bot yet
events-fleeting = <i>This list removes itself in a day.</i>

## Enter for a family
events-enter-title = <b>✍️ Enter for a family</b>
    { $title } · { $when }
events-enter-hint = Families not in the bot yet come first, then those who have not answered. Choose the child’s code.
events-enter-line = { $mark } { $code }
events-enter-legend = 📵 not in the bot yet · 💬 no answer yet · ✅ coming · ➖ can’t come · ❔ don’t know yet
events-enter-family = Family <b>{ $code }</b>. What did they say?
events-enter-with-child = Coming with a child
events-enter-alone = An adult is coming
events-enter-no = Can’t come
events-enter-unsure = Don’t know yet
events-enter-taken = Noted for family { $code }: “{ $answer }”
events-button-clear = ✖️ Remove this answer
events-enter-cleared = The answer entered for family { $code } is removed.

## New event
events-form-new = New event
events-form-edit = Changing an event
events-ask-title =
    { $known ->
        [yes] The day is noted. What is the event called?
       *[no] What is the event called? You may write everything at once: “Мастер-класс пожарного, 12 марта 10:00, музыкальный зал”.
    }
events-ask-day =
    { $said ->
        [yes] The day in your message is not clear: “{ $unclear }”. Which day? Choose it or write it in Russian words, with the hour if you like.
       *[no] Which day? Choose it or write it in Russian words, with the hour if you like.
    }
events-ask-time = At what time? Tap or write.
events-ask-place =
    { $said ->
        [yes] Where do you meet? Your message also said: “{ $left }”. Please name the place by itself.
       *[no] Where do you meet?
    }
events-ask-groups =
    { $kind ->
        [school] Which classes do you invite? Tick one or more.
       *[kindergarten] Which groups do you invite? Tick one or more.
    }
events-ask-note = What else should parents know: what to bring, what to wear? Please write no children’s names and nothing about anyone’s health. You may skip this.
events-ask-bring = Remind 5 days before, so that people can prepare?
events-example-title = A firefighter’s workshop
events-example-day = 12.03 10:00
events-example-time = 9:30
events-example-place =
    { $kind ->
        [school] the assembly hall
       *[kindergarten] the music hall
    }
events-example-note = bring an apron and a shoe box
events-ask-form = What will it be? Parents read it above the title.
events-ask-ends = When does it end? Tap or type. If on another day, with the date and the hour.
events-ask-seats = How many seats are there? When they are taken, families queue.
events-ask-by = What is a seat for?
events-ask-until = Until when do you wait for answers? Tap, or type a day and an hour.
events-example-ends = “11:30” or “14 марта 12:00”
events-example-seats = 15
events-example-until = “11 марта 18:00”
events-option-form-other = Do not say
events-option-ends-none = Do not say
events-option-seats-none = No limit
events-option-until-none = Until it begins
events-option-until = { $days ->
        [1] The day before, { $at }
        [7] A week before, { $at }
        [one] { $days } day before, { $at }
       *[other] { $days } days before, { $at }
    }
events-option-by-family = One seat for one family
events-option-by-person = One seat for one person
events-seats = 🪑 Seats: for { $by ->
        [family] { $count ->
            [one] { $count } family
           *[other] { $count } families
        }
       *[person] { $count ->
            [one] { $count } person
           *[other] { $count } people
        }
    }
events-button-more = ⚙️ More
events-field-form = What it is
events-field-ends = End
events-field-seats = Seats
events-field-until = Answer by
events-ask-who = Whom do you invite? Tick everybody who should get the invitation.
events-option-who-parents = Parents
events-option-who-staff = Staff
events-option-who-teachers = Teachers of these children
events-option-who-partners = Partners
events-field-who = Who else
events-button-publish = ✅ Publish
events-field-title = Title
events-field-day = Day
events-field-time = Time
events-field-place = Place
events-field-groups = For whom
events-field-note = Note
events-field-bring =
    { $state ->
        [on] 🔔 5 days before: yes
       *[off] 🔔 5 days before: no
    }
events-preview-title = <b>Check before publishing</b>
events-preview-bring = 🔔 Those who come or do not know yet are reminded 5 days and one day before.
events-preview-remind = 🔔 Those who come or do not know yet are reminded one day before.
events-preview-no-reminder = 🔔 There will be no reminder: it begins too soon.
events-reach = It goes to <b>{ $adults ->
        [one] { $adults } adult
       *[other] { $adults } adults
    } of { $families ->
        [one] { $families } family
       *[other] { $families } families
    }</b>
events-reach-mixed = The invitation goes to <b>{ $adults ->
        [one] { $adults } adult
       *[other] { $adults } adults
    }</b>
events-reach-nobody =
    { $closed ->
        [0] Nobody will get the message yet: nobody of these families has joined with a card.
       *[other] Nobody will get the message yet.
    }
events-reach-later = 🌙 These are quiet hours. The invitation arrives later: { $when }
events-reach-limited = { $families ->
        [one] { $families } family has
       *[other] { $families } families have
    } reached the limit of messages: it comes in the evening summary
events-reach-without-phone = { $families ->
        [one] { $families } family is
       *[other] { $families } families are
    } not in the bot yet: tell them yourself and enter their answer.
events-reach-closed = { $adults ->
        [one] { $adults } adult has
       *[other] { $adults } adults have
    } blocked the bot: it will not arrive.
events-published = ✅ Published. The bot sends the invitations and collects the answers.
events-published-nobody = ✅ Published. None of these families has joined the bot yet.

## Editing and cancelling
events-change-preview-title = <b>What shall be changed?</b>
events-change-none = Nothing has been changed yet.
events-change-told = <b>{ $adults ->
        [one] { $adults } adult
       *[other] { $adults } adults
    }</b> will be told: everybody who has got the invitation or has answered.
events-change-told-nobody = There is nobody to tell: the invitation has not reached anybody yet.
events-button-save = ✅ Save
events-button-save-tell = ✅ Save and tell
events-change-invited = <b>{ $adults ->
        [one] { $adults } adult
       *[other] { $adults } adults
    }</b> not invited so far will get the invitation.
events-change-no-news = Nobody is written to about this.
events-changed = ✅ Saved.
events-changed-told = { $adults ->
        [one] { $adults } adult will be told.
       *[other] { $adults } adults will be told.
    }
events-changed-invited = { $adults ->
        [one] { $adults } adult will get the invitation.
       *[other] { $adults } adults will get the invitation.
    }
events-changed-nobody = ✅ Saved. There is nobody to write to yet.
events-changed-no-news = ✅ Saved. Nobody is written to about this.
events-diff-title = Title: was “{ $before }” → is now <b>“{ $after }”</b>
events-diff-when = 🗓 Was { $before } → is now <b>{ $after }</b>
events-diff-place = 📍 Was: { $before } → is now: <b>{ $after }</b>
events-diff-note = 📝 Now: <b>{ $after }</b>
events-diff-note-gone = 📝 The note no longer applies.
events-diff-form = It was: { $before } → it is: <b>{ $after }</b>
events-diff-form-gone = What sort of event it is, is not said any more.
events-diff-until = ⏳ Please answer before: <b>{ $after }</b>
events-diff-until-gone = ⏳ You may answer until it begins.
events-diff-picture = 🖼 The picture is another one now. Invitations that came with a picture show the new one, too.
events-diff-picture-new = 🖼 The picture goes with the invitations that are not sent yet. Those sent stay without it.
events-diff-picture-gone = 🖼 There is no picture any more. It stays in the invitations that have come.
events-diff-seats-gone = 🪑 The number of seats is not limited any more.
events-diff-who-parents = 👥 Only parents are invited now.
events-diff-groups = 👪 Now for: <b>{ $groups }</b>
events-diff-bring-on = 🔔 We also remind 5 days before, so that people can prepare.
events-diff-bring-off = 🔔 There will be no reminder 5 days before, only the day before.
events-cancel-question = Cancel the event <b>{ $title }</b> ({ $when })?
events-cancel-told = <b>{ $adults ->
        [one] { $adults } adult
       *[other] { $adults } adults
    }</b> will be told. Until the end of the day it can be brought back.
events-cancel-told-nobody = The invitation has not reached anybody yet, so nobody will be written to.
events-button-cancel-yes = Yes, cancel it
events-button-cancel-no = No, keep it
events-cancel-done = The event is cancelled.
events-cancel-done-told = The event is cancelled. { $adults ->
        [one] { $adults } adult will be told.
       *[other] { $adults } adults will be told.
    }
events-cancel-done-nobody = The event is cancelled. Nobody was written to: the invitation had not reached anybody yet.

## Notices
events-notice-changed = ✏️ <b>An event has changed</b>
events-notice-uninvited = The event <b>{ $title }</b> ({ $when }) is for others now. There is no need to come.
events-notice-more = { $count ->
        [one] { $count } more event is ahead: see “My events”.
       *[other] { $count } more events are ahead: see “My events”.
    }
events-notice-restored = ✅ <b>The event takes place</b>
events-notice-nudge = 🔔 <b>We are waiting for your answer</b>
events-notice-cancelled = 🚫 <b>The event is cancelled</b>
events-notice-reminder = ⏰ <b>A reminder of an event</b>
events-notice-bring = 🎒 <b>An event is coming up – please prepare what is needed</b>
