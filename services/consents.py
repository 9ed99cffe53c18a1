"""Consents: which text is asked for, and the proof that somebody agreed."""

import hmac
from hashlib import sha256

from content.consents import ConsentTexts
from db.work import Database, Work
from domain.ids import ConsentId, OrganisationId, PersonId
from domain.outcomes import Missing
from domain.people import Actor, Organisation
from domain.privacy import Consent, ConsentText, Purpose


class Consents:
    """Published texts, and who agreed to which."""

    def __init__(self, database: Database, texts: ConsentTexts) -> None:
        self._db = database
        self._texts = texts

    def current(self, purpose: Purpose, locale: str, organisation: Organisation) -> ConsentText:
        """The text that is asked for now, with the operator's details in it."""
        return self._texts.current(purpose, locale).filled(organisation)

    def stands(self, consent: Consent | None) -> bool:
        """Whether a consent is to the version that is asked for now."""
        return consent is not None and consent.version == self._texts.current_version(consent.purpose)

    async def read(self, actor: Actor, consent_id: ConsentId, locale: str) -> ConsentText:
        """Somebody reads again what they agreed to."""
        async with self._db.read() as reading:
            own = await reading.consents.of_person(actor.person_id)
            consent = next((given for given in own if given.id == consent_id), None)
            if consent is None:
                raise Missing
            organisation = await reading.organisations.find(consent.organisation_id)
        assert organisation is not None
        return self._texts.text(consent.purpose, consent.version, locale).filled(organisation)


async def give_consent(
    work: Work,
    organisation_id: OrganisationId,
    person_id: PersonId,
    account: tuple[str, int],
    text: ConsentText,
) -> None:
    """Write the proof in the transaction of what rests on it. `account` is platform and user id."""
    hashed = person_hash(await work.installation.person_hash_key(), *account)
    await work.consents.give(organisation_id, person_id, hashed, text)
    await work.audit.note(
        "consent.given",
        organisation_id=organisation_id,
        by=person_id,
        subject=f"consent:{text.purpose.value}",
        version=text.version,
    )


def person_hash(key: bytes, platform: str, user_id: int) -> str:
    """A keyed hash of an account: proves who agreed to whoever has both the key and the account's number."""
    return hmac.new(key, f"{platform}:{user_id}".encode(), sha256).hexdigest()
