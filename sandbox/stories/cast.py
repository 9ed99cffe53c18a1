"""Who lives in the sample kindergarten. All names are invented."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Employee:
    """Somebody of the staff: role as on the button of the invitation, groups led, profession of a specialist."""

    first_name: str
    last_name: str
    button: str
    shown: str
    groups: tuple[str, ...] = ()
    title: str | None = None


@dataclass(frozen=True, slots=True)
class GroupPlan:
    """A group: sign, age, how many children."""

    name: str
    sign: str
    age: str
    children: int


@dataclass(frozen=True, slots=True)
class Adult:
    """An adult who joins by a card: the button of kinship, and the word on the chat page."""

    first_name: str
    last_name: str
    kinship: str
    shown: str


@dataclass(frozen=True, slots=True)
class Family:
    """A family: whose card of the group it is (from zero), and its adults in the order in which they join."""

    group: str
    card: int
    adults: tuple[Adult, ...]


ORGANISATION = "Детский сад № 7 «Рябинка»"
HEAD = ("Елена", "Соколова")

GROUPS = (
    GroupPlan("Солнышко", "🐻", "5–6", 12),
    GroupPlan("Ромашка", "🦋", "6–7", 10),
    GroupPlan("Капитошка", "🐬", "4–5", 8),
)

STAFF = (
    Employee("Ольга", "Белова", "тарший воспитатель", "старший воспитатель"),
    Employee("Вера", "Климова", "психолог", "педагог-психолог"),
    Employee("Марина", "Лебедева", "оспитатель", "воспитатель, «Солнышко»", ("Солнышко",)),
    Employee("Светлана", "Орлова", "оспитатель", "воспитатель, «Ромашка»", ("Ромашка",)),
    Employee("Юлия", "Зимина", "оспитатель", "воспитатель, «Капитошка»", ("Капитошка",)),
    Employee("Игорь", "Панов", "пециалист", "музыкальный руководитель", title="музыкальный руководитель"),
)

_PARENT, _GUARDIAN, _RELATIVE = "Мама или папа", "Опекун", "Бабушка"

FAMILIES = (
    Family(
        "Солнышко",
        0,
        (
            Adult("Анна", "Кузнецова", _PARENT, "мама, «Солнышко»"),
            Adult("Пётр", "Кузнецов", _PARENT, "папа, «Солнышко»"),
            Adult("Нина", "Кузнецова", _RELATIVE, "бабушка, «Солнышко»"),
        ),
    ),
    Family("Солнышко", 1, (Adult("Дарья", "Морозова", _PARENT, "мама, «Солнышко»"),)),
    Family("Солнышко", 2, (Adult("Руслан", "Ахметов", _PARENT, "папа, «Солнышко»"),)),
    Family(
        "Солнышко",
        3,
        (
            Adult("Ирина", "Волкова", _PARENT, "мама, «Солнышко» и «Ромашка»"),
            Adult("Денис", "Волков", _PARENT, "папа, «Солнышко»"),
        ),
    ),
    Family("Солнышко", 4, (Adult("Галина", "Тихонова", _GUARDIAN, "опекун, «Солнышко»"),)),
    Family("Ромашка", 0, (Adult("Ксения", "Фролова", _PARENT, "мама, «Ромашка»"),)),
    Family("Ромашка", 1, (Adult("Алексей", "Громов", _PARENT, "папа, «Ромашка»"),)),
    Family("Ромашка", 2, (Adult("Лариса", "Ершова", _RELATIVE, "бабушка, «Ромашка»"),)),
    Family("Капитошка", 0, (Adult("Татьяна", "Жукова", _PARENT, "мама, «Капитошка»"),)),
    Family("Капитошка", 1, (Adult("Сергей", "Носов", _PARENT, "папа, «Капитошка»"),)),
)
SECOND_CHILD = ("Ирина", "Ромашка", 3)
"""Who has a child in another group too, and which card of that group."""

PARTNER = ("Максим", "Рудаков", "Пожарная часть № 3")
NEWCOMERS = (("Оксана", "Белкина"), ("Артём", "Савин"))
"""Two parents who come by the QR on the wall: the first is taken in, the second still waits."""
