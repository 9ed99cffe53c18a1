# Мероприятия: приглашения, ответы, список, карточка, правка, отчёт.

## Общее
events-group = { $name } · { $emoji }
events-groups-more = ещё { $count }
events-groups = <b>{ $groups }</b>
events-title = <b>{ $title }</b>
events-when = 🗓 { $when }
events-place = 📍 { $place }
events-note = 📝 { $note }
events-bring = 🎒 { $note }
events-form = <i>{ $form }</i>
events-span = { $start } – { $end }
events-until = ⏳ Ответ ждём до: { $until }
events-who = 👥 Зовём: { $who }
events-who-parents = родителей
events-who-teachers = педагогов этих детей
events-who-staff = весь коллектив
events-who-partners = партнёров
events-who-set = «{ $name }»
events-who-sets = { $count ->
        [one] рабочую группу
       *[many] рабочие группы
    }
events-form-kind-meeting = Встреча
events-form-kind-master-class = Мастер-класс
events-form-kind-excursion = Экскурсия
events-form-kind-contest = Конкурс
events-form-kind-quest = Квест
events-form-kind-open-lesson = Открытое занятие
events-form-kind-seminar = Семинар
events-form-kind-webinar = Вебинар
events-form-kind-round-table = Круглый стол
events-form-kind-project-day = Проектный день
events-form-kind-festivity = Праздник
events-form-kind-other = Мероприятие
events-cancelled-mark = 🚫 <b>Отменено</b>
events-past-mark = Мероприятие уже началось или прошло.
events-closed-mark = Ответы больше не принимаются.

## Приглашение и ответ
events-question = Сможете прийти?
events-answered = Ваш ответ: <b>{ $answer }</b>. Передумать можно до начала.
events-answered-until = Ваш ответ: <b>{ $answer }</b>. Передумать можно до { $until }.
events-answered-final = Ваш ответ: <b>{ $answer }</b>.
events-unanswered-final = Вы не отвечали.
events-answer-with-child = Приду с ребёнком
events-answer-alone = Приду один/одна
events-answer-come = Приду
events-answer-no = Не смогу
events-answer-unsure = Пока не знаю
events-answer-chosen = ✅ { $answer }
events-answer-taken = Записали: «{ $answer }»
events-button-calendar = 📆 В календарь
events-button-mine = 📅 Мои мероприятия

## Мои мероприятия
events-mine-title = <b>📅 Мои мероприятия</b>
events-mine-hint = Нажмите на мероприятие, чтобы ответить или передумать.
events-mine-empty = Пока ничего не запланировано. Когда что-нибудь объявят, бот напишет.
events-link-not-yours = Это мероприятие для других, или его больше нет. То, что ждёт вас, – в меню.
events-mine-line = { $mark } { $when } · { $title }

## Список для сотрудников
events-list-title = <b>📅 Мероприятия</b> · { $organisation }
events-list-past-title = <b>📅 Прошедшие мероприятия</b> · { $organisation }
events-list-empty = Впереди пока ничего нет. Создать мероприятие просто: это несколько коротких вопросов.
events-list-past-empty = Прошедших мероприятий ещё нет.
events-list-line = { $emojis } { $when } · { $title }
events-list-line-cancelled = 🚫 { $when } · { $title }
events-button-new = ➕ Новое мероприятие
events-button-past = Прошедшие
events-button-ahead = Предстоящие
events-button-list = 📅 Мероприятия

## Карточка для сотрудников
events-count-coming = Придут: <b>{ $families ->
        [one] { $families } семья
        [few] { $families } семьи
       *[many] { $families } семей
    }</b> (с ребёнком – { $withchild }, без ребёнка – { $alone }), { $adults ->
        [one] { $adults } взрослый
        [few] { $adults } взрослых
       *[many] { $adults } взрослых
    }
events-count-nobody = Пока никто не ответил. { $families ->
        [one] Ждём ответа от { $families } семьи.
       *[many] Ждём ответа от { $families } семей.
    }
