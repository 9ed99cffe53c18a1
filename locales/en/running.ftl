# The bot itself: mishaps, the command line, the check of an installation.
running-mishap = Something went wrong and nothing was changed. Please try again a little later.
running-slow-down = A little slower, please 🙂 The bot cannot keep up: wait a couple of seconds and repeat your last step.

# Errors, told in the chat of whoever answers for the installation.
running-alert =
    ⚠️ Error: <code>{ $what }</code>
    Where: <code>{ $where }</code>{ $repeated ->
        [0] { "" }
        [one] { "" } (and { $repeated } time before)
       *[other] { "" } (and { $repeated } times before)
    }
running-no-room =
    💾 <b>The disk is full</b>: the bot cannot write anything down. Whoever taps a button is asked to try later, messages wait.

    Make room on the server: the bot goes on by itself, nothing is lost.

# What is seen of the bot before «Start» and in its profile.
running-description =
    Helps kindergartens and schools to show children the world of professions: events, answers in one tap, guests of the group and the class.

    To come in, open the link or scan the card that the teacher gave you.
running-short-description = Events and a first look at professions. You come in by the teacher's card or link.

# Command line: python -m bot check
running-check-settings-well = The settings are readable.
running-check-no-owner = There is no owner: nobody can create an organisation. Put your Telegram id into OWNER_IDS (@userinfobot tells it, for one).
running-check-data-dir-well = The folder DATA_DIR ({ $folder }) is writable.
running-check-data-dir-wrong = The folder DATA_DIR ({ $folder }) is not writable: { $error }. Create it for the user under whom the bot runs, or name another one.
running-check-database-well = The database ({ $kind }) answers, its schema is current.
running-check-database-will-migrate = The database ({ $kind }) answers; its schema will be brought up to date at start.
running-check-database-old = The database ({ $kind }) is older than the program, and MIGRATE_ON_START=0. Run: python -m bot migrate
running-check-database-away = The database ({ $kind }) does not answer ({ $error }). Look at DATABASE_URL: address, name, password; is the server running; does the folder of the file exist?
running-check-clock-well = The clock is right.
running-check-clock-unknown = The clock could not be compared: the server does not tell the time.
running-check-clock-off = The clock differs from the server's by { $seconds } s: reminders will come at wrong times. Switch time synchronisation on: timedatectl set-ntp true
running-check-server-away = The server { $address } cannot be reached. Look at the network, the firewall and BOT_API_URL.
running-check-no-token = BOT_TOKEN is not set. Send /newbot to @BotFather and put the token into .env.
running-check-token-well = The token is right: @{ $username }.
running-check-token-refused = Telegram refuses the token. Take a valid one from @BotFather (/mybots → API Token) and put it into BOT_TOKEN.
running-check-telegram-away = Telegram does not answer. Look at the network and BOT_API_URL.
running-check-telegram-refuses = Telegram refuses: { $error }. Check BOT_API_URL: the Bot API must be at that address.
running-check-privacy-on = Privacy mode is on: the bot does not see messages of groups.
running-check-privacy-off = Privacy mode is off: the bot receives all messages of its groups (it drops them, but had better not get them). @BotFather → /setprivacy → @{ $username } → Enable.
running-check-webhook-set = The bot has a webhook, the settings have none: it will be taken off at start.
running-check-webhook-fails = Telegram cannot deliver to the webhook: { $error }. Look at WEBHOOK_URL, the certificate, and whether the port is open from outside.
running-check-all-well = All is ready. Start with: python -m bot run
running-check-mend = Mend what is marked ✘ and check again.

