# Бумаги для семей: карточки, плакат группы, списки.

organisation-paper-card-title = Карточки семей
organisation-paper-card-heading = Карточка семьи
organisation-paper-card-code = Код ребёнка
organisation-paper-card-step1 = Наведите камеру телефона на квадрат и откройте ссылку.
organisation-paper-card-step2 = В Telegram нажмите «Старт», прочитайте согласие и скажите, кто вы ребёнку.
organisation-paper-card-step3 = Готово! По карточке войдут до четырёх близких взрослых. Посторонним её не показывайте.
organisation-paper-card-fallback = Камера не видит квадрат? Наберите адрес:

organisation-paper-poster-title =
    { $kind ->
        [school] QR класса
       *[kindergarten] QR группы
    }
organisation-paper-poster-lead =
    { $kind ->
        [school] Объявления и мероприятия класса – в Telegram
       *[kindergarten] Объявления и мероприятия группы – в Telegram
    }
organisation-paper-poster-step1 = Наведите камеру телефона на квадрат.
organisation-paper-poster-step2 = В Telegram нажмите «Старт» и прочитайте согласие.
organisation-paper-poster-step3 =
    { $kind ->
        [school] Учитель подтвердит, что вы из этого класса, – и всё готово.
       *[kindergarten] Воспитатель подтвердит, что вы из этой группы, – и всё готово.
    }
organisation-paper-poster-fallback = Камера не видит квадрат? Наберите адрес:

organisation-paper-list-number = №
organisation-paper-list-code = Код
organisation-paper-list-name = ФИО ребёнка (впишите здесь, в бот не загружайте)
organisation-paper-list-adults = Присоединились взрослые
organisation-paper-list-joined = На { $day }: с нами { $families } из { $children }
organisation-paper-list-empty =
    { $kind ->
        [school] Классов пока нет.
       *[kindergarten] Групп пока нет.
    }
organisation-paper-cards-file = Карточки – { $group }.pdf
organisation-paper-card-file = Карточка { $code }.pdf
organisation-paper-poster-file = Плакат – { $group }.pdf
