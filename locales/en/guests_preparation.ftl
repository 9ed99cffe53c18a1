# Guests of a group: preparing for the visit.

guests-button-preparation = 🎒 Prepare
guests-button-talk = 📖 What to tell
guests-button-advice = 📌 Advice
guests-button-paper = 🖨 On a sheet of A4
guests-button-to-visit = ‹ To the visit
guests-preparation = All you need to prepare calmly: what to tell children in simple words, and advice with what to take along. Each can be printed on a sheet of its own.

guests-talk-file = What to tell.pdf
guests-talk-title =
    { $minutes ->
        [one] { $profession } in { $minutes } minute
       *[other] { $profession } in { $minutes } minutes
    }
guests-talk-lead = A hint, not a lesson: use your own words, the minutes are rough.
guests-talk-chapter = <b>{ $title }</b>
guests-talk-line = • { $line }
guests-talk-title-hello =
    { $minutes ->
        [0] Say hello
       *[other] Say hello – { $minutes } min
    }
guests-talk-title-tell = Tell – { $minutes } min
guests-talk-title-show = Show – { $minutes } min
guests-talk-title-try = Let them try – { $minutes } min
guests-talk-title-ask = Ask the children – { $minutes } min
guests-talk-title-bye =
    { $minutes ->
        [0] Say goodbye
       *[other] Say goodbye – { $minutes } min
    }
guests-talk-title-safe = Safe to hold
guests-talk-hello = “Hello, everybody!” – and say your name the way children may easily call you.
guests-talk-tell = Say in one sentence what you do. How does your day begin, where do you work, what is most interesting, and whom does it help?
guests-talk-show = Two or three real things from your work: what they are and what they are for.
guests-talk-try = One simple movement from your work for every child to repeat.
guests-talk-ask = What do you think I do first at work? What is this thing for? Whom does my work help?
guests-talk-bye =
    { $kind ->
        [school] “Thank you for listening and helping! Now you know my work.” The class will clap for you.
       *[kindergarten] “Thank you for listening and helping! Now you know my work.” Wave goodbye to everybody.
    }
guests-talk-safe-any = Two things with nothing sharp, hot or tiny. When in doubt, ask the teacher beforehand.

guests-advice-file = Advice for guests.pdf
guests-advice-title =
    { $kind ->
        [school] 📌 Advice for a guest of the class
       *[kindergarten] 📌 Advice for a guest of the group
    }
guests-advice-lead = Twelve simple things that make the meeting a good one.
guests-advice-line = { $at }. { $line }
guests-advice-1 = Introduce yourself simply, the way children may easily call you. Greet everybody at once.
guests-advice-2 = Say in one sentence what you do at work.
guests-advice-3 = Show two or three real safe things. Leave what is sharp, hot or caustic at home.
guests-advice-4 = Let every child touch or try something.
guests-advice-5 = Ask the children three questions, from easy to hard. Every answer is a good one.
guests-advice-6 = Tell them whom your work helps.
guests-advice-7 = No scary stories, no talk about money, no advertising.
guests-advice-8 =
    { $minutes ->
        [one] Plan for { $minutes } minute: better to end while it is interesting.
       *[other] Plan for { $minutes } minutes: better to end while it is interesting.
    }
guests-advice-9 = Gather your things some two days before. If something changes, correct the details of the visit in the bot.
guests-advice-10 =
    { $kind ->
        [school] Do not take pictures of the children. The teacher decides whether the meeting is filmed: not every family has agreed.
       *[kindergarten] Do not take pictures of the children. The kindergarten teacher decides whether the meeting is filmed: not every family has agreed.
    }
guests-advice-11 = Come ten minutes early. A document is asked for at the entrance.
guests-advice-12 = Ill, or running late? Give the date back in the bot: no harm done, we will meet another day.
guests-take-title = Check before you leave
guests-take-line = ▫️ { $line }
guests-take-own = To show: { $things }
guests-take-things = The things you will show
guests-take-shoes = Indoor shoes
guests-take-document = A document for the entrance
guests-take-sheet = The sheet with what to tell
guests-take-health = You are well today
