"""Stored claims at hand while others are compared with them, and which are worth it."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from sqlmodel import Session

from tracker import match
from tracker.model import Claim, Meaning
from tracker.store import candidates, claims
from tracker.store.claims import StoredClaim

SPEAKER_DAYS = 3
"""Days each side in which a speaker's other claims are compared whatever their wording."""

SPEAKER_CLAIMS = 200
"""The most claims of one speaker, or of one event, that are compared for one claim."""

MEANT_CLAIMS = 30
"""Claims of like meaning that are compared for one claim, whatever their words."""


class Shelf:
    """Stored claims at hand, each read once however often it is compared."""

    def __init__(self, session: Session, model: Meaning | None = None) -> None:
        self._session = session
        self._model = model
        self._held: dict[int, StoredClaim] = {}

    def get(self, ids: Iterable[int]) -> list[StoredClaim]:
        """Return the claims of these ids."""
        ids, held = set(ids), self._held
        # Not by the difference of sets, which would go through all that is held.
        held |= claims.load_claims(self._session, [one for one in ids if one not in held])
        return [held[claim_id] for claim_id in sorted(ids)]

    def place(self, claim: StoredClaim, whole: StoredClaim | None) -> None:
        """Note that a claim was made part of another, or stands by itself."""
        self._held[claim.id] = replace(claim, part_of=whole.id if whole else None)

    def nearby(self, claim: Claim) -> list[StoredClaim]:
        """Return the stored claims worth comparing, with the claims they are part of."""
        session, keys = self._session, match.keys(claim.text)
        ids = {found.id for found in self._by_wording(claim, keys)}
        ids.update(self._by_meaning(claim))
        days = _days_around(claim)
        if days and claim.speaker:
            names = (claim.speaker, *claim.speaker_names)
            ids.update(candidates.find_by_speaker(session, names, *days, SPEAKER_CLAIMS, keys))
        if claim.event and claim.event.when:
            event, when = claim.event, claim.event.when
            days_of_it = (when.start, when.end)
            ids.update(
                candidates.find_by_event(session, event.type, *days_of_it, SPEAKER_CLAIMS, keys)
            )
        ids.update({c.part_of for c in self.get(ids) if c.part_of})
        return self.get(ids)

    def _by_wording(self, claim: Claim, keys: Collection[int]) -> list[StoredClaim]:
        least = match.least_keys(claim.text)
        found = candidates.find_candidates(self._session, keys, least=least)
        return [one for one in self.get(found) if match.shares_words(claim, one.claim)]

    def _by_meaning(self, claim: Claim) -> list[int]:
        model = self._model
        if model is None:
            return []
        probes = match.meaning_probes(model, claim.text)
        found = self.get(candidates.find_candidates(self._session, probes, MEANT_CLAIMS))
        return [one.id for one in found if match.means_alike(model, claim, one.claim)]


def _days_around(claim: Claim) -> tuple[datetime, datetime] | None:
    if claim.published is None:
        return None
    margin = timedelta(days=SPEAKER_DAYS)
    return claim.published.start - margin, claim.published.end + margin
