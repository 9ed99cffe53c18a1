# Организация, сотрудники, группы, семьи, партнёры: экраны владельца, заведующего и воспитателя.

## Установка (владелец)
organisation-installation-title = 🏢 <b>Организации</b>
    Рядом с названием – сколько семей присоединилось из скольких. Имён и переписки вы не видите.
organisation-installation-empty = 🏢 <b>Организаций пока нет</b>
    Создайте первую: понадобятся название, вид и часовой пояс. Потом бот даст ссылку для руководителя.
organisation-installation-line = { $name } · { $families }/{ $children }
organisation-installation-create = ➕ Создать организацию
organisation-tenant = 🏢 <b>{ $name }</b>
    { $kind ->
        [school] Школа
       *[kindergarten] Детский сад
    } · { $zone }

    Руководителей: { $heads }
    Сотрудников: { $staff }
    { $kind ->
        [school] Классов: { $groups }
       *[kindergarten] Групп: { $groups }
    }
    Детей (кодов): { $children }
    Семей на связи: { $families }
organisation-tenant-no-head = ⚠️ Руководителя ещё нет. Отправьте ему одноразовую ссылку.
organisation-tenant-link =
    { $kind ->
        [school] 🔗 Ссылка для директора
       *[kindergarten] 🔗 Ссылка для заведующего
    }

## Карточка организации
organisation-card-title = 🏢 <b>{ $name }</b>
organisation-card-address = 📍 Адрес: { $value }
organisation-card-no-address = 📍 Адрес пока не указан
organisation-card-operator = 📄 Оператор данных: { $value }
organisation-card-contact = ✉️ Куда писать о данных: { $value }
organisation-card-processor = 🗄 Сервер содержит: { $value }
organisation-card-zone = 🕒 Часовой пояс: { $zone }
organisation-card-quiet = 🌙 Тихие часы: { $hours }
organisation-card-summary = 🗞 Вечерняя сводка: { $hour }
organisation-card-contact-missing = ⚠️ Укажите, куда писать о персональных данных: эти слова стоят в каждом согласии.
organisation-part-name = ✏️ Название
organisation-part-address = 📍 Адрес
organisation-part-operator = 📄 Оператор
organisation-part-contact = ✉️ Контакт
organisation-part-processor = 🗄 Кто содержит сервер
organisation-part-zone = 🕒 Часовой пояс
organisation-part-quiet = 🌙 Тихие часы
organisation-part-summary = 🗞 Сводка
organisation-staff-button = 👥 Сотрудники
organisation-groups-button =
    { $kind ->
        [school] 🎒 Классы
       *[kindergarten] 🧸 Группы
    }
organisation-pick-zone = <b>Часовой пояс</b>
    По нему считаются дни, напоминания и тихие часы.
organisation-pick-quiet = <b>Тихие часы</b>
    В это время бот молчит: что может подождать, придёт утром.
organisation-pick-summary = <b>Вечерняя сводка</b>
    Всё, что не вошло в два сообщения за день, семьи получат одним сообщением в это время.
organisation-edit-form = Карточка организации
organisation-edit-ask-name = Как называется организация? Напишите так, как её знают родители.
organisation-edit-ask-address = Какой у организации адрес?
organisation-edit-ask-operator = Полное название оператора персональных данных – как в уставе.
organisation-edit-ask-contact = Куда родители могут написать или позвонить о своих данных? Почта или телефон организации.
organisation-edit-ask-processor = Кто содержит сервер с ботом, если не вы сами? Название и адрес – эти слова встанут в согласия.

organisation-zone-kaliningrad = Калининград (МСК−1)
organisation-zone-moscow = Москва (МСК)
organisation-zone-samara = Самара (МСК+1)
organisation-zone-yekaterinburg = Екатеринбург (МСК+2)
organisation-zone-omsk = Омск (МСК+3)
organisation-zone-novokuznetsk = Новокузнецк, Красноярск (МСК+4)
organisation-zone-irkutsk = Иркутск (МСК+5)
organisation-zone-yakutsk = Якутск (МСК+6)
organisation-zone-vladivostok = Владивосток (МСК+7)
organisation-zone-magadan = Магадан (МСК+8)
organisation-zone-kamchatka = Камчатка (МСК+9)

