# Проверка файлов викторин и каталога профессий: python -m bot content check
content-line = Строка { $line }, { $where }: { $what }
content-line-whole = Строка { $line }: { $what }
content-example = { $what } Например: { $example }
content-quiz-well = «{ $title }», версия { $version } – в порядке: вопросов с баллами { $a } в форме А и { $b } в форме Б, всего разных вопросов { $items }.
content-professions-well = Каталог «{ $file }» в порядке: { $cards ->
        [one] { $cards } профессия
        [few] { $cards } профессии
       *[many] { $cards } профессий
    }.
content-days-well = Профессиональные дни «{ $file }» в порядке: { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }.
content-templates-well = Образцы мероприятий «{ $file }» в порядке: { $templates ->
        [one] { $templates } образец
        [few] { $templates } образца
       *[many] { $templates } образцов
    }.
content-mend = Нашлось, что исправить: { $faults ->
        [one] { $faults } место
        [few] { $faults } места
       *[many] { $faults } мест
    }. Исправьте и проверьте ещё раз.
content-changed = Этот файл уже опубликован, и с тех пор он изменился. По нему уже могли отвечать дети: верните прежний файл, а новую формулировку сохраните как { $file }.
content-unlisted = Файл ещё не опубликован. Чтобы опубликовать его, допишите в { $list } строку:
content-what-file = Это не викторина и не каталог профессий. Нужен файл из папки content/quizzes или content/professions.

content-fault-no-yaml = здесь запись нельзя прочитать. Проверьте отступы, двоеточие с пробелом и кавычки; файл должен быть в кодировке UTF-8.
content-fault-no-fields = здесь нужны поля: каждое с новой строки, имя и двоеточие.
content-fault-field-missing = поля не хватает.
content-fault-field-unknown = такого поля нет. Есть: { $known }.
content-fault-field-twice = поле записано дважды.
content-fault-no-words = нужны слова.
content-fault-too-long = слишком длинно: { $found ->
        [one] { $found } знак
        [few] { $found } знака
       *[many] { $found } знаков
    }, а можно не больше { $limit }.
content-fault-no-number = нужно целое число без кавычек.
content-fault-no-switch = нужно true (да) или false (нет).
content-fault-no-list = нужен список.
content-fault-too-few = список пуст.
content-fault-not-among = «{ $found }» здесь не подходит. Можно: { $known }.
content-fault-bad-id = «{ $found }» не годится: нужны маленькие латинские буквы и цифры, первая – буква; у вариантов – одна-две буквы, у шагов – одна.
content-fault-twice = «{ $found }» уже есть выше.
content-fault-bad-sign = нужен один простой значок без людей, какой есть и на старых телефонах.
content-fault-some-signs = значки есть не у всех вариантов. Поставьте каждому или уберите у всех, иначе вариант со значком заметнее.
content-fault-no-picture = рисунка «{ $found }» нет в папке content/pictures.
content-fault-no-profession = карточки «{ $found }» нет в каталоге профессий.
content-fault-day-rule = «{ $found }» – непонятный день: нужен день с месяцем (27.05), день недели в месяце или номер дня в году (day 256).
content-fault-options = нужно вариантов: { $wanted }, есть: { $found }.
content-fault-points = баллы здесь другие: от 0 до 2, а у лиц – 2, 1 и 0.
content-fault-no-key = ни один вариант не даёт 2 балла: лучшего ответа нет.
content-fault-many-keys = верный ответ должен быть один и давать 2 балла, остальные – 0. Сейчас баллы дают вариантов: { $found }.
content-fault-never-weighed = желание не оценивается никогда: уберите это поле.
content-fault-no-second-try = вторая попытка бывает только у вопросов о знаниях (criterion: k, kind: pick1).
content-fault-hint-unsaid = подсказку никто не услышит: у вопроса нет второй попытки.
content-fault-edges = границы идут по порядку: больше нуля, middle меньше high, high не больше most.
content-fault-sum = наибольшее число баллов здесь { $wanted }, а записано { $found }: сложите баллы вопросов в каждой форме.
content-fault-floor = число должно быть таким же, как граница middle у k: иначе уровень «средний» можно получить без знаний.
content-fault-unasked = вопроса «{ $found }» нет ни в одной форме.
content-fault-anchor = якоря – это ровно те вопросы о знаниях и действиях, которые есть в обеих формах.
content-fault-motives-differ = вопросы об отношении (m) в обеих формах одни и те же и идут в одном порядке.
content-fault-last = вопрос взрослому и желание стоят в конце формы.
content-fault-forms-differ = формы неравные: на одинаковых местах должны стоять вопросы одной стороны, одного вида и с тем же числом вариантов.
content-fault-file-name = имя файла «{ $found }» не сходится с полями slug и version.
content-fault-file-missing = такого файла нет, а у каждой сферы он свой.
content-fault-bad-slug = «{ $found }» не годится: нужны маленькие латинские буквы, цифры и дефисы, не больше { $limit } знаков.
content-fault-sentence = нужно предложение: с большой буквы и с точкой в конце.
content-fault-question = нужен вопрос: с большой буквы и с вопросительным знаком в конце.
content-fault-count = в списке нужно от { $few } до { $many }, а сейчас: { $found }.
content-fault-plan = нужно три предложения: о чём рассказ, что показывают, что делают дети. Сейчас: { $found }.
content-fault-both = профессия или местная (local), или новая (new), но не то и другое сразу.
content-fault-two-professions = «{ $found }» уже ведёт к профессии { $other }: одно название – одна профессия.

