guests-button-more = ⋯ More
guests-more-title =
    { $kind ->
        [school] <b>🎤 Guest of the class</b>: more
       *[kindergarten] <b>🎤 Guest of the group</b>: more
    }
guests-button-month = 📆 Guests by month
guests-button-year = 📊 The school year in figures

guests-month-title =
    { $kind ->
        [school] <b>📆 { $month }</b> · guests of the classes
       *[kindergarten] <b>📆 { $month }</b> · guests of the groups
    }
guests-month-nobody =
    { $kind ->
        [school] There are no classes yet.
       *[kindergarten] There are no groups yet.
    }
guests-month-line =
    { $emoji } <b>{ $name }</b>: { $load ->
        [none] no guests yet
        [fine] { $held ->
            [0] { $agreed } ahead
           *[other] { $agreed ->
                [0] { $held } came
               *[other] { $held } came, { $agreed } ahead
            }
        }
       *[much] { $held ->
            [0] { $agreed } ahead – many for one month
           *[other] { $agreed ->
                [0] { $held } came – many for one month
               *[other] { $held } came, { $agreed } ahead – many for one month
            }
        }
    }{ $asked ->
        [0] {""}
       *[other] { " · ⏳ " }{ $asked }
    }{ $free ->
        [0] {""}
       *[other] { " · 🆓 " }{ $free }
    }
guests-month-suggested =
    { $kind ->
        [school] A class usually has one or two guests a month. ⏳ an application waits, 🆓 a free day.
       *[kindergarten] A group usually has one or two guests a month. ⏳ an application waits, 🆓 a free day.
    }
guests-month-group = { $emoji } { $name }
guests-month-turn =
    { $ahead ->
        [1] { $month } ›
       *[0] ‹ { $month }
    }
guests-group-month-title = <b>📆 { $month }</b>
guests-group-month-empty = <b>📆 { $month }</b>

    There are no days for guests in this month.
guests-month-free = 🆓 { $when }
guests-month-visit = { $mark } { $when } · { $profession }

guests-year-title = <b>📊 Guests of the school year { $year }/{ $next }</b>
guests-year-empty = There have been no guests in this school year yet.
guests-year-visits =
    🎉 { $visits ->
        [one] <b>{ $visits }</b> visit took place
       *[other] <b>{ $visits }</b> visits took place
    }, children there: { $children }
guests-year-groups =
    { $kind ->
        [school] 👥 Guests came to { $met } of { $groups } classes
       *[kindergarten] 👥 Guests came to { $met } of { $groups } groups
    }
guests-year-families = 🏡 Families that have been guests: { $met }, families here now: { $families }
guests-year-partners = 🤝 Visits of partners: { $partners }
guests-year-followed = 🌟 Visits that were followed up: { $followed }
guests-year-spheres = <b>What the guests' work is about</b>
guests-year-sphere =
    { $sphere ->
        [people] People
        [nature] Nature
        [machines] Machines
        [signs] Numbers and words
        [beauty] Beauty
       *[own] Professions not in the list
    }: { $visits }
guests-year-turn = { $year }/{ $next }