## Новая организация
organisation-new-form = Новая организация
organisation-new-ask-name = Как называется организация?
organisation-new-example = Детский сад № 12 «Ромашка»
organisation-new-ask-kind = Это детский сад или школа?
organisation-new-ask-zone = В каком часовом поясе она находится?
organisation-kind-kindergarten = 🧸 Детский сад
organisation-kind-school = 🏫 Школа

## Имена в боте
organisation-names-button =
    { $on ->
        [on] 🪪 Имена в боте: включены
       *[off] 🪪 Имена в боте: выключены
    }
organisation-names-off = 🪪 <b>Имена в боте выключены</b>
    Бот не спрашивает и не хранит имён взрослых. Вместо имени вы видите «семья 0147». Списки с ФИО ведите на своём компьютере: их заготовку делает администратор установки.
organisation-names-law = По ч. 8 ст. 10 Федерального закона № 149-ФЗ государственные и муниципальные организации не вправе передавать персональные данные через иностранные мессенджеры. Согласие родителей этого не отменяет. Включайте имена, только если есть решение, которое это разрешает.
organisation-names-turn-on = Включить имена
organisation-names-on = 🪪 <b>Имена в боте включены</b>
    Основание: { $decision }. Взрослых спрашивают, как их зовут; имена видят только сотрудники.
organisation-names-turn-off = Выключить и стереть имена
organisation-names-off-sure = <b>Выключить имена?</b>
    Все сохранённые имена сотрудников, родителей и партнёров сотрутся сразу, сообщения с ними исчезнут. Вернуть имена нельзя: людей придётся спросить заново.
organisation-names-off-yes = Да, выключить и стереть
organisation-names-form = Имена в боте
organisation-names-ask-decision = Номер и дата решения, которое разрешает имена в мессенджере.
organisation-names-example = Приказ № 45-од от 01.09.2026
organisation-names-ask-sure = <b>Проверьте ещё раз.</b>
    Имена взрослых будут проходить через Telegram, серверы которого за пределами России. Государственным и муниципальным организациям это запрещает ч. 8 ст. 10 закона № 149-ФЗ, и согласие родителей запрета не снимает. За решение отвечает организация.
organisation-names-yes = Да, решение есть, включить

## Сотрудники
organisation-staff-title = 👥 <b>Сотрудники</b> · { $organisation }
    { $count ->
        [one] С нами { $count } сотрудник.
        [few] С нами { $count } сотрудника.
       *[many] С нами { $count } сотрудников.
    }
organisation-staff-line = { $who }
organisation-staff-line-group = { $who } · { $groups }
organisation-staff-number = { $who } · № { $number }
organisation-staff-nameless = { $who } № { $number }
organisation-staff-invite = ➕ Пригласить
organisation-staff-waiting = ⏳ Ждут ответа: { $count }
organisation-member-title = <b>{ $who }</b>
    { $organisation }
organisation-member-number = № { $number } – номер участника: человек видит его у себя в «Моих данных».
organisation-member-teaches =
    { $kind ->
        [school] Классы: { $groups }
       *[kindergarten] Группы: { $groups }
    }
organisation-member-groups =
    { $kind ->
        [school] 🎒 Классы учителя
       *[kindergarten] 🧸 Группы воспитателя
    }
organisation-member-retitle = ✏️ Профессия
organisation-member-appoint =
    { $kind ->
        [school] 👑 Назначить директором
       *[kindergarten] 👑 Назначить заведующим
    }
organisation-member-remove = Убрать из сотрудников
organisation-member-leave = Сложить с себя эту роль
organisation-remove-sure = <b>Убрать: { $who }?</b>
    Роль закончится сразу: { $kind ->
        [school] классы
       *[kindergarten] группы
    }, наборы и экраны с кодами у этого человека исчезнут. Бот сообщит об этом.
organisation-leave-sure = <b>Сложить с себя роль?</b>
    Вы сразу потеряете доступ к организации в этой роли.
organisation-remove-yes = Да, закончить роль
organisation-removed = Роль закончилась.
organisation-appoint-sure =
    { $kind ->
        [school] <b>Назначить директором: { $who }?</b>
       *[kindergarten] <b>Назначить заведующим: { $who }?</b>
    }
    Прежняя роль останется. Руководителей может быть несколько: так передают дела.
