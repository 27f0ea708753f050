"""Find the printed source of a cue: the noun phrase that is its subject.

There is no parser. Left of the cue, the subject reaches to the nearest clause
boundary (a comma, a dash, a conjunction, another finite verb), with appositions
between commas taken along ("Lena Cho, who runs the port, said"). Right of it, in
“…,” said Ines Okafor, the harbour master, it is a run of names, or a determiner
and its noun phrase, with what is set beside it.
"""

from tracker.extract.cues import Cue
from tracker.extract.lexicon import FORMS
from tracker.extract.reading import Sentence
from tracker.extract.words import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    FINITE,
    LEADING,
    PREPOSITIONS,
    PRONOUNS,
    ROLE_WORDS,
    SUBORDINATORS,
    TIME_WORDS,
    WEEKDAYS,
)
from tracker.text.sentences import QUOTED

Range = tuple[int, int]
"""Token positions: first, and one past the last."""

DASHES = frozenset(["—", "–", "--", "-"])
_STOPS = frozenset([",", ";", ":", ".", "!", "?", "…", "...", "“", "”", '"', QUOTED]) | DASHES
_EITHER_CASE = frozenset(["it", "you"])
"""Pronouns that may as well be an object ("people who have read it said")."""

_RELATIVES = frozenset(["who", "which", "that"])
_POSTMODIFIER = frozenset(
    """by to with in on at from under about for into familiar close as during this last earlier""".split()
)
LONGEST_SOURCE = 45
"""Tokens: a subject with its appositions is not longer; what is, was misread."""


def source_left(sentence: Sentence, cue: Cue, floor: int = 0) -> Range | None:
    """Return the subject printed before the cue, None when there is none.

    `floor` is the first position it may take in.
    """
    end = cue.group
    low = sentence.low
    if end <= floor:
        return None
    if low[end - 1] == ",":
        return _before_comma(sentence, end, floor)
    if low[end - 1] in DASHES:
        opening = _matching(sentence, end - 1, floor, DASHES)
        head = opening and _phrase_ending(sentence, opening, floor)
        return (head[0], end - 1) if head else None
    return _phrase_ending(sentence, end, floor)


def _matching(sentence: Sentence, closing: int, floor: int, signs: frozenset[str]) -> int | None:
    for index in range(closing - 1, max(floor, closing - LONGEST_SOURCE) - 1, -1):
        if sentence.low[index] in signs:
            return index
    return None


def _before_comma(sentence: Sentence, end: int, floor: int) -> Range | None:
    """Return a subject whose apposition ends at the comma before `end`."""
    low = sentence.low
    right = end - 1
    while True:
        left = _matching(sentence, right, floor, frozenset([","]))
        if left is None or QUOTED in low[left:right]:
            return None
        if not _is_apposition(sentence, left + 1, right):
            return None
        head = _phrase_ending(sentence, left, floor)
        if head is not None and not _starts_like_apposition(sentence, head, left, floor):
            adverbial = low[left + 1] in PREPOSITIONS or low[left + 1].endswith("ing")
            return head if adverbial and low[right - 1] != "," else (head[0], end - 1)
        right = left


def _starts_like_apposition(sentence: Sentence, head: Range, end: int, floor: int) -> bool:
    """Say whether the phrase is itself beside another ("Ann Lee, 52, the leader, said")."""
    low = sentence.low
    first = head[0]
    if first == floor or first == 0 or low[first - 1] != ",":
        return False
    if low[first].isdigit() or low[first] in ("who", "whose", "which"):
        return True
    if sentence.is_name(first) and end - first <= 2 and first >= 2 and sentence.is_name(first - 2):
        return end - first == 1 and low[first - 2] not in TIME_WORDS
    lowercase = not any(sentence.is_name(i) for i in range(first, min(end, first + 3)))
    return (
        lowercase
        and first >= 2
        and sentence.is_name(first - 2)
        and low[first - 2] not in TIME_WORDS
    )


def _is_apposition(sentence: Sentence, first: int, end: int) -> bool:
    """Say whether the words between two commas may describe the name before them."""
    if end <= first:
        return False
    word = sentence.low[first]
    if word in ("who", "whose", "which", "whom", "where") or word[0].isdigit():
        return True
    if word in PRONOUNS or word in SUBORDINATORS - {"as"} or word in ("and", "or"):
        return False
    relative = any(w in ("who", "which", "that", "whose") for w in sentence.low[first:end])
    return relative or not has_finite(sentence, first, end)


def has_finite(sentence: Sentence, first: int, end: int) -> bool:
    return any(_is_finite(sentence, index, end) for index in range(first, end))


