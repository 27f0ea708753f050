"""Statements that a colon gives to whoever stands before it.

"Putin: we will …" in a headline, "Philip Bump: “Two weeks ago …”" in a text, and the
cues no list knows: "Mr Vane grovelled: ‘I am sorry.’"
"""

from collections.abc import Sequence

from tracker.extract.clauses import looks_like_clause
from tracker.extract.draft import Draft
from tracker.extract.headline import find_closing_role, find_headline_quote
from tracker.extract.lexicon import FORMS
from tracker.extract.phrases import DASHES, Range, has_finite, trim_phrase
from tracker.extract.reading import Sentence
from tracker.extract.words import DETERMINERS, PREPOSITIONS, PRONOUNS, ROLE_WORDS
from tracker.model import Act
from tracker.text.sentences import QUOTED
from tracker.text.tokens import word_set

_LONGEST_NAME = 7
_LONGEST_HEADLINE = 24
_SHORT_NAME = 5
_LONGEST_LEAD = 12
_APPOSED = 12
"""Tokens of a description between commas behind the name."""
_LEADS = word_set("more from here's here is and but")
_PEOPLE = word_set("he she they")
_OTHERS = word_set("by from who whose which that him her them what how old to")
"""Words that bring another person, or a clause of its own, into the lead-up."""

_MOODS = word_set(
    """
    determined delighted unimpressed unmoved outraged excited worried resigned scathing damning
    withering unforgiving unflinching unrelenting disappointed horrified shocked devastated
    relieved pleased convinced certain confident adamant sure hopeful afraid optimistic concerned
    frustrated appalled disgusted bemused unconvinced
    """
)
_COPULAS = word_set("was is were are sounded seemed remained became")
_GOING = word_set(
    "addressed went put summed concluded boomed demurred added responded reacted elaborated"
)
_ISSUING = word_set(
    "issued released gave had offered posted published delivered sent made left shared"
)
_MESSAGES = word_set(
    """
    statement message warning response answer reply apology explanation assessment advice
    verdict reason view message tweet post comment remark appeal reaction update
    """
)
_PARTS = word_set(
    """
    owner witness witnesses survivor survivors neighbour neighbours neighbor neighbors union
    unions victim victims father mother widow family captain driver pilot tenant tenants
    parents teacher teachers doctors nurses farmers residents scientists boss bosses aide aides
    adviser advisers diplomat diplomats
    """
)
_NOT_SPEAKERS = word_set(
    """
    interview obituary profile review comment letters exclusive live update updates breaking
    watch video photos opinion analysis read more q a note correction source related tags
    share comments corrected corrections clarification clarified refiled recap factbox timeline
    explainer topics published updated edited by photo image caption date time where
    when what why how who editor's
    """
)


def find_colon(sentence: Sentence, end: int, *, headline: bool) -> Draft | None:
    """Return the statement behind a colon when only a speaker's name stands before it.

    In a headline it may also stand before the colon and the name behind it.
    """
    low = sentence.low
    opening = find_headline_quote(sentence, end) if headline and low[:1] == [QUOTED] else None
    if headline and opening is None:
        opening = find_closing_role(sentence, end)
    if opening is not None:
        return opening
    at = next((i for i in range(1, end - 1) if low[i] == ":"), None)
    if at is None:
        return None
    cue = (at, at + 1)
    if low[at + 1] == QUOTED:
        first = _behind_lead(sentence, _behind_dash(sentence, at), at)
        if at - first <= _LONGEST_NAME and _names_speaker(sentence, first, at):
            return Draft([(at + 1, end)], (first, at), cue, Act.SPEECH, "colon")
        subject = _led_up(sentence, at)
        return Draft([(at + 1, end)], subject, cue, Act.SPEECH, "colon") if subject else None
    if not headline or end > _LONGEST_HEADLINE + _LONGEST_NAME:
        return None
    named = at <= _LONGEST_NAME and (_names_speaker(sentence, 0, at) or _names_role(sentence, at))
    if named and end - at > 3 and _asserts(sentence, at + 1, end):
        return Draft([(at + 1, end)], (0, at), cue, Act.SPEECH, "headline colon")
    last = (at + 1, end)
    behind = at > 3 and end - at <= _SHORT_NAME and _names_speaker(sentence, *last)
    if behind and QUOTED not in low[:at] and _asserts(sentence, 0, at):
        return Draft([(0, at)], last, cue, Act.SPEECH, "headline colon")
    return None


