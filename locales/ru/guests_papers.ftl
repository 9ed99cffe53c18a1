## Благодарственное письмо
guests-button-letter = 💌 Благодарственное письмо
guests-button-own-letter = 💌 Моё письмо
guests-button-letter-issue = ✅ Оформить письмо
guests-button-letter-send = 📨 Отправить гостю
guests-button-letter-send-again = 📨 Отправить ещё раз
guests-button-letter-take = 📄 Письмо в PDF
guests-button-letters = 💌 Письма гостям
guests-button-register = 📊 Реестр в Excel
guests-button-journal = 📒 Журнал гостей
guests-button-posters = 🚪 Плакат на дверь
guests-form-letter = 💌 Благодарственное письмо
guests-ask-letter-salutation = Как обратиться к гостю? Напишите обращение целиком. Без ответа в письме останется строка, которую заполняют от руки.
guests-ask-letter-words = Напишите текст письма. Номер, дата и подпись добавятся сами.
guests-example-letter-salutation = Уважаемая Анна Сергеевна!
guests-example-letter-words = Благодарим Вас за увлекательную встречу с детьми!
guests-field-salutation = ✏️ Обращение
guests-field-words = ✏️ Текст
guests-letter-preview = <b>💌 Так будет выглядеть письмо.</b> Проверьте обращение и текст. Номер письмо получит, когда вы его оформите; после этого изменить его нельзя.
guests-letter-preview-blank = Имена в боте не хранятся, поэтому для имени гостя оставлена строка: её заполняют от руки на напечатанном письме.
guests-letter-standing = <b>💌 Благодарственное письмо № { $number } от { $day }</b>
guests-letter-not-sent = Гость его ещё не получил.
guests-letter-sent = Письмо отправлено гостю.
guests-letter-without-phone = У гостя нет бота: письмо можно напечатать и вручить.
guests-letter-gone = Гость удалил свои данные: в реестре остались номер и дата.
guests-letter-impossible = Письмо готовят после визита, который состоялся, пока гость есть в боте.
guests-letter-issued = ✅ Письмо оформлено.
guests-letter-on-its-way = 📨 Письмо уже в пути. Если сейчас ночь, гость получит его утром.
guests-letter-ready = Вот письмо. Его можно напечатать.
guests-letter-thanked = 💌 <b>Спасибо, что были гостем!</b> Это благодарственное письмо для вас: его можно сохранить и напечатать.
guests-letter-file = Благодарственное письмо { $number }.pdf
guests-letters-title = <b>💌 Реестр благодарственных писем.</b> { $organisation }
guests-letters-empty = Писем пока нет. Письмо готовят из карточки визита, который состоялся.
guests-letters-line = № { $number } · { $day } · { $emoji } { $profession }
guests-letters-table = Реестр писем готов.
guests-letters-file = Реестр писем, { $day }.xlsx
guests-letters-sheet = Реестр благодарственных писем
guests-letter-dear =
    { $sex ->
        [her] Уважаемая { $name }!
        [him] Уважаемый { $name }!
       *[other] Дорогой наш гость, { $name }!
    }
guests-letter-her-endings = вна ична
guests-letter-his-endings = вич ич
guests-letter-her-names = а я
guests-letter-words =
    { $kind ->
        [school] Благодарим Вас за встречу с детьми класса «{ $group }» и рассказ о профессии «{ $profession }». Вы нашли время, силы и добрые слова, чтобы показать детям, как интересен и важен Ваш труд. Такие встречи помогают ребятам увидеть мир профессий и поверить, что любое дело по плечу тому, кто любит его и учится.
       *[kindergarten] Благодарим Вас за встречу с детьми группы «{ $group }» и рассказ о профессии «{ $profession }». Вы нашли время, силы и добрые слова, чтобы показать детям, как интересен и важен Ваш труд. После таких встреч дети играют в новые профессии, задают вопросы и с уважением смотрят на дела взрослых.
    }
