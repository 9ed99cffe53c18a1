"""Settings from the environment or `.env`: names, defaults and meaning as in `.env.example`."""

import re
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import Field, SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from db.engine import names_a_database
from locales import LOCALES

_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]{30,}")
_WEBHOOK_SECRET = re.compile(r"[A-Za-z0-9_-]{16,256}")


class Settings(BaseSettings):
    """What the operator decides. The token and passwords never appear in `repr` or in logs."""

    model_config = SettingsConfigDict(
        env_file=".env", env_file_encoding="utf-8", env_ignore_empty=True, extra="ignore", frozen=True
    )

    bot_token: SecretStr | None = None
    bot_api_url: str | None = None
    database_url: str = Field(default="sqlite+aiosqlite:///data/bot.sqlite3", repr=False)
    data_dir: Path = Path("data")
    owner_ids: Annotated[frozenset[int], NoDecode] = frozenset()
    timezone: str = "Asia/Novokuznetsk"
    default_locale: str = "ru"
    webhook_url: str | None = None
    webhook_secret: SecretStr | None = None
    listen_host: str = "127.0.0.1"
    listen_port: int | None = Field(default=None, ge=0, le=65535)
    metrics_port: int | None = Field(default=None, ge=0, le=65535)
    send_rate: float = Field(default=28, ge=0, le=1000)
    migrate_on_start: bool = True
    poll_concurrency: int = Field(default=64, ge=1, le=1000)
    alert_chat_id: int | None = None
    log_format: Literal["text", "json"] = "text"
    log_level: Literal["debug", "info", "warning", "error"] = "info"

    @field_validator("bot_token")
    @classmethod
    def _token_of_botfather(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and _TOKEN.fullmatch(value.get_secret_value()) is None:
            raise ValueError("digits, a colon and at least 30 characters, as BotFather gave it")
        return value

    @field_validator("bot_api_url", "webhook_url")
    @classmethod
    def _http_address(cls, value: str | None) -> str | None:
        if value is None:
            return None
        parts = urlsplit(value)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.port == 0:
            raise ValueError("an address that begins with https:// or http://")
        return value.rstrip("/")

    @field_validator("database_url")
    @classmethod
    def _known_engine(cls, value: str) -> str:
        if not names_a_database(value):
            raise ValueError("sqlite+aiosqlite:///… or postgresql+asyncpg://…")
        return value

    @field_validator("owner_ids", mode="before")
    @classmethod
    def _comma_separated(cls, value: object) -> object:
        if isinstance(value, str):
            return frozenset(int(part) for part in value.replace(";", ",").split(",") if part.strip())
        if isinstance(value, int):
            return frozenset({value})
        return value

    @field_validator("owner_ids")
    @classmethod
    def _people(cls, value: frozenset[int]) -> frozenset[int]:
        if any(owner <= 0 for owner in value):
            raise ValueError("ids of people are above zero; those of groups are not")
        return value

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (KeyError, OSError, ValueError) as unknown:
            raise ValueError("a zone of the IANA list, such as Asia/Novokuznetsk") from unknown
        return value

    @field_validator("default_locale")
    @classmethod
    def _known_locale(cls, value: str) -> str:
        if value not in LOCALES:
            raise ValueError(f"one of {', '.join(LOCALES)}")
        return value

    @field_validator("log_format", "log_level", mode="before")
    @classmethod
    def _any_case(cls, value: object) -> object:
        return value.lower() if isinstance(value, str) else value

    @field_validator("webhook_secret")
    @classmethod
    def _hard_to_guess(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and _WEBHOOK_SECRET.fullmatch(value.get_secret_value()) is None:
            raise ValueError("16 to 256 characters of A–Z a–z 0–9 _ -")
        return value

    @model_validator(mode="before")
    @classmethod
    def _alerts_to_the_first_owner(cls, given: dict[str, Any]) -> dict[str, Any]:
        """The first in the line, not the lowest number: the set of owners keeps no order."""
        owners = given.get("owner_ids")
        line = owners.replace(";", ",").split(",") if isinstance(owners, str) else []
        first = next((part.strip() for part in line if part.strip()), "")
        return {"alert_chat_id": first, **given} if first.isdecimal() else given

    @model_validator(mode="after")
    def _webhook_is_whole(self) -> "Settings":
        """Telegram's webhook without a secret would let anybody speak as anybody."""
        if self.webhook_url is not None and self.webhook_secret is None:
            raise ValueError("WEBHOOK_URL needs WEBHOOK_SECRET")
        if self.webhook_url is not None and self.listen_port is None:
            raise ValueError("WEBHOOK_URL needs LISTEN_PORT")
        return self

    @cached_property
    def alert_chat(self) -> int | None:
        """Where errors are told: ALERT_CHAT_ID, else the first owner."""
        return self.alert_chat_id or min(self.owner_ids, default=None)
