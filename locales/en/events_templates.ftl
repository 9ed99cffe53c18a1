# Templates of events: ready-made and one’s own.

templates-button-list = 📋 From a template
templates-title = <b>📋 From a template</b>
templates-hint = Choose a template: the bot fills in everything and asks only for the day and the hour. You may change anything. ⭐ – your own templates.
templates-line-own = ⭐ { $name }
templates-line-ready = { $name }
templates-button-without = ✏️ Without a template
templates-card = ⭐ <b>{ $name }</b>
templates-button-use = ✅ Create from it
templates-button-rename = ✏️ Rename
templates-button-drop = 🗑 Delete
templates-button-drop-yes = Yes, delete
templates-button-drop-no = No, keep it
templates-drop-question = Delete the template <b>{ $name }</b>? Events made from it stay.
templates-dropped = ✅ The template is deleted.
templates-button-save = 📋 Save as a template
templates-form-save = A new template
templates-form-rename = The template’s name
templates-ask-name = What shall the template be called? If you skip this, it is called like the event.
templates-ask-new-name = What shall the template be called now?
templates-example-name = Autumn party
templates-saved = ✅ Saved. All colleagues may use it: “➕ New event” → “📋 From a template”.
templates-renamed = ✅ Renamed.
