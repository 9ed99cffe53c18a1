## Не состоялось
guests-missed-question = Почему визит не состоялся? Одного нажатия достаточно, потом причину можно поменять.
guests-button-missed-again = ✏️ Причина
guests-missed-button =
    { $reason ->
        [guest] Гость не смог прийти
        [group] { $kind ->
            [school] Не получилось у класса
           *[kindergarten] Не получилось у группы
        }
        [other-day] ↪️ Перенесём на другой день
       *[unsaid] Без причины
    }
guests-missed =
    { $reason ->
        [guest] гость не смог прийти
        [group] { $kind ->
            [school] не получилось у класса
           *[kindergarten] не получилось у группы
        }
       *[other-day] решили перенести на другой день
    }
guests-paper-not-held = Не состоялось
guests-paper-missed = Не состоялось: { $why }
guests-missed-told = Причина: { $why }.

## Заметка для журнала
guests-button-note = ✏️ Заметка в журнал
guests-button-note-again = ✏️ Изменить заметку
guests-note-form = Заметка для журнала
guests-ask-note = Чем запомнилась встреча? Одна-две фразы для журнала, без имён и сведений о здоровье.
guests-example-note = Дети месили тесто и просили прийти ещё
guests-note-told = 📝 { $note }
guests-noted = 📝 Заметку сохранили: она будет в журнале.
guests-note-gone = Хорошо, без заметки.

## После визита
guests-button-follow-up = 🌟 После визита
guests-follow-up-title =
    { $kind ->
        [school] <b>🌟 После визита.</b> Что сделали в классе? Нажмите – и это попадёт в журнал.
       *[kindergarten] <b>🌟 После визита.</b> Что сделали в группе? Нажмите – и это попадёт в журнал.
    }
guests-follow-up-reminder =
    { $kind ->
        [school] <b>🌟 Дети ещё помнят гостя.</b> Если в классе уже что-то сделали – отметьте одним нажатием. Если нет – вот что можно успеть за неделю.
       *[kindergarten] <b>🌟 Дети ещё помнят гостя.</b> Если в группе уже что-то сделали – отметьте одним нажатием. Если нет – вот что можно успеть за неделю.
    }
guests-follow-up-over = С визита прошло больше двух недель: отметки уже не меняются.
guests-follow-up-impossible = Отметки ставят после визита, который состоялся.
guests-follow-up-ideas = <b>Что можно сделать за неделю</b>
guests-idea-role-play = 🎭 Игра «{ $place }». Пригодятся: { $tools }. Главный герой { $actions }.
guests-idea-drawing = 🎨 Рисунок: { $product }.
guests-idea-corner = 🧰 Уголок профессии: { $tools }. Подойдут игрушечные, нарисованные, из коробок.
guests-idea-quiz = 💡 Мини-викторина: { $asks }
guests-idea-any =
    { $kind ->
        [role-play] 🎭 Игра «{ $profession }»: пусть дети по очереди побудут гостем и повторят, что он показал.
        [drawing] 🎨 Рисунок: что запомнилось больше всего.
        [corner] 🧰 Уголок профессии: вещи, похожие на те, что показал гость, – игрушечные, нарисованные, из коробок.
       *[quiz] 💡 Мини-викторина: кто к нам приходил? Что ему нужно для работы? Кому он помогает?
    }
guests-follow-up-button =
    { $mark } { $kind ->
        [role-play] Сюжетно-ролевая игра
        [drawing] Рисунок
        [corner] Уголок профессии
       *[quiz] Мини-викторина
    }
guests-follow-up =
    { $kind ->
        [role-play] сюжетно-ролевая игра
        [drawing] рисунок
        [corner] уголок профессии
       *[quiz] мини-викторина
    }
guests-follow-up-told = 🌟 После визита: { $trace }.
guests-follow-up-done = <b>Отмечено</b>
guests-follow-up-done-on = • { $what }, { $day }
