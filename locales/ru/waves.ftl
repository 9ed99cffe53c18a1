# Викторина для сотрудников: утвердить вопросы, открыть, следить, закрыть, прочитать результаты.

## Список
waves-button-list = ⭐ Викторина
waves-title = <b>⭐ Викторина</b> · { $organisation }
waves-empty = Викторин ещё не было. Стартовую проводят в ноябре, итоговую – в мае.
waves-kind =
    { $wave ->
        [start] Стартовая
       *[final] Итоговая
    }
waves-line =
    { $wave ->
        [start] Стартовая { $year } · { $finished } из { $children }
       *[final] Итоговая { $year } · { $finished } из { $children }
    }
waves-line-closed =
    { $wave ->
        [start] ✔ Стартовая { $year } · { $finished } из { $children }
       *[final] ✔ Итоговая { $year } · { $finished } из { $children }
    }
waves-not-approved = Вопросы и тексты для родителей ещё не утверждены: их читает и утверждает педагог-психолог. До этого викторину не открыть.
waves-to-approve = Прочитайте вопросы и тексты для родителей. Пока вы их не утвердили, викторину не открыть.
waves-approved-on = Вопросы и тексты для родителей утверждены { $when }: { $who }.
waves-button-pack = 📖 Вопросы и тексты
waves-button-approve-first = 📖 Прочитать и утвердить
waves-button-new = ➕ Открыть викторину
waves-no-groups =
    { $kind ->
        [school] Для ваших классов викторины пока нет: эта рассчитана на детей 5–7 лет.
       *[kindergarten] Нет групп подходящего возраста: эта викторина для детей 5–7 лет.
    }

## Вопросы и тексты
waves-pack-title = <b>📖 { $title }</b> · { $page } из { $pages }
waves-pack-form =
    { $form ->
        [a] Форма А
       *[b] Форма Б
    }
waves-pack-item =
    { $criterion ->
        [k] <b>{ $number }. { $question }</b> (К)
        [m] <b>{ $number }. { $question }</b> (М)
        [d] <b>{ $number }. { $question }</b> (Д)
       *[none] <b>{ $number }. { $question }</b> (без баллов)
    }
waves-pack-option = { $points } – { $text }
waves-pack-second = Со второй попытки – 1
waves-pack-order = По порядку: { $steps }
waves-pack-wishes = { $options }
waves-pack-texts = <b>Что прочитает взрослый в конце</b>
waves-pack-text =
    { $criterion ->
        [k] <b>Сильнее всего К (знает)</b>
        [m] <b>Сильнее всего М (хочет)</b>
       *[d] <b>Сильнее всего Д (делает)</b>
    }
    { $text }
    🏡 { $activity }
waves-pack-text-unclear = <b>Если ответов мало</b>
    { $text }
    🏡 { $activity }
waves-button-approve = ✅ Утвердить
waves-approve-sure = Утвердить вопросы и тексты для родителей? Бот запишет дату, и викторину можно будет открыть.
waves-button-approve-yes = Да, утвердить
waves-approved = ✅ Утверждено.

## Открыть
waves-form = Новая викторина
waves-ask-kind = Какая викторина?
waves-ask-day = До какого дня она открыта? Можно не дольше двух месяцев; обычно хватает двух-трёх недель.
waves-example-day = 12 декабря
waves-ask-groups =
    { $kind ->
        [school] Какие классы приглашаем? Отметьте один или несколько.
       *[kindergarten] Какие группы приглашаем? Отметьте одну или несколько.
    }
waves-preview-title = <b>Проверьте перед открытием</b>
waves-preview-what =
    { $wave ->
        [start] ⭐ <b>{ $title }</b> · стартовая
       *[final] ⭐ <b>{ $title }</b> · итоговая
    }
waves-preview-until = 🗓 До { $until } включительно
waves-preview-groups =
    { $kind ->
        [school] 👪 Классы: { $groups }
       *[kindergarten] 👪 Группы: { $groups }
    }
waves-reach-children = Детей: { $children }
waves-reach = Приглашение придёт: <b>{ $adults ->
        [one] { $adults } взрослому
       *[many] { $adults } взрослым
    } из { $families ->
        [one] { $families } семьи
       *[many] { $families } семей
    }</b>
waves-reach-nobody = Приглашение пока никому не уйдёт: мам, пап и опекунов этих детей в боте ещё нет.
waves-reach-limited = У { $families ->
        [one] { $families } семьи
       *[many] { $families } семей
    } лимит сообщений: придёт вечерней сводкой.
waves-reach-closed = { $adults ->
        [one] { $adults } взрослый закрыл бота: ему
       *[many] { $adults } взрослых закрыли бота: им
    } не дойдёт.
waves-reach-without-phone = { $families ->
        [one] { $families } семья
        [few] { $families } семьи
       *[many] { $families } семей
    } без мамы, папы или опекуна в боте: с этими детьми можно поиграть один на один или на бумаге.