# Описание инструмента на бумаге: python -m bot content show
content-show-what = Игровая викторина: взрослый читает вслух, ребёнок нажимает. Версия { $version }, возраст { $ages } лет, около { $minutes } минут. В каждой форме 14 вопросов с баллами; форма Б нужна, чтобы весной не повторять осенние вопросы.
content-show-bands = Уровни
content-show-side = Сторона
content-show-low = низкий
content-show-middle = средний
content-show-high = высокий
content-show-total = Всего
content-show-k = К – знает
content-show-m = М – хочет
content-show-d = Д – делает
content-show-unweighed = без баллов
content-show-rules = Уровни видят только сотрудники, родителю о них не говорится. Баллы не округляются: граница взята, когда она достигнута.
content-show-rule-taps = К: верный ответ с первого касания – 2 балла, со второго – 1. Пропуск после неверного касания – 0, пропуск сразу – нет ответа.
content-show-rule-order = Порядок из трёх шагов: весь верный – 2 балла, верен только первый или последний шаг – 1.
content-show-rule-total = «Всего» выше низкого, только если К не меньше { $floor }: иначе хватило бы согласия со всем подряд. «Высокий» – если ни одна сторона не низкая. Две низкие стороны – «неровный профиль».
content-show-rule-missing = Без ответа может остаться вопросов: { $missing }; баллы тогда пересчитываются пропорционально. Больше – «недостаточно данных».
content-show-form = { $letter ->
        [a] Форма А
       *[b] Форма Б
    }
content-show-number = №
content-show-cell = Клетка схемы
content-show-question = Вопрос
content-show-key = Ответы и баллы
content-show-why = Почему так
content-show-anchor = (якорь)
content-show-parent = Что читает взрослый в конце
content-show-unclear = Ответов мало
content-show-authors = Авторы
content-show-sources = Источники
content-show-unsound = Описание составляется только по файлу без ошибок. Проверьте: python -m bot content check { $file }
content-show-made = Страница составлена командой python -m bot content show { $file }. Правят не её, а файл викторины.

# При запуске бота
content-unusable = Файл { $file } с ошибкой, бот не запущен. Подробнее: python -m bot content check { $file }
content-quiz-changed = Опубликованная викторина { $quiz } изменилась, бот не запущен: по ней уже могли отвечать дети. Верните прежний файл в content/quizzes, а новую формулировку сохраните как следующую версию.