organisation-appoint-yes = Да, назначить
organisation-appointed = Теперь это руководитель.
organisation-title-form = Профессия специалиста
organisation-title-ask = Кем работает этот специалист?
organisation-title-example = музыкальный руководитель

organisation-invite-role = <b>Кого приглашаем?</b>
    Ссылка одноразовая и действует 7 дней.
organisation-invite-partner = <b>Кто этот партнёр?</b>
    Ссылка одноразовая и действует 30 дней. Согласие человек даст сам.
organisation-invite-form = Приглашение
organisation-invite-ask-title = Кем работает специалист? Например, музыкальный руководитель.
organisation-invite-ask-groups =
    { $kind ->
        [school] Какие классы ведёт учитель? У класса бывает один или два учителя. Если пока неизвестно, просто нажмите «Готово».
       *[kindergarten] Какие группы ведёт воспитатель? У группы бывает один или два воспитателя. Если пока неизвестно, просто нажмите «Готово».
    }
organisation-invite-ask-partner = Как называется организация партнёра?
organisation-invite-partner-example = Пожарная часть № 3
organisation-link-title = 🔗 <b>Ссылка готова: { $who }</b>
    { $organisation }
organisation-link-groups =
    { $kind ->
        [school] Классы: { $groups }
       *[kindergarten] Группы: { $groups }
    }
organisation-link-address = <code>{ $address }</code>
organisation-link-until = Откроется один раз. Последний срок – { $day }. Отправьте её только этому человеку.
organisation-link-once = Откроется один раз, в течение 7 дней. Отправьте её только этому человеку.
organisation-link-copy = 📋 Скопировать
organisation-link-share = ↗️ Переслать
organisation-waiting-title = ⏳ <b>Ссылки, которые ещё не открыли</b>
    Нажмите на строку, чтобы сделать новую ссылку вместо старой; ✖️ отзывает её совсем.
organisation-waiting-empty = ⏳ Все ссылки открыты, отозваны или истекли.
organisation-link-revoked = Ссылка отозвана.

organisation-teaching-title =
    { $kind ->
        [school] 🎒 <b>Классы: { $who }</b>
            Отметьте классы, за которые отвечает учитель. У класса бывает не больше двух учителей.
       *[kindergarten] 🧸 <b>Группы: { $who }</b>
            Отметьте группы, за которые отвечает воспитатель. У группы бывает не больше двух воспитателей.
    }
organisation-teaching-line = { $mark } { $sign } { $name }
organisation-teachers-none =
    { $kind ->
        [school] ⚠️ У класса пока нет учителя.
       *[kindergarten] ⚠️ У группы пока нет воспитателя.
    }
organisation-teachers-invite =
    { $kind ->
        [school] ➕ Пригласить учителя
       *[kindergarten] ➕ Пригласить воспитателя
    }
organisation-teachers-line = 👩‍🏫 { $who }
organisation-teachers-substitute = 🔄 { $who }: замена { $begins } – { $ends }
organisation-substitution-title = 🔄 <b>Замены</b> · { $sign } { $group }
organisation-substitution-new = ➕ Назначить замену
organisation-substitution-end = Закончить замену: { $who }
organisation-substitution-whom =
    { $kind ->
        [school] Кто заменит учителя?
       *[kindergarten] Кто заменит воспитателя?
    }
organisation-substitution-nobody =
    { $kind ->
        [school] Заменить некому: других учителей пока нет.
       *[kindergarten] Заменить некому: других воспитателей пока нет.
    }
organisation-substitution-form = Замена
organisation-substitution-ask-from = С какого дня?
organisation-substitution-ask-to = По какой день включительно?
organisation-substitution-ended = Замена закончена.

## Группы
organisation-groups-title =
    { $kind ->
        [school] 🎒 <b>Классы</b> · { $organisation }
       *[kindergarten] 🧸 <b>Группы</b> · { $organisation }
    }
    Рядом – сколько семей присоединилось из скольких.
organisation-groups-empty =
    { $kind ->
        [school] 🎒 <b>Классов пока нет</b> · { $organisation }
       *[kindergarten] 🧸 <b>Групп пока нет</b> · { $organisation }
    }
