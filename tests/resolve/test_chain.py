"""Chains, participants and the agents of an article."""

from dataclasses import replace

import pytest

from tests.resolve.helpers import say
from tracker.model import (
    AgentKind,
    Article,
    Event,
    EventType,
    HopRole,
    Occupancy,
    Participant,
    Role,
    Statement,
)
from tracker.resolve import resolve


def chains(article: Article, *statements: Statement) -> list[list[tuple[int, str, str]]]:
    resolved = resolve(article, statements).statements
    return [[(h.position, h.agent, h.role.value) for h in s.chain] for s in resolved]


def test_speaker_relays_outlet_in_order() -> None:
    text = "The road is open, Ruth Oduya said, Nord Wire and Sud Wire reported."
    statement = say(
        text, "The road is open", "Ruth Oduya", cue="said", relays=("Nord Wire", "Sud Wire")
    )
    assert chains(Article(text, outlet="Daily"), statement) == [
        [
            (0, "Ruth Oduya", "speaker"),
            (1, "Nord Wire", "relay"),
            (1, "Sud Wire", "relay"),
            (2, "Daily", "outlet"),
        ]
    ]


def test_interview_relay_holds_for_the_interview() -> None:
    text = (
        "“It is late,” Ruth Oduya told ABX. “Very late.”\n\nThe road is open, she said.\n\n"
        "It was icy, she told reporters later. It is warm, she said."
    )
    statements = [
        say(text, "“It is late,”", "Ruth Oduya", cue="told", relays=("ABX",)),
        say(text, "“Very late.”", rule="continuation"),
        say(text, "The road is open", ("she", 0), cue="said"),
        say(text, "It was icy", ("she", 1), cue="told"),
        say(text, "It is warm", ("she", 2), cue="said"),
    ]
    assert [
        [a for _, a, role in c if role == "relay"] for c in chains(Article(text), *statements)
    ] == [["ABX"], ["ABX"], ["ABX"], [], []]


def test_report_relay_holds_for_its_statement_only() -> None:
    text = "It is late, Ruth Oduya said, ABX reported. It is cold, Oduya said."
    statements = [
        say(text, "It is late", "Ruth Oduya", cue="said", relays=("ABX",)),
        say(text, "It is cold", ("Oduya", 1), cue="said"),
    ]
    assert [len(c) for c in chains(Article(text), *statements)] == [2, 1]


def test_relay_is_spelled_out_where_the_article_does_and_not_elsewhere() -> None:
    text = (
        "It is late, Ruth Oduya told the Western News Agency (WNA). "
        "It is cold, Peter Lind told WNA. Dry, Ana Roe told ABX."
    )
    statements = [
        say(text, "It is cold", "Peter Lind", cue="told", relays=("WNA",)),
        say(text, "Dry", "Ana Roe", cue="told", relays=("ABX",)),
    ]
    assert [c[1][1] for c in chains(Article(text), *statements)] == ["Western News Agency", "ABX"]


def test_relay_equal_to_speaker_or_outlet_is_not_repeated() -> None:
    text = "Rain fell, the Western News Agency said, Western News Agency reported."
    statement = say(
        text, "Rain fell", "the Western News Agency", cue="said", relays=("Western News Agency",)
    )
    assert chains(Article(text, outlet="Western News Agency"), statement) == [
        [(0, "Western News Agency", "speaker")]
    ]


def test_outlet_told_in_its_own_article_is_no_relay() -> None:
    text = "“It is late,” Ruth Oduya told the Daily Horn. It is cold, she said."
    statements = [
        say(text, "“It is late,”", "Ruth Oduya", cue="told", relays=("the Daily Horn",)),
        say(text, "It is cold", "she", cue="said"),
    ]
    assert (
        chains(Article(text, outlet="Daily Horn"), *statements)
        == [[(0, "Ruth Oduya", "speaker"), (1, "Daily Horn", "outlet")]] * 2
    )


