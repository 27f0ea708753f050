"""Which words name a newspaper, an agency or a broadcaster."""

import re

from tracker.extract.lexicon import FORMS
from tracker.extract.phrases import RELATIVES, STOPS, Range
from tracker.extract.reading import Sentence
from tracker.extract.words import (
    AGENCIES,
    DETERMINERS,
    FINITE,
    OUTLET_WORDS,
    PREPOSITIONS,
    PRONOUNS,
    REPORTERS,
    SUBORDINATORS,
    TIME_WORDS,
)
from tracker.text.tokens import word_set

_OUTLET_NOUNS = word_set(
    """
    media newspaper newspapers agency agencies television radio broadcaster newswire daily
    weekly channel station tabloid portal magazine website broadsheet
    """
)
_ADDRESSED_NOUNS = word_set(
    """
    paper outlet outlets network podcast podcaster programme program show interviewer blog
    wire journal gazette periodical newsletter
    """
)
"""Nouns that mean the press only where somebody speaks to what they name."""

_JOURNALISTS = word_set(
    """
    editor reporter journalist columnist anchor host presenter correspondent writer blogger
    producer publisher founder owner chief director commentator contributor
    """
)
"""Who works for an outlet: what such a person says is their own."""

_NAMED_OUTLETS = OUTLET_WORDS | word_set(
    "ledger desk wireless report reports sport sports beat insider digest reads watch week fm"
)
_BODIES = word_set(
    """
    un u.n eu e.u nato opec who who's imf wto fbi cia nsa icc icj iaea ioc fifa uefa nhs nra
    gop dnc rnc aipac naacp aclu nasa fed epa fda irs doj dhs mps meps mp us u.s uk u.k
    asean brics oecd ecb unicef unesco unhcr
    """
)
"""Short names in capitals that are no outlet."""

_FOREIGN_ARTICLES = frozenset(["Le", "La", "Les", "El", "Il", "Der", "Die", "Das"])
"""With which papers' names begin ("Le Matin"), and families' too, whom the article knows."""

_LINKS = word_set("of for")
_ENDING = (
    STOPS
    | SUBORDINATORS
    | FINITE
    | PRONOUNS
    | TIME_WORDS - {"sun", "march", "may"}
    | (PREPOSITIONS - _LINKS)
    | word_set("( ) and or")
)
_TOGETHER = 4
_LONGEST = 9
"""Tokens: longer names of outlets are misread ones."""

_OWN = word_set("this our")
_OWN_NOUNS = _OUTLET_NOUNS | _ADDRESSED_NOUNS | word_set("reporter correspondent site")


def is_outlet(sentence: Sentence, names: Range) -> bool:
    """Say whether the words name a newspaper, an agency or a broadcaster.

    Somebody who works for one is none ("Ann Lee, the editor of the Gazette").
    """
    low = sentence.low
    comma = next((at for at in range(*names) if low[at] == ","), None)
    if comma is not None and comma > names[0]:
        beside = (comma + 1, _noun_end(low, comma + 1, names[1]))
        short = comma - names[0] == 1 and sentence.is_name(names[0])
        return is_outlet(sentence, (names[0], comma)) or (
            short and any(low[at] in _OUTLET_NOUNS for at in range(*beside))
        )
    words = range(*names)
    if any(low[at] in _JOURNALISTS for at in words):
        return False
    if any(low[at] in _OUTLET_NOUNS and not _describes(sentence, at, names[1]) for at in words):
        return True
    if any(sentence.is_name(at) and low[at].removesuffix("'s") in AGENCIES for at in words):
        return True
    head = names[1] - 1
    if sentence.is_name(head) and names[1] - names[0] > 1:
        news = any(sentence.is_name(at) and low[at] in OUTLET_WORDS for at in words)
        return news and low[names[0]] not in ("mr", "mr.", "secretary")
    text = sentence.tokens[head].text
    if names[1] - names[0] == 1 and re.fullmatch(r"[A-Z][a-z]+[A-Z]\w+", text):
        return not text.startswith(("Mc", "Mac", "De", "O"))
    if low[head] in _BODIES:
        return False
    return names[1] - names[0] <= 2 and 2 <= len(text) <= 6 and text.isalpha() and text.isupper()