waves-preview-nudges = Кто не начнёт или не закончит, получит не больше двух мягких напоминаний.
waves-field-kind = Какая
waves-field-day = До какого дня
waves-field-groups =
    { $kind ->
        [school] Классы
       *[kindergarten] Группы
    }
waves-button-open = ✅ Открыть и пригласить
waves-opened = ✅ Викторина открыта.
waves-opened-told = ✅ Викторина открыта. { $adults ->
        [one] Приглашение получит { $adults } взрослый.
        [few] Приглашение получат { $adults } взрослых.
       *[many] Приглашение получат { $adults } взрослых.
    }
waves-opened-nobody = ✅ Викторина открыта. Писать о ней пока некому: играйте с детьми один на один или вносите ответы с бумаги.

## Карточка
waves-card-title =
    { $wave ->
        [start] <b>⭐ { $title }</b> · стартовая { $year }
       *[final] <b>⭐ { $title }</b> · итоговая { $year }
    }
waves-card-open = 🗓 Открыта до { $until }
waves-card-closed = ✔ Закрыта { $when }
waves-progress = { $group }: <b>{ $finished } из { $children }</b>{ $begun ->
        [0] {""}
       *[other] {" "}(начали: { $begun })
    }
waves-card-all = Всего: <b>{ $finished } из { $children }</b>
waves-button-profile = { $emoji } Результаты
waves-button-children = { $emoji } Дети
waves-button-codes = 📋 Таблица по кодам
waves-button-add =
    { $kind ->
        [school] ➕ Добавить класс
       *[kindergarten] ➕ Добавить группу
    }
waves-add-ask =
    { $kind ->
        [school] Какой класс добавить? Викторина закроется в тот же день, что и у остальных.
       *[kindergarten] Какую группу добавить? Викторина закроется в тот же день, что и у остальных.
    }
waves-add-title = Добавить: <b>{ $group }</b>
waves-button-add-yes = ✅ Добавить и пригласить
waves-added = ✅ Добавлено.
waves-added-told = ✅ Добавлено. { $adults ->
        [one] Приглашение получит { $adults } взрослый.
        [few] Приглашение получат { $adults } взрослых.
       *[many] Приглашение получат { $adults } взрослых.
    }
waves-added-nobody = ✅ Добавлено. Писать пока некому: играйте с детьми один на один или вносите ответы с бумаги.
waves-button-close = Закрыть викторину
waves-close-sure = Закрыть викторину сейчас? { $left ->
        [0] Её прошли все.
        [one] Не закончил { $left } ребёнок.
        [few] Не закончили { $left } ребёнка.
       *[many] Не закончили { $left } детей.
    } Открыть её снова будет нельзя.
waves-close-begun = { $children ->
        [one] { $children } ребёнок начал, но не закончил.
        [few] { $children } ребёнка начали, но не закончили.
       *[many] { $children } детей начали, но не закончили.
    } Такая викторина засчитается, только если не хватает одного последнего ответа взрослого.
waves-button-close-yes = Да, закрыть
waves-button-close-no = Нет, оставить
waves-closed-word = Викторина закрыта.
waves-closed-title =
    { $wave ->
        [start] ✔ <b>Викторина «{ $title }» закрыта</b> · стартовая
       *[final] ✔ <b>Викторина «{ $title }» закрыта</b> · итоговая
    }
waves-closed-text = { $groups }: викторину прошли { $finished } из { $children }.
waves-closed-open = Посмотреть

## Таблица педагога-психолога
waves-codes-title = <b>📋 Таблица по кодам</b> · { $wave }
waves-codes-empty = Викторину ещё никто не закончил.
waves-code-line = <b>{ $code }</b> · { $criteria }
waves-code-criterion =
    { $criterion ->
        [k] К { $points }{ $level ->
            [low] {" "}Н
            [middle] {" "}С
            [high] {" "}В
           *[none] {" "}–
        }
        [m] М { $points }{ $level ->
            [low] {" "}Н
            [middle] {" "}С
            [high] {" "}В
           *[none] {" "}–
        }
       *[d] Д { $points }{ $level ->
            [low] {" "}Н
            [middle] {" "}С
            [high] {" "}В
           *[none] {" "}–
        }
    }
waves-code-total =
    { $level ->
        [low] Всего { $points } – низкий
        [middle] Всего { $points } – средний
       *[high] Всего { $points } – высокий
    }
waves-code-alone = Без слов родителя: { $side }
waves-code-unclear = Недостаточно данных
waves-code-form =
    { $form ->
        [a] форма А
       *[b] форма Б
    }
waves-code-how =
    { $mode ->
        [home] { $form }, дома; помощь: { $help }
        [one-to-one] { $form }, один на один; помощь: { $help }
       *[paper] { $form }, на бумаге; помощь: { $help }
    }
waves-code-help =
    { $help ->
        [none] нет
        [little] немного
       *[much] много
    }
