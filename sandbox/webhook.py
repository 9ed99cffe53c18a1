"""Posting updates to the bot's webhook, again and again until it accepts them."""

import asyncio
import json
import logging

import aiohttp

from sandbox.api.call import Body
from sandbox.api.errors import ApiError
from sandbox.api.server import BotApi
from sandbox.world import World
from sandbox.world.updates import Pending

log = logging.getLogger(__name__)

ANSWER_SECONDS = 60
IDLE_SECONDS = 3600


class WebhookPoster:
    """One task that posts what is pending, several at once, with back-off after a refusal."""

    def __init__(
        self, world: World, api: BotApi, *, first_pause: float = 1.0, longest_pause: float = 10.0
    ) -> None:
        self._world = world
        self._api = api
        self._first_pause = first_pause
        self._longest_pause = longest_pause

    async def run(self) -> None:
        """Post until cancelled."""
        async with (
            aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(ANSWER_SECONDS)) as session,
            asyncio.TaskGroup() as posts,
        ):
            while True:
                webhook = self._world.bot.webhook
                if webhook:
                    for pending in self._world.updates.next_for_webhook(webhook["max_connections"]):
                        pending.in_flight = True
                        posts.create_task(self._post(session, pending))
                await self._world.updates.changed.wait(IDLE_SECONDS)

    async def _post(self, session: aiohttp.ClientSession, pending: Pending) -> None:
        world = self._world
        webhook = world.bot.webhook
        try:
            if webhook is None:
                return
            headers = (
                {"X-Telegram-Bot-Api-Secret-Token": webhook["secret_token"]}
                if webhook["secret_token"]
                else {}
            )
            async with session.post(webhook["url"], json=pending.view(), headers=headers) as answer:
                body = await answer.text()
            if 200 <= answer.status < 300:
                world.updates.confirm(pending)
                await self._answer_with_method(body)
                return
            await self._failed(pending, f"Wrong response from the webhook: {answer.status} {answer.reason}")
        except TimeoutError:
            await self._failed(pending, "Read timeout expired")
        except (aiohttp.ClientError, OSError, ValueError) as error:
            await self._failed(pending, f"Connection failed: {type(error).__name__}")
        finally:
            pending.in_flight = False
            world.updates.changed.ring()

    async def _failed(self, pending: Pending, words: str) -> None:
        """Remember the reason for getWebhookInfo, and wait before this update is posted again."""
        if self._world.bot.webhook is not None:
            self._world.bot.webhook |= {
                "last_error_date": int(self._world.clock.now()),
                "last_error_message": words,
            }
        await asyncio.sleep(min(self._first_pause * 2**pending.refused, self._longest_pause))
        pending.refused += 1

    async def _answer_with_method(self, body: str) -> None:
        """A bot may call one method in its answer; nobody is told when that fails."""
        try:
            given = json.loads(body) if body.lstrip().startswith("{") else {}
            if isinstance(given, dict) and "method" in given:
                await self._api.carry_out(str(given.pop("method")), Body(given, {}, as_text=False))
        except (ApiError, ValueError, KeyError) as refused:
            log.warning("The method in a webhook answer was refused: %s", refused)
