"""Find the verb groups of a sentence that may attribute something to someone.

A cue is a reporting verb outside quotation marks, used as a verb: finite
("said", "has said"), a participle ("adding"), or passive ("was told"). The same
letters are often a noun ("the claims", "his plans"), an adjective ("the announced
cut") or an infinitive ("declined to say"); those are told apart by the words
beside them, and when in doubt left alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.extract.lexicon import FORMS, Verb
from tracker.extract.reading import Sentence
from tracker.extract.verb_group import verb_group
from tracker.extract.words import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    HAVE,
    MODALS,
    NEGATIONS,
    PLURALS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
)
from tracker.text.sentences import QUOTED
from tracker.text.tokens import word_set

_PHRASE = 14
"""Tokens between a plural noun and its verb, its modifiers counted."""

_LAST = 4
"""Tokens that a closing verb and the marks behind it are."""

_SET_OFF = 7
"""Tokens from a verb that ends a sentence back to the comma before its subject."""

_MODIFYING = word_set("who taken seen filed released published obtained compiled conducted")
_COMPLEMENT_OPENERS = (
    SUBJECT_PRONOUNS
    | DETERMINERS
    | word_set("that to it him them us me : how why whether if what ,")
    | {QUOTED}
)
_NOUN_LIKE = word_set(
    """
    claims reports plans calls hopes fears shows warns notes states questions attacks doubts
    projects estimates threatens demands promises posts views records finds counts answers
    faults credits tweets replies favors wishes feels results vows proposals ranks texts
    comments offers signals emails cries urges orders agrees forecasts boasts jokes guesses
    worries
    """
)
_VERBAL = word_set("say think believe argue insist tell acknowledge predict")
"""Base forms that are hardly ever nouns."""

_NOT_PLURAL = word_set("was has this as does")
_PARTICIPLE_SUBJECTS = word_set(
    """
    that this some many most all both others her one another few several
    """
)
_NOUN_TAILS = word_set("of for in on by from are were have and")
_ANY_PLURAL = word_set("they we i you who people others") | PLURALS
_MAYBE_PLURAL = word_set("which that many some most")


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb group: token positions `first` to before `last`, the verb itself at `head`.

    `group` is where the group begins with its adverbs ("also said" from "also").
    `form` is "past", "s", "base" or "ing". `passive`, `negated` and `modal` tell of
    the helpers ("was", "not", "would").
    """

    verb: Verb
    group: int
    first: int
    head: int
    last: int
    form: str
    passive: bool = False
    negated: bool = False
    modal: bool = False

    def takes(self, *frames: str) -> bool:
        """Say whether the verb has one of `frames`."""
        return not self.verb.frames.isdisjoint(frames)


def find_cues(sentence: Sentence) -> list[Cue]:
    """Return the possible cues of a sentence in order."""
    low = sentence.low
    cues = []
    for index, word in enumerate(low):
        entries = FORMS.get(word)
        if entries is None:
            continue
        following = low[index + 1] if index + 1 < len(low) else ""
        fitting = [entry for entry in entries if entry[0].particle in (None, following)]
        if fitting:
            # A verb with its particle ("called for") goes before the bare verb.
            verb, form = fitting[-1] if fitting[-1][0].particle else fitting[0]
            cue = _cue_at(sentence, index, verb, form)
            if cue is not None:
                cues.append(cue)
    return cues


def _cue_at(sentence: Sentence, index: int, verb: Verb, form: str) -> Cue | None:
    """Return the cue whose verb stands at `index`, None when it is used otherwise."""
    words = verb_group(sentence, index, verb)
    group, first, helpers = words.start, words.first, words.helpers
    be = not BE.isdisjoint(helpers)
    adjective = "adjective" in verb.frames
    if adjective and not be:
        return None
    if words.led:
        form = "past"
    elif not _is_verbal(sentence, index, group, form, helpers):
        return None
    return Cue(
        verb=verb,
        group=group,
        first=first,
        head=index,
        last=index + (2 if verb.particle else 1),
        form=_tense(form, helpers),
        passive=form == "past" and be and not (adjective or words.led),
        negated=any(word in NEGATIONS for word in sentence.low[group:index]),
        modal=not MODALS.isdisjoint(helpers),
    )


def _tense(form: str, helpers: Sequence[str]) -> str:
    if "having" in helpers:
        return "ing"
    if form == "base" and not {"did", "didn't"}.isdisjoint(helpers):
        return "past"
    return form


