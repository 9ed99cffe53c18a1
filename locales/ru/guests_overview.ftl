guests-button-more = ⋯ Ещё
guests-more-title =
    { $kind ->
        [school] <b>🎤 Гость класса</b>: что ещё
       *[kindergarten] <b>🎤 Гость группы</b>: что ещё
    }
guests-button-month = 📆 Гости по месяцам
guests-button-year = 📊 Учебный год в цифрах

guests-month-title =
    { $kind ->
        [school] <b>📆 { $month }</b> · гости классов
       *[kindergarten] <b>📆 { $month }</b> · гости групп
    }
guests-month-nobody =
    { $kind ->
        [school] Классов пока нет.
       *[kindergarten] Групп пока нет.
    }
guests-month-line =
    { $emoji } <b>{ $name }</b>: { $load ->
        [none] гостей пока нет
        [fine] { $held ->
            [0] впереди { $agreed }
           *[other] { $agreed ->
                [0] побывало { $held }
               *[other] побывало { $held }, впереди { $agreed }
            }
        }
       *[much] { $held ->
            [0] впереди { $agreed } – много для одного месяца
           *[other] { $agreed ->
                [0] побывало { $held } – много для одного месяца
               *[other] побывало { $held }, впереди { $agreed } – много для одного месяца
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
        [school] Обычно к классу приходят один-два гостя в месяц. ⏳ заявка ждёт ответа, 🆓 свободный день.
       *[kindergarten] Обычно к группе приходят один-два гостя в месяц. ⏳ заявка ждёт ответа, 🆓 свободный день.
    }
guests-month-group = { $emoji } { $name }
guests-month-turn =
    { $ahead ->
        [1] { $month } ›
       *[0] ‹ { $month }
    }
guests-group-month-title = <b>📆 { $month }</b>
guests-group-month-empty = <b>📆 { $month }</b>

    На этот месяц дней для гостей нет.
guests-month-free = 🆓 { $when }
guests-month-visit = { $mark } { $when } · { $profession }

guests-year-title = <b>📊 Гости за { $year }/{ $next } учебный год</b>
guests-year-empty = В этом учебном году гостей ещё не было.
guests-year-visits =
    🎉 { $visits ->
        [one] <b>{ $visits }</b> визит состоялся
        [few] <b>{ $visits }</b> визита состоялись
       *[many] <b>{ $visits }</b> визитов состоялось
    }, детей на них: { $children }
guests-year-groups =
    { $kind ->
        [school] 👥 Гости были в { $met } из { $groups } { $groups ->
            [one] класса
           *[many] классов
        }
       *[kindergarten] 👥 Гости были в { $met } из { $groups } { $groups ->
            [one] группы
           *[many] групп
        }
    }
guests-year-families = 🏡 Семей побывало гостями: { $met }, всего семей сейчас: { $families }
guests-year-partners = 🤝 Визитов партнёров: { $partners }
guests-year-followed = 🌟 Визитов с продолжением: { $followed }
guests-year-spheres = <b>С чем связана работа гостей</b>
guests-year-sphere =
    { $sphere ->
        [people] С людьми
        [nature] С природой
        [machines] С техникой
        [signs] С числами и словами
        [beauty] С красотой
       *[own] Профессии не из списка
    }: { $visits }
guests-year-turn = { $year }/{ $next }