guests-letter-paper-title = Благодарственное письмо
guests-letter-paper-dear = Уважаемый гость
guests-letter-paper-thanks = С благодарностью и надеждой на новые встречи
guests-letter-paper-signed =
    { $kind ->
        [school] Директор
       *[kindergarten] Заведующий
    }
guests-letter-paper-stamp = М. П.
guests-letter-paper-draft = Проект, без номера
guests-letter-paper-number = № { $number } от { $day }

## Журнал гостей
guests-journal-title = <b>📒 Журнал гостей за { $year }/{ $next } учебный год</b>
guests-journal-lead = Все визиты: день, гость, профессия, формат, сколько было детей, что дети делали после встречи, ваша заметка. Если визит не состоялся, в журнале стоит причина.
guests-journal-visits =
    { $visits ->
        [0] Визитов ещё не было.
        [one] В нём { $visits } визит.
        [few] В нём { $visits } визита.
       *[many] В нём { $visits } визитов.
    }
guests-button-journal-table = 📊 Excel
guests-button-journal-document = 📝 Word
guests-journal-ready = Журнал готов.
guests-journal-file = Журнал гостей { $year }-{ $next }.{ $form }
guests-journal-sheet = Журнал «Гость группы», { $year }/{ $next } учебный год
guests-journal-sheet-school = Журнал «Гость класса», { $year }/{ $next } учебный год
guests-paper-made = { $organisation }, составлено { $day }
guests-paper-head =
    { $part ->
        [day] Дата
        [hour] Время
        [group] { $kind ->
            [school] Класс
           *[kindergarten] Группа
        }
        [guest] Гость
        [profession] Профессия
        [formats] Формат
        [children] Детей
        [trace] След встречи
        [note] Заметка
        [number] №
       *[sent] Вручение
    }
guests-paper-sent = отправлено в чат
guests-paper-partner = партнёр
guests-paper-gone =
    { $comer ->
        [family] семья
       *[partner] партнёр
    }
guests-paper-note = { $note }

## Плакат на дверь
guests-posters-title =
    { $kind ->
        [school] <b>🚪 Плакат А3 «Профессии нашего класса».</b> Выберите класс. На плакате – профессии, с которыми дети уже познакомились, места для новых и QR-код, по которому родители записываются в гости.
       *[kindergarten] <b>🚪 Плакат А3 «Профессии нашей группы».</b> Выберите группу. На плакате – профессии, с которыми дети уже познакомились, места для новых и QR-код, по которому родители записываются в гости.
    }
guests-poster-ready = Плакат готов. Его можно напечатать на А3, а на А4 – мельче; чёрно-белая печать тоже подойдёт.
guests-poster-file = Профессии – { $group }.pdf
guests-poster-title =
    { $kind ->
        [school] Профессии нашего класса
       *[kindergarten] Профессии нашей группы
    }
guests-poster-lead =
    { $met ->
        [0] Скоро к нам придёт первый гость. Может быть, это вы?
        [one] У нас в гостях уже побывала { $met } профессия
        [few] У нас в гостях уже побывали { $met } профессии
       *[many] У нас в гостях уже побывало { $met } профессий
    }
guests-poster-blank = Здесь может быть ваша профессия
guests-poster-invites = Расскажите детям о своём деле!
guests-poster-how =
    { $kind ->
        [school] Родителям класса: наведите камеру телефона на код, выберите день и приходите в гости. Нужно всего 15–20 минут.
       *[kindergarten] Родителям группы: наведите камеру телефона на код, выберите день и приходите в гости. Нужно всего 15–20 минут.
    }

## Список для входа
guests-entrance-sheet = Список гостей для входа, { $first } – { $last }
guests-entrance-note = { $organisation } – хранить у дежурного, уничтожить через 30 дней после визита
guests-entrance-name = Фамилия, имя, отчество
guests-entrance-mark = Пришёл в, ушёл в

guests-tab-journal = Журнал гостей
guests-tab-register = Реестр писем
guests-tab-entrance = Гости для входа
