# Organisation, staff, groups, families, partners: screens of the owner, the head and the teacher.

## Installation (owner)
organisation-installation-title = 🏢 <b>Organisations</b>
    Beside each name: how many families have joined, out of how many. You see no names and no messages.
organisation-installation-empty = 🏢 <b>No organisations yet</b>
    Create the first one: it needs a name, a kind and a time zone. Then the bot gives a link for its head.
organisation-installation-line = { $name } · { $families }/{ $children }
organisation-installation-create = ➕ Create an organisation
organisation-tenant = 🏢 <b>{ $name }</b>
    { $kind ->
        [school] School
       *[kindergarten] Kindergarten
    } · { $zone }

    Heads: { $heads }
    Staff: { $staff }
    { $kind ->
        [school] Classes: { $groups }
       *[kindergarten] Groups: { $groups }
    }
    Children (codes): { $children }
    Families with the bot: { $families }
organisation-tenant-no-head = ⚠️ There is no head yet. Send them a one-time link.
organisation-tenant-link =
    { $kind ->
        [school] 🔗 Link for the headteacher
       *[kindergarten] 🔗 Link for the head
    }

## Organisation card
organisation-card-title = 🏢 <b>{ $name }</b>
organisation-card-address = 📍 Address: { $value }
organisation-card-no-address = 📍 No address is given yet
organisation-card-operator = 📄 Data operator: { $value }
organisation-card-contact = ✉️ Contact about data: { $value }
organisation-card-processor = 🗄 The server is kept by: { $value }
organisation-card-zone = 🕒 Time zone: { $zone }
organisation-card-quiet = 🌙 Quiet hours: { $hours }
organisation-card-summary = 🗞 Evening summary: { $hour }
organisation-card-contact-missing = ⚠️ Say where to write about personal data: these words stand in every consent.
organisation-part-name = ✏️ Name
organisation-part-address = 📍 Address
organisation-part-operator = 📄 Operator
organisation-part-contact = ✉️ Contact
organisation-part-processor = 🗄 Who keeps the server
organisation-part-zone = 🕒 Time zone
organisation-part-quiet = 🌙 Quiet hours
organisation-part-summary = 🗞 Summary
organisation-staff-button = 👥 Staff
organisation-groups-button =
    { $kind ->
        [school] 🎒 Classes
       *[kindergarten] 🧸 Groups
    }
organisation-pick-zone = <b>Time zone</b>
    Days, reminders and quiet hours follow it.
organisation-pick-quiet = <b>Quiet hours</b>
    The bot is silent then: what may wait comes in the morning.
organisation-pick-summary = <b>Evening summary</b>
    Whatever is beyond two messages a day reaches families in one message at this hour.
organisation-edit-form = Organisation card
organisation-edit-ask-name = What is the organisation called? Write it the way parents know it.
organisation-edit-ask-address = What is the organisation's address?
organisation-edit-ask-operator = The full name of the operator of personal data, as in the charter.
organisation-edit-ask-contact = Where can parents write or call about their data? An email or telephone of the organisation.
organisation-edit-ask-processor = Who keeps the server of the bot, if not you? Name and address: these words will stand in the consents.

organisation-zone-kaliningrad = Kaliningrad (MSK−1)
organisation-zone-moscow = Moscow (MSK)
organisation-zone-samara = Samara (MSK+1)
organisation-zone-yekaterinburg = Yekaterinburg (MSK+2)
organisation-zone-omsk = Omsk (MSK+3)
organisation-zone-novokuznetsk = Novokuznetsk, Krasnoyarsk (MSK+4)
organisation-zone-irkutsk = Irkutsk (MSK+5)
organisation-zone-yakutsk = Yakutsk (MSK+6)
organisation-zone-vladivostok = Vladivostok (MSK+7)
organisation-zone-magadan = Magadan (MSK+8)
organisation-zone-kamchatka = Kamchatka (MSK+9)

## New organisation
organisation-new-form = New organisation
organisation-new-ask-name = What is the organisation called?
organisation-new-example = Kindergarten No. 12 “Daisy”
organisation-new-ask-kind = Is it a kindergarten or a school?
organisation-new-ask-zone = Which time zone is it in?
organisation-kind-kindergarten = 🧸 Kindergarten
organisation-kind-school = 🏫 School

## Names in the bot
organisation-names-button =
    { $on ->
        [on] 🪪 Names in the bot: on
       *[off] 🪪 Names in the bot: off
    }
