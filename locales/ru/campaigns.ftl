# Рассылка о мероприятии: отчёт, остановка, отзыв, напоминание молчащим, возврат.

## Отчёт
campaigns-title = <b>📬 Кому дошло</b>
    { $title } · { $when }
campaigns-state-sending = ⏳ Рассылка идёт. Отчёт обновляется сам.
campaigns-state-done = Всё, что пора было отправить, отправлено.
campaigns-state-stopped = ⏸ Рассылка остановлена. Кто не получил приглашения, увидит мероприятие в «Моих мероприятиях».
campaigns-state-recalling = ↩️ Отзываем сообщения. { $left ->
        [0] Проверяем, не осталось ли чего в пути.
        [one] Осталось { $left } сообщение.
        [few] Осталось { $left } сообщения.
       *[many] Осталось { $left } сообщений.
    }
campaigns-state-recalled = ↩️ Сообщения отозваны, мероприятие отменено.
campaigns-sent = ✅ Доставлено сообщений: { $count }
campaigns-waiting = ⏳ Ждёт отправки: { $count }
campaigns-summary = 🌙 В вечерней сводке: { $count }
campaigns-unknown = ❔ Неизвестно, дошло ли: { $count }
campaigns-dropped = ➖ Не понадобилось отправлять: { $count }
campaigns-closed = 🔕 Закрыли бота, им не дойдёт: { $count }
campaigns-closed-group = · { $emoji } { $name }: { $count }
campaigns-failed = ⚠️ Не получилось доставить: { $count }
campaigns-trouble-refused = · мессенджер не принял сообщение: { $count }
campaigns-trouble-lost = · мессенджер так и не ответил: { $count }
campaigns-tell-them = Этим семьям лучше сказать лично.
campaigns-button-refresh = 🔄 Обновить
campaigns-button-stop = ⏸ Остановить рассылку
campaigns-button-go-on = ▶️ Продолжить рассылку
campaigns-button-recall = ↩️ Отозвать всё
campaigns-stopped = { $count ->
        [one] Остановили: { $count } сообщение не уйдёт.
        [few] Остановили: { $count } сообщения не уйдут.
       *[many] Остановили: { $count } сообщений не уйдут.
    }
campaigns-gone-on = { $count ->
        [0] Продолжаем. Отправлять больше некому.
        [one] Продолжаем: уйдёт ещё { $count } сообщение.
        [few] Продолжаем: уйдут ещё { $count } сообщения.
       *[many] Продолжаем: уйдёт ещё { $count } сообщений.
    }

## Отзыв
campaigns-recall-question = Отозвать всё, что разослано о мероприятии <b>{ $title }</b> ({ $when })? Мероприятие отменится.
campaigns-recall-standing = { $count ->
        [0] В чатах пока нет сообщений о нём.
        [one] Из чатов исчезнет { $count } сообщение. То, что старше двух суток, удалить нельзя: вместо него будет написано, что приглашение отозвано.
        [few] Из чатов исчезнут { $count } сообщения. То, что старше двух суток, удалить нельзя: вместо него будет написано, что приглашение отозвано.
       *[many] Из чатов исчезнут { $count } сообщений. То, что старше двух суток, удалить нельзя: вместо него будет написано, что приглашение отозвано.
    }
campaigns-recall-unsent = { $count ->
        [one] Ещё { $count } сообщение не уйдёт.
        [few] Ещё { $count } сообщения не уйдут.
       *[many] Ещё { $count } сообщений не уйдут.
    }
campaigns-recall-told = Кто успел ответить или прочитал о нём в вечерней сводке, получит сообщение об отмене: <b>{ $adults ->
        [one] { $adults } взрослый
        [few] { $adults } взрослых
       *[many] { $adults } взрослых
    }</b>.
campaigns-recall-told-nobody = Ответить или прочитать о нём в вечерней сводке никто не успел, поэтому об отмене никому не напишем.
campaigns-recall-for-good = Вернуть отозванное мероприятие нельзя, можно только создать новое.
campaigns-recall-yes = Да, отозвать
campaigns-recall-no = Нет, оставить
campaigns-recalling-toast = Отзываем сообщения.
campaigns-taken-back = ↩️ Это приглашение отозвано и больше не действует.

## Напоминание молчащим
campaigns-button-nudge = 🔔 Напомнить молчащим
campaigns-nudge-question = Напомнить о мероприятии <b>{ $title }</b> ({ $when }) тем, кто не ответил?
campaigns-nudge-told = Сообщение придёт: <b>{ $adults ->
        [one] { $adults } взрослому
       *[many] { $adults } взрослым
    }</b>. Из этих семей пока никто не ответил. Напомнить можно один раз.
campaigns-nudge-yes = Да, напомнить
campaigns-nudged = ✅ Напоминание ушло.
campaigns-nudged-told = ✅ Напоминание получат: { $adults ->
        [one] { $adults } взрослый
        [few] { $adults } взрослых
       *[many] { $adults } взрослых
    }.

## Возврат отменённого
campaigns-button-restore = ↩️ Вернуть мероприятие
campaigns-restored = ✅ Мероприятие вернули: оно состоится, ответы сохранились.
campaigns-restored-told = { $adults ->
        [one] Об этом узнает { $adults } взрослый.
        [few] Об этом узнают { $adults } взрослых.
       *[many] Об этом узнают { $adults } взрослых.
    }
campaigns-restored-nobody = ✅ Мероприятие вернули, ответы сохранились. Об отмене ещё никто не успел прочитать.

## Бумаги и файлы
campaigns-button-notice = 🖨 Объявление А4
campaigns-calendar = 📆 <b>{ $title }</b>
    Откройте файл, и мероприятие появится в календаре телефона. Если день или место изменят, нажмите кнопку ещё раз: запись обновится.
campaigns-calendar-file = { $title }.ics
campaigns-notice = 🖨 <b>{ $title }</b>: лист А4 для стены. Кто наведёт камеру на квадрат, увидит мероприятие в боте и сможет ответить.
campaigns-notice-file = Объявление – { $title }.pdf
campaigns-paper-moment = { $when }
campaigns-paper-when = Когда
campaigns-paper-where = Где
campaigns-paper-question = Придёте?
campaigns-paper-lead = Наведите камеру телефона на квадрат и ответьте в Telegram. Это займёт полминуты.
campaigns-paper-until = Ответ ждём до: { $until }
campaigns-paper-fallback = Камера не видит квадрат? Наберите адрес:
