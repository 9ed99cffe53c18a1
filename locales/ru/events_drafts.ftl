# Отложенные мероприятия: черновики, публикация по времени, копии, серии.

## Список
events-drafts-title = <b>🗂 Отложенные мероприятия</b> · { $organisation }
events-drafts-hint = 💾 – черновик, 🕘 – выйдет само в назначенное время. Семьи об этом пока не знают.
events-drafts-empty = Отложенных мероприятий нет.
events-draft-line = 💾 { $when } · { $title }
events-draft-line-planned = 🕘 { $when } · { $title }

## Карточка
events-draft-state = 💾 <b>Черновик.</b> Семьи его не видят.
events-draft-state-planned = 🕘 Выйдет само: <b>{ $when }</b>. До этого семьи его не видят.
events-draft-kept = ✅ Сохранено. Опубликовать можно сейчас или позже.
events-draft-planned = ✅ Хорошо, бот опубликует сам: { $when }.
events-draft-unplanned = ✅ Хорошо, само не выйдет: мероприятие ждёт вас среди черновиков.
events-draft-dropped = ✅ Удалено. Никто о нём не знал, поэтому никому и не пишем.
events-draft-drop-question = Удалить черновик <b>{ $title }</b> ({ $when })? Семьи о нём ещё не знают.
events-draft-button-keep = 💾 Отложить
events-draft-button-list =
    { $count ->
        [0] 🗂 Отложенные
       *[other] 🗂 Отложенные: { $count }
    }
events-draft-button-publish = ✅ Опубликовать сейчас
events-draft-button-plan = 🕘 Опубликовать позже
events-draft-button-replan = 🕘 Другое время
events-draft-button-unplan = ✖️ Пока не публиковать
events-draft-button-drop = 🗑 Удалить
events-draft-button-drop-yes = Да, удалить
events-draft-button-open = 🗂 Открыть черновик
events-draft-button-copy = 📋 Скопировать

## Публикация по времени
events-plan-form = Когда опубликовать
events-plan-ask-day = В какой день отправить приглашения? Выберите день или напишите словами, можно сразу с часом.
events-plan-ask-time = Во сколько отправить? Нажмите или напишите.

## Извещение
events-draft-not-published = ⚠️ Мероприятие <b>{ $title }</b> ({ $when }) не опубликовано: { $why }. Оно снова среди черновиков.
events-draft-why-past = к назначенному времени оно уже началось
events-draft-why-rights = объявлять его тем, кого вы выбрали, вам больше нельзя
events-form-filled = Новое мероприятие

## Каждую неделю
events-series = 🔁 И ещё: { $days }. На эти дни ответить можно в «Моих мероприятиях».
events-series-day = { $when }
events-draft-button-series = 🔁 Каждую неделю
events-draft-series-title = <b>🔁 Каждую неделю</b>
    { $title }. Сколько встреч?
events-draft-series-weeks = { $count }
events-draft-series-weeks-chosen = ✅ { $count }
events-draft-series-once = Приглашение будет одно, со всеми днями. Отвечают семьи на каждый день отдельно; изменить или отменить тоже можно каждый день отдельно.
events-draft-button-series-publish = ✅ Опубликовать: { $count ->
        [one] { $count } встреча
        [few] { $count } встречи
       *[many] { $count } встреч
    }
events-draft-series-published = ✅ Опубликовано: { $count ->
        [one] { $count } встреча
        [few] { $count } встречи
       *[many] { $count } встреч
    }. Это первая из них, остальные – в списке мероприятий.

## Картинка
events-ask-picture = Пришлите картинку к приглашению: афишу, рисунок, предмет. Людей на ней, пожалуйста, быть не должно.
events-picture-there = картинка есть
events-field-picture = 🖼 Картинка
events-picture-goes-along = 🖼 Приглашение придёт с картинкой.
