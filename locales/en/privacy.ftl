# Personal data: what is stored, consents, leaving, erasing, acts.
privacy-policy-title = 🔐 <b>How the bot treats data</b>
privacy-policy-what = <b>What.</b> The number of your account and chat, language, role, numbers of children without names, your answers to invitations and feedback after events, marks that the family came. If you agreed to the quiz, the answers and the result of the child under its number. Names of adults only if the organisation switched them on and the person agreed. The bot does not ask for children's names, health, documents or phones.
privacy-policy-where = <b>Where.</b> In the bot's database on the server of the operator, your organisation. Messages pass through Telegram, whose servers are outside Russia: do not write more than needed.
privacy-policy-how-long = <b>How long.</b> While you take part. Drafts for 7 days, answered requests for 30 days, answers to a quiz for a year after the final one, the log of actions for 1 year under a participant's number, the record of a consent for 3 years after withdrawal, backups for 30 days.
privacy-policy-rights = <b>Your rights.</b> See and take your data: /my_data. Withdraw a consent: there, too. Erase everything at once: /delete_me. The operator's address stands in the text of your consent.
privacy-policy-button = How the bot treats data
privacy-my-data-button = 🔐 My data
privacy-nothing-stored = 🔐 Nothing is stored about you: you have not come in yet, or have erased everything.

privacy-my-data-title = 🔐 <b>My data</b>
privacy-my-data-account = The number of your account and chat in Telegram, the language of the bot. In the log you are participant No. { $number } instead of a name.
privacy-my-data-roles = <b>Who you are here</b>
privacy-my-data-role = • { $role }, { $organisation }
privacy-my-data-name = {"   "}name: { $name }
privacy-my-data-offers = {"   "}can show: { $offers }
privacy-my-data-term = {"   "}kept until { $until }
privacy-my-data-child = {"   "}child { $code }, you are { $kinship }
privacy-my-data-pet-name = {"   "}pet name: { $name } (only you see it)
privacy-my-data-records = <b>Records about you</b>
privacy-my-data-record =
    { $kind ->
        [answers] • answers to invitations: { $count }
        [moods] • your feedback after events: { $count }
        [likings] • your feedback after visits of guests: { $count }
        [requests] • requests to join: { $count }
        [consents] • consents: { $count }
        [messages] • messages of the bot to you: { $count }
        [drafts] • drafts: { $count }
        [visits] • your visits to the children: { $count }
        [correspondence] • your messages about visits – { $count }
        [entrance-names] • your full name for the entrance – { $count }
        [agreed] • consents to a child's quiz – { $count }
        [quizzes] • quizzes of your children – { $count }
        [waves] • quizzes that you opened – { $count }
        [dates] • invitations of guests you sent: { $count }
        [events] • events you made: { $count }
        [invitations] • invitations you issued: { $count }
        [entered] • answers you entered for families: { $count }
        [marked] • marks you made of who came: { $count }
        [pictures] • pictures after events that you confirmed: { $count }
        [sheets] • your analysis sheets of lessons: { $count }
        [visits-entered] • visits you entered for guests: { $count }
        [decided] • requests you answered: { $count }
        [sets] • working groups you belong to: { $count }
        [journal] • lines of the log of what you did: { $count }
       *[other] • records of how the bot works: { $count }
    }
privacy-my-data-more = Every record in full is in the file.
privacy-file-button = 📄 Get everything as a file
privacy-file-caption = 📄 Here is everything that the bot stores about you. There is nothing about other people in it.
privacy-consents-button = My consents
privacy-erase-button = 🗑 Erase all my data

privacy-consents-title = <b>My consents</b>
privacy-consents-none = There are no consents.
privacy-consents-line =
    { $purpose ->
        [staff] staff, { $organisation }, version { $version }, { $at }
        [partner] partner, { $organisation }, version { $version }, { $at }
        [entrance] full name for the entrance, { $organisation }, version { $version }, { $at }
       *[parent] parent or relative, { $organisation }, version { $version }, { $at }
    }
privacy-consents-withdrawn =
    { $purpose ->
        [staff] staff, { $organisation }, version { $version }, { $at }: withdrawn
        [partner] partner, { $organisation }, version { $version }, { $at }: withdrawn
        [entrance] full name for the entrance, { $organisation }, version { $version }, { $at }: withdrawn
       *[parent] parent or relative, { $organisation }, version { $version }, { $at }: withdrawn
    }
privacy-consents-numbered = <b>{ $number }.</b> { $line }
privacy-consents-read = Read
privacy-consents-read-one = Read { $number }
privacy-consents-withdraw = Withdraw consent
privacy-consents-withdraw-one = Withdraw consent { $number }
privacy-withdraw-ask = <b>Withdraw the consent?</b>
    { $purpose ->
        [entrance] The full name that you gave for the entrance is deleted at once. Visits and roles stay; show a document at the entrance.
       *[other] The role that needs it ends, and everything that rested on it is deleted at once. If you hold no other role, the bot forgets you altogether.
    }
privacy-name-only-done = ✅ The full name for the entrance is deleted. Your visits stay; show a document at the entrance.

privacy-leave-choose = 🚪 <b>Which one to leave?</b>
privacy-leave-ask = <b>Leave { $organisation }?</b>
    Your roles here end, answers and requests are deleted, there will be no more messages.
