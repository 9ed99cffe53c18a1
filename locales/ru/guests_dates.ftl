# «Гость группы»: даты сразу на месяц, дни без гостей, тихие месяцы.

guests-button-series = 📆 Сразу на месяц
guests-form-series = Даты на месяц
guests-series-weekday =
    { $day ->
        [0] Пн
        [1] Вт
        [2] Ср
        [3] Чт
        [4] Пт
       *[5] Сб
    }
guests-ask-weekdays = По каким дням недели ждём гостей?
guests-ask-hours = Во сколько? Отметьте или напишите свои часы через запятую.
guests-example-hours = 9:20, 15:40
guests-ask-period = За какое время открываем даты?
guests-period-month = { $month }
guests-period-own = 📅 Свои дни
guests-ask-first = С какого дня? Выберите или напишите.
guests-example-first = 1 сентября
guests-ask-last = По какой день? Выберите или напишите.
guests-example-last = 30 сентября
guests-ask-without = Какие даты убрать? Отметьте их и нажмите «Готово».
guests-series-date = { $when }
guests-series-minutes = ⏱ Встреча с детьми этого возраста – { $minutes ->
        [one] { $minutes } минута
        [few] { $minutes } минуты
       *[many] { $minutes } минут
    }.
guests-series-none = Свободных дней здесь не нашлось. { $quiet ->
        [yes] Если гости нужны и в тихий месяц – нажмите «🎄 Открыть и в тихие месяцы». Или измените дни недели, часы или месяц.
       *[no] Измените дни недели, часы или месяц.
    }
guests-series-beyond = За один раз открываем до { $limit } дат. Не поместилось: { $count }. Их можно открыть следующим разом.
guests-series-skipped = Пропускаем:
guests-series-skip = • { $reason }: { $days }{ $more ->
        [0] { "" }
       *[other] {" "}и ещё { $more }
    }
guests-unusual = ⚠️ { $reason }: { $days }{ $more ->
        [0] { "" }
       *[other] {" "}и ещё { $more }
    }
guests-skip =
    { $why ->
        [past] Уже прошло
        [closed] Закрыто
        [free] Гостей не зовём
        [quiet] Тихий месяц
        [open] Уже открыто
        [weekend] Выходной день
        [holiday] Выходной
       *[removed] Убрали вы
    }
guests-button-without = ✂️ Убрать даты
guests-button-quiet-on = 🎄 Открыть и в тихие месяцы
guests-button-quiet-off = 🌙 Тихие месяцы не трогать
guests-field-weekdays = Дни недели
guests-field-hours = Часы
guests-field-period = Месяц

guests-button-free-days = 🌙 Не зовём гостей
guests-free-title =
    { $kind ->
        [school] <b>🌙 Не зовём гостей</b>
            В эти дни даты «сразу на месяц» не открываются: контрольные, каникулы, праздник класса.
       *[kindergarten] <b>🌙 Не зовём гостей</b>
            В эти дни даты «сразу на месяц» не открываются: утренник, выпускной, своё дело группы.
    }
guests-free-none = Таких дней пока нет.
guests-free-line = • { $days } – { $whose }
guests-free-line-noted = • { $days } – { $whose }: { $note }
guests-free-day = { $day }
guests-free-days = с { $first } по { $last }
guests-free-all =
    { $kind ->
        [school] вся школа
       *[kindergarten] весь детский сад
    }
guests-free-quiet = 🎄 Тихие месяцы: { $months }. Даты в них открываются, только если вы сами попросите.
guests-free-quiet-none = Тихих месяцев нет: даты открываются круглый год.
guests-month-name =
    { $month ->
        [1] январь
        [2] февраль
        [3] март
        [4] апрель
        [5] май
        [6] июнь
        [7] июль
        [8] август
        [9] сентябрь
        [10] октябрь
        [11] ноябрь
       *[12] декабрь
    }
guests-button-quiet-month = { $state ->
        [on] 🎄{" "}
       *[off] { "" }
    }{ $month ->
        [1] Январь
        [2] Февраль
        [3] Март
        [4] Апрель
        [5] Май
        [6] Июнь
        [7] Июль
        [8] Август
        [9] Сентябрь
        [10] Октябрь
        [11] Ноябрь
       *[12] Декабрь
    }
guests-button-free-add = ➕ Добавить дни
guests-button-free-remove = 🗑 Снова звать: { $first }
guests-free-added = 🌙 Записали: в эти дни гостей не зовём. Даты, открытые раньше, остались открытыми.
guests-free-removed = Записали: в эти дни снова можно звать гостей.
guests-form-free-days = Дни без гостей
guests-free-everybody =
    { $kind ->
        [school] 🏫 Вся школа
       *[kindergarten] 🏡 Весь детский сад
    }
guests-ask-free-whose = Кто не зовёт гостей в эти дни?
guests-ask-free-first = С какого дня не зовём гостей?
guests-ask-free-last = По какой день? Если день один, выберите его ещё раз.
guests-ask-free-note = Чем заняты эти дни? Напишите словом или пропустите.
guests-example-free-note = Утренник

guests-clash-date = ⚠️ { $when }: в это время у детей «{ $title }». Открыть дату всё равно можно.
guests-clash = ⚠️ В это время у детей «{ $title }». Можно договориться на другой час.
guests-for-older = 🌱 В нашем каталоге эта профессия – для детей постарше: { $age }. Попросите гостя рассказать проще или выберите другой рассказ. Решать вам.
guests-thought =
    { $kind ->
        [school] 🤔 Подумайте, о чём гость расскажет вашим ученикам: об этой работе детям рассказывают не всё. Решать вам.
       *[kindergarten] 🤔 Подумайте, о чём гость расскажет малышам: об этой работе детям рассказывают не всё. Решать вам.
    }
