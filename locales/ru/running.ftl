# Сам бот: неполадки, командная строка, проверка установки.
running-mishap = Что-то пошло не так, ничего не изменилось. Попробуйте, пожалуйста, ещё раз чуть позже.
running-slow-down = Чуть медленнее, пожалуйста 🙂 Бот не успевает: подождите пару секунд и повторите последнее действие.

# Ошибки – в чат того, кто отвечает за установку.
running-alert =
    ⚠️ Ошибка: <code>{ $what }</code>
    Где: <code>{ $where }</code>{ $repeated ->
        [0] { "" }
        [one] { "" } (до этого ещё { $repeated } раз)
        [few] { "" } (до этого ещё { $repeated } раза)
       *[many] { "" } (до этого ещё { $repeated } раз)
    }
running-no-room =
    💾 <b>На диске закончилось место</b>, бот не может ничего записать. Тем, кто нажимает кнопки, он предлагает попробовать позже, рассылка ждёт.

    Освободите место на сервере: бот продолжит сам, ничего не потеряется.

# Что видно о боте до кнопки «Старт» и в его профиле.
running-description =
    Помогает детскому саду и школе знакомить детей с профессиями: мероприятия, ответы в одно нажатие, гости группы и класса.

    Чтобы войти, откройте ссылку или отсканируйте карточку, которую дал педагог.
running-short-description = Мероприятия и знакомство детей с профессиями. Вход – по карточке или ссылке от педагога.

# Командная строка: python -m bot check
running-check-settings-well = Настройки прочитаны.
running-check-no-owner = Владелец не указан: некому создать организацию. Впишите свой номер Telegram в OWNER_IDS (его подскажет, например, @userinfobot).
running-check-data-dir-well = Папка DATA_DIR ({ $folder }) доступна для записи.
running-check-data-dir-wrong = В папку DATA_DIR ({ $folder }) нельзя писать: { $error }. Создайте её и отдайте пользователю, от имени которого работает бот, или укажите другую.
running-check-database-well = База данных ({ $kind }) отвечает, схема свежая.
running-check-database-will-migrate = База данных ({ $kind }) отвечает; схема обновится при запуске.
running-check-database-old = База данных ({ $kind }) старее программы, а MIGRATE_ON_START=0. Выполните: python -m bot migrate
running-check-database-away = База данных ({ $kind }) не отвечает ({ $error }). Проверьте DATABASE_URL: адрес, имя, пароль; запущен ли сервер; есть ли папка для файла.
running-check-clock-well = Часы верные.
running-check-clock-unknown = Часы сверить не удалось: сервер не называет время.
running-check-clock-off = Часы отличаются от часов сервера на { $seconds } с: напоминания придут не вовремя. Включите сверку времени: timedatectl set-ntp true
running-check-server-away = Сервер { $address } недоступен. Проверьте интернет, брандмауэр и BOT_API_URL.
running-check-no-token = BOT_TOKEN не задан. Напишите @BotFather команду /newbot и впишите полученный ключ в .env.
running-check-token-well = Ключ верный: @{ $username }.
running-check-token-refused = Telegram не принимает ключ. Возьмите действующий у @BotFather (/mybots → API Token) и впишите в BOT_TOKEN.
running-check-telegram-away = Telegram не отвечает. Проверьте интернет и BOT_API_URL.
running-check-telegram-refuses = Telegram отвечает отказом: { $error }. Проверьте BOT_API_URL: по этому адресу должен быть Bot API.
running-check-privacy-on = Режим приватности включён: сообщений групп бот не видит.
running-check-privacy-off = Режим приватности выключен: бот получает все сообщения групп, в которых состоит (он их отбрасывает, но лучше не получать). @BotFather → /setprivacy → @{ $username } → Enable.
running-check-webhook-set = У бота записан вебхук, а в настройках его нет: при запуске он будет снят.
running-check-webhook-fails = Telegram не может доставить вебхук: { $error }. Проверьте WEBHOOK_URL, сертификат и доступ к порту снаружи.
running-check-all-well = Всё готово. Запуск: python -m bot run
running-check-mend = Исправьте отмеченное знаком ✘ и проверьте ещё раз.

