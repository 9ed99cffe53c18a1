# Викторина: что видит семья – приглашение, согласие, детский режим, что получилось; ввод с бумаги.

## Приглашение
quizzes-invited-title = ⭐ <b>Викторина «{ $title }»</b>
quizzes-invited-text = Приглашаем вас с ребёнком поиграть в викторину о профессиях: вы читаете вслух, ребёнок выбирает картинки. Это займёт около { $minutes } минут; поиграть можно до { $until }.
quizzes-invited-free = Отметок здесь нет: за каждый ответ – звезда. Участие по желанию.
quizzes-nudge = ⭐ Викторина «{ $title }» ещё открыта – до { $until }. Найдётся вечером десять спокойных минут?
quizzes-button-begin = ⭐ Начать

## Викторины семьи
quizzes-button-mine = ⭐ Викторина
quizzes-mine-title = <b>⭐ Викторина</b>
quizzes-mine-hint = С кем поиграем?
quizzes-mine-empty = Сейчас викторины нет. Когда она откроется, бот пришлёт приглашение.
quizzes-mine-line = { $child } · { $state }
quizzes-mine-past = Прежние викторины можно перечитать.
quizzes-past-line =
    { $wave ->
        [start] 🌟 { $child } · стартовая { $year }
       *[final] 🌟 { $child } · итоговая { $year }
    }
quizzes-waits = ⭐ Вас с ребёнком ждёт викторина «{ $title }» – до { $until }.
quizzes-waits-begun = ⭐ Викторина «{ $title }» не закончена – продолжить можно до { $until }.
quizzes-state-new = можно начинать
quizzes-state-begun = не закончена
quizzes-state-finished = пройдена
quizzes-state-stopped = участие приостановлено
quizzes-state-closed = закрыта

quizzes-title = <b>⭐ { $title }</b>
    { $child }
quizzes-start-how = Около { $minutes } минут. Не обязательно за один раз: можно отдохнуть и продолжить в любой день до { $until }, с телефона любого из родителей.
quizzes-start-before = <b>Перед началом</b>
    1. Смахните уведомления.
    2. Передайте телефон ребёнку и сядьте рядом.
    3. Читайте вслух и не подсказывайте: важно, как думает сам ребёнок.
quizzes-start-way = Картинками веселее. Если интернет медленный, выбирайте «Текстом».
quizzes-button-pictures = 🎨 Картинками
quizzes-button-text = 📖 Текстом
quizzes-under-way = Викторина начата, но ещё не закончена. Продолжить можно с того же места до { $until }.
quizzes-under-way-adult = Ребёнок прошёл всё до последней звезды. Осталось два вопроса для вас: ответить можно до { $until }.
quizzes-button-go-on = ▶ Продолжить
quizzes-button-stop = Остановить участие
quizzes-stop-sure = Остановить участие в этой викторине? Остальные прочтут только «участие приостановлено». Передумать сможете вы, пока викторина открыта.
quizzes-button-stop-yes = Да, остановить
quizzes-button-stop-no = Нет, оставить
quizzes-stopped-by-you = Вы приостановили участие. Передумали – продолжите с того же места до { $until }.
quizzes-finished = Викторина пройдена. Спасибо, что поиграли вместе!
quizzes-button-result = 🌟 Что получилось
quizzes-only-representative = Викторину с ребёнком проходит мама, папа или опекун: так устроено согласие. Расскажите им, что она открыта до { $until }.

## Согласие за ребёнка
quizzes-consent-give = ✅ Даю согласие
quizzes-consent-later = Не сейчас
quizzes-declined = Хорошо. Ничего не сохранено, и от этого ничего не изменится. Передумаете – викторина в меню до { $until }.
quizzes-button-withdraw = Отозвать согласие
quizzes-button-withdraw-of = Отозвать согласие: { $child }
quizzes-withdraw-sure = Отозвать согласие на викторину ({ $child })? Ответы ребёнка и то, что по ним посчитано, удалятся сразу, и вернуть их не получится.
quizzes-button-withdraw-yes = Да, отозвать
quizzes-withdrawn = Согласие отозвано. Ответы ребёнка удалены.

