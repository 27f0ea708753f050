"""The sample articles and their expectations agree with each other and with the model.

These are checks of the files alone: whether the program finds what they expect
is tested elsewhere.
"""

import json
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tracker.model import (
    Act,
    ClaimRelation,
    EventType,
    HopRole,
    Kind,
    LinkRelation,
    Precision,
    Published,
    Qualifier,
    Role,
    StatementType,
)
from tracker.resources import shipped

SEEDS = shipped("seeds")
SLUGS = sorted(p.name.removesuffix(".expected.json") for p in SEEDS.glob("[0-9]*.expected.json"))
OUTLETS = {"Sample Wire", "Sample Daily", "Sample Mail", "Sample Broadcasting", "Sample Evening"}
BASES = {"number", "date", "negation", "speaker", "place"}
STATEMENT_KEYS = {
    *("kind", "type", "act", "content", "source", "cue"),
    *("speaker", "chain", "said_on", "event", "parent"),
}
QUOTATION_MARK = re.compile('[“”"‘]|’(?!\\w)')


@cache
def read(name: str) -> Any:
    return json.loads((SEEDS / name).read_text(encoding="utf-8"))


def article(slug: str) -> dict[str, str]:
    found: dict[str, str] = read(f"{slug}.json")
    return found


def statements(slug: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = read(f"{slug}.expected.json")["statements"]
    return found


def described() -> list[Any]:
    """Every expected statement as one test case, named by its article and place in it."""
    return [
        pytest.param(slug, statement, id=f"{slug}-{i}")
        for slug in SLUGS
        for i, statement in enumerate(statements(slug))
    ]


each_article = pytest.mark.parametrize("slug", SLUGS)
each_statement = pytest.mark.parametrize(("slug", "statement"), described())


def test_every_article_has_expectations_and_a_line_in_the_readme() -> None:
    articles = {p.stem for p in SEEDS.glob("[0-9]*.json") if ".expected" not in p.name}
    listed = re.findall(r"^\| `(.+?)`", Path(SEEDS / "README.md").read_text("utf-8"), re.MULTILINE)
    assert articles == set(SLUGS) == set(listed)
    assert len(SLUGS) == 12


@each_article
def test_article_is_complete(slug: str) -> None:
    found = article(slug)
    assert list(found) == ["url", "outlet", "title", "author", "published_at", "text"]
    assert found["outlet"] in OUTLETS
    published = Published.parse(found["published_at"])
    assert re.fullmatch(r"https://\w+\.example/.+", found["url"])
    assert f"{published.day:/%Y/%m/%d/}" in found["url"]
    assert 180 <= len(found["text"].split()) <= 350
    assert found["title"] not in found["text"]


@each_article
def test_article_has_enough_statements_in_text_order(slug: str) -> None:
    starts = [article(slug)["text"].index(s["content"][0]) for s in statements(slug)]
    assert len(starts) >= 5
    assert starts == sorted(starts)


@each_statement
def test_content_stands_once_with_source_and_cue_in_its_paragraph(
    slug: str, statement: dict[str, Any]
) -> None:
    text = article(slug)["text"]
    assert set(statement) == STATEMENT_KEYS
    for piece in statement["content"]:
        assert text.count(piece) == 1, piece
    paragraph = next(p for p in text.split("\n\n") if statement["content"][0] in p)
    for part in ("source", "cue"):
        assert statement[part] is None or statement[part] in paragraph


@each_statement
def test_words_are_those_of_the_model(slug: str, statement: dict[str, Any]) -> None:
    assert Act(statement["act"])
    type_, event = StatementType(statement["type"]), statement["event"]
    reported = Kind.CLAIM if type_ is StatementType.INDIRECT else Kind.QUOTE
    assert statement["kind"] == (Kind.FACT if event else reported)


@each_statement
def test_type_agrees_with_the_quotation_marks(slug: str, statement: dict[str, Any]) -> None:
    content = " ".join(statement["content"])
    inside = content[0] in '“"‘' and content[-1] in '”"’'
    expected = StatementType.MIXED if QUOTATION_MARK.search(content) else StatementType.INDIRECT
    assert statement["type"] == (StatementType.DIRECT if inside else expected)


@each_statement
def test_chain_runs_from_the_speaker_to_the_outlet(slug: str, statement: dict[str, Any]) -> None:
    outlet, chain = article(slug)["outlet"], statement["chain"]
    *before, last = chain
    assert (last["agent"], last["role"]) == (outlet, HopRole.OUTLET)
    assert outlet not in [hop["agent"] for hop in before]
    assert all((hop["position"] == 0) == (hop["role"] == HopRole.SPEAKER) for hop in before)
    positions = [0, *(hop["position"] for hop in chain)]
    assert positions == sorted(positions)
    assert set(positions) == set(range(last["position"] + 1))


@each_statement
def test_chain_begins_with_the_speaker_or_the_printed_source(
    slug: str, statement: dict[str, Any]
) -> None:
    speakers = [hop["agent"] for hop in statement["chain"] if hop["position"] == 0]
    if statement["speaker"]:
        assert speakers == [statement["speaker"]]
    elif statement["source"]:
        printed = re.sub(r"^(?:an?|the) ", "", statement["source"], flags=re.IGNORECASE)
        assert speakers == [printed]
    else:
        assert len(statement["chain"]) == 1
        assert statement["event"]


@each_article
def test_a_parent_holds_its_child(slug: str) -> None:
    found = statements(slug)
    for index, child in enumerate(found):
        if child["parent"] is not None:
            assert child["parent"] < index
            parent = found[child["parent"]]
            assert child["content"][0] in parent["content"][0]
            assert parent["speaker"] in [hop["agent"] for hop in child["chain"]]
            assert parent["parent"] is None


@each_statement
def test_dates_and_events_are_well_formed(slug: str, statement: dict[str, Any]) -> None:
    said_on, event = statement["said_on"], statement["event"]
    if said_on:
        assert date.fromisoformat(said_on["start"]) <= date.fromisoformat(said_on["end"])
        assert Precision(said_on["precision"])
    if event:
        assert EventType(event["type"])
        assert (event["start"] is None) == (event["end"] is None)
        if event["start"]:
            assert date.fromisoformat(event["start"]) <= date.fromisoformat(event["end"])
        assert event["place"] is None or event["place"] in article(slug)["text"]
        assert all(Role(p["role"]) and p["agent"] for p in event["participants"])
        check_quantities(event["quantities"])


def check_quantities(quantities: list[dict[str, Any]]) -> None:
    for quantity in quantities:
        qualifier = Qualifier(quantity["qualifier"])
        low, high = quantity["min"], quantity["max"]
        assert (high is None) == (qualifier is Qualifier.AT_LEAST)
        assert (low is None) == (qualifier is Qualifier.AT_MOST)
        assert low is None or high is None or low <= high
        assert quantity["property"]


def referred(reference: dict[str, str]) -> list[int]:
    """Return the indices of the expected statements that a reference names."""
    return [
        i
        for i, statement in enumerate(statements(reference["article"]))
        if statement["content"][0].startswith(reference["content"])
    ]


def pairs(section: str, left: str, right: str) -> Iterator[Any]:
    for i, entry in enumerate(read("expected-links.json")[section]):
        yield pytest.param(entry, entry[left], entry[right], id=f"{section}-{i}")


PAIRS = [
    *pairs("links", "later", "earlier"),
    *pairs("relations", "from", "to"),
    *pairs("must_not_link", "later", "earlier"),
]


@pytest.mark.parametrize(("entry", "later", "earlier"), PAIRS)
def test_a_pair_names_two_statements_the_later_first(
    entry: dict[str, Any], later: dict[str, str], earlier: dict[str, str]
) -> None:
    assert len(referred(later)) == len(referred(earlier)) == 1
    assert later != earlier
    if later["article"] != earlier["article"]:
        left, right = (
            Published.parse(article(r["article"])["published_at"]) for r in (later, earlier)
        )
        assert right.end < left.start


def test_relations_are_those_of_the_model() -> None:
    expected = read("expected-links.json")
    assert {LinkRelation(entry["relation"]) for entry in expected["links"]} == set(LinkRelation)
    for entry in expected["relations"]:
        assert ClaimRelation(entry["relation"])
        assert entry["basis"] in BASES


def test_no_pair_is_both_linked_and_kept_apart() -> None:
    expected = read("expected-links.json")
    linked, apart = (
        {json.dumps([entry["later"], entry["earlier"]]) for entry in expected[section]}
        for section in ("links", "must_not_link")
    )
    assert linked.isdisjoint(apart)
    assert len(linked) == len(expected["links"])
    assert len(apart) == len(expected["must_not_link"])
