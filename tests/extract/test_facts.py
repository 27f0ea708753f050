"""Reported facts: what a statement's content, or the article itself, says happened."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extract.reported import PUBLISHED, event_of, figures, people, told
from tracker.extract.facts import add_facts
from tracker.model import Act, Article, Kind, Span, Statement, StatementType

TYPES = [
    ("North Korea fired two ballistic missiles on Wednesday", "missile_launch"),
    ("While Ortega was abroad, Novaria test-fired a cruise missile", "missile_launch"),
    ("the army launched what appeared to be two short-range rockets", "missile_launch"),
    ("Two projectiles were fired from the coast", "missile_launch"),
    ("Novaria conducted a test of a new ballistic missile", "missile_launch"),
    ("Novaria launched a rocket carrying a weather satellite", "satellite_launch"),
    ("Novaria put its first satellite into orbit on Monday", "satellite_launch"),
    ("Orlo failed twice in its bid to put a spy satellite into orbit", "satellite_launch_failure"),
    ("Novaria’s attempt to launch a satellite failed", "satellite_launch_failure"),
    ("President Ana Ruiz shook hands with Bo Li", "meeting"),
    ("Ana Ruiz met Bo Li in Geneva", "meeting"),
    ("Ruiz and Li met in Geneva", "meeting"),
    ("Ruiz held talks with Li on Monday", "meeting"),
    ("Defence Minister Ana Ruiz will take part in the negotiations", "meeting"),
    ("Ruiz is accompanied by senior officers, including Gen. Bo Li", "meeting"),
    ("Ruiz hosted Bo Li for talks in Orlo", "meeting"),
    ("the Novarian leader travelled overland to Russia in his train", "travel"),
    ("Ana Ruiz visited Kyiv in July", "travel"),
    ("Prime Minister Bo Li arrived in Geneva", "arrival"),
    ("Minister Ana Ruiz greeted Li when he arrived in the country", "arrival"),
    ("Guyana and Novaria signed a defence pact in Orlo", "signing"),
    ("The treaty was signed on Monday", "signing"),
    ("A magnitude 6.4 earthquake struck southern Peru", "disaster"),
    ("the ferry sank off Orlo, killing at least 24 people", "disaster"),
    ("Seventeen people were killed in the flood", "disaster"),
    ("a drone hit a bus in Orlo, wounding six people", "attack"),
    ("gunmen killed 12 soldiers in an ambush", "attack"),
    ("the army fired rockets at Orlo, killing five people", "attack"),
    ("A plane carrying 57 people crashed near Orlo", "disaster"),
    ("An explosion occurred at a chemical plant in Orlo", "disaster"),
    ("An attack took place in Orlo on Monday", "attack"),
    ("An earthquake of magnitude 6.4 struck southern Peru", "disaster"),
    ("Orlo was shelled by the Novarian army", "attack"),
    ("Seven people were shot dead in Orlo", "attack"),
    ("no casualties were reported in the strike on Orlo", "attack"),
    ("The number of people killed in the earthquake in Orlo has reached 14", "disaster"),
    ("Kim crossed the border into Russia", "travel"),
    ("Kim boarded a train and left for Vladivostok", "travel"),
    ("Ruiz landed in the southern town of Orlo", "arrival"),
    ("Ruiz was greeted by Li at the airport in Orlo", "arrival"),
    ("Orlo was unable to put a satellite into orbit", "satellite_launch_failure"),
    ("The rocket carrying a satellite exploded shortly after launch", "satellite_launch_failure"),
    ("Ruiz skipped the summit in Geneva", "meeting"),
    ("Ruiz was present at the talks in Geneva", "meeting"),
]

NO_EVENTS = [
    "The meeting at the spaceport is symbolic",
    "Ruiz is risking his displeasure by meeting Li",
    "If rocket launchers are provided to Novaria, it could matter",
    "Russia is eager for the stockpile of artillery shells",
    "the party launched a campaign against drones",
    "the club fired its coach",
    "the firm met the deadline that Congress set",
    "the talks collapsed and shares sank",
    "Ruiz signed a petition",
    "Norton returned the rights to Mr. Hurt",
    "air defences shot down 41 drones",
    "the ministry launched a missile programme",
    "for inviting him to visit Orlo",
    "no missiles were fired by Novaria",
    "Five of the dead were members of one family",
    "Ruiz went to Fox News",
    "Novaria has gone mad and everybody votes for Li",
    "they will fight terrorist cells wherever they may occur",
    "MacAllister is returning to KBX",
    "It would seal the deal for Ruiz",
    "The firm launched a satellite office in Geneva",
    "A storm of protest swept Orlo",
    "The team will meet Orlo United in the final",
    "The team arrived at a decision",
    "A drone was shot down over Orlo",
    "Somebody entered the United States in May",
    "The senator entered Congress in May",
    "90 people a day die in the floods",
    "Ruiz was absent from work",
    "She landed a role in Paris",
]


@pytest.mark.parametrize(("content", "type_"), TYPES, ids=[case[0] for case in TYPES])
def test_type_of_event(content: str, type_: str) -> None:
    event = event_of(content)
    assert event is not None
    assert event.type == type_


@pytest.mark.parametrize("content", NO_EVENTS)
def test_no_event(content: str) -> None:
    assert event_of(content) is None


PEOPLE = [
    ("While Ortega was abroad, North Korea fired two missiles", [("North Korea", "actor")]),
    ("Orlo failed twice in its bid to put a satellite into orbit", [("Orlo", "actor")]),
    ("Two missiles were fired by Novaria on Monday", [("Novaria", "actor")]),
    ("Novaria fired a missile at Sorland", [("Novaria", "actor"), ("Sorland", "target")]),
    ("President Ana Ruiz shook hands with a beaming Novarian leader Bo Li at the Orlo Cosmodrome",
     [("Ana Ruiz", "participant"), ("Bo Li", "participant")]),
    ("Ana Ruiz, the interior minister, met Bo Li, a lawyer from Orlo",
     [("Ana Ruiz", "participant"), ("Bo Li", "participant")]),
    ("Ruiz, Li and Jo Dee met in Geneva",
     [("Ruiz", "participant"), ("Li", "participant"), ("Jo Dee", "participant")]),
    ("After a stroll beside the Orlo Palace, Ruiz and Li met",
     [("Ruiz", "participant"), ("Li", "participant")]),
    ("In Geneva, Ruiz and Li met", [("Ruiz", "participant"), ("Li", "participant")]),
    ("Ruiz is accompanied by officers, including Army Marshal Pak Bo and Bureau Director Jo Dee",
     [("Ruiz", "participant"), ("Pak Bo", "participant"), ("Jo Dee", "participant")]),
    ("Sorland’s Natural Resources Minister Ana Ruiz greeted Li when he arrived in the country",
     [("Li", "actor"), ("Ana Ruiz", "participant")]),
    ("the Novarian leader travelled to Russia", [("Novarian leader", "actor")]),
    ("Kim on Wednesday travelled to Russia", [("Kim", "actor")]),
    ("Ana Ruiz boarded a train and travelled to Russia", [("Ana Ruiz", "actor")]),
    ("he travelled to Russia", []),
    ("Novaria signed a pact with Sorland",
     [("Novaria", "participant"), ("Sorland", "participant")]),
    ("The prime minister, Ana Ruiz, will travel to Kyiv", [("Ana Ruiz", "actor")]),
    ("Ruiz and her Novarian counterpart, Bo Li, met in Geneva",
     [("Ruiz", "participant"), ("Bo Li", "participant")]),
    ("A ceasefire agreement between Novaria and Sorland was signed on Monday",
     [("Novaria", "participant"), ("Sorland", "participant")]),
    ("Talks with Ruiz and Li were held in Geneva",
     [("Ruiz", "participant"), ("Li", "participant")]),
    ("Ruiz was greeted by Li when she arrived in Orlo",
     [("Ruiz", "actor"), ("Li", "participant")]),
    ("I’ve met Mr. Ruiz in Geneva", [("Ruiz", "participant")]),
    ("Ana Ruiz received the Novarian leader, Bo Li, at the Orlo Cosmodrome",
     [("Ana Ruiz", "participant"), ("Bo Li", "participant")]),
]  # fmt: skip


@pytest.mark.parametrize(("content", "expected"), PEOPLE, ids=[case[0] for case in PEOPLE])
def test_who_took_part(content: str, expected: list[tuple[str, str]]) -> None:
    assert people(event_of(content)) == expected


PLACES = [
    ("Ruiz met Li at the Orlo Cosmodrome on Wednesday", "Orlo Cosmodrome"),
    ("Ruiz travelled overland to Russia in her train", "Russia"),
    ("Ruiz visited the southern town of Orlo", "Orlo"),
    ("A quake struck towns in the Huallca valley", "Huallca valley"),
    ("Two people were killed in the flood in the eastern state of Sor", "Sor"),
    ("Novaria fired two missiles from Orlo into the Sea of Japan", "Orlo"),
    ("Novaria fired two missiles into the Sea of Japan", "Sea of Japan"),
    ("The sinking of the ferry off Port Orlo killed 31 people", "Port Orlo"),
    ("Novaria fired missiles at airfields in the South", None),
    ("Ruiz met Li on Monday", None),
    ("At least 21 people died in the flood in the western Novarian state of Sor", "Sor"),
    ("At least 21 people died in the attack in the French capital", None),
    ("Ruiz and Li signed a treaty to settle their dispute in the Orlo Sea", None),
    ("Tonight we arrived in Orlo and we went to Sor", "Orlo"),
    ("no casualties were reported in the strike on Orlo", "Orlo"),
    ("Three people were hurt in Tuesday's explosion", None),
    ("Three people were hurt in Tuesday's explosion in Orlo", "Orlo"),
    ("Three people were hurt in Orlo's worst explosion", "Orlo"),
]


@pytest.mark.parametrize(("content", "place"), PLACES, ids=[case[0] for case in PLACES])
def test_place(content: str, place: str | None) -> None:
    event = event_of(content)
    assert event is not None
    assert event.place == place


FIGURES = [
    ("North Korea fired two ballistic missiles on Wednesday",
     [("missiles", 2, 2, "ballistic missile")]),
    ("Novaria fired a missile that flew about 800 km", [("distance", 800, 800, "kilometre")]),
    ("Orlo failed twice in its bid to put a satellite into orbit", [("count", 2, 2, "time")]),
    ("the flood killed 17 people and injured 33",
     [("dead", 17, 17, "person"), ("injured", 33, 33, "person")]),
    ("At least 19 people were killed and 140 injured in the quake",
     [("dead", 19, None, "person"), ("injured", 140, 140, "person")]),
    ("31 pilgrims, among them nine children, were killed in the crash",
     [("dead", 31, 31, "pilgrim")]),
    ("22 of the 180 passengers were injured in the crash", [("injured", 22, 22, "passenger")]),
    ("The death toll in the collapse of a bridge at Orlo rose to 23 on Friday",
     [("dead", 23, 23, "person")]),
    ("The blast left 12 dead and two missing",
     [("dead", 12, 12, "person"), ("missing", 2, 2, "person")]),
    ("Nineteen people were injured in the flood and 40 were still missing",
     [("injured", 19, 19, "person"), ("missing", 40, 40, "person")]),
    ("The weapons were launched from Orlo and flew about 650 kilometres",
     [("distance", 650, 650, "kilometre")]),
    ("A magnitude 6.4 quake hit Orlo", [("magnitude", 6.4, 6.4, "magnitude")]),
    ("no casualties were reported in the strike on Orlo", [("casualties", 0, 0, "person")]),
    ("The quake caused eleven deaths and 40 injuries",
     [("dead", 11, 11, "person"), ("injured", 40, 40, "person")]),
    ("Officials put the death toll in the flood at 14", [("dead", 14, 14, "person")]),
    ("The death toll from the quake rose to 31 from 27", [("dead", 31, 31, "person")]),
    ("An avalanche in Orlo killed four climbers and injured two others",
     [("dead", 4, 4, "climber"), ("injured", 2, 2, "person")]),
    ("Floods displaced half a million people in Sor province",
     [("displaced", 500_000, 500_000, "person")]),
    ("Between 10 and 15 people were killed in the blast", [("dead", 10, 15, "person")]),
    ("Novaria fired two or three missiles", [("missiles", 2, 3, "missile")]),
    ("Novaria signed a $1.5 billion deal with Sorland", [("amount", 1.5e9, 1.5e9, "USD")]),
]  # fmt: skip


@pytest.mark.parametrize(("content", "expected"), FIGURES, ids=[case[0] for case in FIGURES])
def test_figures(
    content: str, expected: list[tuple[str, float | None, float | None, str | None]]
) -> None:
    assert figures(event_of(content)) == expected


DATES = [
    ("Novaria fired two missiles on Wednesday", "2023-09-13"),
    ("Ruiz, who visited Orlo in July, met Li on Monday", "2023-09-11"),
    ("On Monday, Ruiz met Li in Geneva", "2023-09-11"),
    ("A quake hit Orlo before dawn on Tuesday", "2023-09-12"),
    ("Ruiz will visit Kyiv on Friday", "2023-09-15"),
    ("Ruiz met Li, who was sacked in July", None),
    ("Novaria failed in May and again in August to put a satellite into orbit", None),
    ("Ruiz met Li last week, and this week with Bo Dee", "2023-09-04"),
]


@pytest.mark.parametrize(("content", "day"), DATES, ids=[case[0] for case in DATES])
def test_when(content: str, day: str | None) -> None:
    event = event_of(content)
    assert event is not None
    assert (event.when.start.isoformat() if event.when else None) == day


def test_pieces_of_a_content_are_read_together() -> None:
    event = event_of("Defence Minister Ana Ruiz", "will take part in the negotiations")
    assert people(event) == [("Ana Ruiz", "participant")]


def test_a_bare_toll_takes_its_type_from_the_lead() -> None:
    assert event_of("Nineteen people were killed") is None
    shelled = event_of("Nineteen people were killed", title="Shelling of Orlo market")
    flooded = event_of("Nineteen people were killed", title="Flood in Orlo")
    assert shelled is not None
    assert flooded is not None
    assert (shelled.type, flooded.type) == ("attack", "disaster")


ASSERTED = [
    "Orlo failed twice recently in its bid to put a spy satellite into orbit.",
    "The pair met at the Orlo Cosmodrome, a spaceport in the taiga.",
    "Ana Ruiz visited Kyiv in July.",
    "Novaria and Sorland signed a fishing treaty in Geneva on Monday.",
    "A magnitude 6.4 earthquake shook towns in southern Peru before dawn on Tuesday.",
]

NOT_ASSERTED = [
    pytest.param("Novaria fired two missiles, the army said.", id="somebody said so"),
    pytest.param("Novaria fired two missiles, the press office specified.", id="an unknown cue"),
    pytest.param("After the quake the ministry put the dead at 58.", id="somebody counts"),
    pytest.param("Novaria reportedly fired two missiles on Monday.", id="reportedly"),
    pytest.param("Did Novaria fire two missiles? Novaria fired two missiles?", id="a question"),
    pytest.param("Novaria fired two missiles", id="a headline"),
    pytest.param("Ruiz will visit Kyiv in October.", id="planned"),
    pytest.param("Ruiz may visit Kyiv in October.", id="possible"),
    pytest.param("He visited Kyiv in July with friends.", id="nobody named"),
    pytest.param("Li, who visited Kyiv in July, is ill.", id="a relative clause"),
    pytest.param("After Ruiz visited Kyiv, sales of maps rose.", id="a subordinate clause"),
    pytest.param("“Novaria fired two missiles.”", id="a quotation"),
    pytest.param("Ruiz frequently meets with Li in Geneva.", id="a habit"),
]


@pytest.mark.parametrize("sentence", ASSERTED)
def test_the_article_asserts(sentence: str) -> None:
    text = f"It rained in the north. {sentence} Nobody was there."
    (fact,) = add_facts(Article(text, published=PUBLISHED), [])
    assert fact.text(text) == sentence.rstrip(".")
    assert (fact.kind, fact.type, fact.act) == ("fact", "indirect", "speech")
    assert (fact.source, fact.cue, fact.speaker, fact.chain) == (None, None, None, ())
    assert fact.rule == "asserted fact"


@pytest.mark.parametrize("sentence", NOT_ASSERTED)
def test_the_article_does_not_assert(sentence: str) -> None:
    assert add_facts(Article(sentence, published=PUBLISHED), []) == []


def test_a_dateline_is_no_part_of_the_fact() -> None:
    text = "GENEVA, Sept 12 (Orlo Press) - Ana Ruiz met Bo Li on Monday at the lake."
    (fact,) = add_facts(Article(text, published=PUBLISHED), [])
    assert fact.text(text) == "Ana Ruiz met Bo Li on Monday at the lake"


def test_what_a_statement_covers_is_not_asserted_again() -> None:
    text = "Novaria fired two missiles on Monday. Ana Ruiz visited Kyiv in July."
    first = told(text, "Novaria fired two missiles on Monday")
    found = add_facts(Article(text, published=PUBLISHED), [first])
    assert [s.rule for s in found] == ["", "asserted fact"]


def test_parents_move_with_what_is_inserted() -> None:
    text = (
        "Ana Ruiz visited Kyiv in July. The envoy said the army claimed the bridge was open. "
        "Bo Li visited Kyiv in May."
    )
    outer = told(text, "the army claimed the bridge was open")
    inner = Statement(
        kind=Kind.CLAIM,
        type=StatementType.INDIRECT,
        act=Act.SPEECH,
        content=told(text, "the bridge was open").content,
        parent=0,
    )
    found = add_facts(Article(text, published=PUBLISHED), [outer, inner])
    assert [s.text(text) for s in found] == [
        "Ana Ruiz visited Kyiv in July",
        "the army claimed the bridge was open",
        "the bridge was open",
        "Bo Li visited Kyiv in May",
    ]
    assert [s.parent for s in found] == [None, None, 1, None]


@pytest.mark.parametrize(
    "unit", ["fired missiles ", "Ana met Bo ", "12 people, killed, ", "and A of B ", "had been "]
)
def test_time_is_linear_in_the_text(unit: str) -> None:
    text = unit * 10_000 + "."
    whole = Statement(
        kind=Kind.CLAIM, type=StatementType.INDIRECT, act=Act.SPEECH, content=(Span(0, len(text)),)
    )
    assert len(add_facts(Article(text), [whole])) >= 1
    assert len(add_facts(Article(text), [])) <= 10_000


SENTENCES = st.lists(st.sampled_from([*(case[0] for case in TYPES), *NO_EVENTS]), max_size=6)


@given(SENTENCES, st.booleans())
def test_facts_stand_in_the_text_in_order(sentences: list[str], breaks: bool) -> None:
    text = ("\n\n" if breaks else " ").join(f"{sentence}." for sentence in sentences)
    found = add_facts(Article(text, published=PUBLISHED), [])
    starts = [s.content[0].start for s in found]
    assert starts == sorted(starts)
    for statement in found:
        words = statement.text(text)
        assert words
        assert not words.endswith(".")
        assert statement.event is not None
        printed = " ".join(re.sub(r"[’']s?\b", " ", words).split()).lower()
        for quantity in statement.event.quantities:
            assert quantity.as_printed.lower() in words.lower()
        for participant in statement.event.participants:
            assert participant.agent.lower() in printed
