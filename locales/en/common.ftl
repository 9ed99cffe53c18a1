# Words that every screen needs.
verbatim = { $text }

button-menu = 🏠 Menu
button-back = ‹ Back
button-cancel = Cancel
button-skip = Skip
button-done = Done
button-yes = Yes
button-no = No