def _behind_lead(sentence: Sentence, first: int, colon: int) -> int:
    """Return where the name starts behind "More from", "Here's", "From"."""
    while first < colon - 1 and sentence.low[first] in _LEADS:
        first += 1
    return first


def _led_up(sentence: Sentence, colon: int) -> Range | None:
    """Return the person whose words a clause before the colon leads up to.

    "Mr Vane was blunt: “…”", "She went further: “…”", "Cho issued a statement: “…”". In
    other clauses the words may be another's ("Vane read the letter: “…”"): None.
    """
    low = sentence.low
    first = next((i + 2 for i in range(colon - 2) if low[i] == "," and low[0] in PREPOSITIONS), 0)
    first = first - 1 if first else int(low[0] == "as")  # "As Cho put it: “…”"
    last = first
    if low[first] in _PEOPLE:
        last = first + 1
    else:
        while last < colon and sentence.is_name(last):
            last += 1
    named = last
    if low[last : last + 1] == [","]:
        last = next(
            (i + 1 for i in range(last + 1, min(last + _APPOSED, colon)) if low[i] == ","), last
        )
    name = named > first and (low[first] in _PEOPLE or low[first] not in PRONOUNS | DETERMINERS)
    if not name:
        return _office_in_mood(sentence, first, colon)
    if colon - last > _LONGEST_LEAD or low[named - 1].endswith("'s"):
        return None
    words = low[last:colon]
    told = next((at for at, word in enumerate(words) if word in _MESSAGES), len(words))
    if not _OTHERS.isdisjoint(words[:told]) or QUOTED in words or "," in words:
        return None
    while words and (words[0].endswith("ly") or words[0] in ("then", "later", "also", "himself")):
        words = words[1:]
    if not words:
        return None
    if words[0] in _COPULAS and len(words) <= _SHORT_NAME:
        return (first, named) if _is_mood(words) else None
    if words[0] in _GOING or (words[0] in _ISSUING and not _MESSAGES.isdisjoint(words)):
        return (first, named)
    return _office_in_mood(sentence, first, colon)


def _office_in_mood(sentence: Sentence, first: int, colon: int) -> Range | None:
    """Return the office that "The mayor is furious: “…”" names, with the name behind it.

    What is no person or body says nothing: "The message is clear: “…”".
    """
    low = sentence.low
    reach = range(first + 1, min(colon, first + _LONGEST_LEAD))
    copula = next((at for at in reach if low[at] in _COPULAS), None)
    if copula is None or colon - copula > _SHORT_NAME or not _is_mood(low[copula:colon]):
        return None
    if not _OTHERS.isdisjoint(low[first:copula]) or "(" in low[first:copula]:
        return None
    comma = next((at for at in range(first, copula) if low[at] == ","), copula)
    named = all(sentence.is_name(at) for at in range(comma + 1, copula - 1))
    if comma < copula and not (named and low[copula - 1] == "," and comma + 1 < copula - 1):
        return None
    head = next((at for at in range(first, comma) if low[at] in PREPOSITIONS), comma)
    office = any(low[at] in ROLE_WORDS | _PARTS for at in range(head - 1, first - 1, -1)[:3])
    person = head - first > 1 and all(sentence.is_name(at) for at in range(first, head))
    whole = (first, copula - (comma < copula))
    fits = office or (person and low[first] not in DETERMINERS)
    return whole if fits and not has_finite(sentence, *whole) else None


def _is_mood(words: Sequence[str]) -> bool:
    """Say whether a copula leads to how somebody is, not to what they are, do or were told."""
    rest = [word for word in words[1:] if not word.endswith("ly")]
    if not rest or rest[0] in ("a", "an", "the") or not _OTHERS.isdisjoint(rest):
        return False
    if any(not word[0].isalpha() or _speaks(word) for word in rest[1:]):
        return False  # "the mayor, who was late, said"
    verbal = rest[0].endswith(("ed", "ing")) or rest[0] in FORMS
    return rest[0] in _MOODS or not (verbal or rest[-1].endswith("ed"))


