"""What staff see of waves: the list, the pack to approve, the card with its progress, opening and closing."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from domain.actions.forms import FormStep
from domain.actions.wave_pairs import OpenPairs
from domain.actions.waves import (
    ApprovePack,
    CloseWave,
    MoreGroups,
    NewWave,
    OpenCodes,
    OpenProfile,
    OpenWave,
    OpenWaveChildren,
    OpenWaves,
    ReadPack,
    StartWave,
)
from domain.events import GroupLabel
from domain.ids import OrganisationId
from domain.outcomes import Refused
from domain.people import Membership, Organisation, OrganisationKind, Role, shown_adult
from domain.quiz_views import GroupProgress, WaveCard, WaveLine, WaveReach, WavesPage
from domain.waves import Wave, WaveDraft, WaveKind, WaveStatus
from screens.base import Button, Day, Joined, Moment, Phrase, Rows, Screen, Style, say, screen
from screens.common import menu_button, refusal
from screens.events_parents import labels
from screens.paging import page_of, turning
from screens.people import adult_with_role, mentioned, role
from screens.waves_kits import kit_button


def menu_rows(current: Membership) -> Rows:
    """«⭐ Викторина» for those who open waves, read results or play one to one; for classes there is none yet."""
    if current.organisation.kind is OrganisationKind.SCHOOL:
        return ()
    if current.role in (Role.HEAD, Role.METHODIST, Role.PSYCHOLOGIST, Role.TEACHER):
        return ((Button(say("waves-button-list"), OpenWaves(current.organisation_id)),),)
    return ()


def page(view: WavesPage, number: int = 0, word: Phrase | None = None) -> Screen:
    """The waves, and what may be done: approve the pack, open a wave."""
    here = view.organisation
    body: list[Phrase | Joined] = [] if word is None else [word]
    body.append(say("waves-title", organisation=here.name))
    if not view.lines:
        body.append(say("waves-empty"))
    if view.approved_at is None or view.may_open:
        body.append(_approval(view))
    rows: list[tuple[Button, ...]] = [
        (Button(_line(line), OpenWave(line.wave.id)),) for line in page_of(view.lines, number)
    ]
    rows += turning(len(view.lines), number, lambda at: OpenWaves(here.id, at))
    if view.may_approve or view.may_open:
        key = "waves-button-approve-first" if view.may_approve else "waves-button-pack"
        style = Style.PRIMARY if view.may_approve else Style.PLAIN
        rows.append((Button(say(key), ReadPack(here.id), style=style),))
    if view.may_open:
        one_is_open = any(line.wave.status is WaveStatus.OPEN for line in view.lines)
        style = Style.PLAIN if one_is_open else Style.PRIMARY
        rows.append((Button(say("waves-button-new"), NewWave(here.id), style=style),))
    rows += [(kit_button(here.id),), (menu_button(),)]
    named = () if view.approved_by is None else (view.approved_by,)
    return replace(screen(*body, rows=tuple(rows)), mentions=mentioned(named, here))


def preview(
    form: str,
    token: str,
    draft: WaveDraft,
    here: Organisation,
    title: str,
    groups: Sequence[GroupLabel],
    reach: WaveReach,
    *,
    choice: bool,
) -> Screen:
    """Before it is opened: what is asked of whom, with exact numbers."""
    kind = here.kind.value
    fields = [("kind", "waves-field-kind"), ("day", "waves-field-day")]
    fields += [("groups", "waves-field-groups")] if choice else []
    change = tuple(Button(say(key, kind=kind), FormStep(form, step)) for step, key in fields)
    return screen(
        say("waves-preview-title"),
        Joined(
            (
                say("waves-preview-what", title=title, wave=draft.kind.value),
                say("waves-preview-until", until=Day(draft.closes_on, zone=here.timezone)),
                say("waves-preview-groups", kind=kind, groups=labels(tuple(groups))),
            )
        ),
        Joined(tuple(reached(reach))),
        say("waves-preview-nudges"),
        rows=(
            (Button(say("waves-button-open"), StartWave(token), style=Style.SUCCESS),),
            change,
            (Button(say("button-back"), OpenWaves(here.id)), menu_button()),
        ),
    )


def card(view: WaveCard, number: int = 0, word: Phrase | None = None) -> Screen:
    """The wave with «12 из 24» of each group that this person reaches."""
    wave, here = view.wave, view.organisation
    body: list[Phrase | Joined] = [] if word is None else [word]
    body += [
        say("waves-card-title", title=view.title, wave=wave.kind.value, year=_year(wave)),
        _term(wave, here),
    ]
    shown = page_of(view.groups, number)
    if shown:
        body.append(Joined(tuple(_progress(group) for group in shown)))
    if len(view.groups) > 1:
        done, of = sum(g.finished for g in view.groups), sum(g.children for g in view.groups)
        body.append(say("waves-card-all", finished=done, children=of))
    rows: list[tuple[Button, ...]] = [row for group in shown if (row := _group_row(wave, group))]
    rows += turning(len(view.groups), number, lambda at: OpenWave(wave.id, at))
    if view.may_add:
        rows.append((Button(say("waves-button-add", kind=here.kind.value), MoreGroups(wave.id)),))
    if view.may_see_codes:
        rows.append((Button(say("waves-button-codes"), OpenCodes(wave.id)),))
        if wave.kind is WaveKind.FINAL and wave.status is WaveStatus.CLOSED:
            rows.append((Button(say("waves-button-pairs"), OpenPairs(wave.id)),))
    if view.may_close:
        rows.append((Button(say("waves-button-close"), CloseWave(wave.id, sure=False), style=Style.DANGER),))
    rows.append((list_button(here.id), menu_button()))
    return screen(*body, rows=tuple(rows))


def reached(reach: WaveReach) -> list[Phrase]:
    """How many children, and whom the invitation reaches: for every preview."""
    told = [
        say("waves-reach-children", children=reach.children),
        say("waves-reach", adults=reach.adults, families=reach.families)
        if reach.adults
        else say("waves-reach-nobody"),
    ]
    if reach.limited_families:
        told.append(say("waves-reach-limited", families=reach.limited_families))
    if reach.closed:
        told.append(say("waves-reach-closed", adults=reach.closed))
    if missing := reach.children - reach.families:
        told.append(say("waves-reach-without-phone", families=missing))
    return told


def opened_word(told: int | None) -> Phrase:
    """«Викторина открыта», and how many people are invited; None: a moment ago by the same tap."""
    if told is None:
        return say("waves-opened")
    return say("waves-opened-told", adults=told) if told else say("waves-opened-nobody")


def approved_word() -> Phrase:
    """«Утверждено»."""
    return say("waves-approved")


def closed_word() -> Phrase:
    """«Викторина закрыта»."""
    return say("waves-closed-word")


def refused_word(refused: Refused) -> Phrase:
    """Why nothing was changed, above the screen as it is now."""
    return say("forms-hint", reason=refusal(refused))


def no_groups_word(here: Organisation) -> Phrase:
    """No group is of the age that the instrument is for."""
    return say("waves-no-groups", kind=here.kind.value)


def close_sure(view: WaveCard) -> Screen:
    """«Закрыть викторину?», and who has not come to the end."""
    left = sum(group.children - group.finished for group in view.groups)
    begun = sum(_under_way(group) for group in view.groups)
    body = [say("waves-close-sure", left=left)]
    if begun:
        body.append(say("waves-close-begun", children=begun))
    return screen(
        *body,
        rows=(
            (Button(say("waves-button-close-yes"), CloseWave(view.wave.id, sure=True), style=Style.DANGER),),
            (Button(say("waves-button-close-no"), OpenWave(view.wave.id)),),
        ),
    )


def approve_sure(here: OrganisationId, version: int) -> Screen:
    """«Утвердить?»"""
    yes = ApprovePack(here, version, sure=True)
    return screen(
        say("waves-approve-sure"),
        rows=(
            (Button(say("waves-button-approve-yes"), yes, style=Style.SUCCESS),),
            (Button(say("button-back"), ReadPack(here)),),
        ),
    )


def list_button(here: OrganisationId) -> Button:
    """«⭐ Викторина»: back to the list."""
    return Button(say("waves-button-list"), OpenWaves(here))


def last_day(closes_at: datetime, zone: str) -> Moment:
    """The last day on which the quiz is open: it closes at the midnight after it."""
    return Moment(closes_at - timedelta(minutes=1), zone, "day")


def group_words(group: GroupLabel) -> Phrase:
    """«Солнышко · 🐻»."""
    return say("people-group", emoji=group.emoji, name=group.name)


def kind_of(kind: WaveKind) -> Phrase:
    """«Стартовая»."""
    return say("waves-kind", wave=kind.value)


def _approval(view: WavesPage) -> Phrase:
    if view.approved_at is None:
        return say("waves-to-approve" if view.may_approve else "waves-not-approved")
    here, by = view.organisation, view.approved_by
    return say(
        "waves-approved-on",
        when=Moment(view.approved_at, here.timezone, "day"),
        who=role(Role.PSYCHOLOGIST, here.kind) if by is None else adult_with_role(shown_adult(by, here)),
    )


def _line(line: WaveLine) -> Phrase:
    key = "waves-line" if line.wave.status is WaveStatus.OPEN else "waves-line-closed"
    return say(
        key,
        wave=line.wave.kind.value,
        year=_year(line.wave),
        finished=line.finished,
        children=line.children,
    )


def years(school_year: int) -> str:
    """«2026/27»."""
    return f"{school_year}/{(school_year + 1) % 100:02d}"


def _year(wave: Wave) -> str:
    return years(wave.school_year)


def _term(wave: Wave, here: Organisation) -> Phrase:
    if wave.status is WaveStatus.OPEN:
        return say("waves-card-open", until=last_day(wave.closes_at, here.timezone))
    return say("waves-card-closed", when=Moment(wave.closed_at or wave.closes_at, here.timezone, "day"))


def _progress(group: GroupProgress) -> Phrase:
    return say(
        "waves-progress",
        group=group_words(group.group),
        finished=group.finished,
        children=group.children,
        begun=_under_way(group),
    )


def _under_way(group: GroupProgress) -> int:
    """Children who have begun and not finished."""
    return max(group.begun - group.finished, 0)


def _group_row(wave: Wave, group: GroupProgress) -> tuple[Button, ...]:
    row: list[Button] = []
    if group.may_see_profile:
        profile = OpenProfile(wave.id, group.group.id)
        row.append(Button(say("waves-button-profile", emoji=group.group.emoji), profile))
    if group.may_enter:
        children = OpenWaveChildren(wave.id, group.group.id)
        row.append(Button(say("waves-button-children", emoji=group.group.emoji), children))
    return tuple(row)
