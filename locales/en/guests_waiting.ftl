# Guests: a guest waits for an answer.

guests-notice-waits = ⏳ <b>A guest has waited for your answer for two days</b>
    The date is kept for them. Please answer: yes, no, or another day.
guests-notice-waits-long = ⏳ <b>A guest still has no answer</b>
    The application has waited for three days, and the teachers were reminded. You may answer, too.
