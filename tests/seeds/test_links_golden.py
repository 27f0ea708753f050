"""What the program links across the sample articles, held against what a reader would link.

The tables below say where it falls short of the reader. They may only shrink: an entry
that has become untrue fails its test, and then it goes.
"""

import json
from dataclasses import dataclass
from typing import Any

import pytest

from tracker.demo import sample_files
from tracker.model import Decision
from tracker.resources import shipped
from tracker.store import links, relations
from tracker.store.claims import StoredClaim, load_claims
from tracker.store.engine import Engine
from tracker.store.session import reading

EXPECTED: dict[str, list[dict[str, Any]]] = json.loads(
    (shipped("seeds") / "expected-links.json").read_text(encoding="utf-8")
)
ARTICLES = [path.stem for path in sample_files()]

Ref = tuple[str, str]
"""An article's number and the first words of a statement of it."""

AS_SUGGESTION = {
    ("007", "‘Nobody had even the time"): "its speaker is not known (“quoted him as saying”)",
}
"""Expected links that are only suggested, by the later side."""

KNOWN_MISSES: dict[tuple[Ref, Ref], str] = {
    (
        ("012", "Engineers were without a signal"),
        ("012", "Contact had been lost for 20 minutes"),
    ): "almost an hour and 20 minutes, in wholly different words and of no known event",
}
"""Expected links and relations that are not made at all."""


@dataclass(frozen=True)
class Found:
    """What the store holds after all sample articles were added."""

    claims: dict[int, StoredClaim]
    links: list[Any]
    relations: list[Any]

    def claim(self, ref: dict[str, str]) -> StoredClaim | None:
        """Return the shortest claim of the article that begins so, None if there is none."""
        number = ARTICLES.index(ref["article"]) + 1
        begins = [
            claim
            for claim in self.claims.values()
            if claim.article_id == number and claim.claim.text.startswith(ref["content"])
        ]
        return min(begins, key=lambda claim: len(claim.claim.text), default=None)

    def root(self, claim: StoredClaim) -> int:
        """Return the number of the claim that this one is part of, or its own."""
        return claim.part_of or claim.id

    def ref(self, claim: StoredClaim) -> Ref:
        """Return the article's number and the text."""
        return ARTICLES[claim.article_id - 1][:3], claim.claim.text


@pytest.fixture
def found(sampled_sqlite: Engine) -> Found:
    with reading(sampled_sqlite) as session:
        return Found(
            load_claims(session, range(1, 1000)),
            [row for row in links.every(session) if row.active],
            [row for row in relations.every(session) if row.active],
        )


def pairs(section: str, left: str = "later", right: str = "earlier") -> list[Any]:
    return [
        pytest.param(entry, entry[left], entry[right], id=named(entry[left]))
        for entry in EXPECTED[section]
    ]


def named(ref: dict[str, str]) -> str:
    return f"{ref['article'][:3]} {ref['content'][:40]}"


def short(ref: dict[str, str]) -> Ref:
    return ref["article"][:3], ref["content"]


def follows(found: Found, later: StoredClaim, earlier: StoredClaim) -> bool:
    """Say whether a link only follows from that of the statements that the two stand in: a part
    of a quotation is the same part of it wherever the quotation is printed again."""
    holders = {claim.occurrence_id: claim for claim in found.claims.values()}
    one, other = (holders.get(claim.parent_id or 0) for claim in (later, earlier))
    return bool(one and other and one.part_of and found.root(one) == found.root(other))


def decision(found: Found, later: dict[str, str], earlier: dict[str, str]) -> Decision:
    left, right = found.claim(later), found.claim(earlier)
    if left is None or right is None:
        return Decision.NONE
    if found.root(left) == found.root(right):
        return Decision.LINK
    rows = (row for row in found.links if row.occurrence_id == left.occurrence_id)
    return Decision.SUGGEST if found.root(right) in {r.claim_id for r in rows} else Decision.NONE


@pytest.mark.parametrize(("entry", "later", "earlier"), pairs("links"))
def test_an_expected_link_is_made(
    found: Found, entry: dict[str, Any], later: dict[str, str], earlier: dict[str, str]
) -> None:
    wanted = Decision.SUGGEST if short(later) in AS_SUGGESTION else Decision.LINK
    if (short(later), short(earlier)) in KNOWN_MISSES:
        wanted = Decision.NONE
    assert decision(found, later, earlier) is wanted
    left = found.claim(later)
    if wanted is Decision.LINK and left:
        made = {row.relation for row in found.links if row.occurrence_id == left.occurrence_id}
        assert made == {entry["relation"]}


@pytest.mark.parametrize(("entry", "later", "earlier"), pairs("relations", "from", "to"))
def test_an_expected_relation_is_found(
    found: Found, entry: dict[str, Any], later: dict[str, str], earlier: dict[str, str]
) -> None:
    left, right = found.claim(later), found.claim(earlier)
    assert left
    assert right
    ends = (found.root(left), found.root(right))
    made = {
        (row.relation, row.basis)
        for row in found.relations
        if (row.from_claim_id, row.to_claim_id) == ends
    }
    missed = (short(later), short(earlier)) in KNOWN_MISSES
    assert made == (set() if missed else {(entry["relation"], entry["basis"])})


def test_the_tables_name_what_is_expected() -> None:
    told = {(short(e["later"]), short(e["earlier"])) for e in EXPECTED["links"]}
    told |= {(short(e["from"]), short(e["to"])) for e in EXPECTED["relations"]}
    assert set(KNOWN_MISSES) <= told
    assert set(AS_SUGGESTION) <= {later for later, _ in told}


@pytest.mark.parametrize(("entry", "later", "earlier"), pairs("must_not_link"))
def test_what_reads_alike_is_kept_apart(
    found: Found, entry: dict[str, Any], later: dict[str, str], earlier: dict[str, str]
) -> None:
    assert decision(found, later, earlier) is Decision.NONE, entry["because"]


def test_no_link_is_made_that_nobody_expects(found: Found) -> None:
    expected = {
        (left.occurrence_id, found.root(right))
        for entry in EXPECTED["links"]
        if (left := found.claim(entry["later"])) and (right := found.claim(entry["earlier"]))
    }
    by_occurrence = {claim.occurrence_id: claim for claim in found.claims.values()}
    beyond = [
        (found.ref(later), earlier.claim.text)
        for row in found.links
        if (row.occurrence_id, row.claim_id) not in expected
        and not follows(
            found, later := by_occurrence[row.occurrence_id], earlier := found.claims[row.claim_id]
        )
    ]
    assert beyond == []


def test_no_relation_is_found_that_nobody_expects(found: Found) -> None:
    expected = {
        (found.root(left), found.root(right))
        for entry in EXPECTED["relations"]
        if (left := found.claim(entry["from"])) and (right := found.claim(entry["to"]))
    }
    beyond = [
        (
            found.ref(found.claims[row.from_claim_id]),
            row.relation,
            found.claims[row.to_claim_id].claim.text,
        )
        for row in found.relations
        if (row.from_claim_id, row.to_claim_id) not in expected
    ]
    assert beyond == []
