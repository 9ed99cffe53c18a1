# One question at a time: what all forms share.
forms-heading =
    { $total ->
        [1] <i>{ $title }</i>
       *[other] <i>{ $title } · question { $number } of { $total }</i>
    }
forms-kept = Now: <b>{ $value }</b>
forms-hint = ⚠️ { $reason }
forms-typed = You wrote: “{ $text }”.
forms-example = For example: <b>{ $example }</b>
forms-picked = ✅ { $label }
forms-button-clear = ✖️ Clear
forms-button-keep = Keep as it is
forms-button-all = Choose all
forms-button-none = Clear all
forms-button-resume = ✏️ Continue
forms-button-restart = Start over
forms-button-continue = ✏️ Continue: { $title }
forms-button-continue-named = ✏️ Continue: { $name }
forms-unfinished = You began to fill in <b>{ $title }</b> and did not finish. Your answers are kept. Shall we go on?
forms-unfinished-named = You began to fill in <b>{ $title } “{ $name }”</b> and did not finish. Your answers are kept. Shall we go on?
forms-cancelled = Cancelled: <b>{ $title }</b>. Nothing has changed.
forms-closed = These questions are closed: you have answered or cancelled them, or more than a week has passed.
forms-already-done = Done: it has been taken care of already.
forms-old-button = That button belongs to an earlier question. Here is the current one.
forms-nothing-offered = There is nothing to choose from yet.
forms-moments-hour = <b>{ $day }</b> – at what time? Tap or type it.
forms-moments-chosen = Chosen: { $count ->
        [one] { $count } date
       *[other] { $count } dates
    }. Tap one again to take it out. Add more or tap “Done”.