## Детский режим
quizzes-given-away = ⭐ { $child }: викторина – в сообщении ниже.
quizzes-button-show-again = Показать ещё раз
quizzes-stars = { $stars }
quizzes-question = <b>{ $question }</b>
quizzes-option = { $option }
quizzes-again = Посмотрим ещё разок?
quizzes-hint = { $hint }
quizzes-order-hint = Нажимай по порядку: раз, два, три.
quizzes-rest = ☕ Можно отдохнуть: нажмите ⏸ и продолжите, когда захочется.
quizzes-button-skip = Пропустить
quizzes-button-pause = ⏸ Отдохнуть
quizzes-button-tried = ·
quizzes-button-anew = Заново
quizzes-elsewhere = Викторина продолжается в другом сообщении. Ищите его ниже или откройте «⭐ Викторина» в меню.
quizzes-words = Здесь отвечают кнопками под вопросом. Вопрос – в сообщении выше.
quizzes-paused = Отдыхаем! Звёзды никуда не денутся.
quizzes-button-no-pictures = Картинок не видно
quizzes-button-grown-up = Я взрослый
quizzes-no-pictures = Картинки сейчас не загружаются. Можно продолжить без них: вопросы и ответы те же, читайте их вслух.
quizzes-button-text-instead = 📖 Продолжить текстом
quizzes-button-once-more = Попробовать ещё раз
quizzes-closed-midway = Вот сколько звёзд собрано – здорово! А теперь передай телефон взрослому.
quizzes-stopped-midway = Вот сколько звёзд собрано – здорово! На этом пока всё. Передай телефон взрослому.
quizzes-role-ask = <b>Все звёзды собраны!</b> Кем ты будешь сегодня? Выбирай!
quizzes-role =
    { $role ->
        [explorer] 🔍 Исследователь
        [master] 🛠 Мастер
       *[expert] 🌟 Знаток
    }
quizzes-role-chosen = Сегодня ты – <b>{ $role }</b>! Спасибо за игру. Теперь передай телефон взрослому.

## Вопросы взрослому
quizzes-help-ask = Осталось два вопроса вам. Как вы помогали ребёнку?
quizzes-help-ask-staff = <b>{ $code }</b>. Как взрослый помогал ребёнку?
quizzes-help-none = Только читали вслух
quizzes-help-little = Немного подсказывали
quizzes-help-much = Много помогали
quizzes-report-lead = И последний вопрос – вам.
quizzes-report-lead-staff = Вопрос взрослому из семьи.
quizzes-report-skip = Не знаю

## Что получилось
quizzes-result-title = 🌟 <b>{ $child }: викторина пройдена!</b>
quizzes-result-role = Сегодня { $child } – { $role }.
quizzes-result-text = { $text }
quizzes-result-activity = 🏡 <b>Чем заняться дома</b>
    { $activity }
quizzes-result-note = <i>Это игра, а не оценка: она показывает, с чего интересно начать разговор.</i>

## Сотрудники: один на один и с бумаги
quizzes-paper-title =
    { $form ->
        [a] <b>{ $code }</b> · с бумаги, форма А · { $number } из { $total }
       *[b] <b>{ $code }</b> · с бумаги, форма Б · { $number } из { $total }
    }
quizzes-paper-first = Что выбрано с первого раза?
quizzes-paper-second = А со второго раза?
quizzes-paper-order = В каком порядке? Нажимайте, как выложил ребёнок.
quizzes-paper-taken = { $steps }
quizzes-paper-missing = Нет ответа
quizzes-button-children = ‹ К списку детей
quizzes-entered =
    { $mode ->
        [paper] ✅ <b>{ $code }</b>: ответы с бумаги внесены.
       *[one-to-one] ✅ <b>{ $code }</b>: викторина пройдена.
    }
quizzes-entry-broken = <b>{ $code }</b>: дальше не получится. { $why }
quizzes-entry-rests = <b>{ $code }</b>: викторина не закончена. Продолжить можно из списка детей в любой день, пока она открыта.
