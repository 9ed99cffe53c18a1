"""A tapped button reaches its handler by what it means; other handlers are not asked."""

from typing import Any

import pytest
from aiogram import Dispatcher, Router
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, User

from bot.dispatcher import FEATURES
from domain.actions.forms import FormCancel
from domain.actions.menu import OpenHelp, OpenMenu
from handlers.common.filters import Button, Tap
from handlers.common.taps import Taps

ASKED: list[str] = []


class _Noting(Filter):
    def __init__(self, name: str, *, passes: bool) -> None:
        self._name = name
        self._passes = passes

    async def __call__(self, _event: Any) -> bool:
        ASKED.append(self._name)
        return self._passes


async def _menu(_: CallbackQuery) -> str:
    return "menu"


async def _other_menu(_: CallbackQuery) -> str:
    return "other menu"


async def _form(_: CallbackQuery, action: FormCancel) -> str:
    return f"form {action.form}"


async def _no_one_elses(_: CallbackQuery) -> str:
    return "fallback"


def _dispatcher() -> Dispatcher:
    router, inner, fallback = Router(), Router(), Router()
    router.callback_query.register(_menu, Tap(OpenMenu), _Noting("menu", passes=False))
    router.callback_query.register(_other_menu, Tap(OpenMenu), _Noting("other menu", passes=True))
    router.callback_query.register(_menu, Tap(OpenHelp), _Noting("help", passes=False))
    inner.callback_query.register(_form, Button("mname"), _Noting("form", passes=True))
    fallback.callback_query.register(_no_one_elses)
    router.include_router(inner)
    dispatcher = Dispatcher()
    dispatcher.callback_query.register(Taps.taken_from([router]).answer)
    dispatcher.include_routers(router, fallback)
    return dispatcher


@pytest.mark.parametrize(
    ("action", "answered", "asked"),
    [
        (OpenMenu(), "other menu", ["menu", "other menu"]),
        (FormCancel("mname", "0123456789abcdef"), "form mname", ["form"]),
        (OpenHelp(), "fallback", ["help"]),
        (FormCancel("other", "0123456789abcdef"), "fallback", []),
        (None, "fallback", []),
    ],
)
async def test_only_own_buttons_reach_the_handlers(action: Any, answered: str, asked: list[str]) -> None:
    ASKED.clear()
    query = CallbackQuery(id="1", from_user=User(id=1, is_bot=False, first_name="А"), chat_instance="1")
    assert await _dispatcher().propagate_event("callback_query", query, action=action) == answered
    assert asked == ASKED


async def test_a_handler_is_called_from_the_table_alone() -> None:
    router = Router()
    router.callback_query.register(_menu, Tap(OpenMenu))
    Taps.taken_from([router])
    query = CallbackQuery(id="1", from_user=User(id=1, is_bot=False, first_name="А"), chat_instance="1")
    assert await router.propagate_event("callback_query", query, action=OpenMenu()) is UNHANDLED


def test_a_handler_must_say_which_buttons_it_wants() -> None:
    router = Router(name="silent")
    router.callback_query.register(_menu)
    with pytest.raises(TypeError, match="silent does not say"):
        Taps.taken_from([router])


def test_a_feature_cannot_filter_all_its_taps() -> None:
    router = Router(name="strict")
    router.callback_query.filter(Tap(OpenMenu))
    with pytest.raises(TypeError, match="strict filters"):
        Taps.taken_from([router])


def test_a_feature_cannot_stand_around_all_its_taps() -> None:
    router = Router(name="wrapped")

    @router.callback_query.outer_middleware
    async def around(handler: Any, event: Any, data: Any) -> Any:
        return await handler(event, data)

    with pytest.raises(TypeError, match="wrapped filters or surrounds"):
        Taps.taken_from([router])


def test_every_feature_says_which_buttons_it_wants() -> None:
    Taps.taken_from([build() for build in FEATURES])
