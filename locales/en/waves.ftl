# The quiz for staff: approve the questions, open, watch, close, read the results.

## The list
waves-button-list = ⭐ Quiz
waves-title = <b>⭐ Quiz</b> · { $organisation }
waves-empty = There have been no quizzes yet. The first one is held in November, the final one in May.
waves-kind =
    { $wave ->
        [start] Start
       *[final] Final
    }
waves-line =
    { $wave ->
        [start] Start { $year } · { $finished } of { $children }
       *[final] Final { $year } · { $finished } of { $children }
    }
waves-line-closed =
    { $wave ->
        [start] ✔ Start { $year } · { $finished } of { $children }
       *[final] ✔ Final { $year } · { $finished } of { $children }
    }
waves-not-approved = The questions and the texts for parents are not approved yet: the educational psychologist reads and approves them. Until then no quiz can be opened.
waves-to-approve = Please read the questions and the texts for parents. Until you approve them no quiz can be opened.
waves-approved-on = The questions and the texts for parents were approved on { $when }: { $who }.
waves-button-pack = 📖 Questions and texts
waves-button-approve-first = 📖 Read and approve
waves-button-new = ➕ Open a quiz
waves-no-groups =
    { $kind ->
        [school] There is no quiz for your classes yet: this one is for children of 5 to 7.
       *[kindergarten] There are no groups of that age: this quiz is for children of 5 to 7.
    }

## Questions and texts
waves-pack-title = <b>📖 { $title }</b> · { $page } of { $pages }
waves-pack-form =
    { $form ->
        [a] Form А
       *[b] Form Б
    }
waves-pack-item =
    { $criterion ->
        [k] <b>{ $number }. { $question }</b> (К)
        [m] <b>{ $number }. { $question }</b> (М)
        [d] <b>{ $number }. { $question }</b> (Д)
       *[none] <b>{ $number }. { $question }</b> (no points)
    }
waves-pack-option = { $points } – { $text }
waves-pack-second = At the second try – 1
waves-pack-order = In order: { $steps }
waves-pack-wishes = { $options }
waves-pack-texts = <b>What the adult reads at the end</b>
waves-pack-text =
    { $criterion ->
        [k] <b>К (knows) is the strongest</b>
        [m] <b>М (wants) is the strongest</b>
       *[d] <b>Д (does) is the strongest</b>
    }
    { $text }
    🏡 { $activity }
waves-pack-text-unclear = <b>When there are few answers</b>
    { $text }
    🏡 { $activity }
waves-button-approve = ✅ Approve
waves-approve-sure = Approve the questions and the texts for parents? The day is written down, and a quiz can be opened.
waves-button-approve-yes = Yes, approve
waves-approved = ✅ Approved.

## Opening
waves-form = New quiz
waves-ask-kind = Which quiz?
waves-ask-day = Until which day is it open? Two months at most; two or three weeks usually do.
waves-example-day = 12 December
waves-ask-groups =
    { $kind ->
        [school] Which classes are invited? Mark one or several.
       *[kindergarten] Which groups are invited? Mark one or several.
    }
waves-preview-title = <b>Check before opening</b>
waves-preview-what =
    { $wave ->
        [start] ⭐ <b>{ $title }</b> · start
       *[final] ⭐ <b>{ $title }</b> · final
    }
waves-preview-until = 🗓 Until { $until }, that day included
waves-preview-groups =
    { $kind ->
        [school] 👪 Classes: { $groups }
       *[kindergarten] 👪 Groups: { $groups }
    }
waves-reach-children = Children: { $children }
waves-reach = The invitation reaches <b>{ $adults ->
        [one] { $adults } adult
       *[other] { $adults } adults
    } of { $families ->
        [one] { $families } family
       *[other] { $families } families
    }</b>
waves-reach-nobody = The invitation reaches nobody yet: no mother, father or guardian of these children is in the bot.
waves-reach-limited = { $families ->
        [one] { $families } family has
       *[other] { $families } families have
    } reached the limit of messages: it comes in the evening summary.
waves-reach-closed = { $adults ->
        [one] { $adults } adult has closed the bot
       *[other] { $adults } adults have closed the bot
    } and will not get it.
waves-reach-without-phone = { $families ->
        [one] { $families } family has
       *[other] { $families } families have
    } no mother, father or guardian in the bot: play with these children one to one or on paper.
