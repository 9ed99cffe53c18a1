# Объявления без даты: текст и картинка группам, ролям и рабочим группам.

## Что читают те, кому оно пришло
announcements-heading = <b>📣 Объявление</b>
announcements-text = { $text }
announcements-when = <i>{ $when }</i>
announcements-link-not-yours = Это объявление для других, или его больше нет. Ваши объявления – по кнопке.
announcements-taken-back = ↩️ Это объявление отозвано и больше не действует.
announcements-mine-title = <b>📣 Объявления</b>
announcements-mine-hint = Здесь объявления за последние 30 дней. Нажмите, чтобы прочитать.
announcements-mine-empty = За последние 30 дней объявлений для вас не было.
announcements-button-mine = 📣 Объявления

## Список сотрудника
announcements-button-list = 📣 Объявления
announcements-button-new = ➕ Новое объявление
announcements-button-received = 📥 Что пришло мне
announcements-title = <b>📣 Объявления</b> · { $organisation }
announcements-hint = 💾 – черновик, 📨 – ждёт проверки, 🕘 – уйдёт само в назначенное время, ↩️ – отозвано.
announcements-empty = Объявлений пока нет. Здесь удобно сообщить то, что не привязано к дню: нужны коробки для поделок, изменился телефон, спасибо за помощь.
announcements-line-draft = 💾 { $emojis } { $opening }
announcements-line-proposed = 📨 { $emojis } { $opening }
announcements-line-planned = 🕘 { $emojis } { $when } · { $opening }
announcements-line-published = { $emojis } { $when } · { $opening }
announcements-line-recalled = ↩️ { $emojis } { $when } · { $opening }

## Анкета
announcements-form-new = Новое объявление
announcements-form-change = Изменить объявление
announcements-form-plan = Когда отправить
announcements-ask-text = Напишите объявление одним сообщением, до 3500 знаков. Имён детей и сведений о здоровье, пожалуйста, не пишите.
announcements-example-text = Собираем коробки из-под обуви для мастерской. Приносите до пятницы!
announcements-ask-who = Кому отправить? Отметьте всех, кто должен это прочитать.
announcements-ask-groups =
    { $kind ->
        [school] Родителям каких классов? Отметьте один или несколько.
       *[kindergarten] Родителям каких групп? Отметьте одну или несколько.
    }
announcements-ask-picture = Пришлите картинку к объявлению: афишу, схему, рисунок. Людей на ней, пожалуйста, быть не должно.
announcements-plan-ask-day = В какой день отправить объявление? Выберите день или напишите словами, можно сразу с часом.
announcements-plan-ask-time = Во сколько отправить? Нажмите или напишите.
announcements-field-text = Текст
announcements-field-groups = Чьим родителям
announcements-field-who = Кому
announcements-field-picture = 🖼 Картинка

## Как это будет выглядеть
announcements-preview-title = <b>Проверьте объявление</b>
announcements-pictured = 🖼 Придёт с картинкой.
announcements-who = 👥 Кому: { $who }
announcements-who-parents = родителям
announcements-who-teachers = педагогам этих детей
announcements-who-staff = всему коллективу
announcements-who-partners = партнёрам
announcements-who-sets = { $count ->
        [one] рабочей группе
       *[many] рабочим группам
    }
announcements-reach = Объявление придёт: <b>{ $adults ->
        [one] { $adults } взрослому
       *[many] { $adults } взрослым
    } из { $families ->
        [one] { $families } семьи
       *[many] { $families } семей
    }</b>
announcements-reach-mixed = Объявление придёт: <b>{ $adults ->
        [one] { $adults } взрослому
       *[many] { $adults } взрослым
    }</b>
announcements-reach-nobody =
    { $closed ->
        [0] Сообщение пока никому не уйдёт: из этих семей ещё никто не вошёл по карточке.
       *[other] Сообщение пока никому не уйдёт: все, кому оно предназначено, закрыли бота.
    }
announcements-reach-later = 🌙 Сейчас тихие часы. Объявление придёт позже: { $when }
announcements-reach-without-phone = { $families ->
        [one] { $families } семья
        [few] { $families } семьи
       *[many] { $families } семей
    } ещё не в боте: скажите сами.
announcements-button-publish = ✅ Отправить
announcements-button-keep = 💾 Отложить

## Карточка
announcements-card-draft = 💾 <b>Черновик.</b> Его пока никто не видит.
announcements-card-planned = 🕘 Уйдёт само: <b>{ $when }</b>. До этого его никто не видит.
announcements-card-published = ✅ Отправлено { $when }
announcements-card-recalled = ↩️ <b>Отозвано.</b> В чатах его больше нет.
announcements-button-publish-kept = ✅ Отправить сейчас
announcements-button-plan = 🕘 Отправить позже
announcements-button-open-draft = 💾 Открыть черновик
announcements-button-drop-yes = Да, удалить
announcements-button-drop-no = Нет, оставить
announcements-drop-question = Удалить черновик «{ $opening }»? Его ещё никто не видел.
announcements-dropped = ✅ Удалено. Об этом объявлении никто не знал, поэтому никому и не пишем.
announcements-word-published = ✅ Отправляем. Как расходится объявление, видно в «Кому дошло».
announcements-word-kept = ✅ Сохранено. Отправить можно сейчас или позже.
announcements-word-planned = ✅ Хорошо: бот отправит сам. { $when }
announcements-word-unplanned = ✅ Само не уйдёт: объявление ждёт вас среди черновиков.
announcements-word-reworded = ✅ Сохранено. В чатах текст обновится сам.

## Изменение
announcements-change-title = <b>Новый текст объявления</b>
announcements-change-standing = { $count ->
        [0] Кому объявление ещё не пришло, прочитает новый текст.
        [one] В { $count } чате текст обновится сам, без нового сообщения.
       *[many] В { $count } чатах текст обновится сам, без новых сообщений.
    }
announcements-button-save = ✅ Сохранить

## Рассылка
announcements-report-title = <b>📬 Кому дошло</b>
    { $opening }
announcements-state-stopped = ⏸ Рассылка остановлена. Кто не получил сообщения, увидит объявление в списке «Объявления».
announcements-state-recalled = ↩️ Объявление отозвано, сообщения убраны из чатов.
announcements-recall-question = Отозвать объявление «{ $opening }»?
announcements-recall-standing = { $count ->
        [0] В чатах пока нет сообщений о нём.
        [one] Из чатов исчезнет { $count } сообщение. То, что старше двух суток, удалить нельзя: вместо него будет написано, что объявление отозвано.
        [few] Из чатов исчезнут { $count } сообщения. То, что старше двух суток, удалить нельзя: вместо него будет написано, что объявление отозвано.
       *[many] Из чатов исчезнут { $count } сообщений. То, что старше двух суток, удалить нельзя: вместо него будет написано, что объявление отозвано.
    }
announcements-recall-for-good = Вернуть отозванное нельзя, но его можно скопировать и отправить заново. Об отзыве бот никому не пишет.
announcements-not-published = ⚠️ Объявление «{ $opening }» не отправлено: отправлять его тем, кого вы выбрали, вам больше нельзя. Оно снова среди черновиков.

## Вечерняя сводка и слово автору
announcements-summary = { $emojis } <b>Объявление:</b> { $opening }
announcements-summary-button = 📣 { $opening }
announcements-trouble =
    Объявление «{ $opening }».
    { $count ->
        [one] До { $count } взрослого оно не дошло: чат с ботом закрыт или недоступен.
       *[many] До { $count } взрослых оно не дошло: чат с ботом закрыт или недоступен.
    }
    Пожалуйста, расскажите об этом лично.
