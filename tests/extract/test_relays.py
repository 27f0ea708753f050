"""Relays: who carried a statement on, and in which order."""

import pytest

from tests.extract.readings import read
from tracker.extract import extract
from tracker.model import AgentKind, Article


@pytest.mark.parametrize(
    ("text", "source", "relays"),
    [
        pytest.param(
            "The port is shut, Mr Vane said, Radio Marlow and KNA reported.",
            "Mr Vane",
            ((1, "Radio Marlow"), (1, "KNA")),
            id="parallel, behind",
        ),
        pytest.param(
            "The crew votes on Friday about pay, said its leader, Ada Cho, state radio reported.",
            "its leader, Ada Cho",
            ((1, "state radio"),),
            id="behind a cue before its speaker",
        ),
        pytest.param(
            "Mr Vane said the port was shut, Vesti and KNA reported.",
            "Mr Vane",
            ((1, "Vesti"), (1, "KNA")),
            id="a name joined to an agency",
        ),
        pytest.param(
            "Mr Vane said the port was shut, the KNA news agency reported.",
            "Mr Vane",
            ((1, "KNA news agency"),),
            id="behind a cue that comes first",
        ),
        pytest.param(
            "“It is shut,” Mr Vane told KNA.", "Mr Vane", ((1, "KNA"),), id="told an outlet"
        ),
        pytest.param(
            "Mr Vane told the Marlow Gazette on Monday that it was shut.",
            "Mr Vane",
            ((1, "Marlow Gazette"),),
            id="told, with a date",
        ),
        pytest.param(
            "Mr Vane told reporters that it was shut.", "Mr Vane", (), id="told reporters"
        ),
        pytest.param(
            "“It is shut,” Mr Vane said, as quoted by Sevinform.",
            "Mr Vane",
            ((1, "Sevinform"),),
            id="as quoted by an unknown name",
        ),
        pytest.param(
            "The port is shut, Mr Vane said, as reported by the daily Orlo.",
            "Mr Vane",
            ((1, "daily Orlo"),),
            id="as reported by",
        ),
        pytest.param(
            "According to the Marlow Post, citing two officials, the port is shut.",
            "two officials",
            ((1, "Marlow Post"),),
            id="according to an outlet that cites",
        ),
        pytest.param(
            "“We see no threat,” Mr Vane was quoted by Sevinform as saying on Friday.",
            "Mr Vane",
            ((1, "Sevinform"),),
            id="quoted as saying on a day",
        ),
        pytest.param(
            "KNA also reported that it was shut, citing two officials who asked not to be named.",
            "two officials who asked not to be named",
            ((1, "KNA"),),
            id="citing with a relative",
        ),
        pytest.param(
            "According to KNA, quoting a customs officer, 40 ships wait.",
            "a customs officer",
            ((1, "KNA"),),
            id="according to an outlet that quotes, a figure behind",
        ),
        pytest.param(
            "In an interview with Radio Marlow, Mr Vane said it was shut.",
            "Mr Vane",
            ((1, "Radio Marlow"),),
            id="interview",
        ),
        pytest.param(
            "Radio Marlow reported that it was shut, citing two officials.",
            "two officials",
            ((1, "Radio Marlow"),),
            id="citing",
        ),
        pytest.param(
            "Radio Marlow quoted Mr Vane as saying it was shut.",
            "Mr Vane",
            ((1, "Radio Marlow"),),
            id="quoted as saying",
        ),
    ],
)
def test_relays(text: str, source: str, relays: tuple[tuple[int, str], ...]) -> None:
    found = read(text)
    assert [(one.source, one.relays) for one in found] == [(source, relays)]


def test_told_and_carried_stand_in_order() -> None:
    found = read("“It is shut,” Mr Vane told KNA, Radio Marlow reported.")
    assert found[0].relays == ((1, "KNA"), (2, "Radio Marlow"))


def test_a_person_behind_makes_a_statement_of_their_own() -> None:
    found = read("Mr Vane said the port was shut, his spokesman confirmed.")
    assert [(one.source, one.parent) for one in found] == [("his spokesman", None), ("Mr Vane", 0)]


