# Итоги мероприятия: кто пришёл, как прошло, альбом, спасибо, отклики, история.

## Карточка итогов
recaps-button = 📝 Итоги
recaps-title = <b>📝 Итоги: { $title }</b>
    { $when }
recaps-counted-none = Кто пришёл, пока не отмечено.
recaps-counted = Пришли: { $families ->
        [one] { $families } семья
        [few] { $families } семьи
       *[many] { $families } семей
    }. Взрослых – { $adults }, детей – { $children }.
recaps-result = Как прошло: { $result }
recaps-album = Альбом: { $link }
recaps-moods = Отклики: { $faces }
recaps-moods-few = Откликов пока { $count }. Покажем какие, когда их будет { $enough }: иначе можно догадаться, чей он.
recaps-thanked = 💐 Спасибо отправлено: { $when }.
recaps-order = Отметьте, кто пришёл, напишите строчку о том, как прошло, добавьте ссылку на альбом – и поблагодарите семьи. Всё это можно сделать в течение трёх месяцев.
recaps-button-marks = 🙋 Кто пришёл
recaps-button-result = ✍️ Как прошло
recaps-button-album = 🖼 Альбом
recaps-button-thanks = 💐 Поблагодарить

## Кто пришёл
recaps-marks-title = <b>🙋 Кто пришёл: { $title }</b>
    { $when }
recaps-marks-hint = Нажмите на номер – семья отмечена, как обещала. Нажмите ещё раз, чтобы поменять: 👤 – сколько взрослых, 🧒 – был ли ребёнок. После последнего варианта отметка снимается. ☐ – обещали прийти и ещё не отмечены.
recaps-button-all = { $families ->
        [one] ✅ Отметить всех, кто обещал: { $families } семья
        [few] ✅ Отметить всех, кто обещал: { $families } семьи
       *[many] ✅ Отметить всех, кто обещал: { $families } семей
    }
recaps-family = { $code }
recaps-family-said = ☐ { $code }
recaps-family-came = ✅ { $code } · { $who }
recaps-all-marked = ✅ Отметили всех, кто обещал.
recaps-all-marked-count = { $families ->
        [0] Все, кто обещал, уже отмечены.
        [one] ✅ Отметили { $families } семью.
        [few] ✅ Отметили { $families } семьи.
       *[many] ✅ Отметили { $families } семей.
    }

## Что пишут
recaps-form-result = Как прошло
recaps-ask-result = Напишите одной строчкой, как всё прошло. Её прочитают семьи, которые были. Имён детей не пишите.
recaps-example-result = Посадили двенадцать тюльпанов и договорились поливать их по очереди.
recaps-form-album = Альбом
recaps-ask-album = Пришлите ссылку на альбом вашей организации. Она начинается с «https://». Откройте доступ к альбому так, как у вас принято: бот показывает ссылку только тем, кто был.
recaps-example-album = https://disk.yandex.ru/d/prazdnik

## Спасибо
recaps-thanks-question = <b>💐 Поблагодарить за «{ $title }»?</b>
    { $when }
recaps-thanks-bare = Пока только «Спасибо, что были с нами». Вернитесь, если хотите добавить, как прошло, или ссылку на альбом.
recaps-thanks-told = { $adults ->
        [one] Сообщение получит { $adults } взрослый из тех, кто был.
        [few] Сообщение получат { $adults } взрослых из тех, кто был.
       *[many] Сообщение получат { $adults } взрослых из тех, кто был.
    }
recaps-thanks-once = Спасибо отправляют один раз. Под ним – три смайлика: семья может сказать, как ей понравилось.
recaps-button-thanks-yes = 💐 Отправить спасибо
recaps-thanks-sent = 💐 Спасибо отправлено.
recaps-thanks-sent-to = { $adults ->
        [one] 💐 Спасибо отправлено: его получит { $adults } взрослый.
        [few] 💐 Спасибо отправлено: его получат { $adults } взрослых.
       *[many] 💐 Спасибо отправлено: его получат { $adults } взрослых.
    }
recaps-notice = 💐 <b>Спасибо, что были с нами!</b>
    { $title } · { $when }
recaps-notice-question = Как вам? Нажмите на смайлик. Педагоги увидят только, сколько каких, а не чей какой.
recaps-felt = { $face } Спасибо за отклик!
recaps-summary = 💐 Спасибо, что были с нами: { $title }
recaps-summary-button = 💐 { $title }

## История
recaps-button-history = 🗂 История и таблица
recaps-history-title = <b>🗂 Прошедшие мероприятия</b>
    { $organisation }
recaps-history-empty = Пока ничего не прошло.
recaps-history-none-so = Таких мероприятий не было. Выберите другое.
recaps-history-line = { $when } · { $title }
recaps-history-line-came = { $when } · 👪 { $families } · { $title }
recaps-history-by-form = Вид: любой
recaps-history-by-group = { $kind ->
        [school] Класс: любой
       *[kindergarten] Группа: любая
    }
recaps-history-by-month = Месяц: любой
recaps-history-by = 🔎 { $what }
recaps-history-ask-form = Мероприятия какого вида показать?
recaps-history-ask-group = { $kind ->
        [school] Мероприятия какого класса показать?
       *[kindergarten] Мероприятия какой группы показать?
    }
recaps-history-ask-month = Мероприятия какого месяца показать?
recaps-history-any-form = Любого вида
recaps-history-any-group = { $kind ->
        [school] Любого класса
       *[kindergarten] Любой группы
    }
recaps-history-any-month = Любого месяца
recaps-history-no-form = Без вида
recaps-history-month = { $month }
recaps-button-table = 📊 Таблица Excel

## Таблица
recaps-table-ready = 📊 Таблица готова. На первом листе – мероприятия и сколько пришло, на втором – семьи по номерам. Имён в ней нет.
recaps-table-file = Мероприятия { $day }.xlsx
recaps-table-sheet-events = Мероприятия
recaps-table-sheet-families = Кто пришёл
recaps-table-day = Дата
recaps-table-hour = Время
recaps-table-title = Мероприятие
recaps-table-form = Вид
recaps-table-groups = { $kind ->
        [school] Классы
       *[kindergarten] Группы
    }
recaps-table-place = Место
recaps-table-families = Семей
recaps-table-adults = Взрослых
recaps-table-children = Детей
recaps-table-result = Как прошло
recaps-table-album = Альбом
recaps-table-code = Номер
recaps-table-group = { $kind ->
        [school] Класс
       *[kindergarten] Группа
    }
recaps-table-more = { $count ->
        [one] Показано последнее { $count } мероприятие. Чтобы увидеть более ранние, сузьте список.
        [few] Показаны последние { $count } мероприятия. Чтобы увидеть более ранние, сузьте список.
       *[many] Показаны последние { $count } мероприятий. Чтобы увидеть более ранние, сузьте список.
    }
