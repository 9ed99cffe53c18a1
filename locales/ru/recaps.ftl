# Итоги мероприятия: кто пришёл, как прошло, альбом, снимки, спасибо, отклики, лист анализа, история.

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
recaps-order = Отметьте, кто пришёл, напишите строчку о том, как прошло, добавьте снимки или ссылку на альбом – и поблагодарите семьи. Всё это можно сделать в течение трёх месяцев.
recaps-button-marks = 🙋 Кто пришёл
recaps-button-result = ✍️ Как прошло
recaps-button-album = 🔗 Альбом
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
recaps-thanks-bare = Пока только «Спасибо, что были с нами». Вернитесь, если хотите добавить, как прошло, снимки или ссылку на альбом.
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

## Снимки
recaps-button-pictures = 🖼 Снимки ({ $count } из { $most })
recaps-pictures-title = <b>🖼 Снимки: { $title }</b>
    { $when }
recaps-pictures-none = Снимков пока нет. Подойдут поделки, выставка, накрытый стол, зал – всё, где не видно ни детей, ни лиц.
recaps-picture-place = Снимок { $number } из { $count }.
recaps-picture-lost = Самого снимка на сервере больше нет. Уберите его и добавьте заново.
recaps-button-add-picture = ➕ Добавить
recaps-button-remove-picture = 🗑 Убрать
recaps-picture-remove = Убрать этот снимок? Вернуть его будет нельзя.
recaps-button-remove-picture-yes = 🗑 Да, убрать
recaps-picture-removed = 🗑 Снимок убрали.
recaps-pictures-send = Пришлите снимок – фото или файл JPG, PNG, WebP до 5 МБ. Можно сразу несколько: { $left ->
        [one] осталось место для { $left } снимка.
       *[other] осталось место для { $left } снимков.
    } О каждом бот спросит, нет ли на нём детей и лиц, и до вашего ответа ничего не сохранит.
recaps-picture-question = На этом снимке нет ни детей, ни лиц?
    «{ $title }»
recaps-picture-more = { $count ->
        [one] Потом спросим ещё об { $count } снимке.
       *[other] Потом спросим ещё о { $count } снимках.
    }
recaps-button-picture-keep = ✅ Нет, можно сохранить
recaps-button-picture-forget = 🗑 Есть – не сохранять
recaps-picture-kept = ✅ Сохранили. Теперь снимков { $count } из { $most }.
recaps-picture-forgotten = 🗑 Не сохранили: бот этот снимок не хранит. Само сообщение вы можете удалить в чате.
recaps-picture-further = Можно прислать ещё снимок или закончить.
recaps-pictures-closed = Сейчас бот не ждёт снимков. Откройте «📝 Итоги» мероприятия и нажмите «🖼 Снимки».
recaps-button-pictures-done = 🖼 К снимкам
recaps-picture-not-shown = Снимок не получилось показать: Telegram его не принял или связь слишком слабая. Попробуйте ещё раз чуть позже.
recaps-pictures-shown = <b>🖼 { $title }</b>
    { $when }
recaps-pictures-none-any-more = Снимков здесь больше нет.
recaps-button-show-pictures = { $count ->
        [one] 🖼 Показать снимок
       *[other] 🖼 Показать снимки: { $count }
    }
recaps-thanks-pictures = { $count ->
        [one] Под сообщением будет кнопка: по ней откроется { $count } снимок.
        [few] Под сообщением будет кнопка: по ней откроются { $count } снимка.
       *[many] Под сообщением будет кнопка: по ней откроются { $count } снимков.
    }

## Лист анализа открытого занятия
recaps-button-sheet = 📋 Лист анализа
recaps-sheet-title = <b>📋 Лист анализа: { $title }</b>
    { $when }
recaps-sheet-empty = Вы ещё не заполнили лист. В нём восемь показателей, на каждый – одно нажатие, и две строчки по желанию.
recaps-sheet-filled = ✅ Ваш лист отправлен. Его можно поменять в течение недели после занятия.
recaps-sheet-for-others = Лист заполняют коллеги, приглашённые на занятие. Сводный лист видят автор занятия, руководитель и методист.
recaps-button-sheet-fill = ✍️ Заполнить лист
recaps-button-sheet-change = ✍️ Изменить мой лист
recaps-button-sheet-paper = 🖨 Сводный лист А4
recaps-button-sheet-blank = 🖨 Пустой бланк А4
recaps-sheet-awaited = 📋 Лист анализа · { $when } · { $title }
recaps-form-sheet = Лист анализа
recaps-sheet-ask = <b>{ $name }</b>
    { $question }
