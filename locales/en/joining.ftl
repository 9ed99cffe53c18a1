# How people come in: invitation, consent, kinship, name, the queue of new parents.
joining-greeting-hello = 👋 Hello! This is the bot “Guest of the Group”.
joining-greeting-card =
    { $kind ->
        [school] The card of child <b>{ $code }</b>, class { $group }, { $organisation }. The bot tells you about the class's events, and one button answers an invitation.
       *[kindergarten] The card of child <b>{ $code }</b>, group { $group }, { $organisation }. The bot tells you about the group's events, and one button answers an invitation.
    }
joining-greeting-group =
    { $kind ->
        [school] Class { $group }, { $organisation }, invites families. The bot tells you about events, and one button answers an invitation.
       *[kindergarten] Group { $group }, { $organisation }, invites families. The bot tells you about events, and one button answers an invitation.
    }
joining-greeting-staff = { $organisation } invites you. Your role in the bot: { $role }.
joining-greeting-teacher =
    { $kind ->
        [school] { $organisation } invites you. Your role in the bot: { $role }. Classes: { $groups }.
       *[kindergarten] { $organisation } invites you. Your role in the bot: { $role }. Groups: { $groups }.
    }
joining-greeting-partner = { $organisation } invites you to work together: { $partner }. The bot will pass the teachers' invitations to you.
joining-greeting-invited =
    { $kind ->
        [school] A colleague has passed an invitation on to you: { $organisation }, class { $group }, would love to have a guest. Tell the children about your profession and show what it is like; you choose the day.
       *[kindergarten] A colleague has passed an invitation on to you: { $organisation }, group { $group }, would love to have a guest. Tell the children about your profession and show what it is like; you choose the day.
    }

joining-consent-title = <b>{ $title }</b>
joining-consent-lead = { $text }
joining-consent-part = <b>{ $heading }.</b> { $text }
joining-consent-agree = ✅ I agree
joining-consent-accept = ✅ Accept
joining-consent-refuse = Not now

joining-out-text =
    { $role ->
        [parent] { $kind ->
            [school] All right. Announcements are on the notice board and in the class chat; no data were stored. If you change your mind, the link still opens.
           *[other] All right. Announcements are on the notice board and in the group's chat; no data were stored. If you change your mind, the link still opens.
        }
       *[other] All right, no data were stored. If you change your mind, the link still opens.
    }

joining-kinship-ask = <b>Who are you to the child?</b>
joining-kinship-hint = A relative gets announcements and invitations. Parents and guardians decide about the child.
joining-kinship-choice =
    { $kinship ->
        [guardian] Guardian
        [relative] Grandparent or relative
       *[parent] Mother or father
    }

joining-name-ask = <b>What shall we call you?</b>
joining-name-hint = Write the name or tap a button. The staff of the organisation will see it; you may leave it out.
joining-name-profile = My name is { $name }, right
joining-name-type = Another name
joining-name-none = Leave it out
joining-name-title = What to call you
joining-name-question = Write your name as the teachers shall call you.
joining-name-example = Anna Petrova

joining-welcome-title = 🎉 <b>Done!</b>
joining-welcome-child =
    { $kind ->
        [school] You are in touch with class { $group }, child <b>{ $code }</b>.
       *[kindergarten] You are in touch with group { $group }, child <b>{ $code }</b>.
    }
joining-welcome-member = You are in touch with { $organisation }.
joining-welcome-staff = { $organisation } is waiting for you. Your role: { $role }.
joining-welcome-partner = { $organisation } is glad of your help.
joining-welcome-pet-name = ✏️ Give the child a pet name
joining-welcome-offers = ✏️ Tell what I can show
joining-partner-term = Your data are kept until { $until }. Then they are deleted by themselves; a new invitation lets you stay longer.

joining-waiting-title = ⏳ <b>Your request is sent</b>
    { $kind ->
        [school] Class
       *[kindergarten] Group
    } { $group }.
joining-waiting-number =
    { $kind ->
        [school] Tell the teacher the number <b>{ $number }</b>: this is how they know that it is you.
       *[other] Tell the teacher the number <b>{ $number }</b>, so that they know it is you.
    }
joining-waiting-hint = The bot will write as soon as the request is answered.

joining-already-text = 👋 Welcome back! You are here already: { $role }, { $organisation }.

joining-refused-advice = The teacher or the head will give you a new card or link. Nothing was stored about you.
joining-refused-card = If an adult came in by mistake, the teacher can unbind them. Nothing new was stored.
joining-refused-passed = Nothing was stored about you.

joining-stranger-title = 👋 Hello! This is the bot “Guest of the Group”: it invites families to the events of their kindergarten or school.
joining-stranger-how = To come in, scan your child's card or the code on the notice board. Staff and partners get a link from the head.
joining-stranger-privacy = Nothing is stored about you. More: /privacy

joining-queue-button = 👋 New parents
joining-queue-title = 👋 <b>New parents</b>
    Compare the number with the one you were told.
joining-queue-empty = 👋 <b>New parents</b>
    Nobody is waiting now.
joining-queue-line = { $who } · { $group }
joining-newcomer = No. { $number }
joining-newcomer-named = { $name }, No. { $number }
joining-card-title = 👋 <b>New parent</b> · { $group }
joining-card-about = <b>{ $who }</b>
    { $kinship }, request: { $at }
joining-card-hint = If you were told the number in person, choose the child's code.
joining-card-pick = ✅ Choose the child's code
joining-card-decline = Decline
joining-card-approved = ✅ Accepted, the child's code is <b>{ $code }</b>.
joining-card-declined = Declined: { $why }
joining-card-overtaken = Somebody answered this request while you were deciding:
joining-codes-ask = <b>Whose adult is this?</b> Codes without anybody come first.
joining-codes-none = There are no children's codes here yet. Add them and come back to the request.
joining-codes-line =
    { $adults ->
        [0] { $code }
       *[other] { $code } · { $adults } 👤
    }
joining-decline-ask = <b>Why decline?</b> This adult will see the reason.
joining-decline-choice =
    { $reason ->
        [group] { $kind ->
            [school] It is another class
           *[kindergarten] It is another group
        }
        [card] Let them take a card
        [own] ✏️ In my own words
       *[unknown] We do not know each other
    }
joining-decline-reason =
    { $reason ->
        [group] { $kind ->
            [school] the child seems to be in another class; please scan the code on its notice board.
           *[kindergarten] the child seems to be in another group; please scan the code on its notice board.
        }
        [card] please take your child's card from the teacher and come in with it.
       *[unknown] we did not recognise you; please come to the teacher and say the number on the screen.
    }
joining-decline-title = Decline the request
joining-decline-question = Write shortly why. The adult who sent the request will read it. Please leave out names of children and anything about health.
joining-decline-example = Please come over in the evening to say hello.

joining-notice-requested =
    { $kind ->
        [school] 🔔 An adult asks to join your class.
       *[kindergarten] 🔔 An adult asks to join your group.
    }
joining-notice-open = Answer the request
joining-notice-declined =
    { $kind ->
        [school] The request to join class { $group } was declined: { $why }
       *[kindergarten] The request to join group { $group } was declined: { $why }
    }
joining-notice-staff-unnamed = 🤝 Your link was used: { $who }, { $organisation }.
joining-notice-staff = 🤝 Your link was used: { $who } ({ $role }), { $organisation }.
joining-notice-partner = 🤝 A partner has accepted the invitation: { $partner }.
