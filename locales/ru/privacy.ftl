# Личные данные: что хранится, согласия, выход, удаление, акты.
privacy-policy-title = 🔐 <b>Как бот обращается с данными</b>
privacy-policy-what = <b>Что.</b> Номер вашего аккаунта и чата, язык, роль, номера детей без имён, ваши ответы на приглашения и отклики после мероприятий и визитов гостей, отметки о том, что семья пришла. Если вы согласились на викторину – ответы и результат ребёнка под его номером. Имена взрослых – только если организация это включила и человек согласился. Имён детей, здоровья, документов и телефонов бот не спрашивает.
privacy-policy-where = <b>Где.</b> В базе бота на сервере оператора – вашей организации. Сообщения проходят через Telegram, серверы за пределами России: не пишите боту лишнего.
privacy-policy-how-long = <b>Как долго.</b> Пока вы участвуете. Черновики – 7 дней, отвеченные заявки – 30 дней, ответы викторины – год после итоговой, журнал действий – 1 год под номером участника, запись о согласии – 3 года после отзыва, резервные копии – 30 дней.
privacy-policy-rights = <b>Ваши права.</b> Посмотреть и забрать данные – /my_data. Отозвать согласие – там же. Удалить всё сразу – /delete_me. Адрес оператора – в тексте вашего согласия.
privacy-policy-button = Как бот обращается с данными
privacy-my-data-button = 🔐 Мои данные
privacy-nothing-stored = 🔐 О вас ничего не сохранено: вы ещё не входили или уже всё удалили.

privacy-my-data-title = 🔐 <b>Мои данные</b>
privacy-my-data-account = Номер вашего аккаунта и чата в Telegram, язык бота. В журнале вместо имени вы – участник № { $number }.
privacy-my-data-roles = <b>Кто вы здесь</b>
privacy-my-data-role = • { $role }, { $organisation }
privacy-my-data-name = {"   "}имя: { $name }
privacy-my-data-offers = {"   "}могу показать: { $offers }
privacy-my-data-term = {"   "}хранится до { $until }
privacy-my-data-child = {"   "}ребёнок { $code }, вы – { $kinship }
privacy-my-data-pet-name = {"   "}домашнее имя: { $name } (видите только вы)
privacy-my-data-records = <b>Записи о вас</b>
privacy-my-data-record =
    { $kind ->
        [answers] • ответы на приглашения – { $count }
        [moods] • отклики после мероприятий – { $count }
        [likings] • отклики после визитов гостей – { $count }
        [requests] • заявки на вход – { $count }
        [consents] • согласия – { $count }
        [messages] • сообщения бота вам – { $count }
        [drafts] • черновики – { $count }
        [visits] • ваши визиты к детям – { $count }
        [correspondence] • ваши сообщения о визитах – { $count }
        [entrance-names] • ваше полное имя для входа – { $count }
        [agreed] • согласия на викторину ребёнка – { $count }
        [quizzes] • викторины ваших детей – { $count }
        [waves] • викторины, которые вы открыли, – { $count }
        [dates] • приглашения гостей, которые вы разослали, – { $count }
        [events] • созданные вами мероприятия – { $count }
        [invitations] • выданные вами приглашения – { $count }
        [entered] • ответы, внесённые вами за семьи, – { $count }
        [marked] • поставленные вами отметки о том, кто пришёл, – { $count }
        [pictures] • снимки после мероприятий, которые вы подтвердили, – { $count }
        [sheets] • ваши листы анализа занятий – { $count }
        [visits-entered] • визиты, внесённые вами за гостей, – { $count }
        [decided] • заявки, на которые вы ответили, – { $count }
        [sets] • рабочие группы, в которых вы состоите, – { $count }
        [journal] • строки журнала ваших действий – { $count }
       *[other] • служебные записи – { $count }
    }
privacy-my-data-more = Каждая запись целиком – в файле.
privacy-file-button = 📄 Получить всё файлом
privacy-file-caption = 📄 Здесь всё, что бот хранит о вас. Данных других людей в файле нет.
privacy-consents-button = Мои согласия
privacy-erase-button = 🗑 Удалить все мои данные

