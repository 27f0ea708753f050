"""Where the words of one version stand in the next."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.model import AnchorState, Selector, Span
from tracker.text.nearly import FLOOR, likeness
from tracker.text.normalise import fold
from tracker.text.reanchor import Anchorer, reanchor

OLD = (
    "A fire broke out at the mill on Monday.\n\n"
    "“Three people died in the mill on Monday night,” Ada Lind said. The mayor left early.\n\n"
    "Bo Rask said nobody had been told of the danger. The mill is closed.\n\n"
    "“No comment,” said Rask. Lind said the owner knew of the leak since the spring.\n"
)
QUOTE = "“Three people died in the mill on Monday night,”"


def at(words: str, text: str = OLD, nth: int = 0) -> Selector:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Selector.at(Span(start, start + len(words)), text)


@pytest.mark.parametrize(
    ("words", "new", "state", "found"),
    [
        pytest.param(QUOTE, OLD, AnchorState.EXACT, QUOTE, id="unchanged"),
        pytest.param(QUOTE, "New.\n\n" + OLD, AnchorState.EXACT, QUOTE, id="moved down"),
        pytest.param(
            QUOTE,
            "Fire.\n\n" + OLD.replace("“", '"').replace("”", '"') + "More.",
            AnchorState.FOLDED,
            QUOTE.replace("“", '"').replace("”", '"'),
            id="other quotation marks",
        ),
        pytest.param(
            "Bo Rask said nobody",
            OLD.replace("Bo Rask said nobody", "BO RASK  said\nnobody"),
            AnchorState.FOLDED,
            "BO RASK  said\nnobody",
            id="case and white space",
        ),
        pytest.param(
            QUOTE,
            OLD.replace("Three", "Five"),
            AnchorState.FUZZY,
            QUOTE.replace("Three", "Five"),
            id="another figure",
        ),
        pytest.param(
            QUOTE,
            OLD.replace("Three people died", "Three people sadly died"),
            AnchorState.FUZZY,
            QUOTE.replace("died", "sadly died"),
            id="a word put in",
        ),
        pytest.param(
            QUOTE, OLD.replace(QUOTE, "Nobody was hurt,"), AnchorState.ORPHAN, None, id="taken out"
        ),
        pytest.param(
            "“No comment,”",
            OLD.replace("“No comment,” said Rask. ", "") + "Asked for more, the owner’s wife "
            "answered “No comment,” and hung up.",
            AnchorState.ORPHAN,
            None,
            id="few words in other company",
        ),
        pytest.param("said", OLD.replace("Rask said", "unsaid Rask told"), None, None, id="words"),
    ],
)
def test_words_are_found_again(
    words: str, new: str, state: AnchorState | None, found: str | None
) -> None:
    anchoring = reanchor(at(words), OLD, new)
    if state is not None:
        assert anchoring.state is state
        assert (anchoring.start is None) == (found is None)
    if anchoring.start is not None and anchoring.end is not None:
        assert new[anchoring.start : anchoring.end] == (found or words)


def test_what_stands_around_tells_two_places_apart() -> None:
    old = "“It is safe,” said Ada Lind of the dam.\n\nOf the bridge Bo Rask said: “It is safe,”."
    new = "Update.\n\nOf the bridge Bo Rask said: “It is safe,”.\n\n“It is safe,” said Ada Lind."
    first, second = (reanchor(at("“It is safe,”", old, n), old, new) for n in (0, 1))
    assert new[first.start :].startswith("“It is safe,” said Ada")
    assert new[second.start :].startswith("“It is safe,”.")


def test_a_word_that_stands_a_thousand_times_is_found_where_it_was() -> None:
    lines = [f"Speaker {n} of ward {n * 7} said the count was {n * 3}." for n in range(1_000)]
    old = "\n".join(lines)
    new = "\n".join(["Put in.", *lines[:300], "One more.", *lines[301:], "At the end."])
    for number in (0, 299, 301, 500, 999):
        start = old.index(lines[number]) + lines[number].index("said")
        found = reanchor(Selector.at(Span(start, start + 4), old), old, new)
        assert found.start == new.index(lines[number]) + lines[number].index("said")


def test_a_like_sentence_that_stayed_is_not_the_one_taken_out() -> None:
    gone = "Two people died in the village of Orm on Monday night."
    old = f"{gone} Nine people died in the village of Varn on Monday night. It rained."
    assert reanchor(at(gone, old), old, old.replace(gone + " ", "")).state is AnchorState.ORPHAN


def test_places_that_nothing_tells_apart_are_ambiguous() -> None:
    line = "Mayor Lind said the water was safe to drink."
    old, new = f"{line}\n", f"*\n{line}\n*\n{line}\n*\n"
    found = reanchor(at(line, old), old, new)
    assert (found.state, found.start, found.score) == (AnchorState.AMBIGUOUS, None, 1.0)


WORDS = st.lists(
    st.sampled_from("the mayor said two three people died in Orm “not” it. is, over; água".split()),
    min_size=1,
    max_size=60,
).map(" ".join)


@st.composite
def selected(draw: st.DrawFn) -> tuple[str, Selector]:
    text = draw(WORDS)
    bounds = sorted(draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=2, unique=True)))
    return text, Selector.at(Span(*bounds), text)


@given(selected())
def test_in_an_unchanged_text_all_is_where_it_was(case: tuple[str, Selector]) -> None:
    text, selector = case
    found = reanchor(selector, text, text)
    assert (found.state, found.start, found.end) == ("exact", selector.start, selector.end)


@given(selected(), st.text("xyz\n ", max_size=30))
def test_what_is_put_in_before_shifts_the_rest(case: tuple[str, Selector], new: str) -> None:
    text, selector = case
    found = reanchor(selector, text, f"{new}. {text}")
    by = len(new) + 2
    assert (found.state, found.start, found.end) == (
        "exact",
        selector.start + by,
        selector.end + by,
    )


@given(selected(), WORDS)
def test_words_less_alike_than_the_floor_are_never_taken(
    case: tuple[str, Selector], new: str
) -> None:
    text, selector = case
    found = reanchor(selector, text, new)
    if found.start is None or found.end is None:
        assert found.state in ("ambiguous", "orphan")
        return
    words = new[found.start : found.end]
    one, other = fold(selector.exact).text, fold(words).text
    if found.state == "exact":
        assert words == selector.exact
    elif found.state == "folded":
        assert one == other
    else:
        assert likeness(one, other) >= FLOOR - 0.001


SENTENCES = (
    "Ada Lind told the council that the pumps had failed in the night.",
    "“Nobody warned the families along the river,” the deputy mayor said.",
    "A court in Varn ordered the owner to pay for every flooded cellar.",
    "Divers found the wreck at a depth of ninety metres on Tuesday.",
    "The ministry denied that grain had been sold to a foreign trader.",
)


@given(st.permutations(SENTENCES), st.integers(0, 4))
def test_a_sentence_taken_out_is_found_nowhere(order: list[str], number: int) -> None:
    old = " ".join(order)
    new = " ".join(s for s in order if s != order[number])
    assert reanchor(at(order[number], old), old, new).state == "orphan"
    for other in order:
        if other != order[number]:
            assert reanchor(at(other, old), old, new).state == "exact"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a" * 1_000_000, id="one letter"),
        pytest.param("ab " * 330_000, id="one word"),
        pytest.param("He said that it was so. " * 42_000, id="one sentence"),
    ],
)
def test_a_long_text_takes_a_second_not_an_hour(text: str) -> None:
    new = f"x{text[:500_000]}y{text[500_000:]}z"
    started = time.monotonic()
    anchorer = Anchorer(text, new)
    for start in range(400_000, 500_000, 9_000):
        anchorer.find(Selector.at(Span(start, start + 300), text))
    assert time.monotonic() - started < 20
