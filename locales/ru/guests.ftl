# «Гость группы»: даты, приглашения, заявки, визиты, карта профессий.

## Общее
guests-when = 🗓 { $when }
guests-who = 👤 { $who }
guests-profession = 💼 <b>{ $profession }</b>
guests-formats = 🎬 { $formats }
guests-wish = 💭 Нам особенно интересны: { $wish }
guests-format =
    { $format ->
        [talk] рассказ
        [tools] показ инструментов
        [master-class] мастер-класс
        [game] игра
        [video] видеоэкскурсия
       *[excursion] экскурсия на работу
    }
guests-format-button =
    { $format ->
        [talk] 💬 Рассказ
        [tools] 🧰 Показ инструментов
        [master-class] 🎨 Мастер-класс
        [game] 🎲 Игра
        [video] 🎬 Видеоэкскурсия
       *[excursion] 🚌 Экскурсия к нам
    }
guests-sphere =
    { $sphere ->
        [people] 🤝 С людьми
        [nature] 🌱 С природой
        [machines] 🔧 С техникой
        [signs] 🔢 С числами и словами
       *[beauty] 🎨 С красотой
    }
guests-danger =
    { $danger ->
        [sharp] острое
        [hot] горячее
        [liquid] жидкости
        [food] еда
        [animal] животные
       *[chemical] краски и химия
    }
guests-danger-button =
    { $danger ->
        [sharp] 🔪 Острое
        [hot] 🔥 Горячее
        [liquid] 💧 Жидкости
        [food] 🍎 Еда
        [animal] 🐾 Животные
       *[chemical] 🧪 Краски, химия
    }
guests-danger-none = Ничего такого нет
guests-plan = 📋 { $plan }
guests-brings = 🎒 С собой: { $brings }
guests-brings-nothing = 🎒 С собой: ничего
guests-needs =
    { $kind ->
        [school] 🪑 Подготовить в классе: { $needs }
       *[kindergarten] 🪑 Подготовить в группе: { $needs }
    }
guests-needs-nothing = 🪑 Готовить ничего не нужно
guests-dangers = ⚠️ Осторожно: { $dangers }
guests-dangers-none = 🌿 Опасного ничего нет
guests-minutes = ⏱ { $minutes ->
        [one] { $minutes } минута
        [few] { $minutes } минуты
       *[many] { $minutes } минут
    }
guests-button-list =
    { $kind ->
        [school] 🎤 Гость класса
       *[kindergarten] 🎤 Гость группы
    }
guests-button-mine = 🎤 Мои визиты
guests-button-card = Открыть
guests-button-map = 🗺 Карта профессий
guests-changed-meanwhile = Пока вы думали, в этом визите что-то изменилось. Вот как обстоят дела теперь.
guests-refused = ⚠️ { $reason }

## Список и карточки для сотрудников
guests-list-title =
    { $kind ->
        [school] <b>🎤 Гость класса</b> · { $organisation }
       *[kindergarten] <b>🎤 Гость группы</b> · { $organisation }
    }
guests-list-past-title = <b>🎤 Прошедшие визиты</b> · { $organisation }
guests-list-legend = 🆓 свободно · ⏳ ждёт ответа · 🤝 предварительно да · 👀 нужно посмотреть · ✅ всё решено
guests-list-past-legend = ❔ отметьте, как прошло · 🎉 провели · 🚫 не состоялось
guests-list-empty = Открытых дат пока нет. Откройте сразу несколько: родители и партнёры получат приглашение и выберут, когда им удобно.
guests-list-empty-seen = Открытых дат пока нет.
guests-list-past-empty = Прошедших визитов ещё нет.
guests-line-free = 🆓 { $when } · { $emoji } свободно
guests-line-kept = ⏳ { $when } · { $emoji } для очереди
guests-line = { $mark } { $when } · { $emoji } { $profession }
guests-button-new = ➕ Открыть даты
guests-button-past = Прошедшие
guests-button-ahead = Предстоящие
guests-slot-kept = ⏳ Держим эту дату до { $until } для того, кто первый в очереди: { $who }. Не ответит – предложим следующему.
guests-slot-kept-next = ⏳ Эту дату сейчас предложим тому, кто первый в очереди: { $who }.
guests-slot-free = 🆓 Эта дата пока свободна.
guests-slot-closed = Эта дата закрыта.
guests-button-withdraw = 🗑 Закрыть дату
guests-withdrawn = Дата закрыта: { $when }. Новых заявок на неё не будет.
guests-status-staff =
    { $status ->
        [applied] ⏳ Заявка ждёт ответа.
        [tentative] 🤝 Предварительно да. Гость рассказывает подробности.
        [detailed] 👀 Гость всё рассказал. Посмотрите, что отмечено, и подтвердите.
        [confirmed] ✅ Всё решено, ждём гостя.
        [held] 🎉 Визит состоялся.
        [not-held] 🚫 Визит не состоялся.
        [declined] ➖ Заявку отклонили.
       *[given-back] ↩️ Гость вернул эту дату.
    }