organisation-groups-line = { $sign } { $name } · { $families }/{ $children }
organisation-groups-create =
    { $kind ->
        [school] ➕ Новый класс
       *[kindergarten] ➕ Новая группа
    }
organisation-group-title = { $sign } <b>{ $name }</b> · { $age }
    { $organisation }
organisation-group-joined = 👨‍👩‍👧 С нами { $families } из { $children ->
        [one] { $children } семьи
       *[many] { $children } семей
    }.
organisation-group-no-children = Детей пока нет. Скажите, сколько их, и бот даст каждому код.
organisation-group-families = 👨‍👩‍👧 Семьи: { $families } из { $children }
organisation-group-add = ➕ Добавить детей
organisation-group-print = 🖨 Карточки семей
organisation-group-poster = 🖼 QR на стену
organisation-group-substitution = 🔄 Замены
organisation-group-rename = ✏️ Название
organisation-group-sign = 🐻 Знак
organisation-group-age =
    { $kind ->
        [school] 🎂 Год обучения
       *[kindergarten] 🎂 Возраст
    }
organisation-group-archive = 📦 В архив
organisation-group-pick-sign = Выберите знак: <b>{ $name }</b>. Он стоит в начале каждого сообщения.
organisation-group-pick-age =
    { $kind ->
        [school] <b>{ $name }</b>: какой это год обучения?
       *[kindergarten] <b>{ $name }</b>: сколько лет детям?
    }
organisation-group-archive-sure = <b>Убрать { $sign } { $name } в архив?</b>
    { $kind ->
        [school] QR класса перестанет работать, учителя его больше не увидят. В архив уходит только класс без детей.
       *[kindergarten] QR группы перестанет работать, воспитатели её больше не увидят. В архив уходит только группа без детей.
    }
organisation-group-archive-yes = Да, в архив
organisation-group-archived =
    { $kind ->
        [school] Класс в архиве.
       *[kindergarten] Группа в архиве.
    }
organisation-age =
    { $band ->
        [y3_4] 3–4 года
        [y4_5] 4–5 лет
        [y5_6] 5–6 лет
        [y6_7] 6–7 лет
        [g1_2] 1–2 классы
       *[g3_4] 3–4 классы
    }
organisation-group-form =
    { $kind ->
        [school] Новый класс
       *[kindergarten] Новая группа
    }
organisation-group-rename-form =
    { $kind ->
        [school] Название класса
       *[kindergarten] Название группы
    }
organisation-group-ask-name =
    { $kind ->
        [school] Как называется класс?
       *[kindergarten] Как называется группа?
    }
organisation-group-example =
    { $kind ->
        [school] 1 «А»
       *[kindergarten] Солнышко
    }
organisation-group-ask-sure = ⚠️ Такое название может выдать диагноз детей: его увидят на карточках, на стене и в телефонах. Лучше взять имя без слов о здоровье, например { $kind ->
        [school] «1 „А“»
       *[kindergarten] «Солнышко»
    }.
organisation-group-other-name = ✏️ Придумать другое
organisation-group-same-name = Оставить как есть
organisation-group-ask-sign =
    { $kind ->
        [school] Выберите знак класса – он стоит в начале каждого сообщения.
       *[kindergarten] Выберите знак группы – он стоит в начале каждого сообщения.
    }
organisation-group-ask-age =
    { $kind ->
        [school] Какой это год обучения?
       *[kindergarten] Сколько лет детям?
    }

organisation-children-how-many = <b>Сколько детей добавить?</b> { $sign } { $name }
    Каждый получит код – номер в организации. Имён бот не спрашивает. За один раз – до { $limit }. Выберите кнопкой; нет нужной – «Другое число».
organisation-children-other = Другое число
organisation-children-form = Новые коды
organisation-children-ask = Сколько детей добавить?
organisation-children-added = ✅ <b>{ $count ->
        [1] Добавлен код { $first }
        [one] Добавлен { $count } код: { $first } – { $last }
        [few] Добавлено { $count } кода: { $first } – { $last }
       *[many] Добавлено { $count } кодов: { $first } – { $last }
    }</b>
    { $sign } { $name }. Запишите у себя, какой код чей, и раздайте семьям карточки.
organisation-children-list = 👨‍👩‍👧 Список кодов

