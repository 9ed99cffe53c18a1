# Вопросы по одному: общее для всех форм.
forms-heading =
    { $total ->
        [1] <i>{ $title }</i>
       *[other] <i>{ $title } · вопрос { $number } из { $total }</i>
    }
forms-kept = Сейчас: <b>{ $value }</b>
forms-hint = ⚠️ { $reason }
forms-typed = Вы написали: «{ $text }».
forms-example = Например: <b>{ $example }</b>
forms-picked = ✅ { $label }
forms-button-clear = ✖️ Стереть
forms-button-keep = Оставить как есть
forms-button-all = Выбрать все
forms-button-none = Снять все
forms-button-resume = ✏️ Продолжить
forms-button-restart = Начать заново
forms-button-continue = ✏️ Продолжить: { $title }
forms-button-continue-named = ✏️ Продолжить: { $name }
forms-unfinished = Вы начали заполнять: <b>{ $title }</b> – и не закончили. Ответы сохранены. Продолжим?
forms-unfinished-named = Вы начали заполнять: <b>{ $title } «{ $name }»</b> – и не закончили. Ответы сохранены. Продолжим?
forms-cancelled = Отменили: <b>{ $title }</b>. Ничего не изменилось.
forms-closed = Эти вопросы уже закрыты: вы на них ответили, отменили их или прошло больше недели.
forms-already-done = Готово, это уже сделано.
forms-old-button = Это кнопка прошлого вопроса. Вот текущий.
forms-nothing-offered = Пока не из чего выбрать.
forms-moments-hour = <b>{ $day }</b> – во сколько? Нажмите или напишите.
forms-moments-chosen = Выбрано: { $count ->
        [one] { $count } дата
        [few] { $count } даты
       *[many] { $count } дат
    }. Лишнюю можно убрать: нажмите на неё. Добавьте ещё или нажмите «Готово».