def gives(text: str, source: str | None, *relays: tuple[int, str], id: str) -> object:
    return pytest.param(text, source, relays, id=id)


@pytest.mark.parametrize(
    ("text", "source", "relays"),
    [
        gives(
            "“No,” Mr Vane told KNA and the Marlow Gazette.",
            "Mr Vane",
            (1, "KNA"),
            (1, "Marlow Gazette"),
            id="told two",
        ),
        gives(
            "“No,” Mr Vane told the Marlow Gazette afterwards.",
            "Mr Vane",
            (1, "Marlow Gazette"),
            id="told, adverb behind",
        ),
        gives(
            "Mr Vane assured the daily Marlow Argus that it was shut.",
            "Mr Vane",
            (1, "daily Marlow Argus"),
            id="assured",
        ),
        gives(
            "“No,” Mr Vane explained to Radio Marlow.",
            "Mr Vane",
            (1, "Radio Marlow"),
            id="explained to",
        ),
        gives(
            "To Radio Marlow, Mr Vane explained that it was shut.",
            "Mr Vane",
            (1, "Radio Marlow"),
            id="to, in front",
        ),
        gives("“No,” Mr Vane said on Radio Marlow.", "Mr Vane", (1, "Radio Marlow"), id="on air"),
        gives(
            "Speaking to Radio Marlow, Mr Vane said it was shut.",
            "Mr Vane",
            (1, "Radio Marlow"),
            id="speaking to",
        ),
        gives(
            "“No,” Mr Vane said in an MNTV interview.",
            "Mr Vane",
            (1, "MNTV"),
            id="an outlet's interview",
        ),
        gives("“No,” Mr Vane said in a radio interview.", "Mr Vane", id="some radio interview"),
        gives(
            "“No,” said Mr Vane in a statement carried by the KNA news agency.",
            "Mr Vane",
            (1, "KNA news agency"),
            id="carried by",
        ),
        gives(
            "“No,” Mr Vane said in remarks broadcast by state television.",
            "Mr Vane",
            (1, "state television"),
            id="broadcast by",
        ),
        gives(
            "Mr Vane, quoted by the Marlow Gazette, said it was shut.",
            "Mr Vane, quoted by the Marlow Gazette",
            (1, "Marlow Gazette"),
            id="quoted by",
        ),
        gives(
            "“No,” Mr Vane was quoted by KNA as saying.", "Mr Vane", (1, "KNA"), id="was quoted by"
        ),
        gives(
            "Mr Vane said via the KNA agency that it was shut.",
            "Mr Vane",
            (1, "KNA agency"),
            id="via",
        ),
        gives(
            "Mr Vane said through his lawyer that it was shut.",
            "Mr Vane",
            (1, "his lawyer"),
            id="through a lawyer",
        ),
        gives(
            "Mr Vane said in a statement issued by his office that it was shut.",
            "Mr Vane",
            (1, "his office"),
            id="issued by an office",
        ),
        gives(
            "The ministry said in a letter obtained by the Marlow Post that it was shut.",
            "The ministry",
            (1, "Marlow Post"),
            id="letter obtained by",
        ),
        gives(
            "A report by the ministry seen by KNA said it was shut.",
            "A report by the ministry seen by KNA",
            (1, "KNA"),
            id="report seen by",
        ),
        gives(
            "Minutes published by the bank showed it was shut.",
            "Minutes published by the bank",
            id="published by its maker",
        ),
        gives(
            "It was shut, according to a report in the Marlow Gazette.",
            "a report in the Marlow Gazette",
            (1, "Marlow Gazette"),
            id="report in",
        ),
        gives(
            "“No,” Mr Vane said, according to a transcript obtained by the Marlow Gazette.",
            "Mr Vane",
            (1, "Marlow Gazette"),
            id="document folded into its carrier",
        ),
        gives(
            "Mr Vane said it was shut, according to KNA and Radio Marlow.",
            "Mr Vane",
            (1, "KNA"),
            (1, "Radio Marlow"),
            id="according to two",
        ),
        gives(
            "Radio Marlow reported last week, citing unnamed workers, that it was shut.",
            "unnamed workers",
            (1, "Radio Marlow"),
            id="citing plain nouns",
        ),
        gives(
            "Radio Marlow cited Mr Vane as saying it was shut.",
            "Mr Vane",
            (1, "Radio Marlow"),
            id="cited as saying",
        ),
        gives(
            "The agency quoted her brother as saying it was shut.",
            "her brother",
            (1, "agency"),
            id="a person without a name speaks",
        ),
        gives("Mr Vane told the court that it was shut.", "Mr Vane", id="told the court"),
        gives("Mr Vane told parliament that it was shut.", "Mr Vane", id="told parliament"),
        gives("Mr Vane told NATO that it was shut.", "Mr Vane", id="told a body of capitals"),
        gives("“No,” Mr Vane told us.", "Mr Vane", id="told the article's own outlet"),
        gives("“No,” Mr Vane told this newspaper.", "Mr Vane", id="told this newspaper"),
        gives(
            "“No,” said Mr Vane. The port was bought through a broker.",
            "Mr Vane",
            id="through, elsewhere",
        ),
    ],
)
def test_phrases_that_carry(
    text: str, source: str | None, relays: tuple[tuple[int, str], ...]
) -> None:
    found = read(text)
    assert [(one.source, one.relays) for one in found] == [(source, relays)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Mr Vane said the port was shut, in an interview with KNA.", "the port was shut"),
        (
            "Mr Vane said " + "the port was shut and " * 8 + "dry, in an interview with KNA.",
            "the port was shut and " * 8 + "dry",
        ),
        ("Mr Vane called for “a pause”, the Marlow news agency reports.", "“a pause”"),
    ],
    ids=["interview", "interview, far from the cue", "reports"],
)
def test_a_carrier_is_cut_off_the_content(text: str, content: str) -> None:
    (found,) = read(text)
    assert found.content == content
    assert len(found.relays) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Mr Vane told a daily briefing that it was shut.",
        "To show support, Mr Vane said it was shut.",
    ],
    ids=["daily briefing", "to show"],
)
def test_words_that_only_look_like_outlets(text: str) -> None:
    assert [one.relays for one in read(text)] == [()]