# Командная строка: остальное
running-settings-wrong = Настройки с ошибкой (окружение или .env):
running-settings-line = { $name }: { $hint }
running-setting-bot-token = ключ от @BotFather: цифры, двоеточие и ещё не меньше 30 знаков.
running-setting-address = адрес, который начинается с https:// или http://, например https://bot.example.org/telegram.
running-setting-database-url = sqlite+aiosqlite:///путь или postgresql+asyncpg://имя:пароль@сервер/база.
running-setting-owner-ids = номера Telegram через запятую, например 123456789,987654321.
running-setting-timezone = пояс по списку IANA, например Asia/Novokuznetsk или Europe/Moscow.
running-setting-locale = ru или en.
running-setting-webhook-secret = от 16 до 256 знаков: латинские буквы, цифры, _ и -.
running-setting-webhook = вместе с WEBHOOK_URL нужны WEBHOOK_SECRET и LISTEN_PORT.
running-setting-port = число от 0 до 65535.
running-setting-send-rate = сообщений в секунду, от 0 (без ограничения) до 1000.
running-setting-poll-concurrency = целое число от 1 до 1000.
running-setting-switch = 1 или 0.
running-setting-log-format = text или json.
running-setting-log-level = debug, info, warning или error.
running-setting-number = целое число.
running-setting-other = значение не подходит.
running-already = С этой базой уже работает другой бот{ $holder ->
        [none] . Остановите его и повторите.
       *[other] { "" } (процесс { $holder }). Остановите его и повторите: на SQLite работает только один.
    }
running-schema-old = База данных старее программы. Выполните: python -m bot migrate
running-migrated = Схема базы данных свежая.
running-database-away = База данных не отвечает ({ $error }). Подробнее: python -m bot check
running-telegram-refused = Telegram не принимает ключ. Подробнее: python -m bot check
running-telegram-away = Telegram не отвечает. Подробнее: python -m bot check
running-port-taken = Порт { $port } занят другой программой. Укажите в LISTEN_PORT или METRICS_PORT свободный, например 8082.
running-cannot-listen = Не получается принимать соединения по адресу { $host }, порт { $port } ({ $error }). Проверьте LISTEN_HOST, LISTEN_PORT и METRICS_PORT, например LISTEN_HOST=127.0.0.1 и LISTEN_PORT=8081.
running-env-no-text = Файл .env – не текст в кодировке UTF-8. Сохраните его в UTF-8 или начните заново: cp .env.example .env
running-lock-lost = Связь с базой прервалась, и право работать могло перейти к другому процессу. Бот остановился, чтобы не работать вдвоём; запустите его снова.
running-no-such-organisation = Организации «{ $wanted }» нет. Выше – те, что есть: номер и название.
running-no-organisation = Организации «{ $wanted }» нет, и других пока тоже.
running-invite-create = Создать новую: --create
running-invite-not-staff = По ссылке из командной строки входят сотрудники: head, methodist, psychologist, teacher, specialist. Семьи входят по карточкам, партнёры – по приглашению в боте.
running-invite-done = { $organisation }: одноразовая ссылка, действует { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }.
running-invite-by-hand = Имя бота узнать не удалось. Вместо ссылки передайте эту строку: её нужно отправить боту сообщением.
running-export-done = Списки записаны: { $file }. В них могут быть личные данные – храните на компьютере организации.
running-entrance-done = Список для входа записан: { $file }. Храните его на компьютере организации и уничтожьте через 30 дней после визита.
running-entrance-far = Такого дня в календаре нет: проверьте --day и --days.
running-backup-done = Копия записана: { $file } (файлов: { $files }). В ней личные данные: храните не дольше 30 дней и в закрытом месте.
running-restore-done = Восстановлено по копии от { $made }. Повторно удалено по журналу: { $erased }.
running-restore-doubt = Неизвестно, успели ли дойти сообщения, которые в копии ещё стояли в очереди. Важные будут отправлены, может быть, второй раз: { $twice }. Остальные повторяться не будут: { $lost }.
running-restore-outdated = ⚠ Этой копии больше { $days } дней. Людям обещано, что таких копий нет: уничтожьте её.
running-restore-alone = ⚠ Прежняя база не читается, поэтому всё как в день копии. Проверьте: не вернулись ли бывшие сотрудники, отозванные карточки и ссылки, выключенный показ имён.
running-restore-no-journal = ⚠ Журнала удалений (erasures.jsonl) нет, прежняя база не читается: кто удалил свои данные после копии, мог вернуться. Если журнал сохранился, положите его в DATA_DIR и повторите восстановление.
running-restore-broken-journal = ⚠ Строк журнала удалений, которые не читаются: { $lines }. Сверьте erasures.jsonl с другой копией и повторите восстановление.
running-file-exists = Такой файл уже есть, и он не будет переписан. Укажите другое имя.
running-file-missing = Нет такого файла или папки: { $file }
running-file-refused = Не получается прочитать или записать { $file } ({ $error }).
running-not-a-backup = Это не целая копия, записанная командой backup. Ничего не изменено; возьмите другую копию.
running-other-engine = Копия сделана с базой другого вида (SQLite или PostgreSQL). Ничего не изменено; укажите в DATABASE_URL базу того же вида.
running-program-missing = Не найдена программа { $program }. Установите клиент PostgreSQL той же версии, что и сервер (в Debian – пакет postgresql-client).
running-dump-failed = База не скопирована и не изменена: { $error }
