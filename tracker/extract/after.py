"""Statements whose cue follows them: “…,” he said; …, said Ines Okafor; …, he said, ….

The content is what stands before the comma, from the sentence's start (or the last
semicolon). What stands behind the cue says which it is: nothing, a date, an
occasion, an addressee; when a clause follows instead, the cue introduces that.
A sentence taken up again behind the cue is a second piece of the content.
"""

from dataclasses import dataclass
from itertools import pairwise

from tracker.extract.act import act_of
from tracker.extract.addressee import addressee_end, last_hearer_end
from tracker.extract.clauses import looks_like_clause
from tracker.extract.cues import Cue
from tracker.extract.draft import Draft
from tracker.extract.inverted import closing_noun, is_taking, source_right, without_other_clause
from tracker.extract.lexicon import FORMS
from tracker.extract.outlets import is_outlet
from tracker.extract.phrases import DASHES, RELATIVES, Range, has_finite
from tracker.extract.reading import Sentence
from tracker.extract.resuming import resumes
from tracker.extract.sources import source_left
from tracker.extract.stated import Place, is_whole, states_something
from tracker.extract.words import (
    ADVERBS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    TIME_WORDS,
)
from tracker.text.sentences import QUOTED
from tracker.text.tokens import word_set

_INVERTED = word_set("say write add report note explain reply")
"""Verbs that stand before their subject also after words without quotation marks."""

_BESIDE = (
    PREPOSITIONS | TIME_WORDS | ADVERBS | word_set("when while and but as asked speaking after (")
)
_OTHERS = word_set("the his her its their our")
_REPORTED = word_set("reported reports said says wrote writes")
_DAY_PARTS = word_set("night day week month year morning afternoon evening weekend summer")
_OCCASIONS = word_set("when while as after before")
_WHEN_WHERE = word_set("on in at during from") | _OCCASIONS | TIME_WORDS
_LEADING_MARKS = word_set("but and , • * -")
_LABELS = word_set("exclusive breaking update updated urgent developing watch live")
"""What a desk puts before a headline and its colon."""

_WHO = word_set("who whose which")
_LEAST = 3
"""Tokens: fewer before the comma are an adverb or a name, not a statement."""


