"""Stored claims at hand while others are compared with them, and which are worth it."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from sqlmodel import Session

from tracker import match
from tracker.model import Claim, Meaning
from tracker.store import candidates, claims
from tracker.store.claims import StoredClaim
from tracker.store.said_by import find_said_by
from tracker.store.stories import find_reports, text_around

SPEAKER_DAYS = 3
"""Days each side in which a speaker's other claims are compared whatever their wording."""

SPEAKER_CLAIMS = 200
"""The most claims of one speaker, or of one event, that are compared for one claim."""

MEANT_CLAIMS = 30
"""Claims of like meaning that are compared for one claim, whatever their words."""

LIKEST_SHARE = 0.25
"""Share of the rarity that the best candidate has in common with a text, from which a claim is
worth ranking though too few words are shared for it to be linked. It costs none in a hundred
of the right ones among fifty, and where one is near, the others need not be compared."""


class Shelf:
    """Stored claims at hand, each read once however often it is compared."""

    def __init__(self, session: Session, model: Meaning | None = None) -> None:
        self._session = session
        self._model = model
        self._held: dict[int, StoredClaim] = {}
        self._texts: dict[tuple[int, int], str] = {}

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
        keys = match.keys(claim.text)
        ids = {found.id for found in self._by_wording(claim, keys)}
        return self._with_wholes(ids | {*self._by_meaning(claim)} | self._on_occasion(claim, keys))

    def around(self, claim: StoredClaim) -> list[StoredClaim]:
        """Return the same for a stored claim, with what its story's articles report like it."""
        near, told = self.nearby(claim.claim), self._of_one_story(claim)
        return self._with_wholes({one.id for one in near} | told) if told else near

    def are_one_story(self, one: StoredClaim, other: StoredClaim) -> bool:
        """Say whether two claims count what one disaster or attack did, in two articles on it."""
        dated = one.claim.published, other.claim.published
        if one.article_id == other.article_id or dated[0] is None or dated[1] is None:
            return False
        if abs((dated[0].day - dated[1].day).days) > match.STORY_DAYS:
            return False
        if not (_counts_harm(one) and _counts_harm(other)):
            return False
        return match.are_one_story(self._text_around(one), self._text_around(other))

    def _of_one_story(self, claim: StoredClaim) -> set[int]:
        # A day more, so that of two articles either finds the other, dated to the hour or not.
        event, days = claim.claim.event, _days_around(claim.claim, match.STORY_DAYS + 1)
        if event is None or days is None or not _counts_harm(claim):
            return set()
        found = self.get(find_reports(self._session, event.type, *days, SPEAKER_CLAIMS))
        return {one.id for one in found if self.are_one_story(claim, one)}

    def _text_around(self, claim: StoredClaim) -> str:
        version = (claim.article_id, claim.version)
        if version not in self._texts:
            self._texts[version] = text_around(self._session, claim.occurrence_id)
        return self._texts[version]

    def likest(self, claim: Claim) -> list[StoredClaim]:
        """Return the stored claims worth ranking, with the claims they are part of.

        What somebody looks for may share few of its words: nothing is linked by it. Whose
        words they are counts for more, on whatever day they were said.
        """
        session, keys = self._session, match.keys(claim.text)
        ranked = candidates.rank_candidates(session, keys, share=LIKEST_SHARE)
        enough = LIKEST_SHARE * ranked[0].rarity if ranked else 0.0
        ids = {one.claim_id for one in ranked if one.rarity >= enough}
        least = match.least_keys(claim.text)
        others = [one.claim_id for one in ranked if one.shared >= least]
        ids.update(one.id for one in self._sharing_words(claim, others))
        ids.update(self._by_meaning(claim))
        names = {match.bare_name(name) for name in _names(claim)}
        ids.update(find_said_by(session, names, keys))
        return self._with_wholes(ids | self._on_occasion(claim, keys))

    def _on_occasion(self, claim: Claim, keys: Collection[int]) -> set[int]:
        """Return the claims of the same speaker within days, and of such events within days."""
        session, ids = self._session, set[int]()
        days = _days_around(claim)
        if days and claim.speaker:
            names = _names(claim)
            ids.update(candidates.find_by_speaker(session, names, *days, SPEAKER_CLAIMS, keys))
        if claim.event and claim.event.when:
            event, when = claim.event, claim.event.when
            days_of_it = (when.start, when.end)
            ids.update(
                candidates.find_by_event(session, event.type, *days_of_it, SPEAKER_CLAIMS, keys)
            )
        return ids

    def _with_wholes(self, ids: Collection[int]) -> list[StoredClaim]:
        return self.get({*ids, *(c.part_of for c in self.get(ids) if c.part_of)})

    def _by_wording(self, claim: Claim, keys: Collection[int]) -> list[StoredClaim]:
        least = match.least_keys(claim.text)
        found = candidates.find_candidates(self._session, keys, least=least)
        return self._sharing_words(claim, found)

    def _sharing_words(self, claim: Claim, found: Iterable[int]) -> list[StoredClaim]:
        return [one for one in self.get(found) if match.shares_words(claim, one.claim)]

    def _by_meaning(self, claim: Claim) -> list[int]:
        model = self._model
        if model is None:
            return []
        probes = match.meaning_probes(model, claim.text)
        found = self.get(candidates.find_candidates(self._session, probes, MEANT_CLAIMS))
        return [one.id for one in found if match.means_alike(model, claim, one.claim)]


def _names(claim: Claim) -> tuple[str, ...]:
    return (claim.speaker, *claim.speaker_names) if claim.speaker else ()


def _counts_harm(claim: StoredClaim) -> bool:
    event = claim.claim.event
    return event is not None and event.type in match.STRIKES and bool(event.quantities)


def _days_around(claim: Claim, days: int = SPEAKER_DAYS) -> tuple[datetime, datetime] | None:
    if claim.published is None:
        return None
    margin = timedelta(days=days)
    return claim.published.start - margin, claim.published.end + margin