privacy-consents-title = <b>Мои согласия</b>
privacy-consents-none = Согласий нет.
privacy-consents-line =
    { $purpose ->
        [staff] сотрудник, { $organisation }, версия { $version }, { $at }
        [partner] партнёр, { $organisation }, версия { $version }, { $at }
        [entrance] полное имя для входа, { $organisation }, версия { $version }, { $at }
       *[parent] родитель или родственник, { $organisation }, версия { $version }, { $at }
    }
privacy-consents-withdrawn =
    { $purpose ->
        [staff] сотрудник, { $organisation }, версия { $version }, { $at } – отозвано
        [partner] партнёр, { $organisation }, версия { $version }, { $at } – отозвано
        [entrance] полное имя для входа, { $organisation }, версия { $version }, { $at } – отозвано
       *[parent] родитель или родственник, { $organisation }, версия { $version }, { $at } – отозвано
    }
privacy-consents-numbered = <b>{ $number }.</b> { $line }
privacy-consents-read = Прочитать
privacy-consents-read-one = Прочитать { $number }
privacy-consents-withdraw = Отозвать согласие
privacy-consents-withdraw-one = Отозвать согласие { $number }
privacy-withdraw-ask = <b>Отозвать согласие?</b>
    { $purpose ->
        [entrance] Полное имя, которое вы назвали для входа, сразу удалится. Визиты и роли останутся; на входе покажите документ.
       *[other] Роль, которой оно нужно, закончится, и всё, что на ней держалось, сразу удалится. Если других ролей нет, бот забудет вас совсем.
    }
privacy-name-only-done = ✅ Полное имя для входа удалено. Визиты остались; на входе покажите документ.

privacy-leave-choose = 🚪 <b>Откуда выйти?</b>
privacy-leave-ask = <b>Выйти из организации { $organisation }?</b>
    Ваши роли здесь закончатся, ответы и заявки удалятся, сообщений больше не будет.
privacy-family-stays = Второго взрослого вашей семьи это не касается.
privacy-leave-everything = Других ролей у вас нет, поэтому бот забудет вас совсем.
privacy-leave-sure = Да, выйти
privacy-left-done = 👋 Вы вышли из организации { $organisation }.

privacy-erase-ask = 🗑 <b>Удалить все данные о вас?</b>
    Сразу удалятся роли, связь с детьми, имена, ответы, заявки и черновики, а сообщения прекратятся.
privacy-erase-stays = Останется запись, что согласие было и когда отозвано (3 года, без имени и аккаунта), номер участника в журнале (1 год) и резервные копии (до 30 дней).
privacy-erase-sure = Да, удалить всё
privacy-erased-done = ✅ Всё удалено. Бот больше ничего о вас не знает.
privacy-erased-again = Захотите вернуться – откройте карточку или ссылку, как в первый раз.
privacy-successor-button = Назначить преемника

privacy-name-removed = Здесь было сообщение с именем участника. Он удалил свои данные.

privacy-acts-button = 🗂 Акты удаления
privacy-acts-title = 🗂 <b>Акты об удалении данных</b>
    Бот сам удаляет то, чему вышел срок, и то, что люди попросили удалить. За каждый месяц – акт (PDF) с выгрузкой из журнала. Распечатайте его, подпишите и храните три года: в боте акты видны год.
privacy-acts-none = Удалять пока было нечего.
privacy-acts-month = 📄 { $month } – { $total ->
        [one] { $total } запись
        [few] { $total } записи
       *[many] { $total } записей
    }
privacy-act-caption = 📄 Акт № { $number }: { $total ->
        [one] { $total } запись
        [few] { $total } записи
       *[many] { $total } записей
    }.
privacy-act-not-over = Месяц ещё не закончился: в начале следующего получите этот акт заново и подпишите его.

