"""getUpdates and the webhook: how the bot learns what happened."""

import re
import time
from typing import Any
from urllib.parse import urlsplit

from sandbox.api.call import Call, method
from sandbox.api.errors import bad_request, conflict
from sandbox.world.store import Json

MAX_LIMIT = 100
MAX_TIMEOUT = 50
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
WEBHOOK_ACTIVE = (
    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)
OTHER_POLLER = "terminated by other getUpdates request; make sure that only one bot instance is running"


@method("getUpdates")
async def get_updates(call: Call) -> list[Json]:
    """Confirm what lies before the offset and return the next updates, waiting for them if asked to."""
    world, updates = call.world, call.world.updates
    if world.bot.webhook:
        raise conflict(WEBHOOK_ACTIVE)
    updates.poll += 1
    poll = updates.poll
    updates.changed.ring()
    if (allowed := call.given.get("allowed_updates")) is not None:
        updates.allow(allowed)
    offset: int = call.get("offset", 0)
    limit: int = min(max(call.get("limit", MAX_LIMIT), 1), MAX_LIMIT)
    until = time.monotonic() + min(max(call.get("timeout", 0), 0), MAX_TIMEOUT)
    found = updates.take(offset=offset, limit=limit)
    while not found and (left := until - time.monotonic()) > 0:
        await updates.changed.wait(left)
        if updates is not world.updates or world.stopping:
            return []
        if world.bot.webhook:
            raise conflict("terminated by setWebhook request")
        if updates.poll != poll:
            raise conflict(OTHER_POLLER)
        if _hung_up(call):
            return []
        found = updates.take(offset=max(offset, 0), limit=limit)
    return [pending.view() for pending in found]


def _hung_up(call: Call) -> bool:
    """Whether the poller went away while it waited: nothing counts as delivered to it."""
    return call.request is not None and (
        call.request.transport is None or call.request.transport.is_closing()
    )


@method("setWebhook")
def set_webhook(call: Call) -> bool:
    """Post updates to this address from now on; an empty address ends that."""
    url: str = call.get("url", "").strip()
    if not url:
        return delete_webhook(call)
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https"):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if not parts.hostname:
        raise bad_request("bad webhook: invalid webhook URL specified")
    secret = call.get("secret_token")
    if secret is not None and not SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    connections: int = call.get("max_connections", 40)
    if not 1 <= connections <= 100:
        raise bad_request("max_connections must be between 1 and 100")
    if (allowed := call.given.get("allowed_updates")) is not None:
        call.world.updates.allow(allowed)
    if call.get("drop_pending_updates"):
        call.world.updates.drop_all()
    call.world.bot.webhook = {"url": url, "secret_token": secret, "max_connections": connections}
    call.world.keep_bot()
    call.world.updates.changed.ring()
    return True


@method("deleteWebhook")
def delete_webhook(call: Call) -> bool:
    if call.get("drop_pending_updates"):
        call.world.updates.drop_all()
    call.world.bot.webhook = None
    call.world.keep_bot()
    call.world.updates.changed.ring()
    return True


@method("getWebhookInfo")
def get_webhook_info(call: Call) -> Json:
    world = call.world
    webhook: Json = world.bot.webhook or {}
    info: dict[str, Any] = {
        "url": webhook.get("url", ""),
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates),
    }
    if webhook:
        info["max_connections"] = webhook["max_connections"]
    if world.updates.allowed:
        info["allowed_updates"] = world.updates.allowed
    for name in ("last_error_date", "last_error_message"):
        if name in webhook:
            info[name] = webhook[name]
    return info
