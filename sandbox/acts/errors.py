"""What a person cannot do."""


class CannotDo(Exception):
    """The act is impossible for this person in this chat; the message says why."""

    def __init__(self, words: str, *, status: int = 400) -> None:
        super().__init__(words)
        self.status = status


def nobody(what: str) -> CannotDo:
    return CannotDo(f"{what} not found", status=404)
