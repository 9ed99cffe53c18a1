# The bot itself: mishaps, the command line, the check of an installation.
running-mishap = Something went wrong and nothing was changed. Please try again a little later.
running-slow-down = A little slower, please 🙂 The bot cannot keep up: wait a couple of seconds and repeat your last step.

# Errors, told in the chat of whoever answers for the installation.
running-alert =
    ⚠️ Error: <code>{ $what }</code>
    Where: <code>{ $where }</code>{ $repeated ->
        [0] { "" }
        [one] { "" } (and { $repeated } time before)
       *[other] { "" } (and { $repeated } times before)
    }

# What is seen of the bot before «Start» and in its profile.
running-description =
    Helps kindergartens and schools to show children the world of professions: events of the group, answers in one tap, guests of the group.

    To come in, open the link or scan the card that the teacher gave you.
running-short-description = Events of the group and a first look at professions. You come in by the teacher's card or link.