waves-preview-nudges = Whoever does not begin or come to the end is reminded gently, twice at most.
waves-field-kind = Which
waves-field-day = Until when
waves-field-groups =
    { $kind ->
        [school] Classes
       *[kindergarten] Groups
    }
waves-button-open = ✅ Open and invite
waves-opened = ✅ The quiz is open.
waves-opened-told = ✅ The quiz is open. { $adults ->
        [one] { $adults } adult is invited.
       *[other] { $adults } adults are invited.
    }
waves-opened-nobody = ✅ The quiz is open. There is nobody to write to yet: play with the children one to one or enter answers from paper.

## The card
waves-card-title =
    { $wave ->
        [start] <b>⭐ { $title }</b> · start { $year }
       *[final] <b>⭐ { $title }</b> · final { $year }
    }
waves-card-open = 🗓 Open until { $until }
waves-card-closed = ✔ Closed { $when }
waves-progress = { $group }: <b>{ $finished } of { $children }</b>{ $begun ->
        [0] {""}
       *[other] {" "}(begun: { $begun })
    }
waves-card-all = In all: <b>{ $finished } of { $children }</b>
waves-button-profile = { $emoji } Results
waves-button-children = { $emoji } Children
waves-button-codes = 📋 Table by code
waves-button-add =
    { $kind ->
        [school] ➕ Add a class
       *[kindergarten] ➕ Add a group
    }
waves-add-ask =
    { $kind ->
        [school] Which class joins? The quiz closes on the same day as for the others.
       *[kindergarten] Which group joins? The quiz closes on the same day as for the others.
    }
waves-add-title = Add: <b>{ $group }</b>
waves-button-add-yes = ✅ Add and invite
waves-added = ✅ Added.
waves-added-told = ✅ Added. { $adults ->
        [one] { $adults } adult gets the invitation.
       *[other] { $adults } adults get the invitation.
    }
waves-added-nobody = ✅ Added. There is nobody to write to yet: play one to one or enter answers from paper.
waves-button-close = Close the quiz
waves-close-sure = Close the quiz now? { $left ->
        [0] Everybody has finished it.
        [one] { $left } child has not finished.
       *[other] { $left } children have not finished.
    } It cannot be opened again.
waves-close-begun = { $children ->
        [one] { $children } child has begun and not finished.
       *[other] { $children } children have begun and not finished.
    } Such a quiz counts only if nothing but the adult's last answer is missing.
waves-button-close-yes = Yes, close
waves-button-close-no = No, leave it
waves-closed-word = The quiz is closed.
waves-closed-title =
    { $wave ->
        [start] ✔ <b>The quiz “{ $title }” is closed</b> · start
       *[final] ✔ <b>The quiz “{ $title }” is closed</b> · final
    }
waves-closed-text = { $groups }: { $finished } of { $children } have finished the quiz.
waves-closed-open = Look

## The psychologist's table
waves-codes-title = <b>📋 Table by code</b> · { $wave }
waves-codes-empty = Nobody has finished the quiz yet.
waves-code-line = <b>{ $code }</b> · { $criteria }
waves-code-criterion =
    { $criterion ->
        [k] К { $points }{ $level ->
            [low] {" "}low
            [middle] {" "}mid
            [high] {" "}high
           *[none] {" "}–
        }
        [m] М { $points }{ $level ->
            [low] {" "}low
            [middle] {" "}mid
            [high] {" "}high
           *[none] {" "}–
        }
       *[d] Д { $points }{ $level ->
            [low] {" "}low
            [middle] {" "}mid
            [high] {" "}high
           *[none] {" "}–
        }
    }
waves-code-total =
    { $level ->
        [low] Total { $points } – low
        [middle] Total { $points } – middle
       *[high] Total { $points } – high
    }
waves-code-alone = Without the adult's words: { $side }
waves-code-unclear = Not enough answers
waves-code-form =
    { $form ->
        [a] form А
       *[b] form Б
    }
waves-code-how =
    { $mode ->
        [home] { $form }, at home; help: { $help }
        [one-to-one] { $form }, one to one; help: { $help }
       *[paper] { $form }, on paper; help: { $help }
    }
waves-code-help =
    { $help ->
        [none] none
        [little] a little
       *[much] a lot
    }
