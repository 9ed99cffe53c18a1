"""Where the bot may write, what stands in a chat, and how a person picks one."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from aiogram.enums import ChatMemberStatus
from aiogram.types import (
    ChatFullInfo,
    ChatMemberAdministrator,
    ChatMemberLeft,
    ChatMemberMember,
    ChatMemberRestricted,
    ChatPermissions,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    User,
)

from domain.announcements import Announcement, AnnouncementStatus
from domain.event_forms import Invitees
from domain.events import Event, EventStatus, GroupLabel
from domain.ids import (
    AnnouncementId,
    BoundChatId,
    EventId,
    GroupId,
    MembershipId,
    OrganisationId,
    PersonId,
)
from domain.people import Organisation, OrganisationKind
from domain.posts import (
    BoundChat,
    ChatCard,
    ChatKind,
    ChatLine,
    PostedEvent,
    PostedWords,
    PostLine,
    PostsOfEvent,
    PostsOfWords,
    PostStatus,
    is_for_chats,
    is_out,
    may_post_in,
)
from domain.seats import Seats, SeatsBy
from locales import texts_for
from messenger.below import below
from messenger.chats import may_write
from screens import posts as screens
from screens import posts_where as where
from screens.render import Rendered, render

BOT = User(id=1, is_bot=True, first_name="Гость")
SUN, RAYS = GroupId(1), GroupId(2)
EVENT = Event(
    id=EventId(12),
    organisation_id=OrganisationId(1),
    author_id=MembershipId(1),
    author_person_id=PersonId(1),
    title="Мастер-класс <пожарного>",
    starts_at=datetime(2026, 9, 11, 2, 30, tzinfo=UTC),
    place="музыкальный зал",
    note=None,
    bring=False,
    status=EventStatus.PUBLISHED,
    version=1,
    group_ids=frozenset({SUN}),
    seats=Seats(10, SeatsBy.FAMILY),
    seats_taken=7,
)
LABEL = GroupLabel(SUN, "Солнышко", "🐻")
HERE = Organisation(
    OrganisationId(1), "Ромашка", OrganisationKind.KINDERGARTEN, "Asia/Novokuznetsk", personal_data=False
)


def of(group: GroupId | None) -> BoundChat:
    """A chat of a group, or of the whole organisation."""
    return BoundChat(BoundChatId(1), OrganisationId(1), group, -5, ChatKind.GROUP, "Родители", PersonId(1))


LINE = ChatLine(of(SUN), LABEL)


WORDS = Announcement(
    *(AnnouncementId(3), OrganisationId(1), MembershipId(1), PersonId(1), "Собираем <коробки>", "a" * 64),
    *(AnnouncementStatus.PUBLISHED, 2, frozenset({SUN}), Invitees(parents=True, staff=True)),
)


def told(screen: Any, locale: str = "ru") -> Rendered:
    return render(screen, texts_for(locale), datetime(2026, 9, 7, tzinfo=UTC))


def _chat(**permissions: bool) -> ChatFullInfo:
    said: dict[str, Any] = {"permissions": ChatPermissions.model_validate(permissions)}
    return ChatFullInfo.model_construct(**said)


def _administrator(**rights: Any) -> ChatMemberAdministrator:
    return ChatMemberAdministrator.model_construct(**rights)


def _restricted(**rights: Any) -> ChatMemberRestricted:
    return ChatMemberRestricted.model_construct(**rights)


MEMBER = ChatMemberMember(status=ChatMemberStatus.MEMBER, user=BOT)


@pytest.mark.parametrize(
    ("kind", "chat", "member", "may"),
    [
        (ChatKind.GROUP, None, MEMBER, True),
        (ChatKind.GROUP, _chat(can_send_messages=True), MEMBER, True),
        (ChatKind.SUPERGROUP, _chat(can_send_messages=False), MEMBER, False),
        (ChatKind.SUPERGROUP, _chat(can_send_messages=False), _administrator(), True),
        (ChatKind.SUPERGROUP, None, _restricted(is_member=True, can_send_messages=False), False),
        (ChatKind.SUPERGROUP, None, _restricted(is_member=True, can_send_messages=True), True),
        (ChatKind.SUPERGROUP, None, _restricted(is_member=False, can_send_messages=True), False),
        (ChatKind.GROUP, None, ChatMemberLeft(status=ChatMemberStatus.LEFT, user=BOT), False),
        (ChatKind.CHANNEL, None, _administrator(can_post_messages=True), True),
        (ChatKind.CHANNEL, None, _administrator(can_post_messages=False), False),
        (ChatKind.CHANNEL, None, MEMBER, False),
    ],
)
def test_where_the_bot_may_write(kind: ChatKind, chat: ChatFullInfo | None, member: Any, may: bool) -> None:
    assert may_write(kind, chat, member) is may


@pytest.mark.parametrize(
    ("group", "reached", "may"),
    [
        (SUN, None, True),
        (SUN, frozenset({SUN}), True),
        (SUN, frozenset({RAYS}), False),
        (RAYS, None, False),
        (None, None, True),
        (None, frozenset({SUN}), False),
    ],
)
def test_which_chats_hear_of_an_event(
    group: GroupId | None, reached: frozenset[GroupId] | None, may: bool
) -> None:
    assert may_post_in(of(group), EVENT.group_ids, reached) is may


@pytest.mark.parametrize("locale", ["ru", "en"])
def test_a_post_names_nobody_and_counts_nothing(locale: str) -> None:
    shown = PostedEvent(EVENT, "Asia/Novokuznetsk", (LABEL,))
    post = told(screens.announcement(shown, "https://t.me/b?start=e_c"), locale)
    assert "Мастер-класс &lt;пожарного&gt;" in post.text
    assert not any(count in post.text for count in ("7 ", "10 ", "из 10", "of 10"))
    [[button]] = post.rows
    assert (button.url, button.data) == ("https://t.me/b?start=e_c", None)


@pytest.mark.parametrize("locale", ["ru", "en"])
def test_words_without_a_date_stand_as_they_were_written(locale: str) -> None:
    post = told(screens.words(PostedWords(WORDS, (LABEL,)), "https://t.me/b?start=a_3"), locale)
    assert "Собираем &lt;коробки&gt;" in post.text
    assert "Солнышко" in post.text
    [[button]] = post.rows
    assert (button.url, button.data) == ("https://t.me/b?start=a_3", None)
    back = replace(WORDS, status=AnnouncementStatus.RECALLED)
    gone = told(screens.words(PostedWords(back, (LABEL,)), "https://t.me/b?start=a_3"), locale)
    assert "коробки" not in gone.text
    assert not gone.rows

    wanting = told(where.of_words(PostsOfWords(WORDS, HERE, (PostLine(LINE, None),), may_bind=False)), locale)
    assert "Собираем &lt;коробки&gt;" in wanting.text
    assert wanting.rows[0][0].data == "hw:3:1"
    nowhere = told(where.of_words(PostsOfWords(WORDS, HERE, (), may_bind=False)), locale)
    assert nowhere.text != wanting.text


def test_only_words_for_parents_that_are_out_go_into_chats() -> None:
    assert is_for_chats(WORDS)
    assert not is_for_chats(replace(WORDS, invitees=Invitees(parents=False, staff=True, partners=True)))
    assert is_out(WORDS)
    assert not is_out(replace(WORDS, stopped_at=EVENT.starts_at))
    for status in set(AnnouncementStatus) - {AnnouncementStatus.PUBLISHED}:
        assert not is_out(replace(WORDS, status=status))


def test_every_state_of_a_post_is_said_and_offers_what_can_be_done() -> None:
    said = {}
    for status in (None, *PostStatus):
        view = PostsOfEvent(EVENT, HERE, (PostLine(LINE, status),), may_bind=True)
        shown = told(where.of_event(view))
        said[status] = shown.text
        labels = [button.text for row in shown.rows for button in row]
        again = status in (PostStatus.GONE, PostStatus.FAILED, PostStatus.UNKNOWN)
        assert ("Повесить ещё раз: Родители" in labels) is again
        assert ("Повесить: Родители" in labels) is (status is None)
        assert ("🔄 Обновить" in labels) is (status in (PostStatus.WANTED, PostStatus.SENDING))
    assert len(set(said.values())) == len(said) - 1, "wanted and sending are the same to people"


def test_the_keyboard_asks_for_membership_in_groups_and_for_rights_in_channels() -> None:
    asked = below(told(screens.ask(HERE, LABEL)))
    assert isinstance(asked, ReplyKeyboardMarkup)
    [[group, channel], [_no]] = asked.keyboard
    assert group.request_chat is not None
    assert channel.request_chat is not None
    assert group.request_chat.bot_is_member
    assert group.request_chat.bot_administrator_rights is None
    rights = channel.request_chat.bot_administrator_rights
    assert rights is not None
    wanted = {name for name, value in rights.model_dump(exclude_none=True, warnings=False).items() if value}
    assert wanted == {"can_post_messages", "can_edit_messages", "can_delete_messages"}
    assert isinstance(below(told(screens.put_away())), ReplyKeyboardRemove)
    assert below(told(screens.unbind_sure(ChatCard(HERE, LINE)))) is None