privacy-act-file = Акт об удалении данных { $month }.pdf
privacy-act-approve = УТВЕРЖДАЮ
privacy-act-approve-post = (должность руководителя)
privacy-act-approve-name = (подпись, расшифровка)
privacy-act-approve-day = «___» ______________ 20___ г.
privacy-act-heading = АКТ № { $number }
privacy-act-subject = об уничтожении персональных данных
privacy-act-day = { $day }
privacy-act-operator = Оператор
privacy-act-processor = Обработка по поручению
privacy-act-nobody = не поручена
privacy-act-system = Информационная система
privacy-act-system-name = чат-бот «Гость группы»
privacy-act-period = Период
privacy-act-period-words = с 1 по { $until }
privacy-act-way = Способ уничтожения
privacy-act-way-words = удаление записей из базы данных средствами программы; из резервных копий – не позднее чем через 30 дней
privacy-act-lead = В информационной системе уничтожены следующие данные:
privacy-act-number-column = №
privacy-act-kind-column = Категория данных
privacy-act-why-column = Причина
privacy-act-count-column = Записей
privacy-act-total = Всего
privacy-act-people = Вместо фамилий указаны номера участников, присвоенные программой. Имён и номеров аккаунтов акт не содержит.
privacy-act-annex = Приложение: выгрузка из журнала регистрации событий.
privacy-act-signed = Данные уничтожены программой автоматически – по срокам, установленным оператором, с окончанием ролей и по требованиям участников. Акт составили:
privacy-act-sign-post = (должность)
privacy-act-sign-hand = (подпись)
privacy-act-sign-name = (фамилия, инициалы)
privacy-act-law = Форма учитывает приказ Роскомнадзора от 28.10.2022 № 179. Акт и выгрузка хранятся три года. Проверьте форму у юриста.
privacy-act-extract = Выгрузка из журнала регистрации событий
privacy-act-extract-of = Приложение к акту № { $number }
privacy-act-at-column = Дата и время
privacy-act-who-column = Участник
privacy-act-participant = № { $number }
privacy-act-zone = Часовой пояс: { $zone }.
privacy-act-page = Акт № { $number }, стр.
privacy-act-kind =
    { $kind ->
        [erased] все данные участника: аккаунт, роли, имя, ответы, заявки
        [left] роль в организации, имя, ответы и заявки участника
        [roles] роль в организации, имя и ответы участника
        [persons] все данные участника: аккаунт и настройки
        [names] имена участников
        [parents] роль родителя, имя и ответы участника
        [ties] связи взрослых с номерами детей
        [requests] заявки на вход
        [purposes] согласия на обработку данных (закрыты)
        [guest-messages] сообщения между гостями и педагогами
        [visits] заявки гостей, из которых визита не вышло
        [likings] отклики семей после визитов гостей
        [events] места, отклики, отметки о приходе, снимки и листы анализа
        [announcements] объявления
        [quiz-answers] ответы детей на вопросы викторин
        [child-consents] ответы и результат ребёнка в викторинах
        [entrance-names] полное имя гостя для входа
        [consents] записи о согласиях
        [notices] сведения об отправленных сообщениях
        [links] закрытые ссылки и карточки
       *[audit] строки журнала действий
    }
privacy-act-why =
    { $kind ->
        [erased] требование участника
        [left] отзыв согласия или выход участника
        [roles] роль закончилась: цель обработки достигнута
        [persons] 30 дней без роли: цель обработки достигнута
        [names] показ имён выключен руководителем
        [parents] ребёнок выбыл: цель обработки достигнута
        [ties] ребёнок выбыл больше 30 дней назад
        [requests] 30 дней после ответа на заявку
        [purposes] 30 дней после окончания роли
        [guest-messages] 30 дней после визита
        [entrance-names] 30 дней после визита или отзыв согласия гостем
        [visits] 90 дней после отказа, возврата даты или несостоявшейся встречи
        [likings] 1 год после отклика
        [events] истёк срок после мероприятия
        [announcements] до конца следующего учебного года
        [quiz-answers] 1 год после итоговой викторины
        [child-consents] отзыв согласия законным представителем
        [consents] 3 года после отзыва
        [notices] 90 дней после отправки
        [links] 90 дней после закрытия
       *[audit] 1 год после записи
    }
