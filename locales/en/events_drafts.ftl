# Events put aside: drafts, publishing at a time, copies, series.

## List
events-drafts-title = <b>🗂 Events put aside</b> · { $organisation }
events-drafts-hint = 💾 is a draft, 🕘 comes out by itself at its time. Families do not know of them yet.
events-drafts-empty = Nothing is put aside.
events-draft-line = 💾 { $when } · { $title }
events-draft-line-planned = 🕘 { $when } · { $title }

## Card
events-draft-state = 💾 <b>Draft.</b> Families do not see it.
events-draft-state-planned = 🕘 Comes out by itself: <b>{ $when }</b>. Until then families do not see it.
events-draft-kept = ✅ Kept. You can publish it now or later.
events-draft-planned = ✅ Fine: the bot will publish it. { $when }
events-draft-unplanned = ✅ It does not come out by itself: it waits for you among the drafts.
events-draft-dropped = ✅ Deleted. Nobody knew of it, so nobody is told.
events-draft-drop-question = Delete the draft <b>{ $title }</b> ({ $when })? Families do not know of it yet.
events-draft-button-keep = 💾 Put aside
events-draft-button-list =
    { $count ->
        [0] 🗂 Put aside
       *[other] 🗂 Put aside: { $count }
    }
events-draft-button-publish = ✅ Publish now
events-draft-button-plan = 🕘 Publish later
events-draft-button-replan = 🕘 Another time
events-draft-button-unplan = ✖️ Not yet
events-draft-button-drop = 🗑 Delete
events-draft-button-drop-yes = Yes, delete
events-draft-button-open = 🗂 Open the draft
events-draft-button-copy = 📋 Copy

## At a time
events-plan-form = When to publish
events-plan-ask-day = On which day shall the invitations go out? Choose a day or write it in words, with the hour if you like.
events-plan-ask-time = At what time? Tap or write.

## Notice
events-draft-not-published = ⚠️ The event <b>{ $title }</b> ({ $when }) was not published: { $why }. It is among the drafts again.
events-draft-why-past = it had begun by then
events-draft-why-rights = you may not announce it to those you have chosen any more
events-form-filled = New event

## Every week
events-series = 🔁 And also: { $days }. You can answer for these days in “My events”.
events-series-day = { $when }
events-draft-button-series = 🔁 Every week
events-draft-series-title = <b>🔁 Every week</b>
    { $title }. How many meetings?
events-draft-series-weeks = { $count }
events-draft-series-weeks-chosen = ✅ { $count }
events-draft-series-once = There will be one invitation with all the days. Families answer for each day; you can change or cancel each day, too.
events-draft-button-series-publish = ✅ Publish { $count ->
        [one] { $count } meeting
       *[other] { $count } meetings
    }
events-draft-series-published = ✅ Published: { $count ->
        [one] { $count } meeting
       *[other] { $count } meetings
    }. This is the first one, the others are in the list of events.

## Picture
events-ask-picture = Send a picture for the invitation: a poster, a drawing, a thing. Please, no people on it.
events-picture-there = there is a picture
events-field-picture = 🖼 Picture
events-picture-goes-along = 🖼 The invitation will come with the picture.