waves-code-flags = ⚑ { $flags }
waves-flag-uneven = неровный профиль
waves-flag-missing = без ответа: { $count }
waves-flag-fast = очень быстро
waves-flag-place = много ответов подряд в одном месте
waves-codes-legend = К – знает, М – хочет (возможен эффект потолка), Д – делает (один ответ со слов родителя; без него – из 6 баллов). В – высокий, С – средний, Н – низкий. При К – Н общий уровень тоже низкий.
waves-pilot = <i>Авторский пилотный инструмент; не стандартизирован; не для решений об отдельном ребёнке. Список сам исчезнет через сутки.</i>
waves-pilot-group = <i>Авторский пилотный инструмент; не стандартизирован; не для решений об отдельном ребёнке.</i>

## Результаты группы
waves-profile-title = <b>{ $group }</b> · { $wave }
waves-profile-n = Викторину прошли: <b>{ $n }</b>
waves-profile-later = Результаты появятся, когда викторина закроется, если её пройдут хотя бы пятеро детей: так ни одного из них не узнать.
waves-profile-few = Результаты показываем, когда в них вошли хотя бы пятеро детей: так ни одного из них не узнать. Кому много помогали и у кого мало ответов, в них не входят.
waves-profile-line =
    { $criterion ->
        [k] К (знает): В { $high } · С { $middle } · Н { $low }
        [m] М (хочет): В { $high } · С { $middle } · Н { $low }
       *[d] Д (делает): В { $high } · С { $middle } · Н { $low }
    }
waves-profile-total = <b>В целом: В { $high } · С { $middle } · Н { $low }</b>
waves-profile-alone = Д без слов родителя: В { $high } · С { $middle } · Н { $low }
waves-profile-help = Помощь взрослого: нет – { $none }, немного – { $little }, много – { $much } (в уровни не входят)
waves-profile-unclear = Недостаточно данных: { $children }
waves-profile-modes = Кто и как проводил: { $modes }
waves-mode-count =
    { $mode ->
        [home] родители дома – { $count }
        [one-to-one] педагог один на один – { $count }
       *[paper] педагог на бумаге – { $count }
    }
waves-profile-ceiling = В – высокий, С – средний, Н – низкий. М – возможен эффект потолка.

## Дети
waves-children-title = <b>{ $group }</b> · дети
waves-children-hint = Выберите код, чтобы поиграть один на один или внести ответы с бумаги.
waves-children-empty = Детей здесь пока нет.
waves-children-legend = ⭐ пройдена · ⏳ начата · ⚪ можно начинать · 📄 нужно согласие · ⛔ участие приостановлено. А и Б – форма вопросов
waves-children-line =
    { $form ->
        [a] { $mark } { $code } · А
        [b] { $mark } { $code } · Б
       *[none] { $mark } { $code }
    }
waves-child-title = <b>{ $code }</b> · { $group }
waves-child-finished =
    { $mode ->
        [home] ⭐ Викторина пройдена дома.
        [one-to-one] ⭐ Викторина пройдена один на один.
       *[paper] ⭐ Ответы внесены с бумаги.
    }
waves-child-stopped = ⛔ Участие приостановлено.
waves-child-closed = Викторина закрыта.
waves-child-no-consent = 📄 Согласия мамы, папы или опекуна ещё нет. Они дают его в боте или на бумаге.
waves-child-new = ⚪ Можно начинать. Один на один удобно за два раза, по семь вопросов.
waves-child-form =
    { $form ->
        [a] Если играете на бумаге – набор с формой А.
        [b] Если играете на бумаге – набор с формой Б.
       *[none] Форму для бумаги бот назовёт, когда вы нажмёте «Внести с бумаги»: нажмите до игры.
    }
waves-child-at-home = ⏳ Семья уже начала дома: там и закончит.
waves-child-begun =
    { $mode ->
        [paper] ⏳ Ответы с бумаги внесены не до конца.
       *[one-to-one] ⏳ Викторина начата и не закончена.
    }
waves-button-play-pictures = 🎨 Поиграть картинками
waves-button-play-text = 📖 Поиграть текстом
waves-button-paper = ✍ Внести с бумаги
waves-button-paper-consent = 📄 Согласие на бумаге
waves-button-paper-withdrawal = Согласие отозвано на бумаге
waves-withdraw-sure = <b>{ $code }</b>: семья отозвала согласие на бумаге? Ответы ребёнка и то, что по ним посчитано, удалятся сразу, и вернуть их не получится.
waves-button-withdraw-yes = Да, отозвано
waves-withdrawn = Отзыв согласия записан, ответы ребёнка удалены.

## Согласие на бумаге
waves-consent-form = Согласие на бумаге
waves-consent-ask-number = Какой у бумаги номер? Если номера нет, напишите «б/н». Имён не пишите.
waves-consent-example-number = 15 или б/н
waves-consent-ask-day = От какого числа?
waves-consent-example-day = 12 ноября или 12.11.2026
waves-consent-today = Сегодня
waves-consent-yesterday = Вчера
waves-consent-taken = ✅ Согласие на бумаге № { $number } записано.
