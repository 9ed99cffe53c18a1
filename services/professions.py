"""The catalogue of professions, for those who may not read content themselves."""

from domain.professions import Catalogue


class Professions:
    """What a guest may choose from."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Take the catalogue that was loaded at start."""
        self.catalogue = catalogue