guests-status-cancelled = ➖ Визит отменили.
guests-status-entered =
    { $status ->
        [tentative] 🤝 Договорились, ждём гостя. Подробности можно записать с его слов.
       *[given-back] ↩️ Запись убрали, дата снова свободна.
    }
guests-entered = ✍️ Записали педагоги. Гостя нет в боте: напоминания придут только вам.
guests-status-past = ❔ Отметьте, пожалуйста, как прошло.
guests-held-children = 🎉 Визит состоялся, детей: <b>{ $children }</b>.
guests-button-accept = 🤝 Предварительно да
guests-button-confirm = ✅ Подтвердить
guests-button-decline = ✖️ Отказать
guests-button-call-off = ✖️ Отменить визит
guests-button-held = ✅ Провели
guests-button-held-again = ✏️ Исправить число детей
guests-button-move = ↪️ Перенести
guests-button-not-held = 🚫 Не состоялось
guests-accepted-word = 🤝 Передали гостю ваше «предварительно да» и попросили рассказать подробнее.
guests-confirmed-word = ✅ Подтвердили. Гость об этом узнает.
guests-declined-word = Отказ передали гостю. Если есть другие свободные даты, он их увидит. Эта дата снова свободна.
guests-called-off-word = Визит отменили: гость узнает причину и увидит другие свободные даты, если они есть. Эта дата снова свободна.
guests-held-word = 🎉 Записали. Спасибо!
guests-not-held-word = Записали: визит не состоялся.
guests-moved-word = ↪️ Перенесли. Гость об этом узнает.
guests-moved-entered = ↪️ Перенесли. Скажите об этом гостю: бот ему написать не может.
guests-call-off-question = Почему отменяем визит? Гость уже готовится – он прочитает причину и другие свободные даты, если они есть.
guests-decline-question = Почему отказываем? Гость прочитает причину.
guests-decline-button =
    { $reason ->
        [date-unfit] В этот день не получится
        [had-lately] Такой гость недавно был
        [not-for-age] Детям пока рано
        [day-lost] В этот день не получится
        [plans-changed] Изменились планы
       *[other] ✏️ Своими словами
    }
guests-decline-reason =
    { $reason ->
        [date-unfit] в этот день, к сожалению, не получится
        [had-lately] гость с такой профессией у нас недавно был
        [not-for-age] нашим детям об этом пока рано
        [day-lost] в этот день принять вас, к сожалению, не получится
        [plans-changed] у нас изменились планы
        [group-closed] { $kind ->
            [school] этот класс больше не зовёт гостей
           *[kindergarten] эта группа больше не зовёт гостей
        }
       *[other] сейчас не получится
    }
guests-decline-form = Ответ гостю
guests-ask-decline = Напишите гостю, почему не получается. Одной доброй фразы достаточно.
guests-example-decline = В этот день у нас утренник, но мы очень ждём вас в другой раз
guests-move-question = На какой день переносим? Всё, что рассказал гость, сохранится.
guests-button-other-day = 📅 Другой день
guests-move-form = Перенос визита
guests-ask-move-day = На какой день переносим визит? Выберите или напишите, можно сразу с часом.
guests-ask-move-time = Во сколько ждём гостя? Нажмите или напишите.
guests-held-form = Визит состоялся
guests-ask-children = Сколько детей было на встрече? Нажмите или напишите число.
guests-example-children = 17