def test_an_editor_speaks_for_herself() -> None:
    found = read("“No,” Mr Vane had said, said Ann Lee, the editor of the Marlow magazine.")
    assert "Ann Lee, the editor of the Marlow magazine" in {one.source for one in found}


def test_what_somebody_wrote_citing_a_rule_stays_theirs() -> None:
    (found,) = read("“The port is shut,” Mr Vane wrote, citing precedent.")
    assert (found.source, found.relays) == ("Mr Vane", ())


def test_source_with_a_relative_behind_its_cue() -> None:
    (found,) = read("The port is shut, said one official, who asked not to be named.")
    assert found.source == "one official, who asked not to be named"


def test_an_interview_within_the_content_is_no_relay() -> None:
    text = "Mr Vane said the mayor had lied in an interview with KNA on Friday."
    assert read(text)[0].relays == ()


def test_told_stands_before_what_quoted_it() -> None:
    found = read("“No,” Mr Vane told KNA in remarks carried by Radio Marlow, state media reported.")
    assert found[0].relays == ((1, "KNA"), (2, "Radio Marlow"), (3, "state media"))


def test_cue_and_span_point_at_the_words() -> None:
    text = "“No,” Mr Vane said in a statement carried by the KNA agency."
    (hop,) = extract(Article(text))[0].chain
    assert hop.cue is not None
    assert hop.span is not None
    assert (hop.cue.of(text), hop.span.of(text)) == ("carried by", "KNA agency")


@pytest.mark.parametrize("name", ["Austral", "the Beacon"])
def test_a_bare_name_that_was_told_is_left_to_the_whole_article(name: str) -> None:
    (hop,) = extract(Article(f"“No,” Mr Vane told {name}."))[0].chain
    assert hop.kind is AgentKind.GROUP