def _is_finite(sentence: Sentence, index: int, end: int) -> bool:
    """Say whether the word is plainly a finite verb, not a participle after its noun."""
    word = sentence.low[index]
    if word in FINITE:
        return not (
            word
            in (
                "'s",
                "made",
                "held",
                "led",
                "sent",
                "built",
                "brought",
                "sold",
                "left",
                "told",
                "won",
                "lost",
                "met",
                "kept",
                "paid",
            )
            and index + 1 < end
            and sentence.low[index + 1] in _POSTMODIFIER
        )
    if word.endswith("ed") and len(word) > 4 and not sentence.is_name(index):
        if sentence.low[index - 1] in DETERMINERS or word.endswith("eed"):
            return False
        following = sentence.low[index + 1] if index + 1 < end else ""
        return following in DETERMINERS or following in PRONOUNS or following in ("him", "them")
    entries = FORMS.get(word)
    return (
        bool(entries)
        and any(kind in ("past", "s") and "clause" in verb.frames for verb, kind in entries)
        and word
        not in (
            "claims",
            "reports",
            "notes",
            "states",
            "projects",
            "estimates",
            "stated",
            "posts",
            "concerned",
            "hopes",
            "fears",
            "plans",
            "records",
            "shows",
            "finds",
            "promises",
            "counts",
            "signals",
            "estimated",
            "alleged",
            "proposed",
            "suspected",
            "expected",
            "feared",
            "written",
            "known",
            "said",
        )
    )


def _phrase_ending(sentence: Sentence, end: int, floor: int) -> Range | None:
    """Return the noun phrase that ends before `end`, reaching left to its clause's start."""
    low = sentence.low
    if end <= floor:
        return None
    last = low[end - 1]
    if last in PRONOUNS - _EITHER_CASE or (last in _RELATIVES and end - 1 > floor):
        return (end - 1, end)
    if last in _EITHER_CASE:
        alone = end - 2 < floor or low[end - 2] in _STOPS | SUBORDINATORS | LEADING
        if alone:
            return (end - 1, end)
    first = end
    limit = max(floor, end - LONGEST_SOURCE)
    depth = 0
    while first > limit:
        word = low[first - 1]
        if word == ")":
            depth += 1
        elif word == "(":
            if depth == 0:
                break
            depth -= 1
        elif depth == 0 and (word in _STOPS or word in SUBORDINATORS - {"that", "than"}):
            break
        elif (
            depth == 0
            and word == "that"
            and first < end
            and low[first] not in ("is", "are", "was", "have", "has")
        ):
            break
        elif (
            depth == 0
            and _is_finite(sentence, first - 1, end)
            and not _in_relative(low, first - 1, limit)
        ):
            break
        first -= 1
    return trim_phrase(sentence, first, end)


def _in_relative(low: list[str], index: int, limit: int) -> bool:
    """Say whether a verb follows a relative pronoun closely ("the man who runs the port")."""
    for at in range(index - 1, max(limit, index - 4) - 1, -1):
        if low[at] in _RELATIVES:
            return at > limit and low[at - 1] not in _STOPS
        if low[at] not in ADVERBS and low[at] not in AUXILIARIES and low[at] not in PRONOUNS:
            return False
    return False


def trim_phrase(sentence: Sentence, first: int, end: int) -> Range | None:
    """Return the phrase without the adverbs and prepositional time words that lead it."""
    low = sentence.low
    changed = True
    while changed and first < end:
        changed = False
        if (
            low[first] in ("on", "in", "by", "at")
            and first + 2 < end
            and low[first + 1] in TIME_WORDS | DETERMINERS
        ):
            step = first + 2
            while step < end and low[step] in TIME_WORDS | {
                "week",
                "month",
                "year",
                "night",
                "day",
                "morning",
                "afternoon",
                "evening",
            }:
                step += 1
            if step < end and step > first + 2 or low[first + 1] in TIME_WORDS - {"this", "last"}:
                first, changed = step, True
        elif low[first] in LEADING and not (low[first] in ("last", "next", "this") and False):
            at_time = low[first] in ("last", "next", "this")
            if at_time and first + 1 < end and low[first + 1] in ("week", "month", "year", "night"):
                first += 2
                changed = True
            elif not at_time:
                first += 1
                changed = True
        elif low[first] in WEEKDAYS or low[first] in ADVERBS - {"both"} or low[first] in (")", "]"):
            first += 1
            changed = True
    if first >= end or not _can_be_subject(sentence, first, end):
        return None
    return _after_coordination(sentence, first, end)


