# Recap of an event: who came, how it was, album, pictures, thanks, feedback, analysis sheet, history.

## The card of the recap
recaps-button = 📝 Recap
recaps-title = <b>📝 Recap: { $title }</b>
    { $when }
recaps-counted-none = Nobody is marked as present yet.
recaps-counted = { $families ->
        [one] { $families } family
       *[other] { $families } families
    } came. Adults: { $adults }, children: { $children }.
recaps-result = How it was: { $result }
recaps-album = Album: { $link }
recaps-moods = Feedback: { $faces }
recaps-moods-few = Answers so far: { $count }. They are shown once there are { $enough }: otherwise one could guess whose they are.
recaps-thanked = 💐 Thanks sent: { $when }.
recaps-order = Mark who came, write a line about how it was, add pictures or a link to the album, and thank the families. There are three months for all this.
recaps-button-marks = 🙋 Who came
recaps-button-result = ✍️ How it was
recaps-button-album = 🔗 Album
recaps-button-thanks = 💐 Say thanks

## Who came
recaps-marks-title = <b>🙋 Who came: { $title }</b>
    { $when }
recaps-marks-hint = Tap a number: the family is marked as it promised. Tap again to change it: 👤 is how many adults, 🧒 whether the child was there. After the last choice the mark is taken away. ☐ means promised and not marked yet.
recaps-button-all = { $families ->
        [one] ✅ Mark all who promised: { $families } family
       *[other] ✅ Mark all who promised: { $families } families
    }
recaps-family = { $code }
recaps-family-said = ☐ { $code }
recaps-family-came = ✅ { $code } · { $who }
recaps-all-marked = ✅ All who promised are marked.
recaps-all-marked-count = { $families ->
        [0] All who promised were marked already.
        [one] ✅ { $families } family marked.
       *[other] ✅ { $families } families marked.
    }

## What is written
recaps-form-result = How it was
recaps-ask-result = Write in one line how it was. The families who were there will read it. Please write no names of children.
recaps-example-result = We planted twelve tulips and agreed to water them in turns.
recaps-form-album = Album
recaps-ask-album = Send a link to your organisation’s album. It begins with “https://”. Share the album as you usually do: the bot shows the link only to those who were there.
recaps-example-album = https://disk.yandex.ru/d/prazdnik

## Thanks
recaps-thanks-question = <b>💐 Say thanks for “{ $title }”?</b>
    { $when }
recaps-thanks-bare = So far only “Thank you for being with us”. Go back if you want to add how it was, pictures, or a link to the album.
recaps-thanks-told = { $adults ->
        [one] { $adults } adult of those who were there gets the message.
       *[other] { $adults } adults of those who were there get the message.
    }
recaps-thanks-once = Thanks are sent once. Beneath them there are three faces: the family may say how it liked the event.
recaps-button-thanks-yes = 💐 Send thanks
recaps-thanks-sent = 💐 Thanks sent.
recaps-thanks-sent-to = { $adults ->
        [one] 💐 Thanks sent: { $adults } adult gets them.
       *[other] 💐 Thanks sent: { $adults } adults get them.
    }
recaps-notice = 💐 <b>Thank you for being with us!</b>
    { $title } · { $when }
recaps-notice-question = How was it? Tap a face. Staff see only how many of which there are, not whose they are.
recaps-felt = { $face } Thank you for telling us!
recaps-summary = 💐 Thank you for being with us: { $title }
recaps-summary-button = 💐 { $title }

## History
recaps-button-history = 🗂 History and table
recaps-history-title = <b>🗂 Past events</b>
    { $organisation }
recaps-history-empty = Nothing has taken place yet.
recaps-history-none-so = There were no such events. Choose something else.
recaps-history-line = { $when } · { $title }
recaps-history-line-came = { $when } · 👪 { $families } · { $title }
recaps-history-by-form = Kind: any
recaps-history-by-group = { $kind ->
        [school] Class: any
       *[kindergarten] Group: any
    }
recaps-history-by-month = Month: any
recaps-history-by = 🔎 { $what }
recaps-history-ask-form = Events of which kind?
recaps-history-ask-group = { $kind ->
        [school] Events of which class?
       *[kindergarten] Events of which group?
    }
