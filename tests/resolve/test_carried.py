"""Who first carried a statement, as far as its own article tells."""

import pytest

from tracker.extract import extract
from tracker.model import Article
from tracker.resolve import Basis, first_carried, is_one_outlet, resolve

QUOTE = "“The bridge at Elm Ford stays shut until the river falls,”"


def carried(lead: str, outlet: str | None = "Valley Post", url: str | None = None) -> str:
    """The basis and origins of the quotation of an article, "" where they are not known."""
    article = Article(f"{lead}\n\nThe river rose again in the night.", url=url, outlet=outlet)
    statements = resolve(article, extract(article)).statements
    (statement,) = [s for s in statements if article.text[s.content[0].start] == "“"]
    found = first_carried(article, statement)
    if found is None:
        return ""
    return f"{found.basis}: {'; '.join(' / '.join(names) for names in found.origins)}"


CARRIED = {
    "nothing told": (f"{QUOTE} Mara Voss said.", ""),
    "to reporters": (f"{QUOTE} Mara Voss told reporters on Monday.", ""),
    "a relay": (f"{QUOTE} Mara Voss said, the Marnews agency reported.", "chain: Marnews"),
    "two relays": (
        f"{QUOTE} Mara Voss said, RIA Novosti and TASS reported.",
        "chain: RIA Novosti; TASS",
    ),
    "told another": (f"{QUOTE} Mara Voss told the BBC.", "chain: BBC"),
    "a dateline": (f"ELM FORD (Reuters) - {QUOTE} Mara Voss said.", "chain: Reuters"),
    "a joint dateline": (f"ELM FORD (AFP/AP) - {QUOTE} Mara Voss said.", "chain: AFP / AP"),
    "told the outlet": (f"{QUOTE} Mara Voss told the Valley Post.", "own: Valley Post"),
    "told us": (f"{QUOTE} Mara Voss told us on Monday.", "own: Valley Post"),
    "told this newspaper": (f"{QUOTE} Mara Voss told this newspaper.", "own: Valley Post"),
    "in an interview": (
        f"In an interview with the Valley Post, Mara Voss said: {QUOTE[:-2]}.”",
        "own: Valley Post",
    ),
    "an unnamed relay": (f"{QUOTE} Mara Voss said, local media reported.", ""),
    "a written statement": (f"{QUOTE} Mara Voss said in a statement.", "statement: Mara Voss"),
    "a post": (f"{QUOTE} Mara Voss wrote on Telegram.", "statement: Mara Voss"),
    "a statement first": (
        f"In a statement on Monday, Mara Voss said: {QUOTE[:-2]}.”",
        "statement: Mara Voss",
    ),
    "a statement between": (
        f"Mara Voss, in a statement, said: {QUOTE[:-2]}.”",
        "statement: Mara Voss",
    ),
    "a tweet": (f"{QUOTE} Mara Voss tweeted.", "statement: Mara Voss"),
    "somebody else's statement": (
        f"{QUOTE} Mara Voss said, a day after drivers complained in a statement.",
        "",
    ),
    "somebody else's interview": (
        f"{QUOTE} Mara Voss said, although her deputy told this newspaper otherwise.",
        "",
    ),
    "speaking to us": (
        f"{QUOTE} Mara Voss said, speaking to the Valley Post.",
        "own: Valley Post",
    ),
    "a post that is an office": (f"{QUOTE} said Mara Voss, who is in her second post.", ""),
    "a loss that is posted": (f"{QUOTE} said Mara Voss of Elm Rail, which posted a loss.", ""),
    "on her site": (f"{QUOTE} Mara Voss said on her website.", "statement: Mara Voss"),
}


@pytest.mark.parametrize(("lead", "expected"), CARRIED.values(), ids=CARRIED)
def test_first_carried(lead: str, expected: str) -> None:
    assert carried(lead) == expected


OUTLETS = {
    "an agency": ("Reuters", None, "own: Reuters"),
    "an agency by its noun": ("Elm News Agency", None, "own: Elm News Agency"),
    "the speaker": ("Mara Voss", None, "own: Mara Voss"),
    "an office": ("Ministry of Transport", None, "own: Ministry of Transport"),
    "a paper named like an office": ("Parliament Gazette", None, ""),
    "an office by its address": ("Roads", "https://roads.gov.uk/1", "own: Roads"),
    "no outlet": (None, None, ""),
}


@pytest.mark.parametrize(("outlet", "url", "expected"), OUTLETS.values(), ids=OUTLETS)
def test_an_outlet_that_speaks_for_itself(
    outlet: str | None, url: str | None, expected: str
) -> None:
    assert carried(f"{QUOTE} Mara Voss said.", outlet, url) == expected


def test_words_inside_the_quotation_tell_nothing_of_its_origin() -> None:
    assert carried("“He told us that the bridge stays shut,” Mara Voss said.") == ""


def test_the_employer_of_the_speaker_publishes_for_her() -> None:
    lead = f"{QUOTE} said Mara Voss, the director of Elm Rivers Trust."
    article = Article(lead, outlet="Elm Rivers Trust")
    resolved = resolve(article, extract(article))
    (voss,) = [agent for agent in resolved.agents if agent.name == "Mara Voss"]
    found = first_carried(article, resolved.statements[0], positions=voss.occupancies)
    assert found is not None
    assert (found.origins, found.basis) == ((("Elm Rivers Trust",),), Basis.OWN)


NAMES = {
    "alike": ("The Valley Post", "valley post", True),
    "with news": ("BBC", "BBC News", True),
    "by initials": ("AP", "Associated Press", True),
    "a person with its initials": ("AP", "Ada Prior", False),
    "a broadcaster by initials": ("BBC", "British Broadcasting Corporation", True),
    "another paper": ("The Times", "Times of Elm", False),
    "another of its kind": ("Valley Post", "Valley Mail", False),
}


@pytest.mark.parametrize(("left", "right", "one"), NAMES.values(), ids=NAMES)
def test_is_one_outlet_either_way_round(left: str, right: str, one: bool) -> None:
    assert is_one_outlet(left, right) is one
    assert is_one_outlet(right, left) is one