organisation-names-off = 🪪 <b>Names in the bot are off</b>
    The bot neither asks nor stores adults' names. Instead of a name you see “family 0147”. Keep lists with names on your own computer: whoever runs the installation makes a blank one for you.
organisation-names-law = Under article 10 part 8 of Federal Law 149-FZ state and municipal organisations of Russia may not send personal data through foreign messengers. Parents' consent does not change that. Switch names on only if there is a decision that allows it.
organisation-names-turn-on = Switch names on
organisation-names-on = 🪪 <b>Names in the bot are on</b>
    Decision: { $decision }. Adults are asked what they are called; only staff see the names.
organisation-names-turn-off = Switch off and erase names
organisation-names-off-sure = <b>Switch names off?</b>
    All stored names of staff, parents and partners are erased at once, and messages with them vanish. They cannot be brought back: people would have to be asked again.
organisation-names-off-yes = Yes, switch off and erase
organisation-names-form = Names in the bot
organisation-names-ask-decision = Number and date of the decision that allows names in the messenger.
organisation-names-example = Order No. 45 of 1 September 2026
organisation-names-ask-sure = <b>Please check once more.</b>
    Adults' names will pass through Telegram, whose servers are outside Russia. Article 10 part 8 of law 149-FZ forbids this to state and municipal organisations, and parents' consent does not lift it. The organisation answers for the decision.
organisation-names-yes = Yes, there is a decision, switch on

## Staff
organisation-staff-title = 👥 <b>Staff</b> · { $organisation }
    { $count ->
        [one] { $count } member is with us.
       *[other] { $count } members are with us.
    }
organisation-staff-line = { $who }
organisation-staff-line-group = { $who } · { $groups }
organisation-staff-number = { $who } · No. { $number }
organisation-staff-nameless = { $who } No. { $number }
organisation-staff-invite = ➕ Invite
organisation-staff-waiting = ⏳ Waiting: { $count }
organisation-member-title = <b>{ $who }</b>
    { $organisation }
organisation-member-number = No. { $number } is the participant's number: the person sees it in “My data”.
organisation-member-teaches =
    { $kind ->
        [school] Classes: { $groups }
       *[kindergarten] Groups: { $groups }
    }
organisation-member-groups =
    { $kind ->
        [school] 🎒 The teacher's classes
       *[kindergarten] 🧸 The teacher's groups
    }
organisation-member-retitle = ✏️ Profession
organisation-member-appoint =
    { $kind ->
        [school] 👑 Appoint as headteacher
       *[kindergarten] 👑 Appoint as head
    }
organisation-member-remove = Remove from the staff
organisation-member-leave = Give up this role
organisation-remove-sure = <b>Remove { $who }?</b>
    The role ends at once: this person's { $kind ->
        [school] classes
       *[kindergarten] groups
    }, sets and screens with codes vanish. The bot tells them.
organisation-leave-sure = <b>Give up the role?</b>
    You lose access to the organisation in this role at once.
organisation-remove-yes = Yes, end the role
organisation-removed = The role has ended.
organisation-appoint-sure =
    { $kind ->
        [school] <b>Appoint { $who } as headteacher?</b>
       *[kindergarten] <b>Appoint { $who } as head?</b>
    }
    The present role stays. There may be several heads: this is how work is handed over.
organisation-appoint-yes = Yes, appoint
organisation-appointed = Now this is a head.
organisation-title-form = A specialist's profession
organisation-title-ask = What does this specialist do?
organisation-title-example = music teacher

organisation-invite-role = <b>Whom do we invite?</b>
    The link works once and for 7 days.
organisation-invite-partner = <b>Who is this partner?</b>
    The link works once and for 30 days. The person gives consent themselves.
organisation-invite-form = Invitation
organisation-invite-ask-title = What does the specialist do? For example, music teacher.
organisation-invite-ask-groups =
    { $kind ->
        [school] Which classes does the teacher have? A class has one or two teachers. If you do not know yet, just press “Done”.
       *[kindergarten] Which groups does the teacher have? A group has one or two teachers. If you do not know yet, just press “Done”.
    }
organisation-invite-ask-partner = What is the partner's organisation called?
organisation-invite-partner-example = Fire station No. 3
organisation-link-title = 🔗 <b>The link is ready: { $who }</b>
    { $organisation }
