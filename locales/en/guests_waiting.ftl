# Guests: a guest waits for an answer.

guests-notice-waits = ⏳ <b>A guest is waiting for your answer</b>
    The date is kept for them. Please answer: yes, no, or another day.
guests-notice-waits-long = ⏳ <b>A guest still has no answer</b>
    The teachers were reminded. You may answer, too.
