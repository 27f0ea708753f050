"""Chains, participants and the agents of an article."""

from dataclasses import replace

import pytest

from tests.resolve.helpers import say
from tracker.extract import extract
from tracker.model import (
    AgentKind,
    Article,
    Event,
    EventType,
    HopRole,
    Occupancy,
    Participant,
    Role,
    SourceType,
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


def test_interview_relay_ends_where_somebody_else_speaks() -> None:
    text = (
        "“It is late,” Ruth Oduya told ABX. The road is open, she said.\n\n"
        "It is closed, Peter Lind said.\n\nIt was icy, Oduya said."
    )
    statements = [
        say(text, "“It is late,”", "Ruth Oduya", cue="told", relays=("ABX",)),
        say(text, "The road is open", ("she", 0), cue="said"),
        say(text, "It is closed", "Peter Lind", cue="said"),
        say(text, "It was icy", ("Oduya", 1), cue="said"),
    ]
    assert [
        [a for _, a, role in c if role == "relay"] for c in chains(Article(text), *statements)
    ] == [["ABX"], ["ABX"], [], []]


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


def read_chains(text: str, **given: str) -> list[list[tuple[int, str]]]:
    """Return the chains of a text's attributed statements as extraction hands them over."""
    article = Article(text, **given)
    resolved = resolve(article, extract(article)).statements
    return [[(h.position, h.agent) for h in s.chain] for s in resolved if s.cue]


def test_agency_of_a_dateline_carries_every_statement() -> None:
    text = (
        "TARROW, May 2 (Nord Wire) - The road is open, Ruth Oduya told ABX. "
        "It is cold up there, Oduya said."
    )
    assert (
        read_chains(text, outlet="Daily Horn")
        == [[(0, "Ruth Oduya"), (1, "ABX"), (2, "Nord Wire"), (3, "Daily Horn")]] * 2
    )


def test_agency_is_not_repeated_where_the_chain_has_it() -> None:
    text = (
        "TARROW (KNA) - The road is open, Ruth Oduya told KNA.\n\n"
        "Snow fell in the hills, KNA said. It fell in two towns, it said."
    )
    assert read_chains(text, outlet="Daily Horn")[:2] == [
        [(0, "Ruth Oduya"), (1, "KNA"), (2, "Daily Horn")],
        [(0, "KNA"), (1, "Daily Horn")],
    ]


@pytest.mark.parametrize("outlet", ["Nord Wire", "Nord Wire Online"])
def test_agency_that_prints_itself_is_the_outlet_alone(outlet: str) -> None:
    text = "TARROW (Nord Wire) - The road is open, Ruth Oduya said."
    assert read_chains(text, outlet=outlet) == [[(0, "Ruth Oduya"), (1, outlet)]]


def test_initials_of_a_person_are_no_agency() -> None:
    text = "TARROW (AP) - The road is open, Ann Porter said."
    assert read_chains(text) == [[(0, "Ann Porter"), (1, "AP")]]


def test_agency_carries_what_the_article_itself_asserts() -> None:
    text = "TARROW (Nord Wire) - Rain fell."
    assert chains(Article(text, outlet="Daily"), say(text, "Rain fell", rule="asserted fact")) == [
        [(1, "Nord Wire", "relay"), (2, "Daily", "outlet")]
    ]


def test_inputs_from_an_agency_are_in_no_chain() -> None:
    text = "The road is open, Ruth Oduya said.\n\n(With inputs from ABX)"
    assert read_chains(text, outlet="Daily") == [[(0, "Ruth Oduya"), (1, "Daily")]]


TOLD = [
    ("Ruth Oduya said it was late. “Very late,” she told Austral.", ["Austral"]),
    ("Ruth Oduya said it was late. “Very late,” she told Congress.", []),
    ("Ruth Oduya said it was late. “Very late,” she told Norway.", []),
    ("Ruth Oduya met Piet Aaker. “Very late,” she told Aaker.", []),
    ("Ruth Oduya said it was late. “Very late,” she told Peter.", []),
    ("Ruth Oduya said it was late. “Very late,” she told Democrats.", []),
    (
        "TARROW (Senate News) - Ruth Oduya met Piet Aaker. “Very late,” she told Marnews.",
        ["Marnews", "Senate News"],
    ),
]


@pytest.mark.parametrize(("text", "relays"), TOLD, ids=[text.rsplit(" ", 1)[1] for text, _ in TOLD])
def test_a_bare_name_is_an_outlet_where_the_article_knows_nobody_of_it(
    text: str, relays: list[str]
) -> None:
    assert [agent for _, agent in read_chains(text)[-1][1:]] == relays


def test_the_paper_takes_up_the_only_outlet_before_it() -> None:
    text = "“It is late,” Ruth Oduya told the Marlow Gazette. “Snow,” Piet Aaker told the paper."
    assert [c[1][1] for c in read_chains(text)] == ["Marlow Gazette", "Marlow Gazette"]


def test_the_paper_is_nobody_after_two_outlets() -> None:
    text = (
        "“It is late,” Ruth Oduya told the Marlow Gazette. “Yes,” Ann Roe told Radio Marlow. "
        "“It is going to snow,” Piet Aaker told the paper."
    )
    article = Article(text)
    hop = resolve(article, extract(article)).statements[-1].chain[1]
    assert (hop.agent, hop.kind, hop.source_type) == ("paper", AgentKind.UNNAMED, None)


def test_a_person_who_speaks_for_another_is_a_relay() -> None:
    text = "The ministry said through spokesman Piet Aaker that the road was open."
    article = Article(text)
    hop = resolve(article, extract(article)).statements[0].chain[1]
    assert (hop.agent, hop.kind, hop.role) == ("Piet Aaker", AgentKind.PERSON, HopRole.RELAY)


def test_what_was_explained_to_an_outlet_is_an_interview() -> None:
    text = "“It is late,” Ruth Oduya explained to Radio Marlow. It is cold up there, Oduya said."
    assert [c[1:] for c in read_chains(text)] == [[(1, "Radio Marlow")]] * 2


def test_who_asks_on_the_air_is_a_person() -> None:
    text = "“It is late,” Ruth Oduya told podcaster Peter Lind."
    article = Article(text)
    hop = resolve(article, extract(article)).statements[0].chain[1]
    assert (hop.agent, hop.kind) == ("Peter Lind", AgentKind.PERSON)


def test_unnamed_sources_and_relays_have_a_type_and_a_ground() -> None:
    text = (
        "The road is open, said one official, who asked not to be named because the plan "
        "is secret. “It is late,” Ruth Oduya said, in a note issued by her spokesman."
    )
    article = Article(text)
    first, second = resolve(article, extract(article)).statements
    assert (first.chain[0].source_type, first.chain[0].ground) == (
        SourceType.OFFICIAL,
        "who asked not to be named because the plan is secret",
    )
    assert (second.chain[0].source_type, second.chain[0].ground) == (None, None)
    assert second.chain[1].source_type is SourceType.OFFICIAL
