## On the way home
guests-home-title = <b>🏡 On the way home</b>
guests-home-somebody = The children had a guest who told them about work.
guests-home-came = The children had a guest: <b>{ $profession }</b>.
guests-home-came-simple = The children had a guest: <b>{ $profession }</b>. { $simple }
guests-home-own =
    { $who ->
        [self] 💛 You were the children's guest: <b>{ $profession }</b>. Thank you for finding the time!
       *[family] 💛 The children's guest was an adult of your family: <b>{ $profession }</b>. Thank you!
    }
guests-home-asks = Ask your child on the way or at supper:
guests-home-line = { $at }. { $line }
guests-home-ask-1 = Who was your guest, and what work is it?
guests-home-ask-2 = What did the guest show, and what did you do together?
guests-home-ask-3 = Whom does this work help?
guests-home-like = How did your child like the guest? Tap a face. The staff will only see how many of each face, not who chose which.
guests-home-liked = The feedback on this guest has been collected.
guests-home-thanks = { $face } Thank you!
guests-home-counts = How the children liked it: { $faces }
guests-home-few = How the children liked it: too few answers yet. They are shown once there are three, otherwise one could guess who chose what.
guests-home-warm =
    { $count ->
        [one] 💛 You were talked about at home: { $count } answer from families. Thank you!
       *[other] 💛 You were talked about at home: { $count } answers from families. Thank you!
    }
guests-home-summary = 🏡 { $emoji } On the way home: { $profession }
guests-home-summary-somebody = 🏡 { $emoji } On the way home: the children had a guest
guests-home-summary-button = 🏡 { $profession }
guests-home-summary-button-somebody = 🏡 On the way home
guests-button-home = ‹ To the questions
guests-button-play = 🎲 Play
guests-button-play-again = 🔁 Once more

## The game about a profession
guests-game-title = <b>{ $sign } { $profession }</b>
guests-game-tool = What is needed for this work?
guests-game-product = What comes of this work?
guests-game-who = Who is it? { $actions }.
guests-game-option = { $mark } { $words }
guests-game-right = Right!
guests-game-again = Shall we look once more?
guests-game-end = { $stars } That was the whole game. Well played together!
guests-game-none = There is no game about this profession yet.
