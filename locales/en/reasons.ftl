# Why it was not done and what to do. No markup: the text stands on screens and in toasts.

## Links and joining
reason-link-unknown = There is no such link. Check that you copied all of it, or ask for a new one.
reason-link-expired = This link has expired. Ask whoever gave it to you for a new one.
reason-link-revoked = This link was revoked. Ask whoever gave it to you for a new one.
reason-link-spent = This link has been used already. Ask for a new one.
reason-card-full = Four adults have joined with this card already. Please tell the teacher.
reason-already-member = You have already joined with this link.
reason-child-left = This child is no longer here.

## Staff and organisation
reason-name-taken = This name is taken. Please choose another.
reason-group-archived =
    { $kind ->
        [school] This class is archived.
       *[kindergarten] This group is archived.
    }
reason-last-head = You are the only head. Hand the role over first.
reason-group-has-children = There are still children here. Move them or mark them as left first.
reason-too-many-codes = That many codes at once is not possible. Please give fewer.
reason-codes-exhausted = The numbers have run out: this organisation has no new codes.
reason-too-many-teachers =
    { $kind ->
        [school] { $group }: there are two teachers already. Remove one of them first.
       *[kindergarten] { $group }: this group has two teachers already. Remove one of them first.
    }
reason-no-cards = There is nothing to print: there are no codes, or every family has joined already.
reason-personal-data-off = This organisation keeps no names in the bot. The head can change that in the settings.
reason-looks-like-document = This looks like the number of a document. The bot keeps no such numbers – please write without it.
reason-term-agreed = The partner agreed to this day: { $until }. Earlier is possible; to prolong, send them a new invitation.

## What is typed
reason-empty = Please write at least a word.
reason-not-a-name = A name is written in letters.
reason-not-a-full-name = First and last name in letters, please.
reason-too-long = Too long: { $length } { $length ->
        [one] character
       *[other] characters
    }, and { $limit } fit. Shorten it a little and send it again.
reason-not-text = Words are needed here: pictures, voice and stickers are not understood at this point.
reason-not-a-number = A whole number from { $low } to { $high } is needed.
reason-no-paper-number = The number of a paper has at least one digit. If it has no number, write “б/н”. The bot keeps no names.
reason-no-such-date = There is no such day in the calendar.
reason-date-past = This day or hour has passed. If you mean next year, add the year.
reason-date-unclear = It is not clear which day this is. Write the day and the month, or choose in the calendar.
reason-date-ambiguous = This may be { $first } or { $second }. Choose the right day.
reason-weekday-wrong = Something does not match: this date is { $actual }. Check the date or the weekday.
reason-no-such-time = There is no such time: a day runs from 0:00 to 23:59.
reason-tap-button = Nothing needs to be written here – tap one of the buttons.
reason-nothing-picked = Please tick at least one, then tap “Done”.
reason-date-too-far = That is too far away: at most a year ahead.
reason-date-twice = This date is ticked already.
reason-date-ahead = This day has not come yet. Write the day that stands on the paper.
reason-date-too-old = This day was more than a year ago. A new consent is needed.
reason-time-missing = The time is not clear. Write hours and minutes.
reason-end-before-start = The end comes before the start. Check the dates.

## Events
reason-no-groups = Choose whom it concerns: at least one mark is needed.
reason-no-recipients = There is nobody to invite yet: there are no children there.
reason-parents-too = Teachers are invited together with the parents of these children. Tick the parents, too.
reason-nobody-invited = Nobody would get the invitation: there is nobody there yet. Tick whom else to invite.
reason-nobody-addressed = Nobody would get this announcement: there is nobody there yet. Tick who else should get it.
reason-event-cancelled = This event was cancelled.
reason-event-past = This event has begun or is over; answers no longer change.
reason-answers-closed = Answers to this event are no longer taken. If something has changed, please tell the teacher.
reason-cutoff-after-start = This is later than the event begins. Choose a time before it.
reason-cutoff-past = This time is over: nobody could answer any more. Choose another one.
reason-event-too-long = One event goes on for two weeks at most. Check when it ends.
reason-seats-below-coming = It cannot be fewer: { $taken } seats are taken already. First talk to those who meant to come.
reason-restore-too-late = An event can be brought back only on the day it was cancelled. Please create it anew.
reason-not-sending-any-more = The sending has ended or was stopped.
reason-already-nudged = Those who are silent have been reminded already. The bot does not write twice.
reason-picture-too-large = This picture is too large: it may have 5 MB at most. Send it as a photo, not as a file, and the phone makes it smaller by itself.
reason-not-a-picture = This is no picture. Please send a photo from your gallery: not as a file, a video or a sticker.
reason-too-long-for-picture = So many words do not fit below a picture. Make the text { $by ->
        [one] { $by } character
       *[other] { $by } characters
    } shorter, or take the picture away.
reason-needs-approval = Before it comes out { $kind ->
        [school] the deputy head
       *[other] the methodist
    } looks at it. Tap “📨 Send for approval”.
reason-approval-not-needed = Approval is not needed any more: you may publish at once.
reason-too-many-templates = There are { $limit } templates already, and no room for more. Delete one you do not need and save again.
reason-published-too-late = By then the event will have begun. Please choose an earlier day or hour.
reason-nothing-changed = Nothing has changed, so nobody was told.
reason-changed-meanwhile = Somebody else changed something here while you were editing. This is how it looks now.