events-count-nobody-ever = Никто не ответил.
events-count-others = Не смогут: { $no } · пока не знают: { $unsure } · ещё не ответили: { $silent }
events-count-beyond = Сотрудники, партнёры, рабочие группы: придут – { $coming }, не смогут – { $no }, пока не знают – { $unsure }
events-count-beyond-none = Никто пока не ответил.
events-other-line = { $who } – { $answer }
events-other-comes = придёт
events-other-no = не сможет
events-other-unsure = пока не знает
events-button-attendance = 👥 Кто придёт
events-button-enter = ✍️ Внести за семью
events-button-edit = ✏️ Изменить
events-button-cancel = 🚫 Отменить мероприятие
events-button-report = 📬 Кому дошло

## Кто придёт
events-attendance-title = <b>👥 Кто придёт</b>
    { $title } · { $when }
events-attendance-empty = Детей здесь пока нет.
events-family-line = { $code } – { $answer }
events-family-line-named = { $code } – { $answer } ({ $who })
events-family-with-child = придут с ребёнком
events-family-alone = придёт взрослый
events-family-no = не смогут
events-family-unsure = пока не знают
events-family-silent = ещё не ответили
events-family-no-phone = ещё не в боте
events-fleeting = <i>Этот список сам исчезнет через сутки.</i>

## Внести за семью
events-enter-title = <b>✍️ Внести за семью</b>
    { $title } · { $when }
events-enter-hint = Сначала семьи, которых ещё нет в боте, потом те, кто не ответил. Выберите код ребёнка.
events-enter-line = { $mark } { $code }
events-enter-legend = 📵 ещё не в боте · 💬 ещё не ответили · ✅ придут · ➖ не смогут · ❔ пока не знают
events-enter-family = Семья <b>{ $code }</b>. Что они сказали?
events-enter-with-child = Придут с ребёнком
events-enter-alone = Придёт взрослый
events-enter-no = Не смогут
events-enter-unsure = Пока не знают
events-enter-taken = Записали за семью { $code }: «{ $answer }»
events-button-clear = ✖️ Убрать этот ответ
events-enter-cleared = Ответ, внесённый за семью { $code }, убрали.

## Новое мероприятие
events-form-new = Новое мероприятие
events-form-edit = Изменение мероприятия
events-ask-title =
    { $known ->
        [yes] День записали. Как называется мероприятие?
       *[no] Как называется мероприятие? Можно написать и всё сразу: «Мастер-класс пожарного, 12 марта 10:00, музыкальный зал».
    }
events-ask-day =
    { $said ->
        [yes] День в вашем сообщении понять не получилось: «{ $unclear }». Какого числа? Выберите день или напишите словами, можно сразу с часом.
       *[no] Какого числа? Выберите день или напишите словами, можно сразу с часом.
    }
events-ask-time = Во сколько? Нажмите или напишите.
events-ask-place =
    { $said ->
        [yes] Где встречаемся? В вашем сообщении ещё было: «{ $left }» – место назовите отдельно.
       *[no] Где встречаемся?
    }
events-ask-groups =
    { $kind ->
        [school] Какие классы зовём? Отметьте один или несколько.
       *[kindergarten] Какие группы зовём? Отметьте одну или несколько.
    }
events-ask-note = Что ещё важно знать родителям: что принести, во что одеться? Имён детей и сведений о здоровье, пожалуйста, не пишите. Можно пропустить.
events-ask-bring = Напомнить за 5 дней, чтобы успели подготовиться?
events-example-title = Мастер-класс пожарного
events-example-day = «12 марта 10:00» или «в пятницу в 9:30»
events-example-time = 9:30
events-example-place =
    { $kind ->
        [school] актовый зал
       *[kindergarten] музыкальный зал
    }
events-example-note = возьмите с собой фартук и коробку из-под обуви
events-ask-form = Что это будет? Родители увидят это над названием.
events-ask-ends = Когда закончится? Нажмите или напишите. Если в другой день – с числом и часом.
events-ask-seats = Сколько мест? Когда места закончатся, семьи встанут в очередь.
events-ask-by = Как считать места?
events-ask-until = До какого времени ждать ответов? Нажмите или напишите день и час.
events-example-ends = «11:30» или «14 марта 12:00»
events-example-seats = 15
events-example-until = «11 марта 18:00»
events-option-form-other = Не указывать
events-option-ends-none = Не указывать
events-option-seats-none = Без ограничений
events-option-until-none = До начала
events-option-until = { $days ->
        [1] Накануне, до { $at }
        [7] За неделю, до { $at }
        [one] За { $days } день, до { $at }
        [few] За { $days } дня, до { $at }
       *[many] За { $days } дней, до { $at }
    }
