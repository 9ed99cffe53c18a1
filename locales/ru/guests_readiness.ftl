# «Гость группы»: что готово к визиту, вопросы детей, переписка без телефонов.

guests-checklist-own = 🎒 У вас готово: { $done } из { $total }
guests-checklist-guest = 🎤 Гость готов: { $done } из { $total }
guests-checklist-group =
    { $kind ->
        [school] 🪑 Класс готов: { $done } из { $total }
       *[kindergarten] 🪑 Группа готова: { $done } из { $total }
    }
guests-checklist-their-group =
    { $kind ->
        [school] 🪑 Класс готовится: { $done } из { $total }
       *[kindergarten] 🪑 Группа готовится: { $done } из { $total }
    }
guests-tick = { $mark } { $item }
guests-check-item =
    { $item ->
        [advice] Памятка прочитана
        [talk] Понятно, о чём рассказать
        [things] Вещи собраны
        [way] Понятно, куда и как прийти
        [document] Документ для входа готов
        [children] Дети знают, кто придёт
        [questions] Вопросы детей собраны
        [place] Место готово
        [needs] Всё, о чём просил гость, есть
       *[entrance] На входе предупреждены
    }
guests-unticked = <b>Ещё не отмечено</b>

guests-button-look-ahead = 📖 О чём рассказать
guests-button-back-to-form = ‹ Вернуться к заявке
guests-notice-advised = 📌 <b>Скоро встреча с детьми. Вот памятка – прочитайте, когда будет минутка</b>

guests-children-ask = Дети спрашивают
guests-question-line = { $at }. { $text }
guests-question-listed =
    { $new ->
        [yes] { $at }. { $text } · <i>гость ещё не видит</i>
       *[no] { $at }. { $text }
    }
guests-button-questions =
    { $count ->
        [0] ❓ Вопросы детей
       *[other] ❓ Вопросы детей · { $count }
    }
guests-questions-title = <b>❓ Вопросы детей гостю</b>
guests-questions-none = Спросите детей, что им интересно узнать, и запишите до пяти вопросов – без имён детей.
guests-questions-unsent = Когда всё записано, нажмите «Отправить гостю»: он получит одно сообщение.
guests-questions-paper = У гостя нет бота: вопросы стоят на листке «О чём рассказать» – распечатайте его или передайте на словах.
guests-questions-sent = 📨 Вопросы отправлены гостю.
guests-question-kept = ✅ Записали.
guests-button-ask = ➕ Добавить вопрос
guests-button-reword = ✏️ { $at }
guests-button-drop-question = 🗑 { $at }
guests-button-send-questions = 📨 Отправить гостю
guests-form-question = Вопрос детей
guests-ask-question = Что дети хотят узнать? Один вопрос, коротко. Имена детей не пишите.
guests-example-question = Вам бывает страшно на высоте?
guests-notice-asked = ❓ <b>Дети ждут вас и приготовили вопросы</b>

guests-button-to-teacher =
    { $kind ->
        [school] ✉️ Написать учителю
       *[kindergarten] ✉️ Написать воспитателю
    }
guests-button-to-guest = ✉️ Написать гостю
guests-button-messages = ✉️ Вся переписка
guests-button-answer = ↩️ Ответить
guests-messages-none = Сообщений пока нет.
guests-messages-hint = Бот всё передаст сам: обмениваться телефонами не нужно. До 10 сообщений в день; через 30 дней после визита переписка исчезнет.
guests-messages-closed = Писать об этом визите сейчас нельзя.
guests-message-line =
    { $who ->
        [you] <b>Вы</b> · { $when }
        [guest] <b>Гость</b> · { $when }
       *[teacher] { $kind ->
            [school] <b>Учитель</b> · { $when }
           *[kindergarten] <b>Воспитатель</b> · { $when }
        }
    }
guests-message-text = { $text }
guests-message-unsent = ✍️ Ваши слова не ушли, вот они: { $text }
guests-message-sent = 📨 Передали.
guests-form-message = Сообщение о визите
guests-ask-message =
    { $to ->
        [guest] Что передать гостю? До 400 знаков. Телефоны, имена и сведения о здоровье детей не пишите.
       *[teacher] { $kind ->
            [school] Что передать учителю? До 400 знаков. Телефон писать не нужно.
           *[kindergarten] Что передать воспитателю? До 400 знаков. Телефон писать не нужно.
        }
    }
guests-example-message = Есть ли рядом с ковром розетка?
guests-notice-written =
    { $who ->
        [guest] ✉️ <b>Гость пишет</b>
        [colleague] ✉️ <b>Гостю написали</b>
       *[teacher] { $kind ->
            [school] ✉️ <b>Учитель пишет</b>
           *[kindergarten] ✉️ <b>Воспитатель пишет</b>
        }
    }

## Имя для списка на входе
guests-button-entrance = 🚪 Имя для входа
guests-entrance-hint = 🚪 На входе дежурный сверит вас со списком. Полное имя для него можно назвать заранее – или просто покажите документ.
guests-entrance-agreed = Вы уже соглашались назвать полное имя для списка на входе. Назвать и для этого визита?
guests-entrance-asked = 🚪 <b>Имя для списка на входе</b>
guests-entrance-kept = В списке для входа вы записаны так: <b>{ $name }</b>. В боте это видите только вы; через 30 дней после визита имя удалится.
guests-entrance-dropped = Имени в списке нет: покажите документ на входе, и дежурный впишет вас от руки.
guests-entrance-closed = Имя для входа сейчас не нужно.
guests-button-entrance-agree = ✅ Согласен, написать имя
guests-button-entrance-write = ✏️ Написать имя
guests-button-entrance-change = ✏️ Исправить
guests-button-entrance-document = 📄 Покажу документ на входе
guests-button-entrance-drop = 🗑 Убрать имя
guests-form-full-name = Имя для входа
guests-ask-full-name = Напишите фамилию, имя и отчество – так, как в документе. Номер документа не нужен.
guests-example-full-name = Петрова Анна Сергеевна