## Внести за семью
guests-button-write = ✏️ Записать подробности
guests-button-enter = ✍️ Внести за семью
guests-entry-title = <b>✍️ Внести за семью</b> · { $when }
guests-entry-question = Кто придёт? Здесь коды семей, которых ещё нет в боте; остальные выберут день сами.
guests-entry-nobody = Все семьи уже в боте и выберут день сами. Можно внести партнёра, которого в боте нет.
guests-entry-code = 📵 { $code }
guests-entry-partner = 🤝 Партнёр не в боте
guests-form-entry = Гость без телефона
guests-entered-word = ✅ Записали, отвечать на заявку не нужно.
guests-entry-refused-kept = Всё, что вы рассказали о госте, сохранено. Нажмите на другой день – и гость будет записан.
guests-entry-refused-none = Гостя не записали. Когда откроете новые даты, внесите его ещё раз.
guests-button-take-back = 🗑 Убрать запись
guests-take-back-question = Убрать эту запись? Дата снова станет свободной.
guests-button-take-back-yes = Да, убрать
guests-taken-back-word = ↩️ Запись убрали. Дата снова свободна.
guests-details-entered = ✅ Записали. Всё решено, ждём гостя.

## Открыть даты
guests-form-new = Даты для гостей
guests-ask-group =
    { $kind ->
        [school] В какой класс зовём гостей?
       *[kindergarten] В какую группу зовём гостей?
    }
guests-ask-dates = Когда ждём гостей? Нажимайте дни в календаре или напишите дату с часом. Можно открыть сразу несколько дат.
guests-example-dates = 12 марта 10:00
guests-ask-wish = Кого особенно хотелось бы увидеть? Напишите профессии или пропустите.
guests-example-wish = пожарный, врач, повар
guests-ask-partners = Приглашение получат родители. Кого из партнёров позвать ещё? Отметьте или просто нажмите «Готово».
guests-preview-title = <b>Проверьте перед отправкой</b>
guests-preview-dates = 🗓 { $count ->
        [one] { $count } дата
        [few] { $count } даты
       *[many] { $count } дат
    }:
guests-preview-date = • { $when }
guests-reach = Приглашение придёт: <b>{ $adults ->
        [one] { $adults } взрослому
       *[many] { $adults } взрослым
    } из { $families ->
        [one] { $families } семьи
       *[many] { $families } семей
    }</b>
guests-reach-nobody = Из родителей приглашение пока никто не получит: в бот ещё никто не вошёл.
guests-reach-partners = Партнёров среди приглашённых: { $partners }
guests-reach-limited = У { $families ->
        [one] { $families } семьи
       *[many] { $families } семей
    } лимит сообщений: придёт вечерней сводкой.
guests-reach-without-phone = { $families ->
        [one] { $families } семья
        [few] { $families } семьи
       *[many] { $families } семей
    } ещё не в боте: позовите сами.
guests-reach-closed = { $adults ->
        [one] { $adults } взрослый закрыл бота: ему
        [few] { $adults } взрослых закрыли бота: им
       *[many] { $adults } взрослых закрыли бота: им
    } не дойдёт.
guests-button-invite = ✅ Пригласить
guests-field-group =
    { $kind ->
        [school] Класс
       *[kindergarten] Группа
    }
guests-field-dates = Даты
guests-field-wish = Какие профессии
guests-field-partners = Партнёры
guests-opened = ✅ Даты открыты.
guests-opened-told = ✅ Даты открыты. { $told ->
        [one] Приглашение получит { $told } человек.
        [few] Приглашение получат { $told } человека.
       *[many] Приглашение получат { $told } человек.
    } О каждой заявке бот напишет вам.

## Приглашение и заявка
guests-invitation =
    { $kind ->
        [school] 🎤 <b>Приглашаем вас в гости к нашему классу!</b>
            Расскажите детям о своей профессии: хватит { $minutes } минут, а мы поможем подготовиться.
       *[kindergarten] 🎤 <b>Приглашаем вас в гости к нашей группе!</b>
            Расскажите детям о своей профессии: хватит { $minutes } минут, а мы поможем подготовиться.
    }
guests-invitation-host = 🏠 { $organisation }
guests-invitation-choose = Выберите день:
guests-invitation-waits = Свободных дней сейчас нет, а вы уже в очереди: № { $place }. Как только подойдёт ваш черёд, бот предложит вам день. Ничего делать не нужно.
guests-invitation-none = Свободных дней сейчас нет. Встаньте в очередь: как только день освободится или откроют новый, бот предложит его вам. А пока можно подумать, что детям было бы интересно потрогать и попробовать.
guests-invitation-mine = Вы уже записаны:
guests-invitation-mine-line = • { $when } – { $profession }
guests-groups-title =
    { $kind ->
        [school] 🎤 <b>Гость класса</b>
       *[kindergarten] 🎤 <b>Гость группы</b>
    }
guests-groups-question =
    { $kind ->
        [school] В каком классе вас ждут?
       *[kindergarten] В какой группе вас ждут?
    }
