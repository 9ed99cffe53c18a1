"""Links that open something of the bot: who comes by one, and as which of their roles they look at it."""

from collections.abc import Awaitable, Callable

from domain.outcomes import Forbidden, Missing
from domain.people import Actor, Role, Visitor
from handlers.common.forms import Forms
from messenger.show import Show
from screens import joining
from screens.base import Screen
from services.menu import Menu


async def arrived(
    visitor: Visitor, actor: Actor | None, show: Show, menu: Menu, forms: Forms
) -> Actor | None:
    """Whoever has come by a link, a form of theirs put aside; None for a stranger, who was told how to come in."""
    greeted = await menu.greet(actor, visitor, show.texts.locale)
    if greeted is None:
        await show(joining.stranger())
        return None
    await forms.pause()
    return greeted


async def as_some_role(
    actor: Actor,
    reads: Callable[[], Awaitable[Screen]],
    of_staff: Callable[[], Awaitable[Screen]],
    otherwise: Screen,
) -> Screen:
    """As the person's present role looks at it; as another role of theirs, when that one may not."""
    from_outside = actor.current is not None and actor.current.role in (Role.PARENT, Role.PARTNER)
    for way in (reads, of_staff) if from_outside else (of_staff, reads):
        try:
            return await way()
        except (Forbidden, Missing):
            continue
    return otherwise