events-option-by-family = Одно место – одна семья
events-option-by-person = Одно место – один человек
events-seats = 🪑 Места: на { $by ->
        [family] { $count ->
            [one] { $count } семью
            [few] { $count } семьи
           *[many] { $count } семей
        }
       *[person] { $count ->
            [one] { $count } человека
            [few] { $count } человека
           *[many] { $count } человек
        }
    }
events-button-more = ⚙️ Ещё
events-field-form = Что это
events-field-ends = Окончание
events-field-seats = Сколько мест
events-field-until = Ответ до
events-ask-who = Кого зовём? Отметьте всех, кому придёт приглашение.
events-option-who-parents = Родители
events-option-who-staff = Сотрудники
events-option-who-teachers = Педагоги этих детей
events-option-who-partners = Партнёры
events-field-who = Кого ещё зовём
events-button-publish = ✅ Опубликовать
events-field-title = Название
events-field-day = День
events-field-time = Время
events-field-place = Место
events-field-groups = Кого зовём
events-field-note = Примечание
events-field-bring =
    { $state ->
        [on] 🔔 За 5 дней: да
       *[off] 🔔 За 5 дней: нет
    }
events-preview-title = <b>Проверьте перед публикацией</b>
events-preview-bring = 🔔 Тем, кто придёт или пока не знает, напомним за 5 дней и за день.
events-preview-remind = 🔔 Тем, кто придёт или пока не знает, напомним за день.
events-preview-no-reminder = 🔔 Отдельного напоминания не будет: до начала осталось мало времени.
events-reach = Приглашение придёт: <b>{ $adults ->
        [one] { $adults } взрослому
       *[many] { $adults } взрослым
    } из { $families ->
        [one] { $families } семьи
       *[many] { $families } семей
    }</b>
events-reach-mixed = Приглашение придёт: <b>{ $adults ->
        [one] { $adults } взрослому
       *[many] { $adults } взрослым
    }</b>
events-reach-nobody =
    { $closed ->
        [0] Сообщение пока никому не уйдёт: из этих семей ещё никто не вошёл по карточке.
       *[other] Сообщение пока никому не уйдёт.
    }
events-reach-later = 🌙 Сейчас тихие часы. Приглашение придёт позже: { $when }
events-reach-limited = У { $families ->
        [one] { $families } семьи
       *[many] { $families } семей
    } лимит сообщений: придёт вечерней сводкой.
events-reach-without-phone = { $families ->
        [one] { $families } семья
        [few] { $families } семьи
       *[many] { $families } семей
    } ещё не в боте: скажите сами, а ответ внесите за семью.
events-reach-closed = { $adults ->
        [one] { $adults } взрослый закрыл бота: ему
        [few] { $adults } взрослых закрыли бота: им
       *[many] { $adults } взрослых закрыли бота: им
    } не дойдёт.
events-published = ✅ Опубликовано. Бот разошлёт приглашения и соберёт ответы.
events-published-nobody = ✅ Опубликовано. Из этих семей в бот пока никто не вошёл.

## Правка и отмена
events-change-preview-title = <b>Что изменить?</b>
events-change-none = Пока ничего не изменено.
events-change-told = Сообщение придёт: <b>{ $adults ->
        [one] { $adults } взрослому
       *[many] { $adults } взрослым
    }</b> – всем, кому уже пришло приглашение или кто ответил.
events-change-told-nobody = Сообщать пока некому: приглашение ещё никому не пришло.
events-button-save = ✅ Сохранить
events-button-save-tell = ✅ Сохранить и сообщить
events-change-invited = Приглашение придёт: <b>{ $adults ->
        [one] { $adults } взрослому
       *[many] { $adults } взрослым
    }</b> – тем, кого ещё не звали.