guests-groups-none = Свободных дней сейчас нет. Как только педагог откроет новые, бот напишет.
guests-groups-line = { $emoji } { $name } · { $count ->
        [0] свободных дней нет
        [one] { $count } день
        [few] { $count } дня
       *[many] { $count } дней
    }
guests-button-become =
    { $kind ->
        [school] 🎤 Стать гостем класса
       *[kindergarten] 🎤 Стать гостем группы
    }
guests-button-invitations = 🎤 Приглашения
guests-form-application = Заявка гостя
guests-ask-sphere =
    🗓 { $when }

    { $by ->
        [staff] С чем связана работа гостя? Выберите – или просто напишите профессию.
       *[guest] С чем связана ваша работа? Выберите – или просто напишите профессию.
    }
guests-ask-profession =
    { $by ->
        [staff] Кем работает гость? Выберите – или напишите своими словами.
       *[guest] Кем вы работаете? Выберите – или напишите своими словами.
    }
guests-ask-match = Вы написали: «{ $words }». Может быть, это одна из этих профессий?
guests-match-own = Оставить «{ $words }»
guests-example-profession = пекарь
guests-ask-formats =
    { $by ->
        [staff] Что гость покажет детям? Отметьте одно или несколько.
       *[guest] Что покажете детям? Отметьте одно или несколько.
    }
guests-applied = 🎉 <b>Спасибо, заявка отправлена!</b>
guests-refused-kept = Профессия и то, что вы покажете, сохранены. Нажмите на другой день – и заявка уйдёт.
guests-refused-choose = Вот другие свободные дни:
guests-refused-none = Других свободных дней сейчас нет. Как только откроют новые, бот напишет. Спасибо, что хотели прийти!

## Мои визиты
guests-mine-title = <b>🎤 Мои визиты</b>
guests-mine-empty = Визитов пока нет. Выберите день – и вас будут ждать.
guests-mine-line = { $mark } { $when } · { $emoji } { $profession }
guests-status-mine =
    { $status ->
        [applied] { $kind ->
            [school] ⏳ Заявка у учителя. Об ответе бот напишет.
           *[kindergarten] ⏳ Заявка у воспитателя. Об ответе бот напишет.
        }
        [tentative] { $kind ->
            [school] 🤝 Учитель говорит «предварительно да». Осталось рассказать подробнее.
           *[kindergarten] 🤝 Воспитатель говорит «предварительно да». Осталось рассказать подробнее.
        }
        [detailed] { $kind ->
            [school] 👀 Учитель смотрит подробности. Об ответе бот напишет.
           *[kindergarten] 👀 Воспитатель смотрит подробности. Об ответе бот напишет.
        }
        [confirmed] ✅ Всё решено, вас ждут!
        [held] 🎉 Визит состоялся. Спасибо вам!
        [not-held] 🚫 Визит не состоялся.
        [declined] ➖ На этот раз не получилось.
       *[given-back] ↩️ Вы вернули эту дату.
    }
guests-status-mine-past = 🗓 Этот день уже прошёл.
guests-decline-told = Причина: { $reason }.
guests-decline-words = Причина: { $note }
guests-button-details = ✏️ Рассказать подробнее
guests-button-details-again = ✏️ Изменить подробности
guests-button-give-back = ↩️ Вернуть дату
guests-give-back-question = Вернуть дату <b>{ $when }</b>? Её смогут выбрать другие, а педагог узнает, что вы не придёте.
guests-button-give-back-yes = Да, вернуть
guests-button-give-back-no = Нет, я приду
guests-given-back = ↩️ Дату вернули. Спасибо, что предупредили!

## Подробности
guests-form-details = Подробности визита
guests-ask-dangers =
    { $by ->
        [staff] Будет ли у гостя что-нибудь из этого? Спросите и отметьте.
       *[guest] Будет ли у вас что-нибудь из этого? Отметьте – педагог подготовится и подтвердит.
    }
guests-ask-plan =
    { $by ->
        [staff] Что гость расскажет, что покажет и что попробуют сделать дети? Хватит трёх строк.
       *[guest] Что вы расскажете, что покажете и что попробуют сделать дети? Хватит трёх строк.
    }
guests-ask-brings =
    { $by ->
        [staff] Что гость принесёт с собой? Можно пропустить.
       *[guest] Что вы принесёте с собой? Можно пропустить.
    }
guests-ask-needs =
    { $kind ->
        [school] Что нам подготовить в классе: столы, воду, экран? Можно пропустить.
       *[kindergarten] Что нам подготовить в группе: столы, воду, экран? Можно пропустить.
    }
