# Личные данные: что хранится, согласия, выход, удаление, акты.
privacy-policy-title = 🔐 <b>Как бот обращается с данными</b>
privacy-policy-what = <b>Что.</b> Номер вашего аккаунта и чата, язык, роль, номера детей без имён, ваши ответы на приглашения. Имена взрослых – только если организация это включила и человек согласился. Имён детей, здоровья, документов и телефонов бот не спрашивает.
privacy-policy-where = <b>Где.</b> В базе бота на сервере оператора – вашей организации. Сообщения проходят через Telegram, серверы за пределами России: не пишите боту лишнего.
privacy-policy-how-long = <b>Как долго.</b> Пока вы участвуете. Черновики – 7 дней, отвеченные заявки – 30 дней, журнал действий – 1 год под номером участника, запись о согласии – 3 года после отзыва, резервные копии – 30 дней.
privacy-policy-rights = <b>Ваши права.</b> Посмотреть и забрать данные – /my_data. Отозвать согласие – там же. Удалить всё сразу – /delete_me. Адрес оператора – в тексте вашего согласия.
privacy-policy-button = Как бот обращается с данными
privacy-my-data-button = 🔐 Мои данные
privacy-nothing-stored = 🔐 О вас ничего не сохранено: вы ещё не входили или уже всё удалили.

privacy-my-data-title = 🔐 <b>Мои данные</b>
privacy-my-data-account = Номер вашего аккаунта и чата в Telegram, язык бота.
privacy-my-data-role = • { $role }, { $organisation }
privacy-my-data-name = {"   "}имя: { $name }
privacy-my-data-offers = {"   "}могу показать: { $offers }
privacy-my-data-term = {"   "}хранится до { $until }
privacy-my-data-child = {"   "}ребёнок { $code }, вы – { $kinship }
privacy-my-data-pet-name = {"   "}домашнее имя: { $name } (видите только вы)
privacy-my-data-counts = Ответов на приглашения: { $answers }. Заявок: { $requests }. Сообщений бота вам в очереди и отправленных: { $notices }. Черновиков: { $drafts }. Строк журнала: { $journal }.
privacy-file-button = 📄 Получить всё файлом
privacy-file-caption = 📄 Здесь всё, что бот хранит о вас. Данных других людей в файле нет.
privacy-consents-button = Мои согласия
privacy-erase-button = 🗑 Удалить все мои данные

privacy-consents-title = <b>Мои согласия</b>
privacy-consents-none = Согласий нет.
privacy-consents-line =
    { $purpose ->
        [staff] • сотрудник, { $organisation }, версия { $version }, { $at }
        [partner] • партнёр, { $organisation }, версия { $version }, { $at }
       *[parent] • родитель или родственник, { $organisation }, версия { $version }, { $at }
    }
privacy-consents-withdrawn =
    { $purpose ->
        [staff] • сотрудник, { $organisation }, версия { $version }, { $at } – отозвано
        [partner] • партнёр, { $organisation }, версия { $version }, { $at } – отозвано
       *[parent] • родитель или родственник, { $organisation }, версия { $version }, { $at } – отозвано
    }
privacy-consents-read = Прочитать
privacy-consents-withdraw = Отозвать согласие
privacy-withdraw-ask = <b>Отозвать согласие?</b>
    Роль, которой оно нужно, закончится, и всё, что на ней держалось, сразу удалится. Если других ролей нет, бот забудет вас совсем.

privacy-leave-choose = 🚪 <b>Откуда выйти?</b>
privacy-leave-ask = <b>Выйти из организации { $organisation }?</b>
    Ваши роли здесь закончатся, ответы и заявки удалятся, сообщений больше не будет. Второго взрослого вашей семьи это не касается.
privacy-leave-everything = Других ролей у вас нет, поэтому бот забудет вас совсем.
privacy-leave-sure = Да, выйти
privacy-left-done = 👋 Вы вышли из организации { $organisation }.

privacy-erase-ask = 🗑 <b>Удалить все данные о вас?</b>
    Сразу удалятся роли, связь с детьми, имена, ответы, заявки и черновики, а сообщения прекратятся. Второго взрослого вашей семьи это не касается.
privacy-erase-stays = Останется запись, что согласие было и когда отозвано (3 года, без имени и аккаунта), номер участника в журнале (1 год) и резервные копии (до 30 дней).
privacy-erase-sure = Да, удалить всё
privacy-erased-done = ✅ Всё удалено. Бот больше ничего о вас не знает.
privacy-erased-again = Захотите вернуться – откройте карточку или ссылку, как в первый раз.
privacy-successor-button = Назначить преемника

privacy-name-removed = Здесь было сообщение с именем участника. Он удалил свои данные.

privacy-acts-button = 🗂 Акты удаления
privacy-acts-title = 🗂 <b>Акты удаления данных</b>
    Бот сам удаляет то, чему вышел срок, и записывает, сколько и чего.
privacy-acts-none = Удалять пока было нечего.
privacy-acts-line = { $at }: акт № { $number }, записей – { $total }

privacy-act-heading = Акты об удалении данных. { $organisation }
privacy-act-made = Составлено программой { $at }. Содержит виды и количество записей, без сведений о людях.
privacy-act-number = Акт № { $number } от { $at }
privacy-act-count =
    { $kind ->
        [requests] отвеченные заявки на вход старше 30 дней: { $count }
        [links] ссылки, закрытые больше 90 дней назад: { $count }
        [ties] связи взрослых с выбывшими детьми: { $count }
        [parents] роли родителей без детей в организации: { $count }
        [consents] записи о согласиях, отозванных больше 3 лет назад: { $count }
        [purposes] согласия, цель которых достигнута: { $count }
        [notices] сведения об отправленных сообщениях старше 90 дней: { $count }
        [audit] строки журнала старше 1 года: { $count }
       *[other] прочие записи: { $count }
    }
privacy-act-file = Акты удаления