def _after_coordination(sentence: Sentence, first: int, end: int) -> Range:
    """Return what follows "and" where the words before it hold a verb of their own."""
    for index in range(end - 2, first, -1):
        if sentence.low[index] in ("and", "or") and any(
            sentence.low[i].endswith("ed") or sentence.low[i] in FINITE for i in range(first, index)
        ):
            return (index + 1, end)
    return (first, end)


def _can_be_subject(sentence: Sentence, first: int, end: int) -> bool:
    """Say whether the words can name someone: not a bare preposition or participle."""
    low = sentence.low
    word = low[first]
    if word in PREPOSITIONS or word in ("to", "and", "or", "not", "there"):
        return False
    if word in PRONOUNS or sentence.is_name(end - 1) or word in DETERMINERS:
        return True
    if low[end - 1] in PREPOSITIONS or low[end - 1] in ("not", "to"):
        return False
    return not word.endswith("ing") or word in ("king", "nothing", "everything", "polling")


def source_right(sentence: Sentence, cue: Cue) -> Range | None:
    """Return the subject printed after an inverted cue, None when there is none."""
    low = sentence.low
    first = cue.last
    if first >= len(low):
        return None
    if low[first] in PRONOUNS - {"who"}:
        return (first, first + 1)
    end = noun_phrase_from(sentence, first)
    if end == first:
        return None
    return (first, with_appositions(sentence, end))


def noun_phrase_from(sentence: Sentence, first: int) -> int:
    """Return where the noun phrase that starts at `first` ends (`first` when none does)."""
    low = sentence.low
    word = low[first]
    starts = (
        sentence.is_name(first)
        or word in DETERMINERS
        or word in ROLE_WORDS
        or (word in ("former", "former", "foreign", "senior", "local", "british"))
        or any(w in ROLE_WORDS for w in low[first : first + 4])
    )
    if not starts or word in WEEKDAYS or word in PREPOSITIONS:
        return first
    end, named = first, False
    while end < len(low):
        word = low[end]
        if word in _STOPS or word in SUBORDINATORS - {"than"} or word == ")":
            break
        if word == "(":
            closing = next((i for i in range(end, min(end + 8, len(low))) if low[i] == ")"), None)
            if closing is None:
                break
            end = closing + 1
            continue
        if (
            word in PREPOSITIONS
            and word not in ("of", "for", "from", "at", "with")
            and (
                word != "in"
                or end + 1 < len(low)
                and low[end + 1] in TIME_WORDS | {"a", "an", "his", "her"}
            )
        ):
            break
        if end > first and (
            word in WEEKDAYS
            or word in ("yesterday", "last", "today", "earlier", "who", "which", "to", "late")
            or word in FINITE
            or word in ADVERBS
            and word != "first"
        ):
            break
        if end > first and word in PRONOUNS:
            break
        if end > first and named and word.endswith("ing"):
            break
        named = named or sentence.is_name(end)
        end += 1
    while end > first and low[end - 1] in PREPOSITIONS | {"and", "or"}:
        end -= 1
    if end < len(low) and low[end] == "who":
        end = next((i for i in range(end, len(low)) if low[i] in _STOPS), len(low))
    return end


def with_appositions(sentence: Sentence, end: int) -> int:
    """Return the end of the phrase with what is set beside it between commas."""
    low = sentence.low
    while end < len(low) and low[end] == "," and end + 1 < len(low):
        first = end + 1
        word = low[first]
        describes = (
            word
            in (
                "who",
                "whose",
                "a",
                "an",
                "the",
                "his",
                "her",
                "its",
                "their",
                "which",
                "former",
                "one",
            )
            or word in ROLE_WORDS
            or word[0].isdigit()
            or (sentence.is_name(first) and sentence.tokens[first].text.endswith("."))
            or (
                not sentence.is_name(first)
                and any(w in ROLE_WORDS for w in low[first : first + 5])
                and word not in PREPOSITIONS | SUBORDINATORS | ADVERBS
                and not word.endswith("ing")
                and word not in ("and", "or")
            )
        )
        if not describes:
            return end
        stop = next((i for i in range(first, len(low)) if low[i] in _STOPS), len(low))
        if stop < len(low) and low[stop] == QUOTED and stop == first:
            return end
        if (
            word in ("the", "a", "an", "his", "her", "its", "their", "one")
            and has_finite(sentence, first, stop)
            and not any(w in ("who", "which", "that", "whose") for w in low[first:stop])
        ):
            return end
        end = stop
    return end
