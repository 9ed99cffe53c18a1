# Publications that a methodist looks at first.

approvals-methodist =
    { $kind ->
        [school] deputy head
       *[other] methodist
    }
approvals-somebody = A colleague

## With the author
approvals-first = 📨 Before it comes out { $kind ->
        [school] the deputy head
       *[other] the methodist
    } will look at it. Families hear of it after that.
approvals-button-propose = 📨 Send for approval
approvals-button-propose-series = 📨 For approval: { $count ->
        [one] { $count } meeting
       *[other] { $count } meetings
    }
approvals-button-take-back = ↩️ Take back
approvals-sent = ✅ Sent for approval. The bot will write to you when { $kind ->
        [school] the deputy head
       *[other] the methodist
    } has decided.
approvals-taken-back = ✅ Taken back: the event is among your drafts again.
approvals-waits = 📨 <b>Waits for approval.</b> { $kind ->
        [school] The deputy head
       *[other] The methodist
    } will look at it, and it will come out. To correct something, take it back.
approvals-waits-line = 📨 { $when } · { $title }
approvals-waits-hint = 📨 – waits until { $kind ->
        [school] the deputy head
       *[other] the methodist
    } has looked at it.
approvals-remark-of = ✏️ { $kind ->
        [school] The deputy head’s remark
       *[other] The methodist’s remark
    }: <i>{ $words }</i>

## With the methodist
approvals-title = <b>📨 Waiting for approval</b> · { $organisation }
approvals-hint = Tap to look at it and decide. No family knows of it yet. 📣 is an announcement without a date.
approvals-empty = Nothing waits for approval.
approvals-setting = { $state ->
        [on] { $kind ->
            [school] At present the deputy head looks at teachers’ events and announcements before they come out. Moving, cancelling and corrections of what is out need no approval.
           *[other] At present the methodist looks at teachers’ events and announcements before they come out. Moving, cancelling and corrections of what is out need no approval.
        }
       *[off] { $kind ->
            [school] At present teachers publish events and announcements by themselves. You may switch approval on: then the deputy head looks at them first.
           *[other] At present teachers publish events and announcements by themselves. You may switch approval on: then the methodist looks at them first.
        }
    }
approvals-button-list =
    { $count ->
        [0] 📨 Approval of publications
       *[other] 📨 For approval: { $count }
    }
approvals-button-switch =
    { $state ->
        [on] ✖️ Publish without approval
       *[off] ☑️ Switch approval on
    }
approvals-button-setting =
    { $state ->
        [on] 📨 Approval of publications: on
       *[off] 📨 Approval of publications: off
    }
approvals-asks = 📨 <b>Asks to publish:</b> { $who }
approvals-at = 🕘 Comes out <b>{ $when }</b>; if approved later – at once.
approvals-weekly = 🔁 Every week, { $count ->
        [one] { $count } meeting
       *[other] { $count } meetings
    }:
approvals-button-approve = ✅ Publish
approvals-button-return = ✏️ Return with a remark
approvals-button-picture = 🖼 Show the picture
approvals-no-picture = The picture is not kept any more: the invitation will come without it.
approvals-button-decide = 📨 Look and decide
approvals-button-open = 📅 Open the event
approvals-form-return = Return with a remark
approvals-ask-words = What should be changed? A few words – or skip, if you have talked about it already.
approvals-example-words = Please add that children need a change of shoes.
approvals-done = ✅ Published.
approvals-done-planned = ✅ Approved. The bot will publish it: { $when }
approvals-author-told = The bot will tell its author.
approvals-sent-back = ✅ Returned: <b>{ $title }</b>. The bot will tell its author.

## Who was first
approvals-fate-out = The event <b>{ $title }</b> ({ $when }) has been published by its author already.
approvals-fate-published = The event <b>{ $title }</b> ({ $when }) is out already. Decided by: { $who }.
approvals-fate-planned = The event <b>{ $title }</b> ({ $when }) is approved already and comes out at its time. Decided by: { $who }.
approvals-fate-returned = The event <b>{ $title }</b> ({ $when }) has been returned to its author already. Decided by: { $who }.
approvals-fate-taken-back = The event <b>{ $title }</b> ({ $when }) was taken back by its author, who wants to correct something.
approvals-fate-late = The event <b>{ $title }</b> ({ $when }) began before anybody had looked at it.

## Notices to the author
approvals-notice-approved = ✅ The event <b>{ $title }</b> ({ $when }) is approved and published. Decided by: { $who }.
approvals-notice-planned = ✅ The event <b>{ $title }</b> ({ $when }) is approved. The bot will publish it: { $out }. Decided by: { $who }.
approvals-notice-returned = ✏️ The event <b>{ $title }</b> ({ $when }) was returned to be corrected. Decided by: { $who }. It is among your drafts.
approvals-remark = Remark: <i>{ $words }</i>
approvals-notice-late = ⚠️ The event <b>{ $title }</b> ({ $when }) began before anybody had looked at it. It is among your drafts – you may name another day.