guests-ask-minutes = Сколько минут займёт встреча? Нажмите или напишите.
guests-example-plan = Расскажу, как пекут хлеб. Покажу муку, скалку и формы. Вместе слепим булочки из солёного теста.
guests-example-brings = солёное тесто, формочки, фартук
guests-example-needs = три стола и влажные салфетки
guests-example-minutes = 15
guests-details-title = <b>Вот что получилось</b>
guests-details-hint = Мы подсказали, что обычно показывают. Измените, что хотите, и отправьте.
guests-field-plan = План
guests-field-brings = Что принести
guests-field-needs = Что подготовить
guests-field-dangers = Осторожно
guests-field-minutes = Минуты
guests-button-send = ✅ Отправить
guests-details-sent = ✅ Спасибо! Всё записали, вас ждут.
guests-details-sent-checked =
    { $kind ->
        [school] 👀 Спасибо! Учитель посмотрит, что нужно подготовить, и подтвердит.
       *[kindergarten] 👀 Спасибо! Воспитатель посмотрит, что нужно подготовить, и подтвердит.
    }

## Карта профессий
guests-map-empty =
    { $kind ->
        [school] В этом классе гостей ещё не было. После первого визита здесь появится карта профессий.
       *[kindergarten] В этой группе гостей ещё не было. После первого визита здесь появится карта профессий.
    }
guests-map-caption = 🗺 <b>{ $group }</b>
    { $count }
guests-map-title = С какими профессиями мы знакомы
guests-map-count = Познакомились с { $met ->
        [one] { $met } профессией
       *[many] { $met } профессиями
    } из { $all }
guests-map-own = Другие гости
guests-map-sphere =
    { $sphere ->
        [people] С людьми
        [nature] С природой
        [machines] С техникой
        [signs] С числами и словами
       *[beauty] С красотой
    }

## Извещения
guests-notice-applied = 🎤 <b>К вам просится гость!</b>
guests-notice-accepted =
    { $kind ->
        [school] 🤝 <b>Учитель говорит «предварительно да»!</b>
       *[kindergarten] 🤝 <b>Воспитатель говорит «предварительно да»!</b>
    }
guests-notice-accepted-check = Осталось рассказать чуть подробнее. Мы подсказали, что обычно показывают: проверьте, поправьте и отправьте – это пара минут.
guests-notice-accepted-tell = Осталось рассказать чуть подробнее: это несколько коротких вопросов.
guests-notice-declined = Спасибо, что откликнулись! На этот раз не получилось: { $when }.
guests-notice-called-off = Нам очень жаль: визит { $when } пришлось отменить. Спасибо, что готовились!
guests-notice-declined-free = Будем рады видеть вас в другой день:
guests-notice-declined-queue = Других свободных дней сейчас нет, но можно встать в очередь: когда день появится, бот предложит его вам.
guests-notice-detailed = 👀 <b>Гость рассказал подробности</b>
guests-notice-confirmed = ✅ <b>Всё решено, вас ждут!</b>
guests-notice-ready = ✅ <b>Гость всё рассказал, визит решён</b>
guests-notice-gave-back = ↩️ <b>Гость не сможет прийти</b>
    Дата { $when } снова свободна.
guests-notice-moved = ↪️ <b>Ваш визит перенесли</b>
guests-notice-moved-when = 🗓 Было { $before } → стало <b>{ $after }</b>
guests-notice-moved-unfit = Если не подходит, верните дату – мы найдём другую.
guests-notice-reminder-guest = ⏰ <b>Напоминаем: скоро вы в гостях у детей</b>
guests-notice-soon-guest =
    { $day ->
        [tomorrow] ⏰ <b>Завтра в { $hour } вас ждут дети!</b>
       *[today] ⏰ <b>Сегодня в { $hour } вас ждут дети!</b>
    }
guests-notice-advice = Приходите минут за десять, возьмите сменную обувь и документ для входа. Если заболели или не успеваете – нажмите «Вернуть дату».
guests-notice-reminder-staff = ⏰ <b>Напоминаем: скоро придёт гость</b>
guests-notice-soon-staff =
    { $day ->
        [tomorrow] ⏰ <b>Завтра в { $hour } придёт гость!</b>
       *[today] ⏰ <b>Сегодня в { $hour } придёт гость!</b>
    }
guests-notice-after = 💬 <b>Как прошёл визит?</b>