events-change-no-news = Отдельно об этом никому не пишем.
events-changed = ✅ Сохранено.
events-changed-told = { $adults ->
        [one] Об изменении узнает { $adults } взрослый.
        [few] Об изменении узнают { $adults } взрослых.
       *[many] Об изменении узнают { $adults } взрослых.
    }
events-changed-invited = { $adults ->
        [one] Приглашение получит { $adults } взрослый.
        [few] Приглашение получат { $adults } взрослых.
       *[many] Приглашение получат { $adults } взрослых.
    }
events-changed-nobody = ✅ Сохранено. Писать об этом пока некому.
events-changed-no-news = ✅ Сохранено. Отдельно об этом никому не пишем.
events-diff-title = Название: было «{ $before }» → стало <b>«{ $after }»</b>
events-diff-when = 🗓 Было { $before } → стало <b>{ $after }</b>
events-diff-place = 📍 Было: { $before } → стало: <b>{ $after }</b>
events-diff-note = 📝 Теперь: <b>{ $after }</b>
events-diff-note-gone = 📝 Примечание больше не действует.
events-diff-form = Было: { $before } → стало: <b>{ $after }</b>
events-diff-form-gone = Что это за мероприятие, больше не указано.
events-diff-until = ⏳ Теперь ответ ждём до: <b>{ $after }</b>
events-diff-until-gone = ⏳ Теперь ответить можно до самого начала.
events-diff-picture = 🖼 Картинка теперь другая. В приглашениях, которые уже пришли с картинкой, она тоже сменится.
events-diff-picture-new = 🖼 Картинка придёт с теми приглашениями, которые ещё не отправлены. Отправленные останутся без неё.
events-diff-picture-gone = 🖼 Картинки больше не будет. Из приглашений, которые уже пришли, она не исчезнет.
events-diff-seats-gone = 🪑 Число мест больше не ограничено.
events-diff-who-parents = 👥 Теперь зовём только родителей.
events-diff-groups = 👪 Теперь зовём: <b>{ $groups }</b>
events-diff-bring-on = 🔔 Напомним ещё и за 5 дней, чтобы успели подготовиться.
events-diff-bring-off = 🔔 Напоминания за 5 дней не будет, только за день.
events-cancel-question = Отменить мероприятие <b>{ $title }</b> ({ $when })?
events-cancel-told = Сообщение об отмене придёт: <b>{ $adults ->
        [one] { $adults } взрослому
       *[many] { $adults } взрослым
    }</b>. До конца дня мероприятие можно будет вернуть.
events-cancel-told-nobody = Приглашение ещё никому не пришло, поэтому никому и не напишем.
events-button-cancel-yes = Да, отменить
events-button-cancel-no = Нет, оставить
events-cancel-done = Мероприятие отменено.
events-cancel-done-told = Мероприятие отменено. { $adults ->
        [one] Об этом узнает { $adults } взрослый.
        [few] Об этом узнают { $adults } взрослых.
       *[many] Об этом узнают { $adults } взрослых.
    }
events-cancel-done-nobody = Мероприятие отменено. Приглашение ещё никому не пришло, поэтому писать об этом некому.

## Извещения
events-notice-changed = ✏️ <b>Изменилось мероприятие</b>
events-notice-uninvited = На мероприятие <b>{ $title }</b> ({ $when }) теперь зовут других. Приходить не нужно.
events-notice-more = { $count ->
        [one] Впереди ещё { $count } мероприятие – оно в «Моих мероприятиях».
        [few] Впереди ещё { $count } мероприятия – они в «Моих мероприятиях».
       *[many] Впереди ещё { $count } мероприятий – они в «Моих мероприятиях».
    }
events-notice-restored = ✅ <b>Мероприятие состоится</b>
events-notice-nudge = 🔔 <b>Ждём вашего ответа</b>
events-notice-cancelled = 🚫 <b>Мероприятие отменено</b>
events-notice-reminder = ⏰ <b>Напоминаем о мероприятии</b>
events-notice-bring = 🎒 <b>Скоро мероприятие – приготовьте, пожалуйста, что нужно</b>
