# Invitations to named families.

guests-field-families = Whom to invite
guests-inviting-ask = <b>Whom do we invite in person?</b>

    Tick the families: they alone get the invitation, with warm words just for them. Tick nobody to invite everybody.

    The date stays open to all: whoever finds it in the bot may choose it, too.
guests-inviting-family = { $code }
guests-inviting-named = 💌 Invited in person, no message to the others: { $families ->
        [one] { $families } family
       *[other] { $families } families
    }
guests-inviting-you =
    { $kind ->
        [school] 💌 <b>We would love to have you in particular!</b>
            The children of our class would be curious about what you do: { $minutes } minutes are enough, and we help to prepare.
       *[kindergarten] 💌 <b>We would love to have you in particular!</b>
            The children of our group would be curious about what you do: { $minutes } minutes are enough, and we help to prepare.
    }

# A partner passes an invitation on to a colleague.

guests-button-pass = 🤝 Pass on to a colleague
guests-pass-ask =
    🤝 <b>Pass the invitation on to a colleague</b>

    We make a link for one person. They read and give their own consent and become { $kind ->
        [school] a partner of the school
       *[kindergarten] a partner of the kindergarten
    }, as you are. Your own invitation stays yours.

    The link is for one person. If it is lost before anybody used it, we make a new one.
guests-pass-again =
    🤝 <b>The invitation has been passed on, but nobody has used the link</b>

    Is the link lost? We make a new one, and the old one stops working.
guests-pass-until = The link will work until { $day }.
guests-button-pass-sure = 🔗 Make the link
guests-passed-title = 🔗 <b>The link for your colleague is ready.</b> The bot shows it only now: send these words to your colleague.
guests-passed-words =
    { $kind ->
        [school] Hello! { $organisation }, class { $group }, would love to have a guest who tells the children about a profession. I pass this invitation on to you: { $address }
       *[kindergarten] Hello! { $organisation }, group { $group }, would love to have a guest who tells the children about a profession. I pass this invitation on to you: { $address }
    }
guests-passed-until = The link works once, until { $day }.
guests-slot-passed = 🤝 The invitation to the dates that were opened with this one was passed on to a partner's colleague.