## Семьи
organisation-families-title = 👨‍👩‍👧 <b>Семьи</b> · { $sign } { $group }
    С нами { $families } из { $children }.
organisation-families-hint = ✅ – присоединился хотя бы один взрослый. Нажмите на код, чтобы увидеть больше. Экран исчезнет через сутки.
organisation-families-code = { $mark } { $code }
organisation-families-print = 🖨 Карточки тем, кто ещё не с нами
organisation-families-print-all = 🖨 Карточки для всех семей
organisation-families-revoke =
    { $kind ->
        [school] Отозвать карточки класса
       *[kindergarten] Отозвать карточки группы
    }
organisation-families-revoke-sure = <b>{ $kind ->
        [school] Отозвать все карточки класса { $sign } { $group }?
       *[kindergarten] Отозвать все карточки группы { $sign } { $group }?
    }</b>
    Ни одна напечатанная карточка больше не откроется: так делают, если лист потерялся. Кто уже вошёл, остаётся. Остальным напечатайте новые.
organisation-child-title = 🔖 <b>Код { $code }</b> · { $sign } { $group }
organisation-child-adults = Взрослых: { $count } из { $limit }
organisation-child-adult = { $number }. { $who }
organisation-child-nobody =
    { $kind ->
        [school] По этому коду пока никто не вошёл. Если в семье нет телефона с Telegram, ответы на мероприятия вносит учитель: «Внести за семью».
       *[kindergarten] По этому коду пока никто не вошёл. Если в семье нет телефона с Telegram, ответы на мероприятия вносит воспитатель: «Внести за семью».
    }
organisation-child-cards = Действующих карточек: { $count }
organisation-child-has-left = Ребёнок выбыл. Код за ним сохранён и другому не достанется.
organisation-child-print = 🖨 Новая карточка
organisation-child-revoke = Отозвать карточки
organisation-child-unbind = ✖️ { $number }. { $who }
organisation-child-move =
    { $kind ->
        [school] ↪️ В другой класс
       *[kindergarten] ↪️ В другую группу
    }
organisation-child-left = Выбыл
organisation-child-return = ↩️ Ребёнок вернулся
organisation-child-moved = Готово, код переехал.
organisation-move-title =
    { $kind ->
        [school] В какой класс переходит ребёнок { $code }? Код и карточки останутся теми же.
       *[kindergarten] В какую группу переходит ребёнок { $code }? Код и карточки останутся теми же.
    }
organisation-move-nowhere =
    { $kind ->
        [school] Ребёнка { $code } перевести некуда: других классов у вас нет.
       *[kindergarten] Ребёнка { $code } перевести некуда: других групп у вас нет.
    }
organisation-move-line = { $sign } { $name }
organisation-left-sure = <b>Отметить, что ребёнок { $code } выбыл?</b>
    { $adults ->
        [0] К коду никто не привязан.
        [one] { $adults } взрослый перестанет видеть этого ребёнка.
        [few] { $adults } взрослых перестанут видеть этого ребёнка.
       *[many] { $adults } взрослых перестанут видеть этого ребёнка.
    } У кого здесь нет других детей, тот потеряет доступ, и бот ему об этом сообщит. Карточки перестанут работать.
organisation-left-yes = Да, выбыл
organisation-revoke-sure = <b>Отозвать карточки ребёнка { $code }?</b>
    { $cards ->
        [one] { $cards } карточка перестанет открываться.
        [few] { $cards } карточки перестанут открываться.
       *[many] { $cards } карточек перестанут открываться.
    } Кто уже вошёл, остаётся.
organisation-revoke-yes = Да, отозвать
organisation-revoked = Карточки отозваны.
organisation-unbind-sure = <b>Отвязать взрослого?</b>
    { $number }. { $who } больше ничего не увидит о ребёнке { $code }. Вернуться можно по новой карточке.
organisation-unbind-yes = Да, отвязать
organisation-unbound = Взрослый отвязан.
organisation-cards-ready = 🖨 { $sign } <b>{ $group }</b>: { $count ->
        [one] { $count } карточка
        [few] { $count } карточки
       *[many] { $count } карточек
    }. Напечатайте на А4, разрежьте по пунктиру и раздайте семьям. Карточки, которые печатали раньше, тоже действуют, пока их не отозвать. Файл исчезнет отсюда через сутки.
