"""Papers, agencies and police forces are bodies, also where a person could bear their last word."""

import pytest

from tracker.extract import extract
from tracker.model import AgentKind, Article
from tracker.resolve import resolve


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Sample Evening said", AgentKind.ORGANIZATION),
        ("The Brask Evening said", AgentKind.ORGANIZATION),
        ("Baltic Echo said", AgentKind.ORGANIZATION),
        ("Lakeside Weekly said", AgentKind.ORGANIZATION),
        ("Brask Tribune said", AgentKind.ORGANIZATION),
        ("Omroep Delta said", AgentKind.ORGANIZATION),
        ("Brask Police said", AgentKind.ORGANIZATION),
        ("Marlow Post said", AgentKind.ORGANIZATION),
        ("Marlow Post, a carpenter, said", AgentKind.PERSON),
        ("Ada Post said", AgentKind.PERSON),
        ("Ines Press said", AgentKind.PERSON),
        ("Rivka Sun said", AgentKind.PERSON),
        ("Anna Standard said", AgentKind.PERSON),
        ("Police said", AgentKind.UNNAMED),
        ("Two Brask Police said", AgentKind.UNNAMED),
        ("Brask residents said", AgentKind.UNNAMED),
    ],
)
def test_kind_of_a_name(text: str, kind: AgentKind) -> None:
    article = Article(f"{text} the bridge was closed.")
    (statement,) = resolve(article, extract(article)).statements
    assert statement.chain[0].kind is kind


def test_a_carpenter_of_that_name_is_named_by_it_alone() -> None:
    article = Article("Marlow Post, a carpenter, said the bridge was shut. “It is old,” Post said.")
    found = resolve(article, extract(article)).statements
    assert [one.speaker for one in found] == ["Marlow Post", "Marlow Post"]