RELAYS = [
    ("state news agency ABX", "state news agency ABX", "ABX"),
    ("the state news agency, Tovnews", "the state news agency", "Tovnews"),
    ("Tovnews, the state agency", "Tovnews, the state agency", "Tovnews"),
    ("the Tovnews news agency", "the Tovnews news agency", "Tovnews"),
    ("the newspaper", "the newspaper", "newspaper"),
]


@pytest.mark.parametrize(("printed", "relay", "name"), RELAYS, ids=[r[0] for r in RELAYS])
def test_relay_is_read_as_a_source_is(printed: str, relay: str, name: str) -> None:
    text = f"It is late, Ruth Oduya told {printed}."
    statement = say(text, "It is late", "Ruth Oduya", cue="told", relays=(relay,))
    assert [c[1][1] for c in chains(Article(text), statement)] == [name]


def test_nested_statement_comes_through_who_reports_it() -> None:
    text = "Ruth Oduya said a sailor told her the road was shut, ABX reported."
    statements = [
        say(text, "a sailor told her the road was shut", "Ruth Oduya", cue="said", relays=("ABX",)),
        say(text, "the road was shut", "a sailor", cue="told", parent=0),
    ]
    assert chains(Article(text, outlet="Daily"), *statements)[1] == [
        (0, "sailor", "speaker"),
        (1, "Ruth Oduya", "relay"),
        (2, "ABX", "relay"),
        (3, "Daily", "outlet"),
    ]


def test_what_a_speaker_says_of_himself_has_no_relay() -> None:
    text = "“I hope the road is open,” Ruth Oduya said."
    statements = [
        say(text, "“I hope the road is open,”", "Ruth Oduya", cue="said"),
        say(text, "the road is open", "I", cue="hope", parent=0),
    ]
    assert [len(c) for c in chains(Article(text), *statements)] == [1, 1]


def test_unnamed_source_is_kept_in_the_chain() -> None:
    text = "Rain will fall, the experts said."
    (resolved,) = resolve(Article(text), [say(text, "Rain will fall", "the experts")]).statements
    assert resolved.speaker is None
    assert [(h.agent, h.kind, h.role) for h in resolved.chain] == [
        ("experts", AgentKind.UNNAMED, HopRole.SPEAKER)
    ]


def test_asserted_fact_has_only_the_outlet() -> None:
    text = "Rain fell."
    assert chains(Article(text, outlet="Daily"), say(text, "Rain fell", rule="asserted fact")) == [
        [(1, "Daily", "outlet")]
    ]


def test_participants_get_their_fullest_names() -> None:
    text = (
        "Norwegian leader Piet Aaker met Ruth Oduya. "
        "Oslo sent the Norwegian leader, Oduya and the pair."
    )
    event = Event(
        EventType.MEETING,
        participants=tuple(
            Participant(p, Role.PARTICIPANT)
            for p in ("Oslo", "the Norwegian leader", "Oduya", "the pair")
        ),
    )
    statement = replace(say(text, "Oslo sent"), event=event)
    result = resolve(Article(text), [statement])
    resolved = result.statements[0].event
    assert resolved is not None
    assert [p.agent for p in resolved.participants] == [
        "Norway",
        "Piet Aaker",
        "Ruth Oduya",
        "pair",
    ]
    assert {"Norway", "Piet Aaker", "Ruth Oduya"} <= {a.name for a in result.agents}


def test_agents_carry_kind_aliases_and_occupancies() -> None:
    text = "Rain fell, Piet Aaker’s press secretary Ruth Oduya told ABX. It is cold, Oduya said."
    statements = [
        say(
            text,
            "Rain fell",
            "Piet Aaker’s press secretary Ruth Oduya",
            cue="told",
            relays=("ABX",),
        ),
        say(text, "It is cold", ("Oduya", 1), cue="said"),
    ]
    agents = {a.name: a for a in resolve(Article(text), statements).agents}
    assert agents["Ruth Oduya"].kind is AgentKind.PERSON
    assert agents["Ruth Oduya"].aliases == ("Oduya",)
    assert agents["Ruth Oduya"].occupancies == (Occupancy("press secretary", "Piet Aaker"),)
    assert agents["ABX"].kind is AgentKind.ORGANIZATION
