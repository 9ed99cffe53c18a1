# Как люди приходят: приглашение, согласие, родство, имя, очередь новых родителей.
joining-greeting-hello = 👋 Здравствуйте! Это бот «Гость группы».
joining-greeting-card =
    { $kind ->
        [school] Карточка ребёнка <b>{ $code }</b>, класс { $group }, { $organisation }. Бот расскажет о мероприятиях класса, а ответить на приглашение можно одной кнопкой.
       *[kindergarten] Карточка ребёнка <b>{ $code }</b>, группа { $group }, { $organisation }. Бот расскажет о мероприятиях группы, а ответить на приглашение можно одной кнопкой.
    }
joining-greeting-group =
    { $kind ->
        [school] Класс { $group }, { $organisation }, приглашает семьи. Бот расскажет о мероприятиях, а ответить на приглашение можно одной кнопкой.
       *[kindergarten] Группа { $group }, { $organisation }, приглашает семьи. Бот расскажет о мероприятиях, а ответить на приглашение можно одной кнопкой.
    }
joining-greeting-staff = Вас приглашает { $organisation }. Ваша роль в боте: { $role }.
joining-greeting-teacher =
    { $kind ->
        [school] Вас приглашает { $organisation }. Ваша роль в боте: { $role }. Классы: { $groups }.
       *[kindergarten] Вас приглашает { $organisation }. Ваша роль в боте: { $role }. Группы: { $groups }.
    }
joining-greeting-partner = { $organisation } приглашает к сотрудничеству: { $partner }. Бот передаст вам приглашения педагогов.
joining-greeting-invited =
    { $kind ->
        [school] Коллега передал вам приглашение: { $organisation }, класс { $group }, зовёт в гости. Расскажите детям о своей профессии и покажите, как она устроена – день выберете сами.
       *[kindergarten] Коллега передал вам приглашение: { $organisation }, группа { $group }, зовёт в гости. Расскажите детям о своей профессии и покажите, как она устроена – день выберете сами.
    }

joining-consent-title = <b>{ $title }</b>
joining-consent-lead = { $text }
joining-consent-part = <b>{ $heading }.</b> { $text }
joining-consent-agree = ✅ Согласен
joining-consent-accept = ✅ Принять
joining-consent-refuse = Не сейчас

joining-out-text =
    { $role ->
        [parent] { $kind ->
            [school] Хорошо. Объявления есть на стенде и в чате класса; данные не сохранены. Передумаете – ссылка по-прежнему открывается.
           *[other] Хорошо. Объявления есть на стенде и в группе сада; данные не сохранены. Передумаете – ссылка по-прежнему открывается.
        }
       *[other] Хорошо, данные не сохранены. Передумаете – ссылка по-прежнему открывается.
    }

joining-kinship-ask = <b>Кто вы ребёнку?</b>
joining-kinship-hint = Родственник получает объявления и приглашения. Решения о ребёнке принимают родители и опекуны.
joining-kinship-choice =
    { $kinship ->
        [guardian] Опекун
        [relative] Бабушка, дедушка, родственник
       *[parent] Мама или папа
    }

joining-name-ask = <b>Как к вам обращаться?</b>
joining-name-hint = Напишите имя или нажмите кнопку. Имя увидят сотрудники организации; его можно не указывать.
joining-name-profile = Меня зовут { $name }, верно
joining-name-type = Другое имя
joining-name-none = Не указывать
joining-name-title = Как к вам обращаться
joining-name-question = Напишите имя – так, как вас называть педагогам.
joining-name-example = Анна Сергеевна

joining-welcome-title = 🎉 <b>Готово!</b>
joining-welcome-child =
    { $kind ->
        [school] Вы на связи с классом { $group }, ребёнок <b>{ $code }</b>.
       *[kindergarten] Вы на связи с группой { $group }, ребёнок <b>{ $code }</b>.
    }
joining-welcome-member = Вы на связи: { $organisation }.
joining-welcome-staff = { $organisation } ждёт вас. Ваша роль: { $role }.
joining-welcome-partner = Спасибо, что согласились помочь: { $organisation } ждёт вас.
joining-welcome-pet-name = ✏️ Назвать ребёнка по-домашнему
joining-welcome-offers = ✏️ Рассказать, что я могу показать
joining-partner-term = Ваши данные хранятся до { $until }. Потом они удалятся сами, а остаться дольше можно по новому приглашению.

joining-waiting-title = ⏳ <b>Заявка отправлена</b>
    { $kind ->
        [school] Класс
       *[kindergarten] Группа
    } { $group }.