# Command line: the rest
running-settings-wrong = There are mistakes in the settings (environment or .env):
running-settings-line = { $name }: { $hint }
running-setting-bot-token = the token from @BotFather: digits, a colon and at least 30 more characters.
running-setting-address = an address that begins with https:// or http://, for example https://bot.example.org/telegram.
running-setting-database-url = sqlite+aiosqlite:///path or postgresql+asyncpg://name:password@server/database.
running-setting-owner-ids = Telegram ids, comma separated, for example 123456789,987654321.
running-setting-timezone = a zone of the IANA list, for example Asia/Novokuznetsk or Europe/Moscow.
running-setting-locale = ru or en.
running-setting-webhook-secret = 16 to 256 characters: Latin letters, digits, _ and -.
running-setting-webhook = WEBHOOK_URL needs WEBHOOK_SECRET and LISTEN_PORT beside it.
running-setting-port = a number from 0 to 65535.
running-setting-send-rate = messages a second, from 0 (no limit) to 1000.
running-setting-poll-concurrency = a whole number from 1 to 1000.
running-setting-switch = 1 or 0.
running-setting-log-format = text or json.
running-setting-log-level = debug, info, warning or error.
running-setting-number = a whole number.
running-setting-other = this value does not fit.
running-already = Another bot works with this database{ $holder ->
        [none] . Stop it and try again.
       *[other] { "" } (process { $holder }). Stop it and try again: on SQLite only one works at a time.
    }
running-schema-old = The database is older than the program. Run: python -m bot migrate
running-migrated = The schema of the database is current.
running-database-away = The database does not answer ({ $error }). More: python -m bot check
running-telegram-refused = Telegram refuses the token. More: python -m bot check
running-telegram-away = Telegram does not answer. More: python -m bot check
running-port-taken = Port { $port } is taken by another program. Put a free one into LISTEN_PORT or METRICS_PORT, for example 8082.
running-cannot-listen = Nobody can connect to { $host }, port { $port } ({ $error }). Check LISTEN_HOST, LISTEN_PORT and METRICS_PORT, for example LISTEN_HOST=127.0.0.1 and LISTEN_PORT=8081.
running-env-no-text = The file .env is no text in UTF-8. Save it as UTF-8, or begin anew: cp .env.example .env
running-lock-lost = The connection to the database broke, and another process may have taken over. The bot has stopped so that no two work at once; start it again.
running-no-such-organisation = There is no organisation «{ $wanted }». Those that there are stand above: number and name.
running-no-organisation = There is no organisation «{ $wanted }», nor any other yet.
running-invite-create = To make a new one: --create
running-invite-not-staff = Links of the command line are for staff: head, methodist, psychologist, teacher, specialist. Families come by cards, partners by an invitation in the bot.
running-invite-done = { $organisation }: a one-time link, good for { $days ->
        [one] { $days } day
       *[other] { $days } days
    }.
running-invite-by-hand = The bot’s name is not known now. Hand over this line instead of a link: it is to be sent to the bot as a message.
running-export-done = The lists are written: { $file }. They may hold personal data: keep them on the organisation's computer.
running-entrance-done = The entrance list is written: { $file }. Keep it on the organisation's computer and destroy it 30 days after the visit.
running-entrance-far = The calendar has no such day: check --day and --days.
running-backup-done = The backup is written: { $file } (files: { $files }). It holds personal data: keep it locked away, and not longer than 30 days.
running-restore-done = Restored from the backup of { $made }. Erased again by the journal: { $erased }.
running-restore-doubt = Nobody knows whether the messages that were still queued in the backup have arrived. Important ones will be sent, perhaps for the second time: { $twice }. The others will not be repeated: { $lost }.
running-restore-outdated = ⚠ This backup is older than { $days } days. People were promised that there are none: destroy it.
running-restore-alone = ⚠ The replaced database cannot be read, so everything is as on the day of the backup. Check that former staff, revoked cards and links, and names that were switched off are not back.
running-restore-no-journal = ⚠ There is no erasure journal (erasures.jsonl), and the replaced database cannot be read: whoever erased their data after the backup may be back. If the journal was saved, put it into DATA_DIR and restore again.
running-restore-broken-journal = ⚠ Lines of the erasure journal that cannot be read: { $lines }. Compare erasures.jsonl with another copy and restore again.
running-file-exists = There is such a file already, and it will not be overwritten. Name another one.
running-file-missing = There is no such file or folder: { $file }
running-file-refused = { $file } cannot be read or written ({ $error }).
running-not-a-backup = This is not a whole file of the command backup. Nothing was changed; take another copy.
running-other-engine = The backup is of the other kind of database (SQLite or PostgreSQL). Nothing was changed; name a database of its kind in DATABASE_URL.
running-program-missing = The program { $program } was not found. Install the PostgreSQL client of the server's version (in Debian: postgresql-client).
running-dump-failed = The database was neither copied nor changed: { $error }