waves-code-flags = ⚑ { $flags }
waves-flag-uneven = uneven profile
waves-flag-missing = unanswered: { $count }
waves-flag-fast = very fast
waves-flag-place = many answers in a row in one place
waves-codes-legend = К – knows, М – wants (a ceiling effect is possible), Д – does (one answer is the adult's word; without it, out of 6 points). With К low the total is low too.
waves-pilot = <i>An author's pilot instrument; not standardised; not for decisions about a single child. This list disappears after a day.</i>
waves-pilot-group = <i>An author's pilot instrument; not standardised; not for decisions about a single child.</i>

## Results of a group
waves-profile-title = <b>{ $group }</b> · { $wave }
waves-profile-n = Finished: <b>{ $n }</b>
waves-profile-later = The results appear when the quiz closes, if at least five children finish it: so nobody can be recognised.
waves-profile-few = Results are shown once they are made of at least five children: so nobody can be recognised. Children who were helped a lot or left too much unanswered are not counted in them.
waves-profile-line =
    { $criterion ->
        [k] К (knows): high { $high } · middle { $middle } · low { $low }
        [m] М (wants): high { $high } · middle { $middle } · low { $low }
       *[d] Д (does): high { $high } · middle { $middle } · low { $low }
    }
waves-profile-total = <b>In all: high { $high } · middle { $middle } · low { $low }</b>
waves-profile-alone = Д without the adult's words: high { $high } · middle { $middle } · low { $low }
waves-profile-help = Help of the adult: none – { $none }, a little – { $little }, much – { $much } (not among the levels)
waves-profile-unclear = Not enough answers: { $children }
waves-profile-modes = Who led it, and how: { $modes }
waves-mode-count =
    { $mode ->
        [home] parents at home – { $count }
        [one-to-one] staff one to one – { $count }
       *[paper] staff on paper – { $count }
    }
waves-profile-ceiling = М – a ceiling effect is possible.

## Children
waves-children-title = <b>{ $group }</b> · children
waves-children-hint = Choose a code to play one to one or to enter answers from paper.
waves-children-empty = There are no children here yet.
waves-children-legend = ⭐ done · ⏳ begun · ⚪ can begin · 📄 consent needed · ⛔ taking part is suspended. А and Б are the forms of the questions
waves-children-line =
    { $form ->
        [a] { $mark } { $code } · А
        [b] { $mark } { $code } · Б
       *[none] { $mark } { $code }
    }
waves-child-title = <b>{ $code }</b> · { $group }
waves-child-finished =
    { $mode ->
        [home] ⭐ The quiz was done at home.
        [one-to-one] ⭐ The quiz was done one to one.
       *[paper] ⭐ The answers were entered from paper.
    }
waves-child-stopped = ⛔ Taking part is suspended.
waves-child-closed = The quiz is closed.
waves-child-no-consent = 📄 There is no consent of a mother, a father or a guardian yet. They give it in the bot or on paper.
waves-child-new = ⚪ It can begin. One to one, two sittings of seven questions are comfortable.
waves-child-form =
    { $form ->
        [a] If you play on paper, take the kit of form А.
        [b] If you play on paper, take the kit of form Б.
       *[none] The bot tells the form for paper when you tap “Enter from paper”: tap before you play.
    }
waves-child-at-home = ⏳ The family has begun at home and will finish there.
waves-child-begun =
    { $mode ->
        [paper] ⏳ The answers from paper are not all entered.
       *[one-to-one] ⏳ The quiz was begun and is not finished.
    }
waves-button-play-pictures = 🎨 Play with pictures
waves-button-play-text = 📖 Play in words
waves-button-paper = ✍ Enter from paper
waves-button-paper-consent = 📄 Consent on paper
waves-button-paper-withdrawal = Consent withdrawn on paper
waves-withdraw-sure = <b>{ $code }</b>: has the family withdrawn the consent on paper? The child's answers and what was counted from them are deleted at once and cannot be brought back.
waves-button-withdraw-yes = Yes, withdrawn
waves-withdrawn = The withdrawal is written down, the child's answers are deleted.

## Consent on paper
waves-consent-form = Consent on paper
waves-consent-ask-number = Which number does the paper bear? If there is none, write “no number”. No names, please.
waves-consent-example-number = 15, or: no number
waves-consent-ask-day = Of which day?
waves-consent-example-day = 12 November or 12.11.2026
waves-consent-today = Today
waves-consent-yesterday = Yesterday
waves-consent-taken = ✅ The consent on paper No. { $number } is written down.