organisation-link-groups =
    { $kind ->
        [school] Classes: { $groups }
       *[kindergarten] Groups: { $groups }
    }
organisation-link-address = <code>{ $address }</code>
organisation-link-until = It opens once. Last moment: { $day }. Send it to this person only.
organisation-link-once = It opens once, within 7 days. Send it to this person only.
organisation-link-copy = 📋 Copy
organisation-link-share = ↗️ Forward
organisation-waiting-title = ⏳ <b>Links that nobody has opened yet</b>
    Tap a line to make a new link instead of the old one; ✖️ revokes it for good.
organisation-waiting-empty = ⏳ All links have been opened, revoked or have expired.
organisation-link-revoked = The link is revoked.

organisation-teaching-title =
    { $kind ->
        [school] 🎒 <b>Classes: { $who }</b>
            Mark the classes this teacher answers for. A class has at most two teachers.
       *[kindergarten] 🧸 <b>Groups: { $who }</b>
            Mark the groups this teacher answers for. A group has at most two teachers.
    }
organisation-teaching-line = { $mark } { $sign } { $name }
organisation-teachers-none =
    { $kind ->
        [school] ⚠️ The class has no teacher yet.
       *[kindergarten] ⚠️ The group has no teacher yet.
    }
organisation-teachers-invite =
    { $kind ->
        [school] ➕ Invite the class's teacher
       *[kindergarten] ➕ Invite the group's teacher
    }
organisation-teachers-line = 👩‍🏫 { $who }
organisation-teachers-substitute = 🔄 { $who }: stands in { $begins } – { $ends }
organisation-substitution-title = 🔄 <b>Substitutions</b> · { $sign } { $group }
organisation-substitution-new = ➕ Arrange a substitution
organisation-substitution-end = End the substitution: { $who }
organisation-substitution-whom =
    { $kind ->
        [school] Who stands in for the class's teacher?
       *[kindergarten] Who stands in for the teacher?
    }
organisation-substitution-nobody =
    { $kind ->
        [school] There is nobody to stand in: the school has no other teachers yet.
       *[kindergarten] There is nobody to stand in: no other teachers yet.
    }
organisation-substitution-form = Substitution
organisation-substitution-ask-from = From which day?
organisation-substitution-ask-to = Up to and including which day?
organisation-substitution-ended = The substitution has ended.

## Groups
organisation-groups-title =
    { $kind ->
        [school] 🎒 <b>Classes</b> · { $organisation }
       *[kindergarten] 🧸 <b>Groups</b> · { $organisation }
    }
    Beside each: how many families have joined, out of how many.
organisation-groups-empty =
    { $kind ->
        [school] 🎒 <b>No classes yet</b> · { $organisation }
       *[kindergarten] 🧸 <b>No groups yet</b> · { $organisation }
    }
organisation-groups-line = { $sign } { $name } · { $families }/{ $children }
organisation-groups-create =
    { $kind ->
        [school] ➕ New class
       *[kindergarten] ➕ New group
    }
organisation-group-title = { $sign } <b>{ $name }</b> · { $age }
    { $organisation }
organisation-group-joined = 👨‍👩‍👧 { $families } of { $children ->
        [one] { $children } family is
       *[other] { $children } families are
    } with us.
organisation-group-no-children = There are no children yet. Say how many there are, and the bot gives each a code.
organisation-group-families = 👨‍👩‍👧 Families: { $families } of { $children }
organisation-group-add = ➕ Add children
organisation-group-print = 🖨 Family cards
organisation-group-poster = 🖼 QR for the wall
organisation-group-substitution = 🔄 Substitutions
organisation-group-rename = ✏️ Name
organisation-group-sign = 🐻 Sign
organisation-group-age =
    { $kind ->
        [school] 🎂 School years
       *[kindergarten] 🎂 Age
    }
organisation-group-archive = 📦 Archive
organisation-group-pick-sign = Choose the sign of <b>{ $name }</b>. It stands at the beginning of every message.
organisation-group-pick-age =
    { $kind ->
        [school] <b>{ $name }</b>: which school years are these?
       *[kindergarten] <b>{ $name }</b>: how old are the children?
    }
organisation-group-archive-sure = <b>Put { $sign } { $name } into the archive?</b>
    Its QR stops working and its teachers no longer see it. { $kind ->
        [school] Only a class without children can be archived.
       *[kindergarten] Only a group without children can be archived.
    }
