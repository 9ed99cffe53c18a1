# Объявления, которые сначала смотрит методист; общие с мероприятиями слова – в events_approvals.ftl.

## У автора
announcements-check-first = 📨 Сначала объявление посмотрит { $kind ->
        [school] завуч
       *[other] старший воспитатель
    }. Оно уйдёт после этого.
announcements-check-waits = 📨 <b>Ждёт проверки.</b> { $kind ->
        [school] Завуч посмотрит
       *[other] Старший воспитатель посмотрит
    }, и объявление уйдёт. Чтобы исправить что-нибудь, заберите его.
announcements-check-taken-back = ✅ Забрали с проверки: объявление снова среди ваших черновиков.

## У методиста
announcements-check-line = 📣 { $emojis } { $opening }
announcements-check-no-picture = Картинка не сохранилась: объявление придёт без неё.
announcements-check-opening = { $opening }
announcements-check-button-open = 📣 Открыть объявление
announcements-check-sent-back = ✅ Вернули объявление «{ $opening }». Автору бот напишет об этом.

## Кто был первым
announcements-check-fate-out = Объявление «{ $opening }» уже отправил его автор.
announcements-check-fate-published = Объявление «{ $opening }» уже опубликовано. Решение: { $who }.
announcements-check-fate-planned = Объявление «{ $opening }» уже одобрено и уйдёт в своё время. Решение: { $who }.
announcements-check-fate-returned = Объявление «{ $opening }» уже вернули автору. Решение: { $who }.
announcements-check-fate-taken-back = Объявление «{ $opening }» автор забрал, чтобы что-то поправить.

## Извещения автору
announcements-check-notice-approved = ✅ Объявление «{ $opening }» проверено и отправлено. Решение: { $who }.
announcements-check-notice-planned = ✅ Объявление «{ $opening }» проверено. Бот отправит его сам: { $out }. Решение: { $who }.
announcements-check-notice-returned = ✏️ Объявление «{ $opening }» вернули поправить. Решение: { $who }. Оно среди ваших черновиков.
