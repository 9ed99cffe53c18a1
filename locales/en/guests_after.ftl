## Did not take place
guests-missed-question = Why did the visit not take place? One tap is enough, the reason may be changed later.
guests-button-missed-again = ✏️ Reason
guests-missed-button =
    { $reason ->
        [guest] The guest could not come
        [group] { $kind ->
            [school] It did not suit the class
           *[kindergarten] It did not suit the group
        }
        [other-day] ↪️ We will find another day
       *[unsaid] No reason
    }
guests-missed =
    { $reason ->
        [guest] the guest could not come
        [group] { $kind ->
            [school] it did not suit the class
           *[kindergarten] it did not suit the group
        }
       *[other-day] we decided to find another day
    }
guests-paper-not-held = Did not take place
guests-paper-missed = Did not take place: { $why }
guests-missed-told = Reason: { $why }.

## Note for the journal
guests-button-note = ✏️ Note for the journal
guests-button-note-again = ✏️ Change the note
guests-note-form = Note for the journal
guests-ask-note = What do you remember of the meeting? A phrase or two for the journal, without names and without anything about health.
guests-example-note = The children kneaded dough and asked the guest to come again
guests-note-told = 📝 { $note }
guests-noted = 📝 The note is kept: it will be in the journal.
guests-note-gone = All right, no note.

## After the visit
guests-button-follow-up = 🌟 After the visit
guests-follow-up-title =
    { $kind ->
        [school] <b>🌟 After the visit.</b> What has the class done? Tap, and it goes into the journal.
       *[kindergarten] <b>🌟 After the visit.</b> What has the group done? Tap, and it goes into the journal.
    }
guests-follow-up-reminder =
    { $kind ->
        [school] <b>🌟 The children still remember the guest.</b> If the class has already done something, note it with one tap. If not, here is what may be done within the week.
       *[kindergarten] <b>🌟 The children still remember the guest.</b> If the group has already done something, note it with one tap. If not, here is what may be done within the week.
    }
guests-follow-up-over = The visit was more than two weeks ago: the marks can no longer be changed.
guests-follow-up-impossible = Marks are for visits that took place.
guests-follow-up-ideas = <b>What may be done within the week</b>
guests-idea-role-play = 🎭 A game, “{ $place }”. Of use: { $tools }. The hero { $actions }.
guests-idea-drawing = 🎨 A drawing: { $product }.
guests-idea-corner = 🧰 A corner of the profession: { $tools }. Toys, drawings or boxes will do.
guests-idea-quiz = 💡 A mini-quiz: { $asks }
guests-idea-any =
    { $kind ->
        [role-play] 🎭 A game, “{ $profession }”: let the children be the guest in turn and repeat what was shown.
        [drawing] 🎨 A drawing: what the children remember best.
        [corner] 🧰 A corner of the profession: things like those that the guest showed – toys, drawings, boxes.
       *[quiz] 💡 A mini-quiz: who came to us? What are the tools? Who is helped?
    }
guests-follow-up-button =
    { $mark } { $kind ->
        [role-play] Role-play
        [drawing] Drawing
        [corner] Corner of the profession
       *[quiz] Mini-quiz
    }
guests-follow-up =
    { $kind ->
        [role-play] role-play
        [drawing] drawing
        [corner] corner of the profession
       *[quiz] mini-quiz
    }
guests-follow-up-told = 🌟 After the visit: { $trace }.
guests-follow-up-done = <b>Noted</b>
guests-follow-up-done-on = • { $what }, { $day }
