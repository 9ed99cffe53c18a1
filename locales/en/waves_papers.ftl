# The kit to print: its screen, the page for the adult, cards, protocols.

## The screen
waves-button-kit = 🖨 Kit to print
waves-kit-screen-title = <b>🖨 Kit to print</b> · { $title }
waves-kit-screen-text = A page for the adult, cards with pictures and protocols: to play with a child one to one, without a phone.
waves-kit-screen-forms = There are two forms: half of the children get А, the other half Б. The list of children shows who has which, once the quiz is open.
waves-kit-screen-print = Print on A4, one side only. Black and white will do: the marks ● ▲ ■ ★ need no colour.
waves-kit-button =
    { $form ->
        [a] 🖨 Form А
       *[b] 🖨 Form Б
    }
waves-kit-ready =
    { $form ->
        [a] 🖨 The kit is ready: <b>{ $title }</b>, form А. The other form is printed apart.
       *[b] 🖨 The kit is ready: <b>{ $title }</b>, form Б. The other form is printed apart.
    }
waves-kit-file =
    { $form ->
        [a] { $title } – form А.pdf
       *[b] { $title } – form Б.pdf
    }

## On every page
waves-kit-form =
    { $form ->
        [a] form А
       *[b] form Б
    }
waves-kit-version = version { $version }
waves-kit-page = page
waves-kit-pictures = Pictures: OpenMoji and «Гость группы», CC BY-SA 4.0

## The page for the adult
waves-kit-guide-title = A page for the adult
waves-kit-guide-lead = Two play: an adult and a child. The adult reads aloud, the child points at a picture. It is no test: there are no marks, and any question may be skipped.
waves-kit-before = Beforehand
waves-kit-before-form =
    { $form ->
        [a] In the bot open “Quiz” and the list of children. It shows whether the family has agreed and which form the child has. This kit is for form А.
       *[b] In the bot open “Quiz” and the list of children. It shows whether the family has agreed and which form the child has. This kit is for form Б.
    }
waves-kit-before-cut = Cut the cards along the dashes. In questions { $orders } cut the pictures apart too: the child will lay them out.
waves-kit-before-protocol = Take a protocol: a sheet for a child, or a row of the group’s protocol. Write the code and the date. Write no names.
waves-kit-before-place = Find a quiet place and sit side by side. Hold the protocol so that the child does not see it.
waves-kit-sittings = Two short sittings
waves-kit-sittings-two = The first sitting is questions { $first }, the second { $rest }, better on another day.
waves-kit-sittings-rest = After { $minutes } minutes offer a rest. If the child wants to go on, go on: time closes nothing.
waves-kit-play = How to play
waves-kit-play-read = Put the card before the child and read the question aloud. Then name all the pictures in their order, in an even voice.
waves-kit-play-wait = Wait. If asked, read once more, in the same words.
waves-kit-play-mark = The child points: circle the mark of that picture in the protocol.
waves-kit-play-star = A star for every answer, whatever it was: let the child colour it on the slip of stars.
waves-kit-second = The second try: only questions { $tried }
waves-kit-second-text = Each of them has a mark in the protocol: after it nothing more is asked. If the child pointed at another one, cover that picture with your palm, read the hint from the card and mark the second choice. There is no third try. In the other questions mark the first answer.
waves-kit-order = In order: questions { $orders }
waves-kit-order-text = Lay the pictures in a row: ●, ▲, ■. The child lays them anew: what comes first, what next, what last. Mark the order when the child is done.
waves-kit-skip = Skipping
waves-kit-skip-text = If the child is silent or does not want to answer: “All right, let us go on.” Mark “No answer” and do not insist.
waves-kit-say = Do say
waves-kit-say-begin = “Let us play: I read and you point.”
waves-kit-say-thanks = “Thank you! Here is one more star.”
waves-kit-say-again = “Shall I read it again?”
waves-kit-say-skip = “You may skip it.” “Shall we have a rest?”
waves-kit-silent = Do not say
waves-kit-silent-right = “Right”, “wrong”, “almost”.
waves-kit-silent-think = “Think hard.” “But you know this!”
waves-kit-silent-others = “The others answered like this.”
waves-kit-silent-eyes = And do not prompt by eyes, voice or hand.
waves-kit-stop = When to stop
waves-kit-stop-text = The child turns away, rubs the eyes, wants to join the others, is upset: stop at once. “Thank you, we will finish another time.” No answer is lost; go on another day. If the child does not want to at all, or a parent objects, do not offer it again.
waves-kit-end = At the end
waves-kit-end-role = Put down the last card: the child chooses who to be today. It is just a name and has nothing to do with the answers.
waves-kit-end-ask = Mark how you helped. Ask an adult of the family: “{ $question }”
waves-kit-end-enter = Enter the answers: “Quiz” → children → the code → “Enter from paper”. The questions and the marks come in the same order there.
waves-kit-end-keep = Keep the protocols apart from the list that has names beside the codes.

## The cards
waves-kit-card-hint = If another mark was chosen:
waves-kit-card-order = Cut apart: the child lays the pictures in order.
waves-kit-card-wish = There are no pictures here: the child answers freely. If silent, read the list without haste.
waves-kit-role-title = Who will you be today? Choose!
waves-kit-stars = My stars

## The protocol
waves-kit-protocol-title = Protocol
waves-kit-protocol-group-title = Protocol of a group
waves-kit-protocol-code = Code of the child
waves-kit-protocol-day = First sitting
waves-kit-protocol-day-two = second sitting
waves-kit-protocol-by = Administered by
waves-kit-protocol-psychologist = educational psychologist
waves-kit-protocol-teacher = teacher
waves-kit-protocol-other = other staff
waves-kit-protocol-mode = On paper, one to one
waves-kit-protocol-how = Circle the mark at which the child pointed. No names, only the code.
waves-kit-protocol-number = No.
waves-kit-protocol-question = Question
waves-kit-protocol-if-not = if not
waves-kit-protocol-first = first
waves-kit-protocol-then = next
waves-kit-protocol-last = last
waves-kit-protocol-sitting = The first sitting ends here, the second begins
waves-kit-protocol-after = After the last star
waves-kit-protocol-role = Who the child is today
waves-kit-protocol-role-note = not entered in the bot from paper
waves-kit-protocol-help = How did the adult help?
waves-kit-protocol-report = To an adult of the family:
waves-kit-protocol-entered = Entered in the bot

## The protocol of a group
waves-kit-group-group = Group
waves-kit-group-how = One row is one child, no names. Write the mark at which the child pointed; a dash means no answer. Beneath a question’s number stands the mark after which nothing more is asked; if the child pointed at another one, write the second try into the second cell.
waves-kit-group-code = Code
waves-kit-group-day = Dates
waves-kit-group-orders = three marks
waves-kit-group-wish = in words
waves-kit-group-role = Role
waves-kit-group-help = Help
waves-kit-group-report = Family
waves-kit-group-entered = In the bot
