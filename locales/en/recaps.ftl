# Recap of an event: who came, how it was, album, thanks, feedback, history.

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
recaps-order = Mark who came, write a line about how it was, add a link to the album, and thank the families. There are three months for all this.
recaps-button-marks = 🙋 Who came
recaps-button-result = ✍️ How it was
recaps-button-album = 🖼 Album
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
recaps-thanks-bare = So far only “Thank you for being with us”. Go back if you want to add how it was, or a link to the album.
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
