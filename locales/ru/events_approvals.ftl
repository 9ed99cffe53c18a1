# Публикации, которые сначала смотрит методист.

approvals-methodist =
    { $kind ->
        [school] завуч
       *[other] старший воспитатель
    }
approvals-somebody = Сотрудник

## У автора
approvals-first = 📨 Перед публикацией мероприятие посмотрит { $kind ->
        [school] завуч
       *[other] старший воспитатель
    }. Семьи узнают о нём после этого.
approvals-button-propose = 📨 На проверку
approvals-button-propose-series = 📨 На проверку: { $count ->
        [one] { $count } встреча
        [few] { $count } встречи
       *[many] { $count } встреч
    }
approvals-button-take-back = ↩️ Забрать
approvals-sent = ✅ Отправили на проверку. Когда { $kind ->
        [school] завуч
       *[other] старший воспитатель
    } решит, бот вам напишет.
approvals-taken-back = ✅ Забрали с проверки: мероприятие снова среди ваших черновиков.
approvals-waits = 📨 <b>Ждёт проверки.</b> { $kind ->
        [school] Завуч посмотрит
       *[other] Старший воспитатель посмотрит
    }, и мероприятие выйдет. Чтобы исправить что-нибудь, заберите его.
approvals-waits-line = 📨 { $when } · { $title }
approvals-waits-hint = 📨 – ждёт, когда посмотрит { $kind ->
        [school] завуч
       *[other] старший воспитатель
    }.
approvals-remark-of = ✏️ { $kind ->
        [school] Замечание завуча
       *[other] Замечание старшего воспитателя
    }: <i>{ $words }</i>

## У методиста
approvals-title = <b>📨 На проверке</b> · { $organisation }
approvals-hint = Нажмите, чтобы посмотреть и решить. Пока об этом никто из семей не знает. 📣 – объявление без даты.
approvals-empty = Ничего не ждёт проверки.
approvals-setting = { $state ->
        [on] { $kind ->
            [school] Сейчас мероприятия и объявления учителей сначала смотрит завуч. Переносы, отмены и правки отправленного уходят сразу.
           *[other] Сейчас мероприятия и объявления воспитателей сначала смотрит старший воспитатель. Переносы, отмены и правки отправленного уходят сразу.
        }
       *[off] { $kind ->
            [school] Сейчас учителя публикуют мероприятия и объявления сами. Можно включить проверку: тогда каждое сначала посмотрит завуч.
           *[other] Сейчас воспитатели публикуют мероприятия и объявления сами. Можно включить проверку: тогда каждое сначала посмотрит старший воспитатель.
        }
    }
approvals-button-list =
    { $count ->
        [0] 📨 Проверка публикаций
       *[other] 📨 На проверке: { $count }
    }
approvals-button-switch =
    { $state ->
        [on] ✖️ Публиковать без проверки
       *[off] ☑️ Включить проверку
    }
approvals-button-setting =
    { $state ->
        [on] 📨 Проверка публикаций: включена
       *[off] 📨 Проверка публикаций: выключена
    }
approvals-asks = 📨 <b>Просит опубликовать:</b> { $who }
approvals-at = 🕘 Выйдет <b>{ $when }</b>; если проверка закончится позже – сразу после неё.
approvals-weekly = 🔁 Каждую неделю, { $count ->
        [one] { $count } встреча
        [few] { $count } встречи
       *[many] { $count } встреч
    }:
approvals-button-approve = ✅ Опубликовать
approvals-button-return = ✏️ Вернуть с замечанием
approvals-button-picture = 🖼 Показать картинку
approvals-no-picture = Картинка не сохранилась: приглашение придёт без неё.
approvals-button-decide = 📨 Посмотреть и решить
approvals-button-open = 📅 Открыть мероприятие
approvals-form-return = Вернуть с замечанием
approvals-ask-words = Что поправить? Напишите коротко – или пропустите, если уже всё обсудили.
approvals-example-words = Добавьте, пожалуйста, что детям нужна сменная обувь.
approvals-done = ✅ Опубликовано.
approvals-done-planned = ✅ Одобрено. Бот опубликует сам: { $when }
approvals-author-told = Автору бот напишет об этом.
approvals-sent-back = ✅ Вернули: <b>{ $title }</b>. Автору бот напишет об этом.

## Кто был первым
approvals-fate-out = Мероприятие <b>{ $title }</b> ({ $when }) уже опубликовал его автор.
approvals-fate-published = Мероприятие <b>{ $title }</b> ({ $when }) уже опубликовано. Решение: { $who }.
approvals-fate-planned = Мероприятие <b>{ $title }</b> ({ $when }) уже одобрено и выйдет в своё время. Решение: { $who }.
approvals-fate-returned = Мероприятие <b>{ $title }</b> ({ $when }) уже вернули автору. Решение: { $who }.
approvals-fate-taken-back = Мероприятие <b>{ $title }</b> ({ $when }) автор забрал, чтобы что-то поправить.
approvals-fate-late = Мероприятие <b>{ $title }</b> ({ $when }) не дождалось проверки: оно уже началось.

## Извещения автору
approvals-notice-approved = ✅ Мероприятие <b>{ $title }</b> ({ $when }) проверено и опубликовано. Решение: { $who }.
approvals-notice-planned = ✅ Мероприятие <b>{ $title }</b> ({ $when }) проверено. Бот опубликует его сам: { $out }. Решение: { $who }.
approvals-notice-returned = ✏️ Мероприятие <b>{ $title }</b> ({ $when }) вернули поправить. Решение: { $who }. Оно среди ваших черновиков.
approvals-remark = Замечание: <i>{ $words }</i>
approvals-notice-late = ⚠️ Мероприятие <b>{ $title }</b> ({ $when }) не дождалось проверки: оно уже началось. Оно среди ваших черновиков – можно назвать другой день.
