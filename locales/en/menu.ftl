# Menu, help, settings.
menu-title = 🏠 <b>{ $organisation }</b>
    { $who }
menu-head-hint =
    { $kind ->
        [school] Staff, classes, families, events and guests are here.
       *[kindergarten] Staff, groups, families, events, guests and the quiz are here.
    }
menu-methodist-hint =
    { $kind ->
        [school] Classes, events, guests and the people who run the programme are here.
       *[kindergarten] Groups, events, guests, the quiz and the people who run the programme are here.
    }
menu-psychologist-hint =
    { $kind ->
        [school] Classes, events and guests are here.
       *[kindergarten] The quiz, groups, events and guests are here.
    }
menu-teacher-hint =
    { $kind ->
        [school] Your class is here: families, cards, events and guests.
       *[kindergarten] Your group is here: families, cards, events, guests and the quiz.
    }
menu-teacher-no-group =
    { $kind ->
        [school] You have no class yet: the headteacher gives you one.
       *[kindergarten] You have no group yet: the head gives you one.
    }
menu-specialist-hint =
    { $kind ->
        [school] Classes, events and guests are here.
       *[kindergarten] Groups, events and guests are here.
    }
menu-parent-hint =
    { $kind ->
        [school] Your class's events are here, and the days on which you are welcome as its guest. The bot writes about the rest itself, rarely and to the point.
       *[kindergarten] Your group's events are here, and the days on which you are welcome as its guest. The bot writes about the rest itself, rarely and to the point.
    }
menu-partner-hint = The teachers' invitations will come here, and here are your visits. What you can show is changed in the settings.
menu-owner-title = 🏠 <b>Owner of the installation</b>
    Create organisations and invite their heads here. You do not see the families' data.
menu-no-role = ⏳ You hold no role at the moment. Scan your child's card or open the link from the head.
menu-request-waits =
    { $kind ->
        [school] ⏳ The request to class { $group } waits for an answer. Tell the teacher the number <b>{ $number }</b>, so that they know it is you.
       *[kindergarten] ⏳ The request to group { $group } waits for an answer. Tell the teacher the number <b>{ $number }</b>, so that they know it is you.
    }
menu-child = 👧 <b>{ $child }</b> · { $group }
menu-groups =
    { $kind ->
        [school] Classes: { $groups }
       *[kindergarten] Groups: { $groups }
    }
menu-switch-role = 🔁 Change role
menu-settings = ⚙️ Settings
menu-help = ❓ Help
menu-roles-title = <b>Which menu shall be shown?</b>
    Your rights stay the same: the bot remembers all your roles.
menu-role = { $role } · { $organisation }

menu-help-title = ❓ <b>Help</b>
menu-help-text =
    { $who ->
        [head] { $kind ->
            [school] Begin with classes and staff: make a class, invite its teacher by a link. The organisation's details and the display of names are on its card.
           *[kindergarten] Begin with groups and staff: make a group, invite its teacher by a link. The organisation's details and the display of names are on its card.
        }
        [methodist] { $kind ->
            [school] Events, classes and people of the programme are in the menu. Teachers accept new parents; where there is none, you do.
           *[kindergarten] Events, groups and people of the programme are in the menu. Teachers accept new parents; where there is none, you do.
        }
        [psychologist] { $kind ->
            [school] Classes, events and guests are in the menu.
           *[kindergarten] Groups, events and guests are in the menu. You read and approve the questions of the quiz and the texts for parents first: “⭐ Quiz”.
        }
        [teacher] { $kind ->
            [school] Print the family cards of your class: with a card parents come in by themselves. Whoever came by the code on the notice board waits in “New parents”. To invite guests, open dates in “Guest of the class”.
           *[kindergarten] Print the family cards of your group: with a card parents come in by themselves. Whoever came by the code on the notice board waits in “New parents”. To invite guests, open dates in “Guest of the Group”.
        }
        [specialist] { $kind ->
            [school] Classes, events and guests are in the menu.
           *[kindergarten] Groups, events and guests are in the menu.
        }
        [partner] Invitations come here by themselves: choose a day, name your profession and tick what you will show. If you cannot come, give the date back in “My visits”.
        [owner] Make an organisation and pass the link to its head.
        [newcomer] If you wait for an answer to a request, the number for the teacher is in the menu, and the bot will write when it is answered. Do you have your child's card? Come in with it: that is quicker.
        [stranger] To come in, scan your child's card or the code on the notice board. Staff and partners get a link from the head.
       *[parent] The bot writes about events itself: twice a day at most, the rest in an evening summary. One button answers, and you may change your mind until the start. Would you like to tell the children about your work? Tap “🎤 Be a guest” in the menu. A second child? Open its card: hardly anything is asked again.
    }
menu-help-commands = /settings – language, role, names
    /my_data – what the bot stores about you
    /delete_me – erase everything
    /privacy – how the bot treats data

menu-settings-title = ⚙️ <b>Settings</b>
menu-settings-language = 🌐 Language: English
menu-settings-name = ✏️ My name · { $organisation }
menu-settings-named = ✏️ My name: { $name } · { $organisation }
menu-settings-pet = 🧸 At home: { $pet }
menu-settings-no-pet = 🧸 Give a name used at home · { $child }
menu-settings-offers = ✏️ What I can show
menu-settings-my-data = 🔐 My data
menu-settings-leave = 🚪 Leave an organisation
menu-language-title = 🌐 <b>Language</b>
menu-language-ru = Русский
menu-language-en = English
menu-saved = Saved
menu-pet-title = Pet name of the child
menu-pet-question = What do you call the child <b>{ $child }</b> at home? Only you see this name.
menu-pet-example = Bunny
menu-offers-title = What I can show
menu-offers-question = What could you show or tell children? One or two sentences are enough.
menu-offers-example = I can show how bread is made; come and visit us
menu-lost = I understand buttons and commands only: nobody will read this message. Here is the menu.
menu-unknown-command = There is no such command. Here is the menu.
menu-old-button = This button is out of date. Here is what there is now.

command-menu = Menu
command-help = Help
command-settings = Settings: language, role, names
command-my-data = What the bot stores about me
command-delete-me = Erase my data
command-privacy = How the bot treats data
