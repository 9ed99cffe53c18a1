# Papers for families: cards, the group's poster, lists.

organisation-paper-card-title = Family cards
organisation-paper-card-heading = Family card
organisation-paper-card-code = Child's code
organisation-paper-card-step1 = Point your phone's camera at the square and open the link.
organisation-paper-card-step2 = In Telegram press “Start”, read the consent and say who you are to the child.
organisation-paper-card-step3 = Done! Up to four adults of the family can use this card. Do not show it to strangers.
organisation-paper-card-fallback = The camera does not see the square? Type the address:

organisation-paper-poster-title =
    { $kind ->
        [school] The class's QR
       *[kindergarten] The group's QR
    }
organisation-paper-poster-lead =
    { $kind ->
        [school] News and events of the class are in Telegram
       *[kindergarten] News and events of the group are in Telegram
    }
organisation-paper-poster-step1 = Point your phone's camera at the square.
organisation-paper-poster-step2 = In Telegram press “Start” and read the consent.
organisation-paper-poster-step3 =
    { $kind ->
        [school] The teacher confirms that you belong to this class, and you are in.
       *[kindergarten] The teacher confirms that you belong to this group, and you are in.
    }
organisation-paper-poster-fallback = The camera does not see the square? Type the address:

organisation-paper-list-number = No.
organisation-paper-list-code = Code
organisation-paper-list-name = Child's full name (write it here, never upload it to the bot)
organisation-paper-list-adults = Adults who have joined
organisation-paper-list-joined = { $day }: { $families } of { $children } families are with us
organisation-paper-list-empty =
    { $kind ->
        [school] There are no classes yet.
       *[kindergarten] There are no groups yet.
    }
organisation-paper-cards-file = Cards – { $group }.pdf
organisation-paper-card-file = Card { $code }.pdf
organisation-paper-poster-file = Poster – { $group }.pdf
