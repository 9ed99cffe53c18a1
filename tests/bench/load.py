"""Load over HTTP: plays Telegram for one bot, posts updates to its webhook and waits for its answers.

An update is answered when both its `answerCallbackQuery` and the edit of its message have come.
Run as a program, `python -m tests.bench.load PORT`, so that the load does not share the interpreter of what it measures.
"""

import asyncio
import json
import statistics
import sys
import time
from dataclasses import dataclass, field
from itertools import count

from aiohttp import ClientSession, TCPConnector, web

SECRET = "bench-secret-0123456789"
TOKEN = "4242:bench-token-of-at-least-thirty-characters"
FIRST_PERSON = 2_000_000
PEOPLE = 250
PLAY = "PLAY"
"""In a button of a quiz: stands for the attempt that the person is in by now."""
KNOWN_TO_THE_BOT: dict[str, object] = {
    "getMyCommands": [],
    "getMyDescription": {"description": ""},
    "getMyShortDescription": {"short_description": ""},
}
"""Answers to what a bot asks at its start; every other method answers «true»."""


@dataclass(frozen=True, slots=True)
class Job:
    """A load: where to, how many taps, how many unanswered at a time, which buttons, the first update's number."""

    target: str
    updates: int
    buttons: list[str]
    first: int
    origin: int
    """The number of the very first update that this program got of these buttons."""
    in_flight: int = 64

    def data(self, number: int) -> str:
        """What an update taps: each person the buttons in turn, and after the last one of a quiz the next quiz."""
        nth = (number - self.origin) // PEOPLE
        play = nth // len(self.buttons) * PEOPLE + number % PEOPLE + 1
        return self.buttons[nth % len(self.buttons)].replace(PLAY, _base36(play))


@dataclass(slots=True)
class Telegram:
    """The part of Telegram that a tap meets: accepts calls and tells when an update is answered."""

    waiting: dict[int, asyncio.Future[None]] = field(default_factory=dict)
    parts: dict[int, int] = field(default_factory=dict)
    calls: int = 0

    async def call(self, request: web.Request) -> web.Response:
        """Any method: remembers what it answers, by the query or the message, which carry the update's number."""
        self.calls += 1
        method = request.match_info["method"]
        fields = await request.json() if request.content_type == "application/json" else await request.post()
        if method == "getMe":
            me = {"id": 4242, "is_bot": True, "first_name": "Bench", "username": "bench_bot"}
            return web.json_response({"ok": True, "result": me})
        if method == "answerCallbackQuery":
            self._done(int(str(fields["callback_query_id"])))
            return web.json_response({"ok": True, "result": True})
        if method in ("editMessageText", "sendMessage"):
            number = int(str(fields.get("message_id", "0")))
            self._done(number)
            chat = {"id": int(str(fields["chat_id"])), "type": "private", "first_name": "Bench"}
            message = {"message_id": number, "date": int(time.time()), "chat": chat, "text": "ok"}
            return web.json_response({"ok": True, "result": message})
        return web.json_response({"ok": True, "result": KNOWN_TO_THE_BOT.get(method, True)})

    def _done(self, number: int) -> None:
        left = self.parts.get(number)
        if left is None:
            return
        self.parts[number] = left - 1
        if left == 1:
            del self.parts[number]
            self.waiting.pop(number).set_result(None)


def tap(number: int, data: str) -> dict[str, object]:
    """A tapped button as Telegram posts it; person and message follow from the update's number."""
    person = FIRST_PERSON + number % PEOPLE
    who = {"id": person, "is_bot": False, "first_name": "Parent", "language_code": "ru"}
    chat = {"id": person, "type": "private", "first_name": "Parent"}
    bot = {"id": 4242, "is_bot": True, "first_name": "Bench"}
    message = {"message_id": number, "date": 1_790_000_000, "chat": chat, "from": bot, "text": "before"}
    query = {"id": str(number), "from": who, "chat_instance": "1", "data": data, "message": message}
    return {"update_id": number, "callback_query": query}


async def tap_all(telegram: Telegram, job: Job) -> dict[str, float]:
    """Post the taps of a job, a bounded number of them unanswered at a time; gives rate and latencies."""
    numbers = count(job.first)
    latencies: list[float] = []
    loop = asyncio.get_running_loop()

    async def person(session: ClientSession) -> None:
        while (number := next(numbers)) < job.first + job.updates:
            answered = telegram.waiting[number] = loop.create_future()
            telegram.parts[number] = 2
            begun = time.perf_counter()
            body = tap(number, job.data(number))
            headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
            async with session.post(job.target, json=body, headers=headers) as answer:
                if answer.status != 200:
                    raise RuntimeError(f"The bot answered {answer.status}")
            await asyncio.wait_for(answered, 30)
            latencies.append(time.perf_counter() - begun)

    async with ClientSession(connector=TCPConnector(limit=0)) as session:
        begun = time.perf_counter()
        async with asyncio.TaskGroup() as people:
            for _ in range(job.in_flight):
                people.create_task(person(session))
        took = time.perf_counter() - begun
    cuts = statistics.quantiles(latencies, n=100)
    return {"per_second": job.updates / took, "p50_ms": cuts[49] * 1000, "p99_ms": cuts[98] * 1000}


async def serve(api_port: int) -> None:
    """Play Telegram; do the jobs that come on the standard input, one JSON line each, and print their results."""
    telegram = Telegram()
    app = web.Application()
    app.router.add_route("*", "/bot{token}/{method}", telegram.call)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", api_port).start()
    say("ready")
    while line := await asyncio.to_thread(sys.stdin.readline):
        say(json.dumps(await tap_all(telegram, Job(**json.loads(line)))))
    await runner.cleanup()


def _base36(number: int) -> str:
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    return digits


def say(line: str) -> None:
    """One line to whoever gives the jobs."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1])))
