"""What the keyboard below a chat was laid out for, until it is put away."""

from dataclasses import dataclass, replace

from aiogram.fsm.context import FSMContext

from domain.ids import GroupId, OrganisationId


@dataclass(frozen=True, slots=True)
class Asked:
    """A chat was asked for: of a group, or (None) of the whole organisation."""

    organisation_id: OrganisationId
    group_id: GroupId | None


class Below:
    """Remembered apart from forms, which go on meanwhile."""

    def __init__(self, state: FSMContext) -> None:
        self._state = FSMContext(state.storage, replace(state.key, destiny="below"))

    async def lay(self, asked: Asked) -> None:
        """The keyboard is laid out for this."""
        await self._state.set_data({"organisation": asked.organisation_id, "group": asked.group_id})

    async def find(self) -> Asked | None:
        """What it was laid out for, if it is."""
        kept = await self._state.get_data()
        if not kept:
            return None
        group = kept.get("group")
        return Asked(OrganisationId(kept["organisation"]), None if group is None else GroupId(group))

    async def clear(self) -> bool:
        """Forget it; whether there was anything to forget, and a keyboard to put away."""
        laid = await self.find() is not None
        if laid:
            await self._state.set_data({})
        return laid
