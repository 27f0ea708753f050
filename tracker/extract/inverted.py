"""The subject behind its verb: “…,” said Ines Okafor, the harbour master."""

from tracker.extract.cues import Cue
from tracker.extract.lexicon import FORMS
from tracker.extract.phrases import RELATIVES, STOPS, Range, has_finite
from tracker.extract.reading import Sentence
from tracker.extract.words import (
    ADVERBS,
    AGENCIES,
    DETERMINERS,
    FINITE,
    NEGATIONS,
    PREPOSITIONS,
    PRONOUNS,
    ROLE_WORDS,
    SUBORDINATORS,
    TIME_WORDS,
    WEEKDAYS,
)
from tracker.text.sentences import QUOTED
from tracker.text.tokens import word_set

_ATTACHING = word_set("of for from at with")
"""Prepositions that bind to a name ("Roshan Perera from the Network")."""

_TAKING = word_set("close loyal briefed opposed sympathetic privy")
_TO = word_set("to on about by")
_BESIDE = word_set("who whose which a an the his her its their former one")
_ARTICLES = word_set("the a an his her its their one")
_WHOSE = word_set("his her their my")
_KNOWN = word_set("the his her its their our my")
_ADJECTIVES = word_set("former foreign senior local retired acting fellow deputy")
_BREAKING = WEEKDAYS | FINITE | PRONOUNS | word_set("yesterday last today earlier which to late")
_BODIES = word_set("police government ministry campaign company party")
_LONGEST_NAME = 4
_LONGEST_BRACKET = 8
_LONGEST_OFFICE = 6
_BARE = 3
"""Tokens of a noun that no article opens and that closes a sentence."""

_NOBODY = word_set("nobody none nothing so this that it")


def source_right(sentence: Sentence, cue: Cue) -> Range | None:
    """Return the subject printed behind an inverted cue, None when there is none."""
    low = sentence.low
    first = cue.last
    if first >= len(low):
        return None
    if low[first] in PRONOUNS - {"who"}:
        return (first, first + 1)
    end = noun_phrase_from(sentence, first)
    return (first, with_appositions(sentence, end)) if end > first else None


def closing_noun(sentence: Sentence, cue: Cue, end: int) -> Range | None:
    """Return the bare noun that closes a sentence with quoted words: ‘They knew’, says engineer."""
    low, first = sentence.low, cue.last
    quoted = QUOTED in low[max(0, cue.group - 2) : cue.group]
    if not quoted or cue.verb.lemma != "say" or not 0 < end - first <= _BARE:
        return None
    barred = PREPOSITIONS | _NOBODY | SUBORDINATORS | ADVERBS | TIME_WORDS | FINITE | NEGATIONS
    plain = all(low[at].isalpha() and low[at] not in barred for at in range(first, end))
    return (first, end) if plain and not low[first].endswith(("ly", "ing")) else None


def noun_phrase_from(sentence: Sentence, first: int) -> int:
    """Return where the noun phrase that starts at `first` ends (`first` when none does)."""
    low = sentence.low
    if first >= len(low) or not _can_start(sentence, first):
        return first
    end = first
    while end < len(low) and not _breaks(sentence, first, end):
        end = _behind_bracket(low, end) if low[end] == "(" else end + 1
    while end > first and low[end - 1] in PREPOSITIONS | {"and", "or"}:
        end -= 1
    if end < len(low) and low[end] == "who":
        return next((at for at in range(end, len(low)) if low[at] in STOPS), len(low))
    return end


def _can_start(sentence: Sentence, first: int) -> bool:
    low = sentence.low
    word = low[first]
    if word in WEEKDAYS or word in PREPOSITIONS:
        return False
    if sentence.is_name(first) or word in DETERMINERS or word in _ADJECTIVES:
        return True
    if any(near in ROLE_WORDS for near in low[first : first + 4]):
        return True
    return word not in ADVERBS | SUBORDINATORS and _leads_to_name(sentence, first)


def _leads_to_name(sentence: Sentence, first: int) -> bool:
    """Say whether a few plain nouns lead to a name ("master of ceremonies Al Tabchi")."""
    for at in range(first, min(first + _LONGEST_OFFICE, len(sentence))):
        word = sentence.low[at]
        if sentence.is_name(at):
            return at > first
        plain = word.replace("-", "").isalpha() and word not in FINITE and word not in PRONOUNS
        if not plain or word.endswith("ly") or (word in PREPOSITIONS and word != "of"):
            return False
    return False