organisation-group-archive-yes = Yes, archive it
organisation-group-archived =
    { $kind ->
        [school] The class is in the archive.
       *[kindergarten] The group is in the archive.
    }
organisation-age =
    { $band ->
        [y3_4] 3–4 years
        [y4_5] 4–5 years
        [y5_6] 5–6 years
        [y6_7] 6–7 years
        [g1_2] grades 1–2
       *[g3_4] grades 3–4
    }
organisation-group-form =
    { $kind ->
        [school] New class
       *[kindergarten] New group
    }
organisation-group-rename-form =
    { $kind ->
        [school] Name of the class
       *[kindergarten] Name of the group
    }
organisation-group-ask-name =
    { $kind ->
        [school] What is the class called?
       *[kindergarten] What is the group called?
    }
organisation-group-example =
    { $kind ->
        [school] 1A
       *[kindergarten] Sunshine
    }
organisation-group-ask-sure = ⚠️ Such a name may tell strangers a diagnosis of the children: it stands on cards, on the wall and in phones. Better take a name without words about health, for example { $kind ->
        [school] “1A”
       *[kindergarten] “Sunshine”
    }.
organisation-group-other-name = ✏️ Think of another one
organisation-group-same-name = Leave it as it is
organisation-group-ask-sign =
    { $kind ->
        [school] Choose the class's sign: it stands at the beginning of every message.
       *[kindergarten] Choose the group's sign: it stands at the beginning of every message.
    }
organisation-group-ask-age =
    { $kind ->
        [school] Which school years are these?
       *[kindergarten] How old are the children?
    }

organisation-children-how-many = <b>How many children to add?</b> { $sign } { $name }
    Each gets a code, a number of the organisation. The bot asks for no names. Up to { $limit } at once. Press a button; if yours is missing, “Another number”.
organisation-children-other = Another number
organisation-children-form = New codes
organisation-children-ask = How many children to add?
organisation-children-added = ✅ <b>{ $count ->
        [1] Code { $first } is added
        [one] { $count } code is added: { $first } – { $last }
       *[other] { $count } codes are added: { $first } – { $last }
    }</b>
    { $sign } { $name }. Write down on paper whose code is whose, and hand the cards out.
organisation-children-list = 👨‍👩‍👧 List of codes

## Families
organisation-families-title = 👨‍👩‍👧 <b>Families</b> · { $sign } { $group }
    { $families } of { $children } are with us.
organisation-families-hint = ✅ means that at least one adult has joined. Tap a code to see more. This screen vanishes after a day.
organisation-families-code = { $mark } { $code }
organisation-families-print = 🖨 Cards for those not with us yet
organisation-families-print-all = 🖨 Cards for all families
organisation-families-revoke =
    { $kind ->
        [school] Revoke the class's cards
       *[kindergarten] Revoke the group's cards
    }
organisation-families-revoke-sure = <b>{ $kind ->
        [school] Revoke every card of class { $sign } { $group }?
       *[kindergarten] Revoke every card of { $sign } { $group }?
    }</b>
    No printed card opens any more: do this when a sheet was lost. Those who have joined stay. Print new ones for the others.
organisation-child-title = 🔖 <b>Code { $code }</b> · { $sign } { $group }
organisation-child-adults = Adults: { $count } of { $limit }
organisation-child-adult = { $number }. { $who }
organisation-child-nobody =
    { $kind ->
        [school] Nobody has joined by this code yet. If the family has no phone with Telegram, the class's teacher enters its answers to events: “Enter for a family”.
       *[kindergarten] Nobody has joined by this code yet. If the family has no phone with Telegram, a teacher enters its answers to events: “Enter for a family”.
    }
organisation-child-cards = Valid cards: { $count }
organisation-child-has-left = The child has left. The code is kept and will not be given to another child.
organisation-child-print = 🖨 New card
organisation-child-revoke = Revoke the cards
organisation-child-unbind = ✖️ { $number }. { $who }
organisation-child-move =
    { $kind ->
        [school] ↪️ To another class
       *[kindergarten] ↪️ To another group
    }
organisation-child-left = Has left
organisation-child-return = ↩️ The child is back
organisation-child-moved = Done, the code has moved.
organisation-move-title =
    { $kind ->
        [school] Which class does child { $code } move to? Code and cards stay the same.
       *[kindergarten] Which group does child { $code } move to? Code and cards stay the same.
    }
