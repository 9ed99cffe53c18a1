# Menu, help, settings.
menu-title = 🏠 <b>{ $organisation }</b>
    { $who }
menu-head-hint = Staff, groups, families and events are here.
menu-methodist-hint = Groups, events and the people who run the programme are here.
menu-psychologist-hint = Groups and events are here.
menu-teacher-hint = Your group is here: families, cards and events.
menu-specialist-hint = The groups and events that you lead are here.
menu-parent-hint = Your group's events are here. The bot writes about the rest itself, rarely and to the point.
menu-partner-hint = Invitations from the teachers are here.
menu-owner-title = 🏠 <b>Owner of the installation</b>
    Create organisations and invite their heads here. You do not see the families' data.
menu-waiting = ⏳ You hold no role at the moment. If you have sent a request, the teacher will look at it soon and the bot will write at once.
menu-switch-role = 🔁 Change role
menu-settings = ⚙️ Settings
menu-help = ❓ Help
menu-roles-title = <b>Which menu shall be shown?</b>
    Your rights stay the same: the bot remembers all your roles.
menu-role = { $role } · { $organisation }

command-menu = Menu
command-help = Help
command-settings = Settings: language, role, names
command-my-data = What the bot stores about me
command-delete-me = Erase my data
command-privacy = How the bot treats data
