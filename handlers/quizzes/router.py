"""Quizzes: an adult around them, a child in them."""

from aiogram import Router

from handlers.quizzes import offers, play
from handlers.quizzes.lent import Lent


def build() -> Router:
    """A new router of quizzes."""
    router = Router(name="quizzes")
    lent = Lent()
    router.include_routers(play.build(lent), offers.build(lent))
    return router
