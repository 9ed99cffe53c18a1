# Группа закрыта на несколько дней: какие дни, что с делами, кому скажем, как открыть снова.

## Кнопки
closures-button-close = { $kind ->
        [school] 🚪 Класс закрыт
       *[kindergarten] 🚪 Группа закрыта
    }
closures-button-standing = 🚪 Закрыто: с { $first } по { $until }
closures-button-confirm = ✅ Закрыть и сообщить
closures-button-confirm-quietly = ✅ Закрыть
closures-button-reopen = { $kind ->
        [school] ↩️ Открыть класс снова
       *[kindergarten] ↩️ Открыть группу снова
    }
closures-button-prolong = ➕ Закрыть и дальше
closures-button-card = 🚪 Что изменилось
closures-button-event = 📅 { $title }
closures-button-visit = 🎤 { $title }

## Какие дни
closures-form = { $kind ->
        [school] Класс закрыт
       *[kindergarten] Группа закрыта
    }
closures-ask-from = С какого дня? Почему закрыто, бот не спрашивает и никому не сообщает.
closures-from-today = С сегодняшнего дня
closures-from-tomorrow = С завтрашнего дня
closures-from-other = С другого дня
closures-ask-other = С какого дня закрыто?
closures-ask-until = До какого дня включительно? Этот день будет последним закрытым.
closures-example-day = пятница, 5 декабря

## Что будет: показываем заранее
closures-preview-title = <b>{ $kind ->
        [school] 🚪 Закрываем класс
       *[kindergarten] 🚪 Закрываем группу
    }</b>
closures-days = { $days ->
        [1] { $first }, один день
        [one] С { $first } по { $until }: { $days } день
        [few] С { $first } по { $until }: { $days } дня
       *[many] С { $first } по { $until }: { $days } дней
    }
closures-preview-nothing = На эти дни ничего не назначено: переносить и отменять нечего.
closures-preview-hint = Это предложения. Нажмите номер, чтобы решить иначе: перенести, отменить или оставить как есть.
closures-preview-fresh = ⚠️ Пока вы смотрели, что-то изменилось. Вот как обстоят дела теперь – посмотрите ещё раз.
closures-preview-told = { $people ->
        [0] Писать некому: это никого не касается.
        [one] Напишем { $people } человеку: одно сообщение, только о том, что его касается.
       *[other] Напишем { $people } людям: каждому одно сообщение, только о том, что его касается.
    }
closures-preview-undo = Открыть снова можно одной кнопкой: всё вернётся на свои места.
closures-item = <b>{ $number }.</b> { $what }
    { $when } – { $deed }
closures-what-event = 📅 { $title }
closures-what-visit = 🎤 Гость: { $title }
closures-what-dates = { $count ->
        [one] 🎟 { $count } свободный день для гостя
        [few] 🎟 { $count } свободных дня для гостей
       *[many] 🎟 { $count } свободных дней для гостей
    }
closures-deed-moved = перенесём на { $to }
closures-deed-cancelled = отменим
closures-deed-without = { $kind ->
        [school] для вашего класса не состоится, остальных ждут как прежде
       *[kindergarten] для вашей группы не состоится, остальных ждут как прежде
    }
closures-deed-withdrawn = закроем для записи
closures-deed-kept = оставим как есть
closures-deed-kept-foreign = оставим как есть: приглашены не только семьи, решает тот, кто приглашал
closures-deed-kept-earlier = начинается раньше, оставим как есть
closures-deed-kept-planned = ещё не опубликовано, поправьте в черновиках
closures-question = ❓ Гостя ({ $title }) спросили, придёт ли он { $asked }. Вопрос снимем; если гость его видел, напишем ему.
closures-question-stays = ❓ Гостя ({ $title }) спросили, придёт ли он { $asked }. Визит остаётся { $stays }. Вопрос снимем; если гость его видел, напишем ему.
closures-wave = 🧩 Викторина «{ $wave }» идёт до { $until }. В неё играют дома, её срок не меняем.
closures-wave-ends = 🧩 Викторина «{ $wave }» закончится { $until }, пока закрыто. Срок у всех общий, его не меняем: напомните семьям сыграть дома.

## Закрыто
closures-card-title = <b>{ $kind ->
        [school] 🚪 Класс закрыт
       *[kindergarten] 🚪 Группа закрыта
    }</b>
closures-card-over = Эти дни прошли.
closures-card-told = { $people ->
        [0] Писать было некому.
        [one] Написали { $people } человеку.
       *[other] Написали { $people } людям.
    }
closures-card-missed = { $people ->
        [one] До { $people } человека сообщение не дошло: бот закрыт или не ответил Telegram. Скажите сами.
       *[other] До { $people } человек сообщение не дошло: бот закрыт или не ответил Telegram. Скажите сами.
    }
closures-card-changed = Что изменилось:
closures-card-unchanged = Ничего переносить и отменять не пришлось.
closures-card-stays = В эти дни остаётся:
closures-card-dates = { $count ->
        [one] 🎟 Закрыли { $count } свободный день для гостя.
        [few] 🎟 Закрыли { $count } свободных дня для гостей.
       *[many] 🎟 Закрыли { $count } свободных дней для гостей.
    }
closures-line-moved = • { $what }
    было { $was }, теперь { $now }
closures-line-cancelled = • { $what }
    { $was } – не состоится
closures-line-without = { $kind ->
        [school] • { $what }
    { $was } – для этого класса не состоится
       *[kindergarten] • { $what }
    { $was } – для этой группы не состоится
    }
closures-line-stands = • { $what }
    { $was }

## Снова открыто
closures-open-title = <b>{ $kind ->
        [school] ↩️ Класс снова открыт
       *[kindergarten] ↩️ Группа снова открыта
    }</b>
closures-open-back = Как было назначено:
closures-open-left = Осталось по-новому:
closures-open-dates = Свободные дни для гостей снова открыты, если их час ещё впереди.

## Что пишем людям
closures-notice-closed = { $kind ->
        [school] 🚪 Класс закрыт с { $first } по { $until }.
       *[kindergarten] 🚪 Группа закрыта с { $first } по { $until }.
    }
closures-notice-closed-day = { $kind ->
        [school] 🚪 Класс закрыт один день: { $first }.
       *[kindergarten] 🚪 Группа закрыта один день: { $first }.
    }
closures-notice-changes = Что меняется для вас:
closures-notice-answer = Ваш ответ сохранён. Если новый день не подходит, измените его.
closures-notice-visit = Новый день визита не подходит? Откройте визит: там его можно перенести или вернуть дату.
closures-notice-open = { $kind ->
        [school] ↩️ Класс снова открыт – раньше, чем ожидали.
       *[kindergarten] ↩️ Группа снова открыта – раньше, чем ожидали.
    }

## Когда назначают на закрытые дни
closures-warning = { $kind ->
        [school] ⚠️ Класс «{ $group }» закрыт с { $first } по { $until }. Назначить на этот день всё равно можно.
       *[kindergarten] ⚠️ Группа «{ $group }» закрыта с { $first } по { $until }. Назначить на этот день всё равно можно.
    }