organisation-move-nowhere =
    { $kind ->
        [school] Child { $code } cannot be moved: you have no other classes.
       *[kindergarten] Child { $code } cannot be moved: you have no other groups.
    }
organisation-move-line = { $sign } { $name }
organisation-left-sure = <b>Mark child { $code } as gone?</b>
    { $adults ->
        [0] Nobody is bound to the code.
        [one] { $adults } adult no longer sees this child.
       *[other] { $adults } adults no longer see this child.
    } Whoever has no other children here loses access and is told. The cards stop working.
organisation-left-yes = Yes, the child has left
organisation-revoke-sure = <b>Revoke the cards of child { $code }?</b>
    { $cards ->
        [one] { $cards } card stops opening.
       *[other] { $cards } cards stop opening.
    } Those who have joined stay.
organisation-revoke-yes = Yes, revoke
organisation-revoked = The cards are revoked.
organisation-unbind-sure = <b>Unbind this adult?</b>
    { $number }. { $who } will see nothing about child { $code } any more. A new card lets them come back.
organisation-unbind-yes = Yes, unbind
organisation-unbound = The adult is unbound.
organisation-cards-ready = 🖨 { $sign } <b>{ $group }</b>: { $count ->
        [one] { $count } card
       *[other] { $count } cards
    }. Print on A4, cut along the dashes and hand out. Cards printed before go on working until you revoke them. The file vanishes from here after a day.
organisation-card-ready = 🖨 A card for code <b>{ $code }</b>. Up to { $limit } adults join by it. The file vanishes from here after a day.
organisation-poster-title = 🖼 <b>QR for the wall</b> · { $sign } { $group }
    Families ask to join by it; { $kind ->
        [school] the class's teacher
       *[kindergarten] a teacher
    } confirms each and picks the code.
organisation-poster-state = Valid sheets: { $count }
organisation-poster-print = 🖨 Print a sheet
organisation-poster-renew = Print a new one, revoke the old
organisation-poster-revoke = Revoke all
organisation-poster-revoke-sure = <b>Revoke the QR on the wall · { $sign } { $group }?</b>
    { $count ->
        [1] The sheet that works now will let nobody in any more.
       *[other] None of the printed sheets will let anybody in any more.
    } Whoever is in already, or waits for an answer, stays.
organisation-poster-revoked = The sheets with the QR no longer work.
organisation-poster-ready = 🖼 { $sign } <b>{ $group }</b>: an A4 sheet with the QR. Hang it where only parents see it.

## Partners
organisation-partners-title = 🤝 <b>Partners</b> · { $organisation }
    Of an agreement only number and term are kept.
organisation-partners-empty = 🤝 <b>No partners yet</b> · { $organisation }
organisation-partners-invite = ➕ Invite a partner
organisation-partner-kind =
    { $kind ->
        [enterprise] enterprise
        [employment-centre] employment centre
        [education-office] education office
        [college] college or university
        [library] library or museum
       *[other] another partner
    }
organisation-partner-title = 🤝 <b>{ $title }</b>
    { $kind }
organisation-partner-person = Contact person: { $name }
organisation-partner-offers = Can show: { $offers }
organisation-partner-passed = 🤝 An invitation was passed on to a colleague.
organisation-partner-number = Agreement No. { $number }
organisation-partner-no-number = The number of the agreement is not given yet
organisation-partner-until = Holds until { $until }, that day included
organisation-partner-no-term = No term is given
organisation-partner-agreement = ✏️ Agreement number
organisation-partner-term = 📅 Term
organisation-partner-end = End the partnership
organisation-partner-end-sure = <b>End the partnership: { $title }?</b>
    The partner loses access at once and is told.
organisation-partner-end-yes = Yes, end it
organisation-partner-ended = The partnership has ended.
organisation-partner-form = Agreement with the partner
organisation-partner-ask-agreement = What is the number of the agreement?
organisation-partner-ask-term = Until which day does the partnership hold? It still holds on that day. Not longer than the partner agreed to: that takes a new invitation.
organisation-partner-agreement-example = 17/2026

## Sets of people
organisation-sets-title = 📋 <b>Working and creative groups</b>
organisation-sets-empty = 📋 <b>No working or creative groups yet</b>
    These are staff whom an order has brought together: items of the plan are given to them.
organisation-sets-line = { $name } · { $count }
organisation-sets-create = ➕ Create
organisation-set-title = 📋 <b>{ $name }</b>
    { $count ->
        [0] Nobody yet. Tap those who belong to it.
        [one] { $count } member
       *[other] { $count } members
    }
