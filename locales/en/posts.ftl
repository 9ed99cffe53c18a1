# Chats and channels: where else events are announced.

## Bound chats
posts-button-chats = 📣 Chats and channels
posts-chats-title = 📣 <b>Chats and channels</b> · { $organisation }
posts-chats-hint = The bot puts events and announcements here when you ask it to. It cannot read the chat and will not answer in it.
posts-chats-empty = No chat is connected yet. Connect the parents' chat or a channel, and an announcement can be put there too, with a button to answer. The bot cannot read the chat and will not answer in it.
posts-chat-line = { $mark } { $title }
posts-chat-title = 💬 <b>{ $title }</b>
posts-chat-whose = { $kind ->
        [channel] Channel
       *[group] Chat
    }: { $whose }
posts-chat-well = ✅ The bot can announce here.
posts-lost-why = { $why ->
        [no-rights] ⚠️ The bot is there but may not write. Ask { $kind ->
                [channel] whoever runs the channel to let the bot post messages.
               *[group] whoever runs the chat to let the bot send messages.
            }
       *[removed] ⚠️ The bot is not there any more. { $kind ->
                [channel] Make it an administrator of the channel again, then connect the channel once more.
               *[group] Add it again, then connect the chat once more.
            }
    }
posts-button-bind = ➕ Connect a chat
posts-button-bind-again = 🔄 Connect again
posts-button-unbind = ✖️ Disconnect
posts-button-unbind-yes = Yes, disconnect
posts-unbind-sure = Disconnect the { $kind ->
        [channel] channel
       *[group] chat
    } <b>{ $title }</b>? What stands there stays, but it will not change any more.
posts-unbound = Disconnected.

## Connecting
posts-place-question = Whose chat is it?
posts-place-whole = { $kind ->
        [school] 🏠 The whole school
       *[kindergarten] 🏠 The whole kindergarten
    }
posts-ask-title = 📣 <b>Connecting a chat</b> · { $whose }
posts-ask-how = Buttons have appeared below the text field. Tap “Choose a chat” or “Choose a channel” and pick yours. The bot has to be in that chat; in a channel it also has to post, which Telegram will offer by itself.
posts-ask-privacy = In a chat the bot asks for plain membership only. It neither reads nor keeps messages.
posts-key-group = 💬 Choose a chat
posts-key-channel = 📢 Choose a channel
posts-key-cancel = ✖️ Do not connect
posts-bound = ✅ The { $kind ->
        [channel] channel
       *[group] chat
    } <b>{ $title }</b> is connected · { $whose }
posts-bound-next = To put something there, open an event or a sent announcement and tap “📣 Into chats”.
posts-bound-warning = ⚠️ Such a name may tell the children's diagnosis: everybody there sees it. Better rename it.
posts-not-chosen = All right, no chat is connected.
posts-outdated = These buttons are out of date. Open “📣 Chats and channels” and begin once more.

## Announcing in chats
posts-button-event = 📣 Into chats
posts-event-title = 📣 <b>{ $title }</b> · { $when }
posts-event-hint = Everybody in the chat will see the announcement: it holds no names, and not who answered what. It changes together with the event.
posts-event-none = There is no connected chat for this event. Connect the parents' chat, and the announcement can be put there too.
posts-event-none-ask = There is no connected chat for this event. The teacher or the head connects them.
posts-words-title = 📣 <b>{ $opening }</b>
posts-words-hint = Everybody in the chat will see the text. Change it, and it changes there too; take the announcement back, and it disappears.
posts-words-none = There is no connected chat for this announcement. Connect the parents' chat, and the announcement can be put there too.
posts-words-none-ask = There is no connected chat for this announcement. The teacher or the head connects them.
posts-words-button = 💬 Open in the bot
posts-button-post = Put into: { $title }
posts-button-post-again = Put once more into: { $title }
posts-button-refresh = 🔄 Refresh
posts-wanted = On its way: the announcement will be in the chat in a few seconds.
posts-wanted-already = The announcement is there, or about to be.
posts-state = { $state ->
        [wanted] ⏳ { $title }: will be there soon
        [sending] ⏳ { $title }: will be there soon
        [posted] ✅ { $title }: it is there
        [gone] ➖ { $title }: taken away
        [failed] ⚠️ { $title }: it could not be put there
        [unknown] ❔ { $title }: nobody knows whether it is there. Have a look there.
        [lost] ⚠️ { $title }: the bot can write there no longer
       *[none] ▫️ { $title }: not there yet
    }
posts-post-answer = To answer and to learn more, tap the button: it opens a private chat with the bot.
posts-post-button = 💬 Answer
posts-post-cancelled = 🚫 <b>The event is cancelled</b>

## Notice
posts-notice-lost = ⚠️ <b>The bot can write no longer in the { $kind ->
        [channel] channel
       *[group] chat
    } “{ $title }”</b> · { $whose }
posts-button-open = 💬 Open
