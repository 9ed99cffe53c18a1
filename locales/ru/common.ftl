# Слова, которые нужны всем экранам.
verbatim = { $text }

button-menu = 🏠 Меню
button-back = ‹ Назад
button-previous = ‹ Предыдущие
button-more = Показать ещё ›
button-cancel = Отмена
button-skip = Пропустить
button-done = Готово
button-yes = Да
button-no = Нет