## Seats and the queue
reason-no-seats = Not enough seats: { $left } free.
reason-no-seat-for-all = There are not that many seats any more: { $left } free. Your earlier answer stays.
reason-offer-gone = This offer is no longer valid. Here is how things stand now.

## Guest of the group
reason-too-many-dates = At most { $limit } dates can be opened at a time, each of them once.
reason-slot-taken = This date is taken already.
reason-slot-withdrawn = This date was closed.
reason-slot-past = This day has already passed.
reason-passed-already = This invitation has been passed on already: that can be done once. The teacher can invite another colleague.
reason-passed-own = This link is for your colleague: send it to the person you have in mind. Your own invitation stays yours.
reason-passed-spent = Somebody has come by this link already: it is for one person. To visit the children, tell whoever sent it: the teacher will invite you.
reason-passed-expired = This link has expired. To visit the children, tell whoever sent it: the teacher will invite you.
reason-passed-revoked = This link opens nothing any more. To visit the children, ask where you were invited: the teacher will invite you.
refusal-moment = { $when }
reason-slot-exists = Open already: { $dates }. Untick it or choose another hour.
reason-period-too-long = Too many days at once. Please take { $limit } at most.
reason-family-joined = This family is in the bot by now: they choose a day themselves.
reason-families-elsewhere = Some of the families you ticked are not here any more. Please tick them again.
reason-visit-decided = This visit has been decided on. Here is how things stand now.
reason-guest-unreached = The guest does not use the bot, or has closed it: nothing can be written from here. Please pass it on in person.
reason-messages-over = Messages about this visit are closed: more than a week has passed.
reason-too-many-messages = Enough for today: at most { $limit } messages a day. Go on tomorrow.
reason-too-many-questions = There are { $limit } questions already, enough for a guest. Change or delete one of them.
reason-slot-kept = This date is kept for those who wait in the queue. Nobody overtakes anybody.
reason-visits-enough = You have two dates ahead already: the others are for other families. Hand one back if you want to choose another.
reason-move-too-late = A visit can be moved until 18:00 of the day before. If you cannot come, hand the date back – the teachers will hear of it.
reason-follow-up-late = The visit was more than two weeks ago: the marks do not change any more.
reason-move-asked = The guest was asked about another day already. Wait for the answer, or tap “Do not ask the guest”.
reason-move-not-asked = The question of the move is settled. Below is how it stands.
reason-change-not-asked = This is not asked for any more. Below is how it stands.
reason-visit-ahead = This visit is still ahead: how it went can be noted once its hour has come.

## Closed days
reason-group-closed = Closed here from { $first } to { $until }. Please choose other days.
reason-group-open = It is open again already.
reason-closure-over = These days are over: there is nothing to put back.
reason-closure-too-long = At most { $limit } { $limit ->
        [one] day
       *[other] days
    } at once. You can keep it closed for longer afterwards.
reason-closure-too-full = More than { $limit } things are planned for these days: too many for one page. Close it in parts, week by week.

## After events
reason-event-ahead = The event has not begun yet. Its recap can be written once its hour has come.
reason-recap-too-late = The event was more than three months ago: its recap does not change any more.
reason-not-a-link = This does not look like a link. Send one link, all of it: it begins with “https://”.
reason-nobody-to-thank = There is nobody to thank yet: mark who came. Families without a phone are better thanked in person.
reason-already-thanked = Thanks have been sent already: they are sent once.
reason-not-a-snapshot = This is no picture. Please send a photo from your gallery, or a JPG, PNG or WebP file: no video, GIF or sticker.
reason-picture-too-wide = The sides of this picture are too long, Telegram will not show it. Please send it as a photo, not as a file.
reason-picture-there = This picture is there already.
reason-too-many-pictures = There are { $limit } pictures already. To add one more, take another away.
reason-sheet-too-late = An analysis sheet is filled in within a week after the lesson. That week is over.
reason-sheet-empty = Please mark one indicator at least: so far all of them say “Not observed”.

## Quiz
reason-wave-closed = The quiz is closed by now. Thank you for wanting to take part!
reason-wave-exists = This quiz was opened in this school year already: it is in the list.
reason-wave-still-open = Another quiz is open now – it is in the list. Close it first: so every child has a start and an end.
reason-wave-too-late = The final quiz of this school year has taken place, and the start quiz is opened before it.
reason-wave-too-long = The quiz is open for two months at most. Choose a nearer day.
reason-pack-not-approved = First the psychologist approves the questions and the texts for parents.
reason-only-representative = A parent or a guardian plays the quiz with the child.
reason-consent-needed = First the consent of a parent or a guardian is needed.
reason-attempt-stopped = Taking part is suspended.
reason-attempt-finished = This quiz has been played already.
reason-attempt-elsewhere = This quiz was already begun with the child in another way: at home or with a teacher. It is finished there.
reason-attempt-open = The quiz is not finished yet.

## Chats and channels
reason-chat-not-ours = { $kind ->
        [channel] The bot cannot post in this channel. Make it an administrator that may post messages, then connect the channel again.
       *[group] The bot cannot write in this chat. Add it as a member, let members send messages, then connect the chat again.
    }
reason-chat-bound-elsewhere = Other teachers or another organisation have connected this chat already. They have to disconnect it first.

## Everything
reason-gone = This is no longer there. Open the menu to see everything that is.
reason-forbidden = This button is not for you. If that is a mistake, tell the teacher or the head.
