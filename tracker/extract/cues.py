"""Find the verb groups of a sentence that may attribute something to someone.

A cue is a reporting verb outside quotation marks, used as a verb: finite
("said", "has said"), a participle ("adding"), or passive ("was told"). The same
letters are often a noun ("the claims", "his plans"), an adjective ("the announced
cut") or an infinitive ("declined to say"); those are told apart by the words
beside them, and when in doubt left alone.
"""

from dataclasses import dataclass

from tracker.extract.lexicon import FORMS, Verb
from tracker.extract.reading import Sentence
from tracker.extract.words import (
    ADVERBS,
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


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb group: token positions `first` to before `last`, the verb itself at `head`.

    `group` is where the group begins with its adverbs ("also said" from "also").
    `form` is "past", "s", "base", "ing"; `passive` and `negated` say so.
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
        verbs = [(verb, form) for verb, form in entries if verb.particle in (None, following)]
        if verbs:
            cue = _cue_at(sentence, index, verbs)
            if cue is not None:
                cues.append(cue)
    return cues


def _cue_at(sentence: Sentence, index: int, verbs: list[tuple[Verb, str]]) -> Cue | None:
    """Return the cue whose verb stands at `index`, None when it is used otherwise."""
    low = sentence.low
    verb, form = verbs[-1] if verbs[-1][0].particle else verbs[0]
    first = group = index
    helpers: list[str] = []
    while group > 0 and (_is_helper(low[group - 1]) or _is_adverb(low[group - 1])):
        if group - 1 == 0 and _is_adverb(low[0]) and not _is_helper(low[0]):
            break
        group -= 1
        if _is_helper(low[group]):
            first = index if low[group] == "having" else group
            helpers.append(low[group])
    be = any(word in BE for word in helpers)
    if "adjective" in verb.frames:
        if not be:
            return None
        form = "past"
    passive = form == "past" and be and "adjective" not in verb.frames
    modal = any(word in MODALS for word in helpers)
    if not _is_verbal(sentence, index, group, form, helpers):
        return None
    last = index + (2 if verb.particle else 1)
    if "having" in helpers:
        form = "ing"
    negated = any(word in NEGATIONS for word in low[group:index])
    return Cue(verb, group, first, index, last, form, passive, negated, modal)


def _is_helper(word: str) -> bool:
    return word in AUXILIARIES or word in NEGATIONS


def _is_adverb(word: str) -> bool:
    return word in ADVERBS or (
        word.endswith("ly")
        and len(word) > 4
        and word
        not in (
            "family",
            "july",
            "italy",
            "reply",
            "early",
            "daily",
            "weekly",
            "only",
            "assembly",
            "supply",
            "ally",
            "rally",
            "bully",
        )
    )


def _is_verbal(sentence: Sentence, index: int, group: int, form: str, helpers: list[str]) -> bool:
    """Say whether the form at `index` is used as a verb, by the words beside it."""
    low = sentence.low
    before = low[group - 1] if group > 0 else ""
    after = low[index + 1] if index + 1 < len(low) else ""
    if (
        sentence.is_name(index)
        and index > 0
        and sentence.is_name(index - 1)
        and form != "past"
        and (index + 1 < len(low) and sentence.is_name(index + 1))
        and low[index] not in ("says", "tells")
    ):
        return False
    if form == "past":
        return (
            bool(helpers)
            or before not in DETERMINERS
            or before
            in (
                "that",
                "this",
                "some",
                "many",
                "most",
                "all",
                "both",
                "others",
                "her",
                "one",
                "another",
            )
        )
    if form == "ing":
        return before not in DETERMINERS and (not helpers or any(h in BE for h in helpers))
    if form == "s":
        return _is_third_person(sentence, index, before, after)
    return _is_base_verb(sentence, index, before, after, helpers)


_COMPLEMENT_OPENERS = (
    SUBJECT_PRONOUNS
    | DETERMINERS
    | {
        "that",
        "to",
        QUOTED,
        "it",
        "him",
        "them",
        "us",
        "me",
        ":",
        "how",
        "why",
        "whether",
        "if",
        "what",
        ",",
    }
)
_NOUN_LIKE = frozenset(
    """claims reports plans calls hopes fears shows warns notes states questions attacks doubts
    projects estimates threatens demands promises posts views records finds counts answers
    faults credits tweets replies favors wishes feels results vows proposals ranks texts comments
    offers signals emails cries urges orders agrees forecasts boasts jokes guesses worries""".split()
)


def _is_third_person(sentence: Sentence, index: int, before: str, after: str) -> bool:
    word = sentence.low[index]
    if word not in _NOUN_LIKE:
        return before not in DETERMINERS or before in SUBJECT_PRONOUNS
    if before in ("he", "she", "it", "who", "which", "that"):
        return True
    if before in DETERMINERS or before in PREPOSITIONS or before in ("and", "or", ""):
        return False
    if before.endswith(("'s", "s'")) or before.endswith("s") and not sentence.is_name(index - 1):
        return False
    if after in ("of", "for", "in", "on", "by", "from", "are", "were", "have", "and"):
        return False
    return after in _COMPLEMENT_OPENERS or (
        index + 1 < len(sentence) and sentence.is_name(index + 1)
    )


def _is_base_verb(
    sentence: Sentence, index: int, before: str, after: str, helpers: list[str]
) -> bool:
    """Say whether a base form has a plural subject or a helper before it."""
    word = sentence.low[index]
    if before == "to":
        return False
    if helpers:
        return not all(helper in BE | HAVE for helper in helpers if helper not in NEGATIONS)
    if (
        before
        in (
            "they",
            "we",
            "i",
            "you",
            "who",
            "people",
            "some",
            "many",
            "others",
            "most",
            "which",
            "that",
        )
        or before in PLURALS
    ):
        return (
            before not in ("which", "that", "many", "some", "most") or after in _COMPLEMENT_OPENERS
        )
    plural = (
        before.endswith("s")
        and not before.endswith(("'s", "ss", "us", "is"))
        and before not in ("was", "has", "this", "as", "does")
    )
    plural = plural or _plural_head(sentence, index)
    if word in ("say", "think", "believe", "argue", "insist", "tell", "acknowledge", "predict"):
        return (
            plural
            or (index > 1 and not sentence.is_name(index) and after in ("that",))
            and before not in DETERMINERS | PREPOSITIONS
        )
    return plural and (
        after in _COMPLEMENT_OPENERS or (index + 1 < len(sentence) and sentence.is_name(index + 1))
    )


def _plural_head(sentence: Sentence, index: int) -> bool:
    """Say whether the noun before "at", "in", "of" … is plural ("analysts at the bank say")."""
    low = sentence.low
    for at in range(index - 2, max(0, index - 9), -1):
        if low[at] in PREPOSITIONS:
            head = low[at - 1]
            return head in PLURALS or (head.endswith("s") and not head.endswith(("ss", "us", "'s")))
        if not sentence.is_word(at) or low[at] in AUXILIARIES:
            return False
    return False
