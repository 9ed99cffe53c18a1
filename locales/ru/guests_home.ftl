## По дороге домой
guests-home-title = <b>🏡 По дороге домой</b>
guests-home-somebody = У детей был гость и рассказал о своей работе.
guests-home-came = У детей был гость: <b>{ $profession }</b>.
guests-home-came-simple = У детей был гость: <b>{ $profession }</b>. { $simple }
guests-home-own =
    { $who ->
        [self] 💛 Гостем детей были вы: <b>{ $profession }</b>. Спасибо, что нашли для них время!
       *[family] 💛 Гостем детей был взрослый из вашей семьи: <b>{ $profession }</b>. Спасибо вам!
    }
guests-home-asks = Спросите ребёнка по дороге или за ужином:
guests-home-line = { $at }. { $line }
guests-home-ask-1 = Кто был у вас в гостях и что это за работа?
guests-home-ask-2 = Что гость показал и что вы делали вместе?
guests-home-ask-3 = Кому помогает эта работа?
guests-home-like = Как ребёнку гость? Нажмите на смайлик. Педагоги увидят только, сколько каких смайликов, но не узнают, кто какой выбрал.
guests-home-liked = Отклики об этом госте уже собраны.
guests-home-thanks = { $face } Спасибо за отклик!
guests-home-counts = Как детям гость: { $faces }
guests-home-few = Как детям гость: пока мало ответов. Покажем, когда ответят трое: иначе можно догадаться, кто что выбрал.
guests-home-warm =
    { $count ->
        [one] 💛 Дома о вас рассказывали: пришёл { $count } отклик от семей. Спасибо!
        [few] 💛 Дома о вас рассказывали: пришло { $count } отклика от семей. Спасибо!
       *[many] 💛 Дома о вас рассказывали: пришло { $count } откликов от семей. Спасибо!
    }
guests-home-summary = 🏡 { $emoji } По дороге домой: { $profession }
guests-home-summary-somebody = 🏡 { $emoji } По дороге домой: у детей был гость
guests-home-summary-button = 🏡 { $profession }
guests-home-summary-button-somebody = 🏡 По дороге домой
guests-button-home = ‹ К вопросам
guests-button-play = 🎲 Поиграть
guests-button-play-again = 🔁 Ещё раз

## Игра о профессии
guests-game-title = <b>{ $sign } { $profession }</b>
guests-game-tool = Что нужно для этой работы?
guests-game-product = Что получается благодаря этой работе?
guests-game-who = Кто это? { $actions }.
guests-game-option = { $mark } { $words }
guests-game-right = Верно!
guests-game-again = Посмотрим ещё разок?
guests-game-end = { $stars } Вот и вся игра. Молодцы, что поиграли вместе!
guests-game-none = Для этой профессии игры пока нет.
