# Образцы мероприятий: готовые и свои.

templates-button-list = 📋 По образцу
templates-title = <b>📋 По образцу</b>
templates-hint = Выберите образец: бот заполнит всё сам и спросит только день и час. Поправить можно что угодно. ⭐ – ваши образцы.
templates-line-own = ⭐ { $name }
templates-line-ready = { $name }
templates-button-without = ✏️ Без образца
templates-card = ⭐ <b>{ $name }</b>
templates-button-use = ✅ Создать по образцу
templates-button-rename = ✏️ Переименовать
templates-button-drop = 🗑 Удалить
templates-button-drop-yes = Да, удалить
templates-button-drop-no = Нет, оставить
templates-drop-question = Удалить образец <b>{ $name }</b>? Мероприятия, созданные по нему, останутся.
templates-dropped = ✅ Образец удалён.
templates-button-save = 📋 Сохранить как образец
templates-form-save = Новый образец
templates-form-rename = Название образца
templates-ask-name = Как назвать образец? Если пропустить, он будет называться как мероприятие.
templates-ask-new-name = Как теперь назвать образец?
templates-example-name = Осенний праздник
templates-saved = ✅ Сохранили. Образец пригодится всем коллегам: он в «➕ Новое мероприятие» → «📋 По образцу».
templates-renamed = ✅ Переименовали.
