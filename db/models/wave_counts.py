"""Tables of what a closed wave keeps of its questions, and a school year of its pairs: counts, no children (rule 15b)."""

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base, Key


class ItemCountRow(Base):
    """How often a question of a form was answered so in a closed wave, and with how many points."""

    __tablename__ = "item_counts"

    wave_id: Mapped[int] = mapped_column(Key, ForeignKey("waves.id"), primary_key=True)
    form: Mapped[str] = mapped_column(String(1), primary_key=True)
    mode: Mapped[str] = mapped_column(String(12), primary_key=True)
    item_id: Mapped[str] = mapped_column(String(8), primary_key=True)
    first: Mapped[str] = mapped_column(String(8), primary_key=True)
    """What was chosen first: an option, or steps in their order. Empty: nothing, it counts as missing."""
    points: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    """After the second try, where there is one."""
    organisation_id: Mapped[int] = mapped_column(Key, ForeignKey("organisations.id"))
    n: Mapped[int]


class PairFateRow(Base):
    """Children who finished the start wave or the final one: made into pairs, or why not."""

    __tablename__ = "pair_fates"

    wave_id: Mapped[int] = mapped_column(Key, ForeignKey("waves.id"), primary_key=True)
    """The final wave, as in the two tables below."""
    group_id: Mapped[int] = mapped_column(Key, ForeignKey("groups.id"), primary_key=True)
    mode: Mapped[str] = mapped_column(String(12), primary_key=True)
    measure: Mapped[str] = mapped_column(String(12), primary_key=True)
    fate: Mapped[str] = mapped_column(String(12), primary_key=True)
    organisation_id: Mapped[int] = mapped_column(Key, ForeignKey("organisations.id"))
    n: Mapped[int]


class PairChangeRow(Base):
    """Pairs whose points changed by so much from the start wave to the final one."""

    __tablename__ = "pair_changes"

    wave_id: Mapped[int] = mapped_column(Key, ForeignKey("waves.id"), primary_key=True)
    group_id: Mapped[int] = mapped_column(Key, ForeignKey("groups.id"), primary_key=True)
    mode: Mapped[str] = mapped_column(String(12), primary_key=True)
    measure: Mapped[str] = mapped_column(String(12), primary_key=True)
    change: Mapped[str] = mapped_column(String(24), primary_key=True)
    """An exact fraction, final minus start: «-2», «18/5»."""
    organisation_id: Mapped[int] = mapped_column(Key, ForeignKey("organisations.id"))
    n: Mapped[int]


class PairLevelRow(Base):
    """Pairs that began on one level and ended on another, or on the same."""

    __tablename__ = "pair_levels"

    wave_id: Mapped[int] = mapped_column(Key, ForeignKey("waves.id"), primary_key=True)
    group_id: Mapped[int] = mapped_column(Key, ForeignKey("groups.id"), primary_key=True)
    mode: Mapped[str] = mapped_column(String(12), primary_key=True)
    measure: Mapped[str] = mapped_column(String(12), primary_key=True)
    start_level: Mapped[str] = mapped_column(String(8), primary_key=True)
    final_level: Mapped[str] = mapped_column(String(8), primary_key=True)
    organisation_id: Mapped[int] = mapped_column(Key, ForeignKey("organisations.id"))
    n: Mapped[int]
