"""A feature passes by buttons that are not its own without asking its handlers."""

from typing import Any

import pytest
from aiogram import Dispatcher, Router
from aiogram.types import CallbackQuery, User

from bot.dispatcher import FEATURES
from domain.actions.forms import FormCancel
from domain.actions.menu import OpenHelp, OpenMenu
from handlers.common.filters import Button, Tap, at_a_glance

ASKED: list[str] = []


class _Noting(Tap):
    async def __call__(self, event: Any, action: Any = None) -> bool:
        ASKED.append(self.kind.__name__)
        return await super().__call__(event, action)


async def _answer(_: CallbackQuery) -> str:
    return "answered"


def _feature() -> Router:
    router, inner = Router(), Router()
    router.callback_query.register(_answer, _Noting(OpenMenu))
    inner.callback_query.register(_answer, Button("mname"))
    router.include_router(inner)
    return router


@pytest.mark.parametrize(
    ("action", "answered", "asked"),
    [
        (OpenMenu(), True, ["OpenMenu"]),
        (OpenHelp(), False, []),
        (FormCancel("mname"), True, ["OpenMenu"]),
        (FormCancel("other"), False, []),
        (None, False, []),
    ],
)
async def test_only_own_buttons_reach_the_handlers(action: Any, answered: bool, asked: list[str]) -> None:
    ASKED.clear()
    dispatcher = Dispatcher()
    dispatcher.include_router(at_a_glance(_feature()))
    query = CallbackQuery(id="1", from_user=User(id=1, is_bot=False, first_name="А"), chat_instance="1")
    outcome = await dispatcher.propagate_event("callback_query", query, action=action)
    assert (outcome == "answered") is answered
    assert asked == ASKED


def test_a_handler_must_say_which_buttons_it_wants() -> None:
    router = Router(name="silent")
    router.callback_query.register(_answer)
    with pytest.raises(TypeError, match="silent"):
        at_a_glance(router)


@pytest.mark.parametrize("build", FEATURES)
def test_every_feature_says_it(build: Any) -> None:
    assert at_a_glance(build()).callback_query.handlers or build().sub_routers
