"""``python -m sandbox.bot``: the unchanged bot, whose clock follows the sandbox's."""

from aiohttp import ClientSession, ClientTimeout

from bot.cli import finish, load_settings
from bot.lightly import import_aiogram
from bot.settings import Settings
from sandbox.following import WAIT_SECONDS, Follower


async def run_following(settings: Settings, base: str) -> None:
    """The bot until SIGTERM, on the sandbox's time."""
    from bot.alerts import Alerts  # aiogram is imported lightly before
    from bot.logs import configure_logs
    from bot.running import run

    alerts = Alerts()
    configure_logs(settings.log_format, settings.log_level, alerts=alerts)
    async with ClientSession(timeout=ClientTimeout(total=WAIT_SECONDS + 15)) as session:
        follower = Follower(session, base)
        await follower.catch_up()
        await run(settings, follower.clock, alerts=alerts, alongside=follower.follow)


def main() -> None:
    """Settings come from the environment, as for `python -m bot run`; BOT_API_URL is the sandbox's address."""
    settings = load_settings()
    if settings.bot_api_url is None:
        raise SystemExit("BOT_API_URL must be the address of a sandbox.")
    import_aiogram()
    finish(settings, run_following(settings, settings.bot_api_url))


if __name__ == "__main__":
    main()
