# Whom a group could ask: professional days, families and professions that were not there yet.

guests-button-professional-days = 📅 Professional days
guests-button-suggestions = 💡 Who has not come yet
guests-days-title = <b>📅 Professional days</b>
guests-days-how = Tap a day to begin an invitation: the profession and dates near the day are filled in, and you may change them.
guests-day-line = { $day } – { $name }: no such guest yet
guests-day-line-met = { $day } – { $name }: a guest came on { $last }
guests-day-button = { $day } · { $name }
guests-day-near = 📅 Near { $day }: { $name }. A good occasion to invite such a guest.
guests-suggestions-whose =
    { $kind ->
        [school] <b>💡 Who has not come yet</b>

            Of which class?
       *[kindergarten] <b>💡 Who has not come yet</b>

            Of which group?
    }
guests-suggestions-no-group =
    { $kind ->
        [school] <b>💡 Who has not come yet</b>

            You have no class to invite guests to at the moment.
       *[kindergarten] <b>💡 Who has not come yet</b>

            You have no group to invite guests to at the moment.
    }
guests-suggestions-title = <b>💡 Who has not come yet</b>
guests-unmet-families = 👪 { $families ->
        [one] { $families } family has not been a guest
       *[other] { $families } families have not been guests
    } this school year: { $codes }{ $more ->
        [0] { "" }
       *[other] { " " }and { $more } more
    }. Families who asked not to be invited this month are left out.
guests-unmet-nobody = 👪 There is nobody to invite in person: every family in the bot has been here, will come soon, or asked not to be invited this month.
guests-unmet-spheres =
    { $kind ->
        [school] 🧭 The class has not met yet: { $spheres }.
       *[kindergarten] 🧭 The group has not met yet: { $spheres }.
    }
guests-unmet-professions = Whom to invite – tap a profession:
guests-unmet-profession = { $sign } { $name }
guests-unmet-profession-day = { $sign } { $name } · { $day }
guests-button-invite-unmet = 💌 Invite these families
guests-button-tick-unmet = 💡 Who has not come yet ({ $families })

guests-nudge =
    { $kind ->
        [school] 🌿 We remind you once: the class still has free dates for a guest. If you can come, the children will be happy. If not, no harm done.
       *[kindergarten] 🌿 We remind you once: the group still has free dates for a guest. If you can come, the children will be happy. If not, no harm done.
    }
guests-button-not-this-month = 🙏 I cannot come this month
guests-paused = Thank you for telling us! You will not be reminded of these dates or asked in person until { $until }, that day included. If your plans change, tap “I can come after all”.
guests-button-again-this-month = ↩️ I can come after all
guests-resumed = Good news! Choose a date.
guests-button-see-dates = 📅 Free dates
