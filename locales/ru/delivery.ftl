# Что бот говорит сам: вечерняя сводка, слово автору, убранное сообщение.
delivery-summary-title =
    🌙 <b>Вечерняя сводка</b>
    Чтобы не отвлекать вас днём, мы собрали новости в одно сообщение.
delivery-summary-line = { $emojis } <b>{ $title }</b> – { $when }
delivery-summary-remind = { $emojis } <b>{ $title }</b> – { $when } (напоминаем)
delivery-summary-more =
    { $count ->
        [one] И ещё { $count } мероприятие – в списке «Все мероприятия».
        [few] И ещё { $count } мероприятия – в списке «Все мероприятия».
       *[many] И ещё { $count } мероприятий – в списке «Все мероприятия».
    }
delivery-summary-all = Все мероприятия
delivery-summary-opening = { $group } – <b>ждём вас в гости</b>: { $dates ->
        [one] свободна { $dates } дата
        [few] свободны { $dates } даты
       *[many] свободно { $dates } дат
    }
delivery-summary-opening-button = 🎤 { $group }
delivery-summary-quiz = { $emojis } <b>Викторина «{ $title }»</b> – можно до { $until }

delivery-trouble-title = ⚠️ <b>Дошло не до всех</b>
delivery-trouble-text =
    «{ $title }», { $when }.
    { $count ->
        [one] До { $count } взрослого сообщение не дошло: чат с ботом закрыт или недоступен.
       *[many] До { $count } взрослых сообщение не дошло: чат с ботом закрыт или недоступен.
    }
    Пожалуйста, расскажите об этом лично.
delivery-trouble-opening =
    Приглашение в гости, { $group }.
    { $count ->
        [one] До { $count } взрослого оно не дошло: чат с ботом закрыт или недоступен.
       *[many] До { $count } взрослых оно не дошло: чат с ботом закрыт или недоступен.
    }
    Пожалуйста, расскажите об этом лично.
delivery-trouble-quiz =
    Приглашение на викторину «{ $title }».
    { $count ->
        [one] До { $count } взрослого оно не дошло: чат с ботом закрыт или недоступен.
       *[many] До { $count } взрослых оно не дошло: чат с ботом закрыт или недоступен.
    }
    Пожалуйста, расскажите об этом лично.
delivery-trouble-open = Кому дошло
delivery-trouble-quiz-open = ⭐ Викторина
delivery-trouble-dates = 🎤 Даты для гостей

delivery-removed = Это сообщение больше не показывается. Всё свежее – в меню.
