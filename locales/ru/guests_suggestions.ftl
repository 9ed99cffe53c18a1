# Whom a group could ask: professional days, families and professions that were not there yet.

guests-button-professional-days = 📅 Профессиональные дни
guests-button-suggestions = 💡 Кого ещё не было
guests-days-title = <b>📅 Профессиональные дни</b>
guests-days-how = Нажмите на день – откроется приглашение: профессия и даты рядом с этим днём уже подставлены, их можно изменить.
guests-day-line = { $day } – { $name }: такого гостя ещё не было
guests-day-line-met = { $day } – { $name }: гость был { $last }
guests-day-button = { $day } · { $name }
guests-day-near = 📅 Рядом { $day }: { $name }. Хороший повод позвать такого гостя.
guests-suggestions-whose =
    { $kind ->
        [school] <b>💡 Кого ещё не было</b>

            Для какого класса посмотреть?
       *[kindergarten] <b>💡 Кого ещё не было</b>

            Для какой группы посмотреть?
    }
guests-suggestions-no-group =
    { $kind ->
        [school] <b>💡 Кого ещё не было</b>

            Сейчас у вас нет класса, в который можно звать гостей.
       *[kindergarten] <b>💡 Кого ещё не было</b>

            Сейчас у вас нет группы, в которую можно звать гостей.
    }
guests-suggestions-title = <b>💡 Кого ещё не было</b>
guests-unmet-families = 👪 { $families ->
        [one] { $families } семья ещё не была
        [few] { $families } семьи ещё не были
       *[many] { $families } семей ещё не были
    } в гостях в этом учебном году: { $codes }{ $more ->
        [0] { "" }
       *[other] { " " }и ещё { $more }
    }. Семьи, которые просили не звать их в этом месяце, не показаны.
guests-unmet-nobody = 👪 Сейчас некого позвать лично: все семьи, которые есть в боте, уже были, скоро придут или просили не звать их в этом месяце.
guests-unmet-spheres =
    { $kind ->
        [school] 🧭 К классу ещё не приходили гости с профессиями из разделов: { $spheres }.
       *[kindergarten] 🧭 К группе ещё не приходили гости с профессиями из разделов: { $spheres }.
    }
guests-unmet-professions = Кого можно позвать – нажмите на профессию:
guests-unmet-profession = { $sign } { $name }
guests-unmet-profession-day = { $sign } { $name } · { $day }
guests-button-invite-unmet = 💌 Позвать эти семьи
guests-button-tick-unmet = 💡 Кто ещё не был ({ $families })

guests-nudge =
    { $kind ->
        [school] 🌿 Напоминаем один раз: у класса остались свободные даты для гостя. Если получится – дети будут очень рады. Если нет, ничего страшного.
       *[kindergarten] 🌿 Напоминаем один раз: у группы остались свободные даты для гостя. Если получится – дети будут очень рады. Если нет, ничего страшного.
    }
guests-button-not-this-month = 🙏 В этом месяце не смогу
guests-paused = Спасибо, что сказали! До { $until } включительно не будем напоминать об этих датах и звать вас лично. Если планы изменятся, нажмите «Всё-таки смогу».
guests-button-again-this-month = ↩️ Всё-таки смогу
guests-resumed = Хорошо, что получится! Выберите дату.
guests-button-see-dates = 📅 Свободные даты