def _is_verbal(
    sentence: Sentence, index: int, group: int, form: str, helpers: Sequence[str]
) -> bool:
    """Say whether the form at `index` is used as a verb, by the words beside it."""
    low = sentence.low
    before = low[group - 1] if group > 0 else ""
    if form in ("s", "base") and _is_within_name(sentence, index):
        return False
    if form == "past":
        return bool(helpers) or before not in DETERMINERS or before in _PARTICIPLE_SUBJECTS
    if form == "ing":
        return before not in DETERMINERS and (not helpers or not BE.isdisjoint(helpers))
    if form == "s":
        return _is_third_person(sentence, index, before)
    return _is_base_verb(sentence, index, before, helpers)


def _is_within_name(sentence: Sentence, index: int) -> bool:
    """Say whether capitalised words stand on both sides ("the New States Union")."""
    if sentence.low[index] == "says" or not 0 < index < len(sentence) - 1:
        return False
    if sentence.low[index - 1 : index + 1] == ["united", "states"]:
        return True
    return all(sentence.is_name(at) for at in (index - 1, index, index + 1))


def _opens_complement(sentence: Sentence, at: int) -> bool:
    if at >= len(sentence):
        return False
    return sentence.low[at] in _COMPLEMENT_OPENERS or sentence.is_name(at)


def _is_third_person(sentence: Sentence, index: int, before: str) -> bool:
    """Say whether a form in -s is a verb and not a plural noun."""
    if sentence.low[index] not in _NOUN_LIKE:
        return before not in DETERMINERS or before in SUBJECT_PRONOUNS
    if before in ("he", "she", "it", "who", "which", "that"):
        return True
    if before in DETERMINERS or before in PREPOSITIONS or before in ("and", "or", ""):
        return False
    if _takes_noun(before):
        return False  # "denied reports that …": what was denied
    if before.endswith(("'s", "s'")) or (before.endswith("s") and not sentence.is_name(index - 1)):
        return False
    if _closes(sentence, index) and _is_set_off(sentence, index):
        return True
    after = sentence.low[index + 1] if index + 1 < len(sentence) else ""
    return after not in _NOUN_TAILS and _opens_complement(sentence, index + 1)


def _takes_noun(word: str) -> bool:
    """Say whether a word is a verb with an object behind it ("denied", "dismissed")."""
    return any(
        form in ("past", "s") and "object" in verb.frames for verb, form in FORMS.get(word, ())
    )


def _is_base_verb(sentence: Sentence, index: int, before: str, helpers: Sequence[str]) -> bool:
    """Say whether a base form has a plural subject or a helper before it."""
    low = sentence.low
    if before == "to":
        return False
    if helpers:
        return any(helper not in BE | HAVE for helper in helpers if helper not in NEGATIONS)
    if before in _MAYBE_PLURAL:
        return _opens_complement(sentence, index + 1) and not sentence.is_name(index + 1)
    if before in _ANY_PLURAL:
        return True
    plural = _is_plural(before) or _plural_head(sentence, index)
    if low[index] not in _VERBAL:
        return plural and (_opens_complement(sentence, index + 1) or _closes(sentence, index))
    that = index > 1 and low[index + 1 : index + 2] == ["that"] and not sentence.is_name(index)
    return plural or (that and before not in DETERMINERS | PREPOSITIONS)


def _closes(sentence: Sentence, index: int) -> bool:
    """Say whether a verb ends the sentence behind a subject set off: "…, documents show"."""
    low = sentence.low
    ends = len(low) - index <= _LAST and all(word in (".", "!", "?") for word in low[index + 1 :])
    return ends and "," in low[max(0, index - _SET_OFF) : index - 1]


def _is_set_off(sentence: Sentence, index: int) -> bool:
    """Say whether one named or known subject stands between a comma and a closing verb.

    "…, the Weather Service reports."; not "…, annual reports." or "…, Cho and the reports.".
    """
    low = sentence.low
    first = index
    while first > 0 and low[first - 1] != ",":
        first -= 1
    known = sentence.is_name(first) or (low[first] in DETERMINERS and first + 1 < index)
    return known and all(
        sentence.is_word(at) and low[at] not in PREPOSITIONS and low[at] not in ("and", "or")
        for at in range(first, index)
    )


def _is_plural(word: str) -> bool:
    if word in PLURALS:
        return True
    return (
        word.endswith("s")
        and word not in _NOT_PLURAL
        and not word.endswith(("'s", "ss", "us", "is"))
    )


def _plural_head(sentence: Sentence, index: int) -> bool:
    """Say whether the noun the phrase is about is plural ("analysts at the bank say")."""
    low = sentence.low
    if low[index - 1] in ("and", "or", "then"):
        return False
    for at in range(index - 1, max(0, index - _PHRASE), -1):
        if low[at] in AUXILIARIES or not (sentence.is_word(at) or low[at] == ","):
            return False
        if (low[at] in PREPOSITIONS or low[at] in _MODIFYING) and _is_plural(low[at - 1]):
            return True
    return False