recaps-sheet-answer =
    { $answer ->
        [yes] Да
        [partly] Частично
        [no] Нет
       *[unseen] Не наблюдал(а)
    }
recaps-sheet-ask-takeaway = Что возьмёте себе? Напишите одной строчкой. Имён детей не пишите.
recaps-sheet-example-takeaway = Дети сами объясняли друг другу, как держать скалку.
recaps-sheet-ask-advice = Что посоветуете? Одной строчкой, по-доброму. Имён детей не пишите.
recaps-sheet-example-advice = Дать больше времени на вопросы в конце.
recaps-sheet-review = <b>📋 Проверьте лист</b>
recaps-sheet-line = { $name }: { $answer }
recaps-sheet-takeaway = Возьму себе: { $words }
recaps-sheet-advice = Советую: { $words }
recaps-sheet-who-reads = Автор занятия увидит общий итог и ваши слова без подписи, но если листов мало, может догадаться, чьи они. Руководитель и методист видят, кто что написал.
recaps-sheet-change = ✏️ { $number }. { $name }
recaps-sheet-change-takeaway = ✏️ Возьму себе
recaps-sheet-change-advice = ✏️ Совет
recaps-button-sheet-send = ✅ Отправить лист
recaps-sheet-sent = ✅ Спасибо, лист отправлен.
recaps-sheets-none = Листов пока нет. Коллеги могут заполнять их в течение недели после занятия.
recaps-sheets-count = { $count ->
        [one] Заполнен { $count } лист. Средняя отметка – от 0 до 2.
        [few] Заполнено { $count } листа. Средняя отметка – от 0 до 2.
       *[many] Заполнено { $count } листов. Средняя отметка – от 0 до 2.
    }
recaps-sheets-seen = { $count ->
        [0] • { $name } – никто не наблюдал
        [one] • { $name } – { $mean } · { $count } отметка
        [few] • { $name } – { $mean } · { $count } отметки
       *[many] • { $name } – { $mean } · { $count } отметок
    }
recaps-sheet-mean = { $whole },{ $tenth }
recaps-sheet-no-mean = –
recaps-sheets-takeaways = <b>Возьмут себе</b>
recaps-sheets-advice = <b>Советуют</b>
recaps-sheets-said = – { $words }
recaps-sheets-said-by = – { $words } ({ $who })
recaps-sheets-more = { $count ->
        [one] …и ещё { $count } строчка – в листе А4.
        [few] …и ещё { $count } строчки – в листе А4.
       *[many] …и ещё { $count } строчек – в листе А4.
    }
recaps-sheet-paper-ready = 📋 Лист готов. Имён в нём нет.
recaps-sheet-file = Лист анализа – { $title }.pdf
recaps-sheet-file-blank = Бланк листа анализа – { $title }.pdf
recaps-sheet-paper-when = { $when }
recaps-sheet-paper-lesson = Занятие
recaps-sheet-paper-day = Когда
recaps-sheet-paper-indicator = На что смотрим
recaps-sheet-paper-mean = Средняя отметка
recaps-sheet-paper-count = Отметок
recaps-sheet-paper-nobody = не наблюдали
recaps-sheet-paper-scale = Отметки: да – 2, частично – 1, нет – 0. «Не наблюдал(а)» в среднюю не входит.
recaps-sheet-paper-sheets = Заполнено листов: { $count }
recaps-sheet-paper-takeaways = Что коллеги возьмут себе
recaps-sheet-paper-advice = Что советуют
recaps-sheet-paper-own-takeaway = Что возьму себе
recaps-sheet-paper-own-advice = Что посоветую
recaps-sheet-paper-yes = да
recaps-sheet-paper-partly = частично
recaps-sheet-paper-no = нет
recaps-sheet-paper-unseen = не наблюдал(а)
recaps-sheet-paper-signature = Кто заполнил (по желанию)