recaps-history-ask-month = Events of which month?
recaps-history-any-form = Any kind
recaps-history-any-group = { $kind ->
        [school] Any class
       *[kindergarten] Any group
    }
recaps-history-any-month = Any month
recaps-history-no-form = No kind
recaps-history-month = { $month }
recaps-button-table = 📊 Excel table

## Table
recaps-table-ready = 📊 The table is ready. The first sheet has events and how many came, the second families by number. There are no names in it.
recaps-table-file = Events { $day }.xlsx
recaps-table-sheet-events = Events
recaps-table-sheet-families = Who came
recaps-table-day = Date
recaps-table-hour = Time
recaps-table-title = Event
recaps-table-form = Kind
recaps-table-groups = { $kind ->
        [school] Classes
       *[kindergarten] Groups
    }
recaps-table-place = Place
recaps-table-families = Families
recaps-table-adults = Adults
recaps-table-children = Children
recaps-table-result = How it was
recaps-table-album = Album
recaps-table-code = Number
recaps-table-group = { $kind ->
        [school] Class
       *[kindergarten] Group
    }
recaps-table-more = { $count ->
        [one] The latest { $count } event is shown. To see earlier ones, narrow the list.
       *[other] The latest { $count } events are shown. To see earlier ones, narrow the list.
    }

## Pictures
recaps-button-pictures = 🖼 Pictures ({ $count } of { $most })
recaps-pictures-title = <b>🖼 Pictures: { $title }</b>
    { $when }
recaps-pictures-none = There are no pictures yet. Crafts, an exhibition, a laid table, the hall: anything that shows neither children nor faces will do.
recaps-picture-place = Picture { $number } of { $count }.
recaps-picture-lost = The picture itself is not on the server any more. Take it away and add it anew.
recaps-button-add-picture = ➕ Add
recaps-button-remove-picture = 🗑 Take away
recaps-picture-remove = Take this picture away? It cannot be brought back.
recaps-button-remove-picture-yes = 🗑 Yes, take it away
recaps-picture-removed = 🗑 The picture is taken away.
recaps-pictures-send = Send a picture: a photo, or a JPG, PNG or WebP file of at most 5 MB. You may send several at once: { $left ->
        [one] there is room for { $left } picture.
       *[other] there is room for { $left } pictures.
    } Of each the bot asks whether it shows no children and no faces, and keeps nothing before your answer.
recaps-picture-question = Does this picture show neither children nor faces?
    “{ $title }”
recaps-picture-more = { $count ->
        [one] After it we ask about { $count } more picture.
       *[other] After it we ask about { $count } more pictures.
    }
recaps-button-picture-keep = ✅ It shows none, keep it
recaps-button-picture-forget = 🗑 It does: do not keep it
recaps-picture-kept = ✅ Kept. Pictures now: { $count } of { $most }.
recaps-picture-forgotten = 🗑 Not kept: the bot does not store this picture. The message itself you may delete in the chat.
recaps-picture-further = You may send one more picture, or finish.
recaps-pictures-closed = The bot does not wait for pictures now. Open “📝 Recap” of the event and tap “🖼 Pictures”.
recaps-button-pictures-done = 🖼 To the pictures
recaps-picture-not-shown = The picture could not be shown: Telegram did not take it, or the connection is too weak. Please try again a little later.
recaps-pictures-shown = <b>🖼 { $title }</b>
    { $when }
recaps-pictures-none-any-more = There are no pictures here any more.
recaps-button-show-pictures = { $count ->
        [one] 🖼 Show the picture
       *[other] 🖼 Show the pictures: { $count }
    }
recaps-thanks-pictures = { $count ->
        [one] Below the message there is a button that opens { $count } picture.
       *[other] Below the message there is a button that opens { $count } pictures.
    }

## Analysis sheet of an open lesson
recaps-button-sheet = 📋 Analysis sheet
recaps-sheet-title = <b>📋 Analysis sheet: { $title }</b>
    { $when }