organisation-card-ready = 🖨 Карточка для кода <b>{ $code }</b>. По ней войдут до { $limit } взрослых. Файл исчезнет отсюда через сутки.
organisation-poster-title = 🖼 <b>QR на стену</b> · { $sign } { $group }
    По нему семьи отправляют заявку, а { $kind ->
        [school] учитель
       *[kindergarten] воспитатель
    } подтверждает каждую и выбирает код.
organisation-poster-state = Действующих листов: { $count }
organisation-poster-print = 🖨 Напечатать лист
organisation-poster-renew = Напечатать новый, старые отозвать
organisation-poster-revoke = Отозвать все
organisation-poster-revoke-sure = <b>Отозвать QR на стену · { $sign } { $group }?</b>
    { $count ->
        [1] Лист, который сейчас действует, больше никого не впустит.
       *[other] Ни один из напечатанных листов больше никого не впустит.
    } Кто уже вошёл или ждёт ответа, остаётся.
organisation-poster-revoked = Листы с QR больше не работают.
organisation-poster-ready = 🖼 { $sign } <b>{ $group }</b>: лист А4 с QR. Повесьте его там, где его видят только родители.

## Партнёры
organisation-partners-title = 🤝 <b>Партнёры</b> · { $organisation }
    О договоре хранятся только номер и срок.
organisation-partners-empty = 🤝 <b>Партнёров пока нет</b> · { $organisation }
organisation-partners-invite = ➕ Пригласить партнёра
organisation-partner-kind =
    { $kind ->
        [enterprise] предприятие
        [employment-centre] центр занятости
        [education-office] управление образования
        [college] колледж или вуз
        [library] библиотека или музей
       *[other] другой партнёр
    }
organisation-partner-title = 🤝 <b>{ $title }</b>
    { $kind }
organisation-partner-person = Контактное лицо: { $name }
organisation-partner-offers = Может показать: { $offers }
organisation-partner-passed = 🤝 Приглашение передано коллеге.
organisation-partner-number = Договор № { $number }
organisation-partner-no-number = Номер договора пока не указан
organisation-partner-until = Действует по { $until } включительно
organisation-partner-no-term = Срок не указан
organisation-partner-agreement = ✏️ Номер договора
organisation-partner-term = 📅 Срок
organisation-partner-end = Закончить партнёрство
organisation-partner-end-sure = <b>Закончить партнёрство: { $title }?</b>
    Партнёр сразу потеряет доступ, бот сообщит об этом.
organisation-partner-end-yes = Да, закончить
organisation-partner-ended = Партнёрство закончено.
organisation-partner-form = Договор с партнёром
organisation-partner-ask-agreement = Какой номер у договора?
organisation-partner-ask-term = До какого дня действует партнёрство? В этот день ещё действует. Дольше, чем согласился партнёр, нельзя: для этого нужно новое приглашение.
organisation-partner-agreement-example = 17/2026

## Наборы людей
organisation-sets-title = 📋 <b>Рабочие и творческие группы</b>
organisation-sets-empty = 📋 <b>Рабочих и творческих групп пока нет</b>
    Это сотрудники, которых собрал приказ: им поручают пункты плана.
organisation-sets-line = { $name } · { $count }
organisation-sets-create = ➕ Создать
organisation-set-title = 📋 <b>{ $name }</b>
    { $count ->
        [0] Пока никого. Нажмите на тех, кто в неё входит.
        [one] { $count } участник
        [few] { $count } участника
       *[many] { $count } участников
    }
organisation-set-order = Приказ № { $number }
organisation-set-no-order = Номер приказа не указан.
organisation-set-person = { $mark } { $who }
organisation-set-rename = ✏️ Название
organisation-set-write-order = № приказа
organisation-set-delete = Удалить
organisation-set-delete-sure = Удалить: { $name }? Роли людей останутся.
organisation-set-delete-yes = Да, удалить
organisation-set-deleted = Удалено.
organisation-set-form = Рабочая или творческая группа
organisation-set-ask-name = Как она называется?
organisation-set-example = Творческая группа
organisation-set-ask-order = Каким приказом она создана? Номер можно дописать позже.
organisation-set-order-example = 12-од

