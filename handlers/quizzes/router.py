"""Quizzes: an adult around them, a child in them."""

from aiogram import Router

from handlers.quizzes import offers, play


def build() -> Router:
    """A new router of quizzes."""
    router = Router(name="quizzes")
    router.include_routers(play.build(), offers.build())
    return router
