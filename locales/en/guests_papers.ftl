## Letter of thanks
guests-button-letter = 💌 Letter of thanks
guests-button-own-letter = 💌 My letter
guests-button-letter-issue = ✅ Issue the letter
guests-button-letter-send = 📨 Send to the guest
guests-button-letter-send-again = 📨 Send once more
guests-button-letter-take = 📄 Letter as PDF
guests-button-letters = 💌 Letters to guests
guests-button-register = 📊 Register in Excel
guests-button-journal = 📒 Journal of guests
guests-button-posters = 🚪 Poster for the door
guests-form-letter = 💌 Letter of thanks
guests-ask-letter-salutation = How shall the guest be addressed? Write the whole salutation. Without an answer the letter has a line to be filled in by hand.
guests-ask-letter-words = Write the words of the letter. Number, date and signature are added.
guests-example-letter-salutation = Dear Anna Petrova!
guests-example-letter-words = Thank you for a fascinating meeting with the children!
guests-field-salutation = ✏️ Salutation
guests-field-words = ✏️ Words
guests-letter-preview = <b>💌 This is how the letter will look.</b> Check salutation and words. It gets its number when you issue it, and cannot be changed after that.
guests-letter-preview-blank = Names are not kept in the bot, so there is a line for the guest's name: fill it in by hand on the printed letter.
guests-letter-standing = <b>💌 Letter of thanks No. { $number } of { $day }</b>
guests-letter-not-sent = The guest has not got it yet.
guests-letter-sent = The letter was sent to the guest.
guests-letter-without-phone = The guest does not use the bot: print the letter and hand it over.
guests-letter-gone = The guest has erased their data: number and date remain in the register.
guests-letter-impossible = A letter is written after a visit that took place, while the guest is in the bot.
guests-letter-issued = ✅ The letter is issued.
guests-letter-on-its-way = 📨 The letter is on its way. If it is night now, the guest gets it in the morning.
guests-letter-ready = Here is the letter, ready to be printed.
guests-letter-thanked = 💌 <b>Thank you for being our guest!</b> This letter of thanks is for you to keep and to print.
guests-letter-file = Letter of thanks { $number }.pdf
guests-letters-title = <b>💌 Register of letters of thanks.</b> { $organisation }
guests-letters-empty = There are no letters yet. A letter is written from the card of a visit that took place.
guests-letters-line = No. { $number } · { $day } · { $emoji } { $profession }
guests-letters-table = The register is ready.
guests-letters-file = Register of letters, { $day }.xlsx
guests-letters-sheet = Register of letters of thanks
guests-letter-dear =
    { $sex ->
        [her] Dear { $name }!
        [him] Dear { $name }!
       *[other] Dear guest { $name }!
    }
guests-letter-her-endings = vna
guests-letter-his-endings = vich
guests-letter-her-names = a
guests-letter-words =
    { $kind ->
        [school] Thank you for meeting the children of the class “{ $group }” and telling them about the profession “{ $profession }”. You found time, strength and kind words to show them how interesting and important your work is.
       *[kindergarten] Thank you for meeting the children of the group “{ $group }” and telling them about the profession “{ $profession }”. You found time, strength and kind words to show them how interesting and important your work is.
    }
guests-letter-paper-title = Letter of thanks
guests-letter-paper-dear = Dear guest
guests-letter-paper-thanks = With gratitude, and in the hope of meeting again
guests-letter-paper-signed =
    { $kind ->
        [school] Head teacher
       *[kindergarten] Head
    }
guests-letter-paper-stamp = L. S.
guests-letter-paper-draft = Draft, no number yet
guests-letter-paper-number = No. { $number } of { $day }

## Journal of guests
guests-journal-title = <b>📒 Journal of guests of the school year { $year }/{ $next }</b>
guests-journal-lead = All visits: day, guest, profession, format, how many children, what the children did afterwards, your note. Where a visit did not take place, the reason stands there.
guests-journal-visits =
    { $visits ->
        [0] There were no visits yet.
        [one] It has { $visits } visit.
       *[other] It has { $visits } visits.
    }
guests-button-journal-table = 📊 Excel
guests-button-journal-document = 📝 Word
guests-journal-ready = The journal is ready.
guests-journal-file = Journal of guests { $year }-{ $next }.{ $form }
guests-journal-sheet = Journal “Guest of the group”, school year { $year }/{ $next }
guests-journal-sheet-school = Journal “Guest of the class”, school year { $year }/{ $next }
guests-paper-made = { $organisation }, made on { $day }
guests-paper-head =
    { $part ->
        [day] Date
        [hour] Time
        [group] { $kind ->
            [school] Class
           *[kindergarten] Group
        }
        [guest] Guest
        [profession] Profession
        [formats] Format
        [children] Children
        [trace] What stays
        [note] Note
        [number] No.
       *[sent] Handed over
    }
guests-paper-sent = sent in the chat
guests-paper-partner = partner
guests-paper-gone =
    { $comer ->
        [family] family
       *[partner] partner
    }
guests-paper-note = { $note }

## Poster for the door
guests-posters-title =
    { $kind ->
        [school] <b>🚪 A3 poster “Professions of our class”.</b> Choose a class. It shows the professions that the children have met, places for new ones, and a QR code by which parents sign up as guests.
       *[kindergarten] <b>🚪 A3 poster “Professions of our group”.</b> Choose a group. It shows the professions that the children have met, places for new ones, and a QR code by which parents sign up as guests.
    }
guests-poster-ready = The poster is ready. Print it on A3, or smaller on A4; black and white will do.
guests-poster-file = Professions – { $group }.pdf
guests-poster-title =
    { $kind ->
        [school] Professions of our class
       *[kindergarten] Professions of our group
    }
guests-poster-lead =
    { $met ->
        [0] Soon our first guest will come. Will it be you?
        [one] We have met { $met } profession
       *[other] We have met { $met } professions
    }
guests-poster-blank = Your profession may stand here
guests-poster-invites = Tell the children what you do!
guests-poster-how =
    { $kind ->
        [school] Parents of the class: point your phone's camera at the code, choose a day and come. It takes only 15–20 minutes.
       *[kindergarten] Parents of the group: point your phone's camera at the code, choose a day and come. It takes only 15–20 minutes.
    }

## Entrance list
guests-entrance-sheet = Guests for the entrance, { $first } – { $last }
guests-entrance-note = { $organisation } – keep at the entrance, destroy 30 days after the visit
guests-entrance-name = Full name
guests-entrance-mark = Came at, left at

guests-tab-journal = Guests
guests-tab-register = Letters
guests-tab-entrance = Guests at the entrance
