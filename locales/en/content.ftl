# The check of quizzes and of the catalogue of professions: python -m bot content check
content-line = Line { $line }, { $where }: { $what }
content-line-whole = Line { $line }: { $what }
content-example = { $what } For example: { $example }
content-quiz-well = «{ $title }», version { $version }, is sound: weighed questions { $a } in form А and { $b } in form Б, different questions { $items } in all.
content-professions-well = The catalogue «{ $file }» is sound: { $cards ->
        [one] { $cards } profession
       *[other] { $cards } professions
    }.
content-days-well = The professional days «{ $file }» are sound: { $days ->
        [one] { $days } day
       *[other] { $days } days
    }.
content-templates-well = The templates of events «{ $file }» are sound: { $templates ->
        [one] { $templates } template
       *[other] { $templates } templates
    }.
content-mend = There is something to mend: { $faults ->
        [one] { $faults } place
       *[other] { $faults } places
    }. Mend it and check again.
content-changed = This file was published and has changed since then. Children may have answered it already: restore the file, and save the new wording as { $file }.
content-unlisted = The file is not published yet. To publish it, add this line to { $list }:
content-what-file = This is neither a quiz nor a catalogue of professions. A file of content/quizzes or content/professions is needed.

content-fault-no-yaml = this cannot be read. Look at the indents, the colon with a space and the quotation marks; the file must be UTF-8.
content-fault-no-fields = fields are needed here: each on its own line, a name and a colon.
content-fault-field-missing = the field is missing.
content-fault-field-unknown = there is no such field. There are: { $known }.
content-fault-field-twice = the field stands here twice.
content-fault-no-words = words are needed.
content-fault-too-long = too long: { $found ->
        [one] { $found } character
       *[other] { $found } characters
    }, at most { $limit } are possible.
content-fault-no-number = a whole number without quotation marks is needed.
content-fault-no-switch = true or false is needed.
content-fault-no-list = a list is needed.
content-fault-too-few = the list is empty.
content-fault-not-among = «{ $found }» does not fit here. Possible: { $known }.
content-fault-bad-id = «{ $found }» does not do: small Latin letters and digits, a letter first; one or two letters for options, one for steps.
content-fault-twice = «{ $found }» stands above already.
content-fault-bad-sign = one simple sign without people is needed, such as old phones know.
content-fault-some-signs = not every option has a sign. Give one to each or to none, or the option with a sign is seen first.
content-fault-no-picture = there is no drawing «{ $found }» in content/pictures.
content-fault-no-profession = there is no card «{ $found }» in the catalogue of professions.
content-fault-day-rule = «{ $found }» is no day: a day with its month is needed (27.05), a weekday of a month, or the number of a day of the year (day 256).
content-fault-options = options needed: { $wanted }, found: { $found }.
content-fault-points = other points are needed here: from 0 to 2, and 2, 1 and 0 for faces.
content-fault-no-key = no option gives 2 points: there is no best answer.
content-fault-many-keys = exactly one answer is right and gives 2 points, the others 0. Options with points now: { $found }.
content-fault-never-weighed = a wish is never weighed: take this field away.
content-fault-no-second-try = only questions of knowledge have a second try (criterion: k, kind: pick1).
content-fault-hint-unsaid = nobody will hear the hint: the question has no second try.
content-fault-edges = edges come in order: above zero, middle below high, high not above most.
content-fault-sum = the most points here are { $wanted }, but { $found } is written: add up the points of the questions in each form.
content-fault-floor = the number must be the edge middle of k: else the middle level can be reached without knowledge.
content-fault-unasked = no form asks the question «{ $found }».
content-fault-anchor = anchors are exactly those questions of knowledge and action that stand in both forms.
content-fault-motives-differ = questions of motives (m) are the same in both forms, in the same order.
content-fault-last = the adult's question and the wish come at the end of a form.
content-fault-forms-differ = the forms are unequal: at the same place they need questions of the same side and kind, with as many options.
content-fault-file-name = the file's name «{ $found }» differs from the fields slug and version.
content-fault-file-missing = the file is missing; each sphere has its own.
content-fault-bad-slug = «{ $found }» does not do: small Latin letters, digits and hyphens, at most { $limit } characters.
content-fault-sentence = a sentence is needed: with a capital letter and a full stop.
content-fault-question = a question is needed: with a capital letter and a question mark.
content-fault-count = the list needs from { $few } to { $many }, now: { $found }.
content-fault-plan = three sentences are needed: what is told, what is shown, what the children do. Now: { $found }.
content-fault-both = a profession is local or new, not both.
content-fault-two-professions = «{ $found }» leads to the profession { $other } already: one name, one profession.

# The statement of an instrument on paper: python -m bot content show
content-show-what = A quiz as a game: the adult reads aloud, the child taps. Version { $version }, ages { $ages }, some { $minutes } minutes. Each form has 14 weighed questions; form Б keeps spring from repeating the questions of autumn.
content-show-bands = Levels
content-show-side = Side
content-show-low = low
content-show-middle = middle
content-show-high = high
content-show-total = Total
content-show-k = К – knows
content-show-m = М – wants
content-show-d = Д – does
content-show-unweighed = not weighed
content-show-rules = Only staff see levels; the parent is told none. Points are not rounded: an edge counts when it is reached.
content-show-rule-taps = К: right at the first tap 2 points, at the second 1. A skip after a wrong tap is 0, a skip at once is no answer.
content-show-rule-order = An order of three steps: all right 2 points, only the first or the last one right 1.
content-show-rule-total = The total is above low only with К of { $floor } and more: else agreeing to everything would do. High needs no low side. Two low sides make an uneven profile.
content-show-rule-missing = Questions that may stay unanswered: { $missing }; points are prorated then. More: «not enough data».
content-show-form = { $letter ->
        [a] Form А
       *[b] Form Б
    }
content-show-number = №
content-show-cell = Cell of the blueprint
content-show-question = Question
content-show-key = Answers and points
content-show-why = Why
content-show-anchor = (anchor)
content-show-parent = What the adult reads at the end
content-show-unclear = Few answers
content-show-authors = Authors
content-show-sources = Sources
content-show-unsound = A statement is made of a sound file only. Check it: python -m bot content check { $file }
content-show-made = This page was made by python -m bot content show { $file }. Change the file of the quiz, not the page.

# At the start of the bot
content-unusable = The file { $file } has a mistake, the bot was not started. More: python -m bot content check { $file }
content-quiz-changed = The published quiz { $quiz } has changed, the bot was not started: children may have answered it. Restore the file in content/quizzes, and save the new wording as the next version.
