# The quiz: what a family sees – invitation, consent, child mode, what came of it; entry from paper.

## Invitation
quizzes-invited-title = ⭐ <b>Quiz “{ $title }”</b>
quizzes-invited-text = You and your child are invited to a quiz about professions: you read aloud, the child chooses pictures. It takes about { $minutes } minutes; there is time to play until { $until }.
quizzes-invited-free = There are no marks: every answer earns a star. Taking part is up to you.
quizzes-nudge = ⭐ The quiz “{ $title }” is still open – until { $until }. Are there ten quiet minutes some evening?
quizzes-button-begin = ⭐ Begin

## The family's quizzes
quizzes-button-mine = ⭐ Quiz
quizzes-mine-title = <b>⭐ Quiz</b>
quizzes-mine-hint = Who is going to play?
quizzes-mine-empty = There is no quiz now. The bot will invite you when one opens.
quizzes-mine-line = { $child } · { $state }
quizzes-mine-past = Earlier quizzes can be read again.
quizzes-past-line =
    { $wave ->
        [start] 🌟 { $child } · start { $year }
       *[final] 🌟 { $child } · final { $year }
    }
quizzes-waits = ⭐ The quiz “{ $title }” waits for you and your child until { $until }.
quizzes-waits-begun = ⭐ The quiz “{ $title }” is not finished: you can go on until { $until }.
quizzes-state-new = can begin
quizzes-state-begun = not finished
quizzes-state-finished = done
quizzes-state-stopped = taking part is suspended
quizzes-state-closed = closed

quizzes-title = <b>⭐ { $title }</b>
    { $child }
quizzes-start-how = About { $minutes } minutes. It need not be in one go: have a rest and go on any day until { $until }, on the phone of either parent.
quizzes-start-before = <b>Before you begin</b>
    1. Swipe the notifications away.
    2. Hand the phone to the child and sit beside.
    3. Read aloud and do not prompt: what matters is how the child thinks.
quizzes-start-way = Pictures are more fun. If the internet is slow, choose “In words”.
quizzes-button-pictures = 🎨 With pictures
quizzes-button-text = 📖 In words
quizzes-under-way = The quiz was begun and is not finished yet. It goes on from the same place until { $until }.
quizzes-under-way-adult = Your child has reached the last star. Two questions are left for you: they can be answered until { $until }.
quizzes-button-go-on = ▶ Go on
quizzes-button-stop = Stop taking part
quizzes-stop-sure = Stop taking part in this quiz? Others read only “taking part is suspended”. You can change your mind while the quiz is open.
quizzes-button-stop-yes = Yes, stop
quizzes-button-stop-no = No, leave it
quizzes-stopped-by-you = You have suspended taking part. If you change your mind, go on from the same place until { $until }.
quizzes-finished = The quiz is done. Thank you for playing together!
quizzes-button-result = 🌟 What came of it
quizzes-only-representative = A mother, a father or a guardian plays the quiz with the child: that is how the consent works. Tell them that it is open until { $until }.

## Consent for the child
quizzes-consent-give = ✅ I consent
quizzes-consent-later = Not now
quizzes-declined = All right. Nothing was stored, and nothing changes because of it. If you change your mind, the quiz is in the menu until { $until }.
quizzes-button-withdraw = Withdraw consent
quizzes-button-withdraw-of = Withdraw consent: { $child }
quizzes-withdraw-sure = Withdraw the consent to the quiz ({ $child })? The child's answers and what was counted from them are deleted at once and cannot be brought back.
quizzes-button-withdraw-yes = Yes, withdraw
quizzes-withdrawn = The consent is withdrawn. The child's answers are deleted.

## Child mode
quizzes-given-away = ⭐ { $child }: the quiz is in the message below.
quizzes-button-show-again = Show it again
quizzes-stars = { $stars }
quizzes-question = <b>{ $question }</b>
quizzes-option = { $option }
quizzes-again = Shall we look once more?
quizzes-hint = { $hint }
quizzes-order-hint = Tap in order: one, two, three.
quizzes-rest = ☕ Time for a rest? Tap ⏸ and go on whenever you like.
quizzes-button-skip = Skip
quizzes-button-pause = ⏸ Have a rest
quizzes-button-tried = ·
quizzes-button-anew = Start over
quizzes-elsewhere = The quiz goes on in another message. Look for it below, or open “⭐ Quiz” in the menu.
quizzes-words = Answers are the buttons below the question. The question is in the message above.
quizzes-paused = We are having a rest! The stars will wait.
quizzes-button-no-pictures = No pictures to be seen
quizzes-button-grown-up = I am the adult
quizzes-no-pictures = Pictures do not load right now. You can go on without them: the questions and answers are the same, read them aloud.
quizzes-button-text-instead = 📖 Go on in words
quizzes-button-once-more = Try once more
quizzes-closed-midway = Look how many stars there are – well done! Now hand the phone to the adult.
quizzes-stopped-midway = Look how many stars there are – well done! That is all for now. Hand the phone to the adult.
quizzes-role-ask = <b>All the stars are there!</b> Who will you be today? Choose!
quizzes-role =
    { $role ->
        [explorer] 🔍 Explorer
        [master] 🛠 Master
       *[expert] 🌟 Expert
    }
quizzes-role-chosen = Today you are <b>{ $role }</b>! Thank you for playing. Now hand the phone to the adult.

## Questions to the adult
quizzes-help-ask = Two questions are left for you. How did you help the child?
quizzes-help-ask-staff = <b>{ $code }</b>. How did the adult help the child?
quizzes-help-none = Only read aloud
quizzes-help-little = Prompted a little
quizzes-help-much = Helped a lot
quizzes-report-lead = And the last question is for you.
quizzes-report-lead-staff = A question to an adult of the family.
quizzes-report-skip = I do not know

## What came of it
quizzes-result-title = 🌟 <b>{ $child }: the quiz is done!</b>
quizzes-result-role = Today { $child } is { $role }.
quizzes-result-text = { $text }
quizzes-result-activity = 🏡 <b>What to do at home</b>
    { $activity }
quizzes-result-note = <i>This is a game, not a mark: it shows where a talk may begin.</i>

## Staff: one to one and from paper
quizzes-paper-title =
    { $form ->
        [a] <b>{ $code }</b> · from paper, form А · { $number } of { $total }
       *[b] <b>{ $code }</b> · from paper, form Б · { $number } of { $total }
    }
quizzes-paper-first = What was chosen at the first try?
quizzes-paper-second = And at the second?
quizzes-paper-order = In which order? Tap as the child laid them.
quizzes-paper-taken = { $steps }
quizzes-paper-missing = No answer
quizzes-button-children = ‹ To the children
quizzes-entered =
    { $mode ->
        [paper] ✅ <b>{ $code }</b>: the answers are entered from paper.
       *[one-to-one] ✅ <b>{ $code }</b>: the quiz is done.
    }
quizzes-entry-broken = <b>{ $code }</b>: it cannot go on. { $why }
quizzes-entry-rests = <b>{ $code }</b>: the quiz is not finished. It can go on from the list of children any day while it is open.
