# Guests: a guest waits for an answer.

guests-notice-waits = ⏳ <b>A guest is waiting for your answer</b>
    The date is kept for them. Please answer: yes, no, or another day.
guests-notice-waits-long = ⏳ <b>A guest still has no answer</b>
    The teachers were reminded. You may answer, too.
guests-notice-asked-again =
    { $what ->
        [change] ⏳ <b>We are waiting for your answer</b>
       *[details] ⏳ <b>Please tell about your visit</b>
            The date is yours. A few short questions, and everything is ready.
    }
guests-notice-silent =
    { $what ->
        [change] ⏳ <b>The guest has not answered your request yet</b>
       *[details] ⏳ <b>The guest has not told the details yet</b>
    }
    { $reads ->
        [no] They do not read what the bot writes.
       *[yes] The bot has reminded them.
    } Ask them in person; if you cannot wait, free the date.