def _breaks(sentence: Sentence, first: int, at: int) -> bool:
    """Say whether the phrase that started at `first` ends before `at`."""
    low = sentence.low
    word = low[at]
    if word in STOPS or word in SUBORDINATORS - {"than"} or word in (")", "who"):
        return True
    if word == "(":
        return _behind_bracket(low, at) == at
    if word in _ATTACHING and low[at + 1 : at + 2] and low[at + 1].endswith("ing"):
        return True  # "accused by prosecutors of hiding"
    if at > first and is_taking(low, at - 1):
        return False  # "a person close to the mayor", "a diplomat briefed on the talks"
    if word in PREPOSITIONS and word not in _ATTACHING:
        following = low[at + 1] if at + 1 < len(low) else ""
        return word != "in" or following in TIME_WORDS | _ARTICLES - {"the"} or not following
    if at == first or (sentence.is_name(at) and word not in WEEKDAYS):
        return False  # "Ann King", "Will May", "Omar Long"
    if word in _BREAKING or (word in ADVERBS and word != "first"):
        return True
    named = any(sentence.is_name(index) for index in range(first, at))
    return named and word.endswith("ing")


def is_taking(low: list[str], at: int) -> bool:
    """Say whether a word binds the preposition behind it to its noun: "close to", "briefed on"."""
    return low[at] in _TAKING and at + 1 < len(low) and low[at + 1] in _TO


def without_other_clause(sentence: Sentence, source: Range) -> Range:
    """Return a source without the relative clause in which it says another thing: ", who added
    that"."""
    low = sentence.low
    for at in range(source[0] + 1, source[1] - 2):
        if low[at] != "," or low[at + 1] != "who":
            continue
        verb = at + 2 + (low[at + 2] in ADVERBS)
        forms = FORMS.get(low[verb], ()) if verb < len(low) else ()
        said = any("clause" in kind.frames for kind, _ in forms)
        if said and low[verb + 1 : verb + 2] == ["that"]:
            return (source[0], at)
    return source


def _behind_bracket(low: list[str], opening: int) -> int:
    """Return the position behind a short bracket (`opening` when it does not close)."""
    reach = range(opening, min(opening + _LONGEST_BRACKET, len(low)))
    return next((at + 1 for at in reach if low[at] == ")"), opening)


def with_appositions(sentence: Sentence, end: int) -> int:
    """Return the end of the phrase with what is set beside it between commas."""
    low = sentence.low
    while end + 1 < len(low) and low[end] == ",":
        first = end + 1
        named = _name_of_office(sentence, end)
        if named:
            end = named
            continue
        if not _describes(sentence, first):
            return end
        stop = next((at for at in range(first, len(low)) if low[at] in STOPS), len(low))
        if stop == first or (stop < len(low) and low[stop] == QUOTED and low[first] in _ARTICLES):
            return end
        relative = not RELATIVES.isdisjoint(low[first:stop]) or "whose" in low[first:stop]
        if low[first] in _ARTICLES and not relative and has_finite(sentence, first, stop):
            return end
        end = stop
    return end


def _name_of_office(sentence: Sentence, comma: int) -> int | None:
    """Return where the name ends that is set off behind an office: "its secretary, Ann Lee,"."""
    low, office = sentence.low, comma - 1
    if low[office].endswith("s") or low[office] in _BODIES or sentence.is_name(office):
        return None
    if low[office] not in ROLE_WORDS and not _is_described(sentence, office):
        return None
    end = comma + 1
    while end < len(low) and sentence.is_name(end) and low[end] not in TIME_WORDS | AGENCIES:
        end += 1
    closed = end == len(low) or low[end] in STOPS
    least = 1 if low[office - 1] in _WHOSE else 2  # "her husband, Ben"
    return end if closed and least <= end - comma - 1 <= _LONGEST_NAME else None


def _is_described(sentence: Sentence, noun: int) -> bool:
    """Say whether a plain noun is somebody's or a known one: "its chair", "the town clerk"."""
    for at in range(noun - 1, max(-1, noun - 1 - _LONGEST_OFFICE), -1):
        word = sentence.low[at]
        if word in _KNOWN:
            return True
        if sentence.is_name(at) or not word.replace("-", "").isalpha() or word in PREPOSITIONS:
            return word.endswith("'s") and at == noun - 1
    return False


def _describes(sentence: Sentence, first: int) -> bool:
    """Say whether the words behind a comma describe the name before it."""
    low = sentence.low
    word = low[first]
    if word in _BESIDE or word in ROLE_WORDS or word[0].isdigit():
        return True
    if sentence.is_name(first):
        return sentence.tokens[first].text.endswith(".")
    if word in PREPOSITIONS | SUBORDINATORS | ADVERBS or word in ("and", "or"):
        return False
    near_role = any(near in ROLE_WORDS for near in low[first : first + 5])
    return near_role and not word.endswith("ing")
