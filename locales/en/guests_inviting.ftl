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