def _describes(sentence: Sentence, at: int, last: int) -> bool:
    """Say whether "daily" or "weekly" is an adjective ("a daily briefing")."""
    periodic = sentence.low[at] in ("daily", "weekly") and not sentence.is_name(at)
    return periodic and at + 1 < last and not sentence.is_name(at + 1)


def _noun_end(low: list[str], first: int, last: int) -> int:
    """Return where a noun phrase ends at its first preposition or relative ("the editor of")."""
    ends = (at for at in range(first, last) if low[at] in PREPOSITIONS or low[at] in RELATIVES)
    return next(ends, last)


def is_own_outlet(sentence: Sentence, names: Range) -> bool:
    """Say whether the words mean whoever prints the article ("us", "this newspaper")."""
    low, (first, last) = sentence.low, names
    if last - first == 1:
        return low[first] in ("us", "me")
    return low[first] in _OWN and any(low[at] in _OWN_NOUNS for at in range(first, last))


def is_addressed_outlet(sentence: Sentence, names: Range) -> bool:
    """Say whether what is spoken to is an outlet, or somebody who asks on its air."""
    if is_own_outlet(sentence, names):
        return False
    low = sentence.low
    if is_outlet(sentence, names) or any(low[at] in _ADDRESSED_NOUNS for at in range(*names)):
        return True
    if any(low[at] in _JOURNALISTS for at in range(*names)):
        press = AGENCIES | _NAMED_OUTLETS | _OUTLET_NOUNS
        return any(low[at].removesuffix("'s") in press for at in range(*names))
    last = names[1] - 1
    return (
        names[1] - names[0] > 1
        and sentence.is_name(last)
        and any(sentence.is_name(at) and low[at] in _NAMED_OUTLETS for at in range(*names))
    )


def is_bare_name(sentence: Sentence, names: Range) -> bool:
    """Say whether the words are one capitalised name ("Austral", "the Beacon").

    It may be an outlet, a person or a body; only the whole article tells.
    """
    first, last = names
    first += sentence.low[first] == "the" or (
        last - first > 1 and sentence.tokens[first].text in _FOREIGN_ARTICLES
    )
    text = sentence.tokens[first].text if first < last else ""
    plain = text[:1].isupper() and text.isalpha() and len(text) > 2
    return last - first == 1 and plain and text.lower() not in _BODIES


def outlet_range(sentence: Sentence, first: int) -> Range | None:
    """Return the outlet named from `first` on, None when none is."""
    low = sentence.low
    if first >= len(low) or low[first] in REPORTERS:
        return None
    names = (first, _name_end(sentence, first))
    return names if names[1] > first and is_addressed_outlet(sentence, names) else None


def outlets_from(sentence: Sentence, first: int) -> list[Range]:
    """Return the outlets that are named together from `first` on ("AFP and the BBC")."""
    found: list[Range] = []
    while len(found) < _TOGETHER:
        names = outlet_range(sentence, first)
        if names is None or (found and not is_outlet(sentence, names)):
            break
        found.append(names)
        if sentence.low[names[1] : names[1] + 1] != ["and"]:
            break
        first = names[1] + 1
    return found


def _name_end(sentence: Sentence, first: int) -> int:
    """Return where the noun phrase from `first` ends: at a mark, a date, a verb, "by"."""
    low = sentence.low
    for at in range(first, min(first + _LONGEST, len(low))):
        word = low[at]
        titled = at > first and sentence.is_name(at) and word in OUTLET_WORDS  # "Osh Today"
        if (word in _ENDING and not titled) or (
            at > first and word in DETERMINERS and low[at - 1] not in _LINKS
        ):
            return at
        if at > first and not sentence.is_name(at) and _is_verb(word):
            return at
    return min(first + _LONGEST, len(low))


def _is_verb(word: str) -> bool:
    return word not in _OUTLET_NOUNS and any(
        form in ("past", "s", "ing") for _, form in FORMS.get(word, ())
    )