joining-waiting-number =
    { $kind ->
        [school] Назовите учителю число <b>{ $number }</b> – так он поймёт, что это вы.
       *[other] Назовите воспитателю число <b>{ $number }</b> – так он поймёт, что это вы.
    }
joining-waiting-hint = Как только на заявку ответят, бот напишет.

joining-already-text = 👋 С возвращением! Вы уже здесь: { $role }, { $organisation }.

joining-refused-advice = Новую карточку или ссылку даст педагог или руководитель. Ничего о вас не сохранено.
joining-refused-card = Если кто-то из взрослых вошёл по ошибке, педагог может его отвязать. Ничего нового не сохранено.
joining-refused-passed = О вас ничего не сохранено.

joining-stranger-title = 👋 Здравствуйте! Это бот «Гость группы»: он приглашает семьи на мероприятия детского сада и школы.
joining-stranger-how = Чтобы войти, отсканируйте карточку вашего ребёнка или код на стенде. Сотрудникам и партнёрам ссылку присылает руководитель.
joining-stranger-privacy = О вас ничего не сохранено. Подробности: /privacy

joining-queue-button = 👋 Новые родители
joining-queue-title = 👋 <b>Новые родители</b>
    Сверьте число с тем, которое вам назвали.
joining-queue-empty = 👋 <b>Новые родители</b>
    Сейчас никто не ждёт.
joining-queue-line = { $who } · { $group }
joining-newcomer = № { $number }
joining-newcomer-named = { $name }, № { $number }
joining-card-title = 👋 <b>Новый родитель</b> · { $group }
joining-card-about = <b>{ $who }</b>
    { $kinship }, заявка: { $at }
joining-card-hint = Если число назвали вам лично, выберите код ребёнка.
joining-card-pick = ✅ Выбрать код ребёнка
joining-card-decline = Отклонить
joining-card-approved = ✅ Принято, код ребёнка <b>{ $code }</b>.
joining-card-declined = Отклонено: { $why }
joining-card-overtaken = Пока вы решали, на эту заявку уже ответили:
joining-codes-ask = <b>Чей это взрослый?</b> Сначала идут коды, у которых ещё никого нет.
joining-codes-none = Кодов детей здесь пока нет. Добавьте их и вернитесь к заявке.
joining-codes-line =
    { $adults ->
        [0] { $code }
       *[other] { $code } · { $adults } 👤
    }
joining-decline-ask = <b>Почему отклонить?</b> Причину увидит этот взрослый.
joining-decline-choice =
    { $reason ->
        [group] { $kind ->
            [school] Это другой класс
           *[kindergarten] Это другая группа
        }
        [card] Пусть возьмёт карточку
        [own] ✏️ Своими словами
       *[unknown] Мы не знакомы
    }
joining-decline-reason =
    { $reason ->
        [group] { $kind ->
            [school] похоже, ребёнок из другого класса; отсканируйте код на его стенде.
           *[kindergarten] похоже, ребёнок из другой группы; отсканируйте код на её стенде.
        }
        [card] { $kind ->
            [school] возьмите, пожалуйста, у учителя карточку ребёнка и войдите по ней.
           *[kindergarten] возьмите, пожалуйста, у воспитателя карточку ребёнка и войдите по ней.
        }
       *[unknown] { $kind ->
            [school] мы вас не узнали; подойдите, пожалуйста, к учителю и назовите число с экрана.
           *[kindergarten] мы вас не узнали; подойдите, пожалуйста, к воспитателю и назовите число с экрана.
        }
    }
joining-decline-title = Отклонить заявку
joining-decline-question = Напишите коротко, почему. Это прочитает взрослый, который прислал заявку. Имён детей и сведений о здоровье, пожалуйста, не пишите.
joining-decline-example = Подойдите, пожалуйста, вечером, познакомимся.

joining-notice-requested =
    { $kind ->
        [school] 🔔 К вам в класс просится взрослый.
       *[kindergarten] 🔔 К вам в группу просится взрослый.
    }
joining-notice-open = Ответить на заявку
joining-notice-declined =
    { $kind ->
        [school] Заявка в класс { $group } отклонена: { $why }
       *[kindergarten] Заявка в группу { $group } отклонена: { $why }
    }
joining-notice-staff-unnamed = 🤝 По вашей ссылке открыт доступ: { $who }, { $organisation }.
joining-notice-staff = 🤝 По вашей ссылке открыт доступ: { $who } ({ $role }), { $organisation }.
joining-notice-partner = 🤝 Партнёр принял приглашение: { $partner }.
