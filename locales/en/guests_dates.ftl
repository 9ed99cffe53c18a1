# Guests: dates of a whole month at once, days without guests, quiet months.

guests-button-series = 📆 A month at once
guests-form-series = Dates of a month
guests-series-weekday =
    { $day ->
        [0] Mon
        [1] Tue
        [2] Wed
        [3] Thu
        [4] Fri
       *[5] Sat
    }
guests-ask-weekdays = On which days of the week are guests welcome?
guests-ask-hours = At what time? Tick, or write your own hours with commas.
guests-example-hours = 9:20, 15:40
guests-ask-period = For which time are the dates opened?
guests-period-month = { $month }
guests-period-own = 📅 Own days
guests-ask-first = From which day? Choose or write.
guests-example-first = 1 September
guests-ask-last = Until which day? Choose or write.
guests-example-last = 30 September
guests-ask-without = Which dates are taken out? Tick them and press “Done”.
guests-series-date = { $when }
guests-series-minutes = ⏱ With children of this age a meeting takes { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }.
guests-series-none = No day was found here. { $quiet ->
        [yes] If guests are welcome in a quiet month, too, press “🎄 Open quiet months, too”. Or change the weekdays, the hours or the month.
       *[no] Change the weekdays, the hours or the month.
    }
guests-series-beyond = Up to { $limit } dates are opened at once. Left over: { $count }. They can be opened next time.
guests-series-skipped = Left out:
guests-series-skip = • { $reason }: { $days }{ $more ->
        [0] { "" }
       *[other] {" "}and { $more } more
    }
guests-unusual = ⚠️ { $reason }: { $days }{ $more ->
        [0] { "" }
       *[other] {" "}and { $more } more
    }
guests-skip =
    { $why ->
        [past] Over already
        [closed] Closed
        [free] No guests
        [quiet] A quiet month
        [open] Open already
        [weekend] A weekend
        [holiday] A day off
       *[removed] Taken out by you
    }
guests-button-without = ✂️ Take dates out
guests-button-quiet-on = 🎄 Open quiet months, too
guests-button-quiet-off = 🌙 Leave quiet months alone
guests-field-weekdays = Weekdays
guests-field-hours = Hours
guests-field-period = Month

guests-button-free-days = 🌙 Days without guests
guests-free-title =
    { $kind ->
        [school] <b>🌙 Days without guests</b>
            “A month at once” opens no dates on these days: tests, holidays, a party of the class.
       *[kindergarten] <b>🌙 Days without guests</b>
            “A month at once” opens no dates on these days: a festival, a farewell, the group’s own plans.
    }
guests-free-none = There are none yet.
guests-free-line = • { $days } – { $whose }
guests-free-line-noted = • { $days } – { $whose }: { $note }
guests-free-day = { $day }
guests-free-days = from { $first } to { $last }
guests-free-all =
    { $kind ->
        [school] the whole school
       *[kindergarten] the whole kindergarten
    }
guests-free-quiet = 🎄 Quiet months: { $months }. Dates are opened in them only if you ask for it.
guests-free-quiet-none = There are no quiet months: dates are opened all year round.
guests-month-name =
    { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    }
guests-button-quiet-month = { $state ->
        [on] 🎄{" "}
       *[off] { "" }
    }{ $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    }
guests-button-free-add = ➕ Add days
guests-button-free-remove = 🗑 Invite again: { $first }
guests-free-added = 🌙 Noted: no guests on these days. Dates opened before stay open.
guests-free-removed = Noted: guests may be invited on these days again.
guests-form-free-days = Days without guests
guests-free-everybody =
    { $kind ->
        [school] 🏫 The whole school
       *[kindergarten] 🏡 The whole kindergarten
    }
guests-ask-free-whose = Who invites no guests on these days?
guests-ask-free-first = From which day?
guests-ask-free-last = Until which day? If it is one day, choose it again.
guests-ask-free-note = What are these days for? Write a word, or skip.
guests-example-free-note = Festival

guests-clash-date = ⚠️ { $when }: the children have “{ $title }” at this time. The date may be opened all the same.
guests-clash = ⚠️ The children have “{ $title }” at this time. Another hour may be agreed upon.
guests-for-older = 🌱 Our catalogue tells of this profession to older children: { $age }. Ask the guest to tell it more simply, or choose another story. It is for you to decide.
guests-thought =
    { $kind ->
        [school] 🤔 Think of what the guest will tell your pupils: not all of this work is for children. It is for you to decide.
       *[kindergarten] 🤔 Think of what the guest will tell the little ones: not all of this work is for children. It is for you to decide.
    }