privacy-family-stays = The other adult of your family is not affected.
privacy-leave-everything = You hold no other role, so the bot forgets you altogether.
privacy-leave-sure = Yes, leave
privacy-left-done = 👋 You have left { $organisation }.

privacy-erase-ask = 🗑 <b>Erase all data about you?</b>
    Roles, ties to children, names, answers, requests and drafts are deleted at once, and messages stop.
privacy-erase-stays = What stays: the record that there was a consent and when it was withdrawn (3 years, without name or account), the participant's number in the log (1 year), and backups (up to 30 days).
privacy-erase-sure = Yes, erase everything
privacy-erased-done = ✅ Everything is erased. The bot knows nothing about you any more.
privacy-erased-again = If you want to come back, open a card or a link as you did the first time.
privacy-successor-button = Name a successor

privacy-name-removed = Here stood a message with a participant's name. They have erased their data.

privacy-acts-button = 🗂 Acts of deletion
privacy-acts-title = 🗂 <b>Acts of deletion of data</b>
    The bot deletes by itself what has been kept long enough, and what people asked to delete. Each month has an act (PDF) with an extract of the log. Print it, sign it and keep it for three years: the bot shows acts for one year.
privacy-acts-none = There has been nothing to delete yet.
privacy-acts-month = 📄 { $month }: { $total ->
        [one] { $total } record
       *[other] { $total } records
    }
privacy-act-caption = 📄 Act No. { $number }: { $total ->
        [one] { $total } record
       *[other] { $total } records
    }.
privacy-act-not-over = The month is not over: get this act anew at the beginning of the next one, and sign that.

privacy-act-file = Act of deletion { $month }.pdf
privacy-act-approve = APPROVED
privacy-act-approve-post = (position of the head)
privacy-act-approve-name = (signature, name)
privacy-act-approve-day = "___" ______________ 20___
privacy-act-heading = ACT No. { $number }
privacy-act-subject = of destruction of personal data
privacy-act-day = { $day }
privacy-act-operator = Operator
privacy-act-processor = Processing on behalf
privacy-act-nobody = nobody
privacy-act-system = Information system
privacy-act-system-name = chat bot “Gost gruppy”
privacy-act-period = Period
privacy-act-period-words = from the 1st to { $until }
privacy-act-way = Way of destruction
privacy-act-way-words = deletion of records from the database by the program; from backups not later than 30 days after
privacy-act-lead = The following data were destroyed in the information system:
privacy-act-number-column = No.
privacy-act-kind-column = Category of data
privacy-act-why-column = Reason
privacy-act-count-column = Records
privacy-act-total = In all
privacy-act-people = Participants are named by the numbers that the program gave them. The act has neither names nor account numbers.
privacy-act-annex = Annex: extract of the event log.
privacy-act-signed = The data were destroyed automatically by the program, by the terms set by the operator, with the end of roles, and at the participants' request. The act was drawn up by:
privacy-act-sign-post = (position)
privacy-act-sign-hand = (signature)
privacy-act-sign-name = (name)
privacy-act-law = The form follows Roskomnadzor order No. 179 of 28.10.2022. Act and extract are kept for three years. Have a lawyer check the form.
privacy-act-extract = Extract of the event log
privacy-act-extract-of = Annex to act No. { $number }
privacy-act-at-column = Date and time
privacy-act-who-column = Participant
privacy-act-participant = No. { $number }
privacy-act-zone = Time zone: { $zone }.
privacy-act-page = Act No. { $number }, page
privacy-act-kind =
    { $kind ->
        [erased] all data of the participant: account, roles, name, answers, requests
        [left] role in the organisation, name, answers and requests of the participant
        [roles] role in the organisation, name and answers of the participant
        [persons] all data of the participant: account and settings
        [names] names of participants
        [parents] role of a parent, name and answers of the participant
        [ties] ties of adults to children's numbers
        [requests] requests to join
        [purposes] consents to processing (closed)
        [guest-messages] messages between guests and teachers
        [visits] applications of guests that came to nothing
        [likings] feedback of families after visits of guests
        [events] seats, feedback, attendance, pictures and analysis sheets of events
        [announcements] announcements
        [quiz-answers] children's answers to quizzes
        [child-consents] a child's answers and result in quizzes
        [entrance-names] a guest's full name for the entrance
        [consents] records of consents
        [notices] records of sent messages
        [links] closed links and cards
       *[audit] lines of the log
    }
privacy-act-why =
    { $kind ->
        [erased] the participant's request
        [left] consent withdrawn, or the participant left
        [roles] the role has ended: the purpose is fulfilled
        [persons] 30 days without a role: the purpose is fulfilled
        [names] names switched off by the head
        [parents] the child has left: the purpose is fulfilled
        [ties] the child left more than 30 days ago
        [requests] 30 days after the answer to the request
        [purposes] 30 days after the role ended
        [guest-messages] 30 days after the visit
        [entrance-names] 30 days after the visit, or the guest withdrew the consent
        [visits] 90 days after a refusal, a date given back or a visit that did not take place
        [likings] 1 year after the feedback
        [events] the term after the event has ended
        [announcements] until the end of the next school year
        [quiz-answers] 1 year after the final quiz
        [child-consents] consent withdrawn by a legal representative
        [consents] 3 years after the withdrawal
        [notices] 90 days after sending
        [links] 90 days after closing
       *[audit] 1 year after the entry
    }