organisation-set-order = Order No. { $number }
organisation-set-no-order = The number of the order is not given.
organisation-set-person = { $mark } { $who }
organisation-set-rename = ✏️ Name
organisation-set-write-order = Order No.
organisation-set-delete = Delete
organisation-set-delete-sure = Delete: { $name }? People keep their roles.
organisation-set-delete-yes = Yes, delete
organisation-set-deleted = Deleted.
organisation-set-form = Working or creative group
organisation-set-ask-name = What is it called?
organisation-set-example = Creative group
organisation-set-ask-order = Which order created it? The number can be added later.
organisation-set-order-example = 12

## Notices
organisation-notice-term = 🤝 A partnership ends soon: { $partner } – on { $until }, that day included. If they are to come after that, invite them again: so they confirm their consent anew.
organisation-notice-term-open = 🤝 Open the partner
organisation-notice-removed =
    { $role ->
        [parent] ℹ️ { $organisation }: the child has left, or you were unbound from the child's code, so there will be no more invitations.
       *[other] ℹ️ Your role in { $organisation } has ended ({ $called }).
    } { $kind ->
        [school] If this is a mistake, ask the headteacher or the teacher.
       *[kindergarten] If this is a mistake, ask the head or the teacher.
    }
organisation-notice-stand-in =
    { $kind ->
        [school] 🔄 You stand in for the teacher of class { $group }: { $days }. On these days the class is in your menu: families, cards, events.
       *[kindergarten] 🔄 You stand in for the teacher of group { $group }: { $days }. On these days the group is in your menu: families, cards, events.
    }
organisation-notice-substituted =
    { $kind ->
        [school] 🔄 Class { $group }, which you teach, has one more teacher for a while: { $days }. You still see the class, too.
       *[kindergarten] 🔄 Group { $group }, which you teach, has one more teacher for a while: { $days }. You still see the group, too.
    }
organisation-notice-substituted-by =
    { $kind ->
        [school] 🔄 { $who } stands in for you in class { $group }: { $days }. You still see the class, too.
       *[kindergarten] 🔄 { $who } stands in for you in group { $group }: { $days }. You still see the group, too.
    }
organisation-notice-stand-in-ended =
    { $kind ->
        [school] 🔄 Your substitution in class { $group } ({ $days }) is off or has ended early: the class is no longer in your menu.
       *[kindergarten] 🔄 Your substitution in group { $group } ({ $days }) is off or has ended early: the group is no longer in your menu.
    }
organisation-notice-substituted-ended =
    { $kind ->
        [school] 🔄 The substitution in your class { $group } ({ $days }) is off or has ended early.
       *[kindergarten] 🔄 The substitution in your group { $group } ({ $days }) is off or has ended early.
    }
organisation-notice-group-given =
    { $kind ->
        [school] 📚 You now teach class { $group }: families, cards and events are in your menu.
       *[kindergarten] 🧸 You now teach group { $group }: families, cards and events are in your menu.
    }
organisation-notice-group-taken =
    { $kind ->
        [school] ℹ️ Class { $group } is not yours any more. If this is a mistake, ask the headteacher.
       *[kindergarten] ℹ️ Group { $group } is not yours any more. If this is a mistake, ask the head.
    }
organisation-notice-group-untaught =
    { $kind ->
        [school] ℹ️ Class { $group } has no teacher any more: the teacher has left the bot. Please name another, so that families and guests get their answers.
       *[kindergarten] ℹ️ Group { $group } has no teacher any more: the teacher has left the bot. Please name another, so that families and guests get their answers.
    }
organisation-notice-group-archived =
    { $kind ->
        [school] 📦 Class { $group }, which you taught, is in the archive now.
       *[kindergarten] 📦 Group { $group }, which you taught, is in the archive now.
    }
organisation-notice-head =
    { $kind ->
        [school] 👑 { $organisation }: you are a headteacher now, too. Your former role stays; “Change role” chooses whose menu you see.
       *[kindergarten] 👑 { $organisation }: you are a head now, too. Your former role stays; “Change role” chooses whose menu you see.
    }
organisation-day = { $day }

## Menu
organisation-menu-card = 🏢 Organisation
organisation-menu-partners = 🤝 Partners
organisation-menu-sets = 📋 Working groups
organisation-menu-installation = 🏢 Organisations
