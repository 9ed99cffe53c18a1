"""What people hear unasked about their roles."""

from dataclasses import replace

from domain.actions.groups import OpenGroup
from domain.actions.organisation import OpenPartner
from domain.organisation import EndedRole, PartnerLine
from domain.organisation_views import SubstitutionNews, TeachingNews, UntaughtGroup
from domain.people import Membership, Role, TeacherGroup, shown_adult
from screens import people
from screens.base import Button, Day, Joined, Phrase, Screen, say, screen
from screens.common import menu_button
from screens.people import mentioned


def term_near(line: PartnerLine) -> Screen:
    """«Срок с партнёром заканчивается»: to those who may invite them anew."""
    who, until = line.membership, line.terms.term_until
    partner = who.title or people.role(Role.PARTNER)
    made = screen(
        say("organisation-notice-term", partner=partner, until=Day(until) if until else ""),
        rows=((Button(say("organisation-notice-term-open"), OpenPartner(who.id)),), (menu_button(),)),
    )
    return replace(made, mentions=mentioned((who,), who.organisation))


def role_removed(ended: EndedRole) -> Screen:
    """«Ваша роль … закончилась»."""
    return screen(
        say(
            "organisation-notice-removed",
            role=ended.role.value,
            called=people.role(ended.role, ended.kind),
            organisation=ended.organisation_name,
            kind=ended.kind.value,
        ),
        rows=((menu_button(),),),
    )


def substitution_arranged(news: SubstitutionNews) -> Screen:
    """To the substitute: the group is yours for these days; to its teacher: somebody stands in."""
    kind = news.organisation.kind.value
    group, days = _group(news), _days(news.days)
    if news.mine:
        return _news(news, say("organisation-notice-stand-in", group=group, days=days, kind=kind))
    who = shown_adult(news.teacher, news.organisation)
    if who.name is None:
        return _news(news, say("organisation-notice-substituted", group=group, days=days, kind=kind))
    text = say("organisation-notice-substituted-by", group=group, days=days, kind=kind, who=people.adult(who))
    return replace(_news(news, text), fleeting=True, mentions=mentioned((news.teacher,), news.organisation))


def substitution_ended(news: SubstitutionNews) -> Screen:
    """The substitution is off before its last day."""
    key = "organisation-notice-stand-in-ended" if news.mine else "organisation-notice-substituted-ended"
    text = say(key, group=_group(news), days=_days(news.days), kind=news.organisation.kind.value)
    if news.mine:
        return screen(text, rows=((menu_button(),),))
    return _news(news, text)


def group_given(news: TeachingNews) -> Screen:
    """The group is yours from now on."""
    group = _group(news)
    text = say("organisation-notice-group-given", group=group, kind=news.teacher.organisation.kind.value)
    return screen(text, rows=((Button(group, OpenGroup(news.group.id)), menu_button()),))


def group_taken(news: TeachingNews) -> Screen:
    """The group is yours no longer."""
    archived = news.group.archived_at is not None
    key = "organisation-notice-group-archived" if archived else "organisation-notice-group-taken"
    text = say(key, group=_group(news), kind=news.teacher.organisation.kind.value)
    return screen(text, rows=((menu_button(),),))


def group_untaught(view: UntaughtGroup) -> Screen:
    """To a head: the teacher has gone, somebody else is needed."""
    group = say("people-group", emoji=view.group.emoji, name=view.group.name)
    text = say("organisation-notice-group-untaught", group=group, kind=view.organisation.kind.value)
    return screen(text, rows=((Button(group, OpenGroup(view.group.id)), menu_button()),))


def head_appointed(head: Membership) -> Screen:
    """«Вам дали роль заведующего»: the menu shows it when they choose it."""
    here = head.organisation
    text = say("organisation-notice-head", organisation=here.name, kind=here.kind.value)
    return screen(text, rows=((menu_button(),),))


def _news(news: SubstitutionNews, text: Phrase) -> Screen:
    """With a button to the group, unless it opens only in some days."""
    opens = news.under_way or not news.mine
    group = (Button(_group(news), OpenGroup(news.group.id)),) if opens else ()
    return screen(text, rows=((*group, menu_button()),))


def _group(news: SubstitutionNews | TeachingNews) -> Phrase:
    return say("people-group", emoji=news.group.emoji, name=news.group.name)


def _days(days: TeacherGroup) -> Joined:
    """«вт, 8 сентября – пт, 11 сентября», or one day."""
    held = [Day(day) for day in dict.fromkeys((days.starts_on, days.ends_on)) if day is not None]
    return Joined(tuple(say("organisation-day", day=day) for day in held), by=" – ")
