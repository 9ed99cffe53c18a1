# «Гость группы»: о чём педагог спрашивает гостя – о другой дате, об изменениях.

guests-move-plan = 🗓 Было { $before } → может быть <b>{ $after }</b>
guests-move-plan-ask = Спросим гостя, подходит ли ему новый день. Обе даты подержим за ним до { $until }. Не ответит – визит останется как был.
guests-move-plan-at-once = Спросить гостя уже некогда или не о чем: перенесём сразу, и он об этом узнает.
guests-move-plan-unread = Гость не читает сообщений бота: перенесём сразу, а вы скажете ему лично.
guests-move-plan-entered = Перенесём сразу. Скажите об этом гостю: бот ему написать не может.
guests-button-move-ask = 🔁 Спросить гостя
guests-button-move-now = ↪️ Перенести
guests-button-other-date = 📅 Другая дата
guests-clash-move = ⚠️ { $when }: в это время у детей «{ $title }».
guests-came-lately = 🔔 Гость с такой профессией был недавно: { $when }.
guests-move-asked-word = 🔁 Спросили гостя. Как только ответит, сообщим.
guests-move-asked-staff = 🔁 Спросили о другом дне: было { $before } → может быть <b>{ $after }</b>. Ждём ответа гостя до { $until }.
guests-move-asked-guest =
    { $kind ->
        [school] 🔁 Класс просит перенести: было { $before } → может быть <b>{ $after }</b>? Ответьте, пожалуйста, до { $until }. Если не ответите, всё останется как было.
       *[kindergarten] 🔁 Группа просит перенести: было { $before } → может быть <b>{ $after }</b>? Ответьте, пожалуйста, до { $until }. Если не ответите, всё останется как было.
    }
guests-button-move-yes = ✅ Да, подходит
guests-button-move-no = Нет, оставить как было
guests-button-move-give-back = ↩️ Не смогу прийти – вернуть дату
guests-button-move-take-back = ↩️ Не спрашивать гостя
guests-move-taken-back = Больше не спрашиваем: визит остаётся на прежней дате.
guests-move-agreed-word = ✅ Спасибо! Перенесли, педагоги об этом узнают.
guests-move-stays-word = Хорошо, всё остаётся как было. Педагоги об этом узнают.
guests-notice-move-asked = 🔁 <b>Подойдёт ли вам другой день?</b>
guests-notice-move-dropped = <b>Переносить не нужно</b>
    Всё остаётся как было, ждём вас.
guests-notice-move-agreed = ✅ <b>Гость согласен на другой день</b>
guests-notice-move-stays = 🔁 <b>Гость просит оставить как было</b>
    Если в этот день никак, нажмите «Перенести» и предложите другой.
guests-notice-move-lapsed = 🔁 <b>Гость не ответил о переносе</b>
    Визит остаётся на прежней дате. Если она не подходит, спросите гостя лично.

guests-button-ask-change = ✏️ Попросить изменить
guests-change-question = О чём попросить гостя? Всё, что он рассказал, сохранится.
guests-change-button =
    { $wish ->
        [shorter] Короче по времени
        [safer] Без опасных вещей
        [format] Другой формат
        [plan] Подробнее о плане
       *[other] ✏️ Своими словами
    }
guests-change-wish =
    { $wish ->
        [shorter] пусть рассказ будет покороче
        [safer] давайте обойдёмся без опасных вещей
        [format] выберите, пожалуйста, другой формат
        [plan] расскажите, пожалуйста, подробнее, что будете делать с детьми
       *[other] измените, пожалуйста, заявку
    }
guests-change-words = «{ $note }»
guests-change-form = Просьба к гостю
guests-ask-change = Напишите гостю, что изменить. Одной доброй фразы достаточно.
guests-example-change = Принесите, пожалуйста, что-нибудь, что можно потрогать
guests-change-asked-word = ✏️ Передали просьбу гостю. Как только он изменит заявку, сообщим.
guests-change-asked-staff = ✏️ Попросили гостя: { $wish }. Ждём, что он ответит.
guests-change-asked-guest =
    { $kind ->
        [school] ✏️ Учитель просит: { $wish }
       *[kindergarten] ✏️ Воспитатель просит: { $wish }
    }
guests-button-change = ✏️ Изменить
guests-changed-word = ✅ Изменили. Педагоги об этом узнают.
guests-notice-change-asked = ✏️ <b>Осталось немного поправить</b>
    Всё, что вы рассказали, сохранено.
guests-notice-changed = ✏️ <b>Гость изменил то, о чём вы просили</b>

guests-unread = 📵 Гость не читает сообщений бота: позвоните или спросите лично.
guests-notice-unread = 📵 <b>Гость не узнает о визите от бота</b>
