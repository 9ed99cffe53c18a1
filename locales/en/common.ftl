# Words that every screen needs.
verbatim = { $text }

button-menu = 🏠 Menu
button-back = ‹ Back
button-previous = ‹ Previous
button-more = Show more ›
button-cancel = Cancel
button-skip = Skip
button-done = Done
button-yes = Yes
button-no = No