_LEAD = 8
"""Tokens of a description before a name."""


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where things stand: content from `floor` to before `cut`, then source and cue.

    They end at `right`; what stands beside them (addressee, occasion) ends at `beside`;
    `end` is the sentence's.
    """

    floor: int
    cut: int
    right: int
    beside: int
    end: int


def find_after(sentence: Sentence, cue: Cue, end: int) -> Draft | None:
    """Return the statement that stands before `cue`, None when none does."""
    if cue.form == "ing" or cue.passive or cue.takes("adjective"):
        return None
    if not cue.takes("clause", "quote", "document") or (cue.negated and cue.verb.lemma == "say"):
        return None
    low = sentence.low
    before = low[cue.group - 1] if cue.group else ""
    if before in (",", QUOTED) and cue.form != "base":
        source = source_right(sentence, cue) or closing_noun(sentence, cue, end)
        if source and (before == QUOTED or _is_inverted(sentence, cue, source)):
            return _statement(sentence, cue, source, (cue.group, source[1], end), "inverted")
    source = source_left(sentence, cue)
    if source is None or low[source[0]] in RELATIVES or _is_compared(sentence, source):
        return None
    source = _with_description(sentence, source)
    return _statement(sentence, cue, source, (source[0], cue.last, end), "after")


def _is_compared(sentence: Sentence, source: Range) -> bool:
    """Say whether the words hold what was said against another's: "two fewer than Vane had said".

    "More than a dozen sailors" are who speaks.
    """
    low = sentence.low
    at = next((i + 1 for i in range(*source) if low[i] == "than"), source[1])
    return at < source[1] and (low[at] in _OTHERS or low[at] in PRONOUNS or sentence.is_name(at))


def _with_description(sentence: Sentence, source: Range) -> Range:
    """Return a source with what stands before its name: “…,” another friend, Mary Lee, told."""
    low, first = sentence.low, source[0]
    if first < 2 or low[first - 1] != ",":
        return source
    reach = range(first - 2, max(-1, first - 2 - _LEAD), -1)
    quoted = next((at for at in reach if low[at] == QUOTED), None)
    if quoted is None or not _ends_with_comma(sentence, quoted) or quoted + 1 == first - 1:
        return source
    described = low[quoted + 1] in DETERMINERS and low[quoted + 1] != "the"
    plain = not has_finite(sentence, quoted + 1, first - 1)
    return (quoted + 1, source[1]) if described and plain else source


def _is_inverted(sentence: Sentence, cue: Cue, source: Range) -> bool:
    """Say whether ", said X" names its subject behind the verb without quoted words before.

    "Ann Lee, the mayor, said the town had …" has its subject before the verb, and what
    follows the verb is a clause.
    """
    if cue.verb.lemma not in _INVERTED:
        return False
    if source_left(sentence, cue) is not None and not _closes_with_its_name(sentence, cue, source):
        return False
    end = source[1]
    # "said one official, who asked not to be named": the verbs of a relative are not the clause's
    relatives = (at for at in range(source[0], end - 1) if sentence.low[at + 1] in _WHO)
    comma = next((at for at in relatives if sentence.low[at] == ","), end)
    marked = end >= len(sentence) or sentence.low[end] in (",", ".", ";", "!", "?")
    closed = comma < end or marked or _only_says_when(sentence, cue, end)
    taking = next((at for at in range(source[0] + 1, comma) if is_taking(sentence.low, at)), comma)
    head = (source[0], taking)
    return closed and not looks_like_clause(sentence, *head) and not has_finite(sentence, *head)


def _closes_with_its_name(sentence: Sentence, cue: Cue, source: Range) -> bool:
    """Say whether a whole clause stands before the cue, and but a name with what it is behind:
    "The guards had no radio, said Tom Reed, a foreman." """
    if not sentence.is_name(cue.last) or sentence.low[cue.group - 1] != ",":
        return False
    behind = sentence.low[source[1] :]
    return behind in ([], ["."]) and is_whole(sentence, 0, cue.group - 1)


def _only_says_when(sentence: Sentence, cue: Cue, at: int) -> bool:
    """Say whether a whole clause stands before the cue, and only a day or a place behind the name.

    "Two ships sank, said Ann Lee on Monday", not "Two ships, said Ann Lee on Monday, …".
    """
    low = sentence.low
    stop = next((i for i in range(at, len(low)) if low[i] in (",", ".", ";")), len(low))
    if low[at] not in _WHEN_WHERE or not is_whole(sentence, 0, cue.group - 1):
        return False
    occasion = low[at] in _OCCASIONS
    return occasion or not (has_finite(sentence, at, stop) or looks_like_clause(sentence, at, stop))


def _statement(
    sentence: Sentence, cue: Cue, source: Range, place: tuple[int, int, int], rule: str
) -> Draft | None:
    """Return the statement before a source and cue that stand at `place`: left, right, end."""
    left, right, end = place
    low = sentence.low
    if left == 0 or not (low[left - 1] in (",", QUOTED, "?", "!") or low[left - 1] in DASHES):
        return None
    cut = left if low[left - 1] == QUOTED else left - 1
    if cut > 3 and low[cut - 3] == "," and low[cut - 2] in PRONOUNS and low[cut - 1] in _REPORTED:
        return None  # "By 2019, it says, nine managers knew …": the cue before is an aside
    beside = _beside(sentence, cue, right, end, cut - 1)
    if beside is None:
        return None
    if beside < end and low[beside] in (QUOTED, ":") and "who" in low[source[0] : right]:
        # “…,” said Cho, who calls it “a trick”: these words go with another cue.
        who = low.index("who", source[0])
        source = (source[0], who - (low[who - 1] == ","))
        beside = end
    else:
        source = without_other_clause(sentence, source)
    layout = _Layout(_floor(sentence, cut), cut, right, beside, end)
    resumed = _resumed(sentence, cue, layout)
    if cut <= layout.floor or not _can_be_content(sentence, cue, layout, resumed is not None):
        return None
    quoted = low[cut - 1] == QUOTED or (resumed is not None and low[resumed[0]] == QUOTED)
    if quoted and _only_occasion(sentence, layout):
        return None  # "Asked whether it was near, he replied, “Near enough.”": the cue introduces
    if resumed and low[cut - 1] in _WHO:
        # "Cole denied it, blaming a man who, he said, had lied": he said but the last of it
        content = [(cut - 1, cut), resumed]
    else:
        content = _without_aside(sentence, layout) + ([resumed] if resumed else [])
    act = act_of(sentence, cue, source, "clause")
    return Draft(content, source, (cue.first, cue.last), act, rule, verb=cue)


def _only_occasion(sentence: Sentence, layout: _Layout) -> bool:
    """Say whether the words before the cue only say when, where or on what question."""
    low, cut = sentence.low, layout.cut
    word = low[layout.floor]
    if low[cut - 1] == QUOTED and word != "asked":
        # "When someone shouted, “Run,” she joked, “You first.”"
        return word in SUBORDINATORS and low[cut - 2] in (",", ":") and low[cut - 3] in FORMS
    fronted = word in PREPOSITIONS | SUBORDINATORS | TIME_WORDS
    return word == "asked" or fronted or word.endswith("ing")


def _floor(sentence: Sentence, cut: int) -> int:
    """Return where the content starts: behind the last semicolon, and a leading "But"."""
    low = sentence.low
    for at in range(cut - 1, 0, -1):
        if low[at] == ";" or (low[at] == ":" and (low[at + 1] == QUOTED or _is_answer(low, at))):
            return at + 1
    floor = 2 if low[0] in _LABELS and low[1] == ":" else 0
    while floor < cut and (low[floor] in _LEADING_MARKS or low[floor] in DASHES):
        floor += 1
    return floor


def _is_answer(low: list[str], colon: int) -> bool:
    """Say whether a verb of speech and "that" precede a colon: "Vane denied this: …, he said"."""
    return colon >= 2 and low[colon - 1] in ("that", "this", "it") and low[colon - 2] in FORMS


def _can_be_content(sentence: Sentence, cue: Cue, layout: _Layout, resumed: bool) -> bool:
    """Say whether what stands before the comma is asserted: quoted, or a clause."""
    low, floor, cut = sentence.low, layout.floor, layout.cut
    if QUOTED in low[floor:cut]:
        if low[floor] in PREPOSITIONS or low[floor] == "according":
            # "In a talk on “Morning Coast,” she said": an occasion, unless it holds a clause
            at = low.index(QUOTED, floor)
            clause = low[at - 1] == "," or sentence.tokens[at].text.strip("“\"'‘„")[:1].islower()
            return resumed or clause or has_finite(sentence, floor, cut)
        if low[cut - 1] == QUOTED or low[cut] == QUOTED:
            return True
        return cut - floor > _LEAST or has_finite(sentence, floor, cut)
    if not cue.takes("clause", "document"):
        return False
    if resumed:
        return True
    carried = _is_carried(sentence, layout)
    place = Place(floor, cut, layout.right, layout.beside, layout.end, carried)
    return states_something(sentence, cue, place)


def _beside(sentence: Sentence, cue: Cue, at: int, end: int, quoted: int) -> int | None:
    """Return where the addressee and occasion behind the cue end.

    None when the words behind the cue are what it introduces. They are not behind “…,” in
    whose marks the comma stands (at `quoted`), unless they are a clause.
    """
    low, told = sentence.low, at
    certain = _ends_with_comma(sentence, quoted) and cue.takes("clause", "addressee")
    if at < end and (cue.takes("addressee") or cue.verb.lemma == "ask"):
        at = addressee_end(sentence, at, end)
        at = at if at > told else last_hearer_end(sentence, at, end)
    if at > told and low[at : at + 1] == ["that"] and low[at + 1 : at + 2] != []:
        at += 2 * (low[at + 1] in _DAY_PARTS)  # "she told reporters that day"
    if at >= end:
        return end
    word = low[at]
    if word in ("and", "but", ",", ";", ":", QUOTED) or word in DASHES:
        return at
    if at > told and word in RELATIVES and (certain or word != "that"):
        return end  # “…,” she told reporters who had asked about it
    if not (word in _BESIDE or word.endswith("ly") or word.endswith("ing")):
        clause = at == told and looks_like_clause(sentence, at, end)
        return None if clause or not certain else _next_mark(low, at, end)
    for index in range(at, end):
        if low[index] in _OCCASIONS:
            return next((i for i in range(index, end) if low[i] == QUOTED), end)
        if low[index] in (",", ";", QUOTED, ":", "—", "–"):
            return index
        if low[index] == "that" and index + 1 < end and cue.takes("clause", "addressee"):
            if certain or low[index + 1] in _DAY_PARTS:
                continue  # "in his speech that night"
            return None
    return end


def _ends_with_comma(sentence: Sentence, at: int) -> bool:
    """Say whether a quotation at `at` ends with a comma inside its marks."""
    if at < 0 or sentence.low[at] != QUOTED:
        return False
    return sentence.tokens[at].text.rstrip("”\"’'»“ ")[-1:] == ","


def _next_mark(low: list[str], at: int, end: int) -> int:
    return next((i for i in range(at, end) if low[i] in (",", ";", ":", QUOTED, "—", "–")), end)


def _resumed(sentence: Sentence, cue: Cue, layout: _Layout) -> Range | None:
    """Return the piece in which the content goes on behind the cue, None when it does not."""
    low, at, end = sentence.low, layout.beside, layout.end
    if at >= end:
        return None
    if low[at] == QUOTED:
        # “…,” he told “Morning Show”; “…,” he said on the channel’s “Morning Show”
        title = cue.verb.lemma == "tell" or at > layout.right
        if title and low[at - 1] not in TIME_WORDS:
            return None
        return (at, _quoted_end(sentence, at, end))
    rest = at + 1
    if rest >= end or not (low[at] in (",", ":") or low[at] in DASHES):
        return None
    if low[rest] == QUOTED or low[at] == ":":
        return (rest, _quoted_end(sentence, rest, end))
    if _is_carried(sentence, layout):
        return None
    resuming = resumes(sentence, rest, end, layout.floor, layout.cut)
    return (rest, end) if resuming else None


def _is_carried(sentence: Sentence, layout: _Layout) -> bool:
    """Say whether an outlet's clause ends the sentence: "…, said Ann Lee, state radio reported"."""
    rest, last = layout.beside + 1, layout.end - 1
    carries = rest < last and sentence.low[last] in _REPORTED
    return carries and sentence.low[rest - 1] == "," and is_outlet(sentence, (rest, last))


def _quoted_end(sentence: Sentence, start: int, end: int) -> int:
    """Return the end of a resumed quotation, without the writer's words behind it."""
    last = max((i for i in range(start, end) if sentence.low[i] == QUOTED), default=None)
    if last is None or last + 1 >= end or has_finite(sentence, last + 1, end):
        return end
    return last + 1


def _without_aside(sentence: Sentence, layout: _Layout) -> list[Range]:
    """Return the content without an aside of the writer's between dashes ("— who … —")."""
    low, floor, cut = sentence.low, layout.floor, layout.cut
    dashes = [at for at in range(floor, cut) if low[at] in ("—", "–", "--")]
    for opening, closing in pairwise(dashes):
        if low[opening + 1] in ("who", "which", "whose") and closing + 1 < cut:
            return [(floor, opening), (closing + 1, cut)]
    return [(floor, cut)]