recaps-sheet-empty = You have not filled in the sheet yet. It has eight indicators, one tap for each, and two lines if you like.
recaps-sheet-filled = ✅ Your sheet is sent. You may change it within a week after the lesson.
recaps-sheet-for-others = The sheet is filled in by colleagues invited to the lesson. Whoever held it, the head and the methodist read all of them together.
recaps-button-sheet-fill = ✍️ Fill in the sheet
recaps-button-sheet-change = ✍️ Change my sheet
recaps-button-sheet-paper = 🖨 All together on A4
recaps-button-sheet-blank = 🖨 Blank sheet on A4
recaps-sheet-awaited = 📋 Analysis sheet · { $when } · { $title }
recaps-form-sheet = Analysis sheet
recaps-sheet-ask = <b>{ $name }</b>
    { $question }
recaps-sheet-answer =
    { $answer ->
        [yes] Yes
        [partly] Partly
        [no] No
       *[unseen] Not observed
    }
recaps-sheet-ask-takeaway = What do you take for your own work? One line, please, without names of children.
recaps-sheet-example-takeaway = The children explained to one another how to hold a rolling pin.
recaps-sheet-ask-advice = What do you advise? One kind line, please, without names of children.
recaps-sheet-example-advice = To leave more time for questions at the end.
recaps-sheet-review = <b>📋 Please check the sheet</b>
recaps-sheet-line = { $name }: { $answer }
recaps-sheet-takeaway = For my own work: { $words }
recaps-sheet-advice = Advice: { $words }
recaps-sheet-who-reads = Whoever held the lesson sees the sum of all sheets and your words without a name, but may guess whose they are if there are few sheets. The head and the methodist see who wrote what.
recaps-sheet-change = ✏️ { $number }. { $name }
recaps-sheet-change-takeaway = ✏️ For my own work
recaps-sheet-change-advice = ✏️ Advice
recaps-button-sheet-send = ✅ Send the sheet
recaps-sheet-sent = ✅ Thank you, the sheet is sent.
recaps-sheets-none = There are no sheets yet. Colleagues may fill them in within a week after the lesson.
recaps-sheets-count = { $count ->
        [one] { $count } sheet is filled in. The mean mark is from 0 to 2.
       *[other] { $count } sheets are filled in. The mean mark is from 0 to 2.
    }
recaps-sheets-seen = { $count ->
        [0] • { $name }: nobody observed it
        [one] • { $name }: { $mean } · { $count } mark
       *[other] • { $name }: { $mean } · { $count } marks
    }
recaps-sheet-mean = { $whole }.{ $tenth }
recaps-sheet-no-mean = –
recaps-sheets-takeaways = <b>Taken for their own work</b>
recaps-sheets-advice = <b>Advice</b>
recaps-sheets-said = – { $words }
recaps-sheets-said-by = – { $words } ({ $who })
recaps-sheets-more = { $count ->
        [one] …and { $count } more line on the A4 sheet.
       *[other] …and { $count } more lines on the A4 sheet.
    }
recaps-sheet-paper-ready = 📋 The sheet is ready. There are no names in it.
recaps-sheet-file = Analysis sheet – { $title }.pdf
recaps-sheet-file-blank = Blank analysis sheet – { $title }.pdf
recaps-sheet-paper-when = { $when }
recaps-sheet-paper-lesson = Lesson
recaps-sheet-paper-day = When
recaps-sheet-paper-indicator = What we look at
recaps-sheet-paper-mean = Mean mark
recaps-sheet-paper-count = Marks
recaps-sheet-paper-nobody = not observed
recaps-sheet-paper-scale = Marks: yes is 2, partly 1, no 0. “Not observed” is left out of the mean.
recaps-sheet-paper-sheets = Sheets filled in: { $count }
recaps-sheet-paper-takeaways = What colleagues take for their own work
recaps-sheet-paper-advice = What they advise
recaps-sheet-paper-own-takeaway = What I take for my own work
recaps-sheet-paper-own-advice = What I advise
recaps-sheet-paper-yes = yes
recaps-sheet-paper-partly = partly
recaps-sheet-paper-no = no
recaps-sheet-paper-unseen = not observed
recaps-sheet-paper-signature = Filled in by (if you like)
