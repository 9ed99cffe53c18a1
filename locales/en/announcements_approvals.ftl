# Announcements that a methodist looks at first; words shared with events stand in events_approvals.ftl.

## With the author
announcements-check-first = 📨 { $kind ->
        [school] The deputy head
       *[other] The methodist
    } will look at the announcement first. It goes out after that.
announcements-check-waits = 📨 <b>Waits for approval.</b> { $kind ->
        [school] The deputy head
       *[other] The methodist
    } will look at it, and it will go out. To correct something, take it back.
announcements-check-taken-back = ✅ Taken back: the announcement is among your drafts again.

## With the methodist
announcements-check-line = 📣 { $emojis } { $opening }
announcements-check-no-picture = The picture was not kept: the announcement will come without it.
announcements-check-opening = { $opening }
announcements-check-button-open = 📣 Open the announcement
announcements-check-sent-back = ✅ The announcement “{ $opening }” was given back. The bot tells its author.

## Who was first
announcements-check-fate-out = Its author has sent the announcement “{ $opening }” already.
announcements-check-fate-published = The announcement “{ $opening }” is published already. Decided by { $who }.
announcements-check-fate-planned = The announcement “{ $opening }” is approved already and goes out at its time. Decided by { $who }.
announcements-check-fate-returned = The announcement “{ $opening }” was given back to its author already. Decided by { $who }.
announcements-check-fate-taken-back = Its author has taken back the announcement “{ $opening }” to correct something.

## Notices to the author
announcements-check-notice-approved = ✅ The announcement “{ $opening }” is approved and on its way. Decided by { $who }.
announcements-check-notice-planned = ✅ The announcement “{ $opening }” is approved. The bot sends it by itself: { $out }. Decided by { $who }.
announcements-check-notice-returned = ✏️ The announcement “{ $opening }” was given back to be corrected. Decided by { $who }. It is among your drafts.
