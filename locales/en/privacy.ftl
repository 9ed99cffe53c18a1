# Personal data: what is stored, consents, leaving, erasing, acts.
privacy-policy-title = 🔐 <b>How the bot treats data</b>
privacy-policy-what = <b>What.</b> The number of your account and chat, language, role, numbers of children without names, your answers to invitations. Names of adults only if the organisation switched them on and the person agreed. The bot does not ask for children's names, health, documents or phones.
privacy-policy-where = <b>Where.</b> In the bot's database on the server of the operator, your organisation. Messages pass through Telegram, whose servers are outside Russia: do not write more than needed.
privacy-policy-how-long = <b>How long.</b> While you take part. Drafts for 7 days, answered requests for 30 days, the log of actions for 1 year under a participant's number, the record of a consent for 3 years after withdrawal, backups for 30 days.
privacy-policy-rights = <b>Your rights.</b> See and take your data: /my_data. Withdraw a consent: there, too. Erase everything at once: /delete_me. The operator's address stands in the text of your consent.
privacy-policy-button = How the bot treats data
privacy-my-data-button = 🔐 My data
privacy-nothing-stored = 🔐 Nothing is stored about you: you have not come in yet, or have erased everything.

privacy-my-data-title = 🔐 <b>My data</b>
privacy-my-data-account = The number of your Telegram account and chat, the language of the bot.
privacy-my-data-role = • { $role }, { $organisation }
privacy-my-data-name = {"   "}name: { $name }
privacy-my-data-offers = {"   "}can show: { $offers }
privacy-my-data-term = {"   "}kept until { $until }
privacy-my-data-child = {"   "}child { $code }, you are { $kinship }
privacy-my-data-pet-name = {"   "}pet name: { $name } (only you see it)
privacy-my-data-counts = Answers to invitations: { $answers }. Requests: { $requests }. Messages of the bot to you, waiting and sent: { $notices }. Drafts: { $drafts }. Lines of the log: { $journal }.
privacy-file-button = 📄 Get everything as a file
privacy-file-caption = 📄 Here is everything that the bot stores about you. There is nothing about other people in it.
privacy-consents-button = My consents
privacy-erase-button = 🗑 Erase all my data

privacy-consents-title = <b>My consents</b>
privacy-consents-none = There are no consents.
privacy-consents-line =
    { $purpose ->
        [staff] • staff, { $organisation }, version { $version }, { $at }
        [partner] • partner, { $organisation }, version { $version }, { $at }
       *[parent] • parent or relative, { $organisation }, version { $version }, { $at }
    }
privacy-consents-withdrawn =
    { $purpose ->
        [staff] • staff, { $organisation }, version { $version }, { $at }: withdrawn
        [partner] • partner, { $organisation }, version { $version }, { $at }: withdrawn
       *[parent] • parent or relative, { $organisation }, version { $version }, { $at }: withdrawn
    }
privacy-consents-read = Read
privacy-consents-withdraw = Withdraw consent
privacy-withdraw-ask = <b>Withdraw the consent?</b>
    The role that needs it ends, and everything that rested on it is deleted at once. If you hold no other role, the bot forgets you altogether.

privacy-leave-choose = 🚪 <b>Which one to leave?</b>
privacy-leave-ask = <b>Leave { $organisation }?</b>
    Your roles here end, answers and requests are deleted, there will be no more messages. The other adult of your family is not affected.
privacy-leave-everything = You hold no other role, so the bot forgets you altogether.
privacy-leave-sure = Yes, leave
privacy-left-done = 👋 You have left { $organisation }.

privacy-erase-ask = 🗑 <b>Erase all data about you?</b>
    Roles, ties to children, names, answers, requests and drafts are deleted at once, and messages stop. The other adult of your family is not affected.
privacy-erase-stays = What stays: the record that there was a consent and when it was withdrawn (3 years, without name or account), the participant's number in the log (1 year), and backups (up to 30 days).
privacy-erase-sure = Yes, erase everything
privacy-erased-done = ✅ Everything is erased. The bot knows nothing about you any more.
privacy-erased-again = If you want to come back, open a card or a link as you did the first time.
privacy-successor-button = Name a successor

privacy-name-removed = Here stood a message with a participant's name. They have erased their data.

privacy-acts-button = 🗂 Acts of deletion
privacy-acts-title = 🗂 <b>Acts of deletion of data</b>
    The bot deletes by itself what has been kept long enough, and writes down how much of what.
privacy-acts-none = There has been nothing to delete yet.
privacy-acts-line = { $at }: act No. { $number }, { $total } records

privacy-act-heading = Acts of deletion of data. { $organisation }
privacy-act-made = Made by the program on { $at }. Kinds and numbers of records, nothing about people.
privacy-act-number = Act No. { $number } of { $at }
privacy-act-count =
    { $kind ->
        [requests] answered requests to join, older than 30 days: { $count }
        [links] links closed more than 90 days ago: { $count }
        [ties] ties of adults to children who left: { $count }
        [parents] roles of parents without a child in the organisation: { $count }
        [consents] records of consents withdrawn more than 3 years ago: { $count }
        [purposes] consents whose purpose has been fulfilled: { $count }
        [notices] records of sent messages older than 90 days: { $count }
        [audit] lines of the log older than 1 year: { $count }
       *[other] other records: { $count }
    }
privacy-act-file = Acts of deletion