## Уведомления
organisation-notice-term = 🤝 Скоро закончится срок партнёрства: { $partner } – по { $until } включительно. Если партнёр будет приходить и дальше, пригласите его заново: так он снова подтвердит согласие.
organisation-notice-term-open = 🤝 Открыть партнёра
organisation-notice-removed =
    { $role ->
        [parent] ℹ️ { $organisation }: ребёнок выбыл, или вас отвязали от его кода, поэтому приглашений больше не будет.
       *[other] ℹ️ Ваша роль в организации { $organisation } закончилась ({ $called }).
    } { $kind ->
        [school] Если это ошибка, спросите у директора или учителя.
       *[kindergarten] Если это ошибка, спросите у заведующего или воспитателя.
    }
organisation-notice-stand-in =
    { $kind ->
        [school] 🔄 Вы замещаете учителя класса { $group }: { $days }. В эти дни класс есть в вашем меню: семьи, карточки, мероприятия.
       *[kindergarten] 🔄 Вы замещаете воспитателя группы { $group }: { $days }. В эти дни группа есть в вашем меню: семьи, карточки, мероприятия.
    }
organisation-notice-substituted =
    { $kind ->
        [school] 🔄 Класс { $group }, который вы ведёте, на время поручен ещё одному учителю: { $days }. Вы тоже по-прежнему видите класс.
       *[kindergarten] 🔄 Группа { $group }, которую вы ведёте, на время поручена ещё одному воспитателю: { $days }. Вы тоже по-прежнему видите группу.
    }
organisation-notice-substituted-by =
    { $kind ->
        [school] 🔄 В классе { $group } вас замещает { $who }: { $days }. Вы тоже по-прежнему видите класс.
       *[kindergarten] 🔄 В группе { $group } вас замещает { $who }: { $days }. Вы тоже по-прежнему видите группу.
    }
organisation-notice-stand-in-ended =
    { $kind ->
        [school] 🔄 Замена в классе { $group } ({ $days }) отменена или закончена раньше: этого класса в вашем меню больше нет.
       *[kindergarten] 🔄 Замена в группе { $group } ({ $days }) отменена или закончена раньше: этой группы в вашем меню больше нет.
    }
organisation-notice-substituted-ended =
    { $kind ->
        [school] 🔄 Замена в вашем классе { $group } ({ $days }) отменена или закончена раньше.
       *[kindergarten] 🔄 Замена в вашей группе { $group } ({ $days }) отменена или закончена раньше.
    }
organisation-notice-group-given =
    { $kind ->
        [school] 📚 Теперь вы ведёте класс { $group }: семьи, карточки и мероприятия – в вашем меню.
       *[kindergarten] 🧸 Теперь вы ведёте группу { $group }: семьи, карточки и мероприятия – в вашем меню.
    }
organisation-notice-group-taken =
    { $kind ->
        [school] ℹ️ Класс { $group } больше не поручен вам. Если это ошибка, спросите у директора.
       *[kindergarten] ℹ️ Группа { $group } больше не поручена вам. Если это ошибка, спросите у заведующего.
    }
organisation-notice-group-untaught =
    { $kind ->
        [school] ℹ️ Класс { $group } остался без учителя: педагог вышел из бота. Назначьте другого, чтобы семьи и гости не остались без ответа.
       *[kindergarten] ℹ️ Группа { $group } осталась без воспитателя: педагог вышел из бота. Назначьте другого, чтобы семьи и гости не остались без ответа.
    }
organisation-notice-group-archived =
    { $kind ->
        [school] 📦 Класс { $group }, который вы вели, убран в архив.
       *[kindergarten] 📦 Группа { $group }, которую вы вели, убрана в архив.
    }
organisation-notice-head =
    { $kind ->
        [school] 👑 { $organisation }: теперь вы тоже директор. Прежняя роль остаётся; чьё меню видеть, выбирают кнопкой «Сменить роль».
       *[kindergarten] 👑 { $organisation }: теперь вы тоже заведующий. Прежняя роль остаётся; чьё меню видеть, выбирают кнопкой «Сменить роль».
    }
organisation-day = { $day }

## Меню
organisation-menu-card = 🏢 Организация
organisation-menu-partners = 🤝 Партнёры
organisation-menu-sets = 📋 Рабочие группы
organisation-menu-installation = 🏢 Организации