def _speaks(word: str) -> bool:
    return any(
        form in ("past", "s") and "quote" in verb.frames for verb, form in FORMS.get(word, ())
    )


def _behind_dash(sentence: Sentence, colon: int) -> int:
    """Return where the name before the colon starts: behind the last dash, else the start."""
    dashes = (i for i in range(colon - 1, max(-1, colon - _LONGEST_NAME - 1), -1))
    return next((i + 1 for i in dashes if sentence.low[i] in DASHES), 0)


def _asserts(sentence: Sentence, start: int, end: int) -> bool:
    """Say whether a headline's words are a clause, not "What we know" or a noun phrase."""
    if sentence.low[start] in ("what", "how", "why", "who", "where", "when"):
        return False
    due = (at for at in range(start + 1, end - 1) if sentence.low[at] == "to")
    if any(not sentence.is_name(at + 1) and _is_bare(sentence.low[at + 1]) for at in due):
        return True  # "two countries to hold talks"
    return has_finite(sentence, start + 1, end) and looks_like_clause(sentence, start, end)


def _is_bare(word: str) -> bool:
    """Say whether a word behind "to" may be a verb: no article, figure or form in -ing."""
    return word.isalpha() and word not in DETERMINERS | PREPOSITIONS and not word.endswith("ing")


def _names_speaker(sentence: Sentence, first: int, end: int) -> bool:
    """Say whether the words before the colon are a name or an office, and nothing else."""
    low = sentence.low
    if any(word in _NOT_SPEAKERS or word in (",", QUOTED, "(") for word in low[first:end]):
        return False
    if first == end or low[first] in PREPOSITIONS or has_finite(sentence, first, end):
        return False
    if low[first] in PRONOUNS or low[first][0].isdigit():
        return False
    inner = ("of", "the", "de", "van", "and")
    named = all(sentence.is_name(i) or low[i] in inner for i in range(first, end))
    return named or (first == 0 and low[0] in DETERMINERS)


def _names_role(sentence: Sentence, end: int) -> bool:
    """Say whether a headline's words before the colon are an office or a part ("Ferry owner")."""
    low = sentence.low
    if end > _SHORT_NAME or not sentence.is_name(0) or has_finite(sentence, 0, end):
        return False
    return low[end - 1] in ROLE_WORDS | _PARTS and _NOT_SPEAKERS.isdisjoint(low[:end])


def find_unknown_cue(sentence: Sentence, end: int) -> Draft | None:
    """Return a statement whose cue is no known verb, by its marks alone.

    “…,” Vane fumed. – and – Mr Vane grovelled: ‘…’. A quotation that ends with a comma, or
    follows a colon, leaves its sentence to name who spoke, so the verb need not be known.
    """
    low = sentence.low
    if QUOTED not in low[:end]:
        return None
    at = low.index(QUOTED)
    if at >= 2 and low[at - 1] == ":" and _verb_like(sentence, at - 2):
        source = trim_phrase(sentence, 0, at - 2)
        if source and source[1] - source[0] <= _LONGEST_NAME and not has_finite(sentence, *source):
            return Draft([(at, end)], source, (at - 2, at - 1), Act.SPEECH, "unknown cue")
    inner = sentence.tokens[at].text.rstrip("”\"’'»").rstrip()
    if at != 0 or not inner.endswith(",") or at + 2 >= len(low):
        return None
    for verb in range(at + 2, min(end, at + _LONGEST_NAME)):
        if _verb_like(sentence, verb):
            source = trim_phrase(sentence, at + 1, verb)
            if source and (low[source[0]] in PRONOUNS or sentence.is_name(verb - 1)):
                return Draft([(at, at + 1)], source, (verb, verb + 1), Act.SPEECH, "unknown cue")
            return None
    return None


def _verb_like(sentence: Sentence, at: int) -> bool:
    word = sentence.low[at]
    return (
        not sentence.is_name(at)
        and word != "quoted"
        and word.isalpha()
        and (word.endswith("ed") or (word.endswith("s") and not word.endswith("ss")))
        and word not in ("was", "is", "has", "as", "his", "this")
    )
