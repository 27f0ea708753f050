"""What the sequence model sees of each word of a sentence.

A feature is a short string; all count alike. They look three words to either side, at the
nearest reporting verb and the nearest quotation on either side, at the ends of the
sentence, and at what the rules made of the word. Words are looked at by their surface
alone: a part-of-speech tagger (spaCy's, and the classes of a large lexicon) was tried and
added nothing beside the rules' verdicts (F1 .703, .703 and .704 on held-out articles).
Stems and the words of `lexicon` added .005 together.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tracker.extract.draft import Draft
from tracker.extract.lexicon import FORMS
from tracker.extract.reading import Sentence
from tracker.extract.sequence.lexicon import kind_of_word
from tracker.extract.words import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    MODALS,
    NEGATIONS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
)
from tracker.text.normalise import stem
from tracker.text.sentences import QUOTED
from tracker.text.tokens import Token

Features = list[list[str]]

FEATURES_VERSION = 1
"""Goes up when what is below, or a rule's name, changes: older weights then mean nothing."""

_CLOSED = (
    ("PRO", PRONOUNS),
    ("DET", DETERMINERS),
    ("AUX", AUXILIARIES),
    ("MOD", MODALS),
    ("NEG", NEGATIONS),
    ("ADV", ADVERBS),
    ("SUB", SUBORDINATORS),
    ("PRP", PREPOSITIONS),
)
_ENDINGS = (
    ("ing", ("ing",)),
    ("ed", ("ed",)),
    ("ly", ("ly",)),
    ("N", ("tion", "ment", "ness", "ity", "ship", "ism")),
    ("ER", ("ist", "er", "or", "man", "men", "ant", "ent")),
    ("ADJ", ("al", "ive", "ous", "ic", "ful", "less", "ary", "able")),
    ("s", ("s",)),
)
_STEPS = (4, 7, 12, 20)
_EDGE_MARKS = "“”\"'‘’ "
_REACH = 3
"""Words to either side whose form and class are looked at."""
_KIND_REACH = 15
"""Words behind a word of the lexicon that still see it."""


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a sentence.

    `after_quotation` says that the one before it in its paragraph begins or ends with one.
    """

    headline: bool = False
    after_quotation: bool = False


@dataclass(slots=True)
class _Row:
    """A sentence in columns: its words, their classes, and what lies to either side."""

    words: list[str]
    classes: list[str]
    verb_left: list[int | None]
    verb_right: list[int | None]
    quote_left: list[int | None]
    quote_right: list[int | None]
    stems: list[str]
    kinds: list[str]
    kind_left: list[int | None]


def features(sentence: Sentence, drafts: Sequence[Draft] | None, around: Around) -> Features:
    """Return the features of each token; `drafts` are the rules', None to do without."""
    row = _row(sentence)
    quoted = f"hq={QUOTED in row.words}"
    shared = [quoted, f"pq={around.after_quotation}"] + (["hl"] if around.headline else [])
    ruled = _ruled(len(sentence), drafts) if drafts is not None else None
    size = len(sentence)
    rows = []
    for at in range(size):
        found = _near(row, at)
        found += _verbs(row, at)
        found += _quotations(row, at, sentence.tokens[at])
        found += _stems(row, at)
        found += [f"pos={_step(at)}", f"end={_step(size - 1 - at)}", *shared]
        if ruled is not None:
            found += _verdicts(ruled, row, at)
        rows.append(found)
    return rows


def _row(sentence: Sentence) -> _Row:
    words = sentence.low
    classes = [word_class(token.low, token.text) for token in sentence.tokens]
    verbs = [
        bool(verb_features(word)) and class_ != "CAP"
        for word, class_ in zip(words, classes, strict=True)
    ]
    quotes = [word == QUOTED for word in words]
    kinds = [kind_of_word(word) for word in words]
    return _Row(
        words,
        classes,
        _nearest(verbs),
        _nearest(verbs, True),
        _nearest(quotes),
        _nearest(quotes, True),
        [stem(word) for word in words],
        kinds,
        _nearest([bool(kind) for kind in kinds]),
    )


def _nearest(marks: Sequence[bool], right: bool = False) -> list[int | None]:
    """Return, for each place, the nearest marked one on its left (or right), itself left out."""
    places = range(len(marks) - 1, -1, -1) if right else range(len(marks))
    found: list[int | None] = [None] * len(marks)
    last = None
    for at in places:
        found[at] = last
        if marks[at]:
            last = at
    return found


@lru_cache(maxsize=65536)
def word_class(low: str, text: str) -> str:
    """Return a word's class: of closed words which, of a verb its form, else its shape."""
    if low == QUOTED:
        return "QUOTE"
    if not text[0].isalnum() and text[0] not in "@#":
        return "P" + low[:2]
    if text[0].isdigit():
        return "NUM"
    closed = "+".join(name for name, words in _CLOSED if low in words)
    if closed:
        return closed
    if low in FORMS:
        return "V" + FORMS[low][0][1]
    if text[0].isupper():
        return "CAP"
    return next((name for name, endings in _ENDINGS if low.endswith(endings)), "w")


@lru_cache(maxsize=65536)
def verb_features(low: str) -> tuple[str, ...]:
    """Return what the lexicon says of a reporting verb: lemma, form, act, frames; else ()."""
    entries = FORMS.get(low)
    if entries is None:
        return ()
    verb, form = entries[0]
    frames = sorted({frame for entry, _ in entries for frame in entry.frames})
    return (f"lem={verb.lemma}", f"form={form}", f"act={verb.act}", *(f"fr={f}" for f in frames))


def _near(row: _Row, at: int) -> list[str]:
    """Return the word with its neighbours, one by one and in pairs."""
    words, classes = row.words, row.classes
    word, class_ = words[at], classes[at]
    found = ["b", f"w={word}", f"c={class_}"]
    for step in range(1, _REACH + 1):
        before, after = at - step, at + step
        if before >= 0:
            found += (f"w-{step}={words[before]}", f"c-{step}={classes[before]}")
        else:
            found.append(f"w-{step}=<")
        if after < len(words):
            found += (f"w{step}={words[after]}", f"c{step}={classes[after]}")
        else:
            found.append(f"w{step}=>")
    left, right = _at(classes, at - 1), _at(classes, at + 1)
    found += (
        f"ww={_at(words, at - 1)}|{word}",
        f"wx={word}|{_at(words, at + 1)}",
        f"cc={left}|{class_}",
        f"cx={class_}|{right}",
        f"ccc={left}|{class_}|{right}",
        f"cl={_at(classes, at - 2)}|{left}",
        f"cr={right}|{_at(classes, at + 2)}",
    )
    if len(word) > 4 and word.isalpha():
        found.append(f"s3={word[-3:]}")
    return found


def _at(values: Sequence[str], at: int) -> str:
    if 0 <= at < len(values):
        return values[at]
    return "<" if at < 0 else ">"


def _verbs(row: _Row, at: int) -> list[str]:
    """Return what reporting verb the word is, stands next to, or stands behind and before."""
    words, classes = row.words, row.classes
    found = list(verb_features(words[at]))
    if at:
        found += [f"-1{f}" for f in verb_features(words[at - 1])[:3]]
    if at + 1 < len(words):
        found += [f"1{f}" for f in verb_features(words[at + 1])[:3]]
    left, right = row.verb_left[at], row.verb_right[at]
    if left is not None:
        lemma, form = verb_features(words[left])[:2]
        between = words[left + 1 : at]
        commas = min(between.count(","), 3)
        found += (
            f"lq={lemma}",
            f"lqd={_step(at - left)}",
            f"lqc={lemma}|{classes[at]}",
            f"lqt={form}|{'that' in between}|{commas}",
            f"lqn={lemma}|{_at(words, left + 1)}",
        )
    else:
        found.append("lq0")
    if right is not None:
        lemma = verb_features(words[right])[0]
        found += (
            f"rq={lemma}",
            f"rqd={_step(right - at)}",
            f"rqp={lemma}|{_at(classes, right - 1)}",
        )
    else:
        found.append("rq0")
    return found


def _quotations(row: _Row, at: int, token: Token) -> list[str]:
    """Return how far quotations are, and what a quotation looks like."""
    left, right = row.quote_left[at], row.quote_right[at]
    found = []
    if left is not None:
        found.append(f"ql={_step(at - left)}")
    if right is not None:
        found.append(f"qr={_step(right - at)}")
    if row.words[at] == QUOTED:
        body = token.text.strip(_EDGE_MARKS)
        lower = body[:1].islower()
        found += (
            f"qe={body[-1:]}",
            f"qs={_step(body.count(' ') + 1)}",
            f"qc={lower}",
            f"qn={body[-1:] in ',.?!'}|{_at(row.classes, at + 1)}",
            f"qp={lower}|{_at(row.classes, at - 1)}",
        )
    return found


def _stems(row: _Row, at: int) -> list[str]:
    """Return the stems of the word and its neighbours, and words of the lexicon around it."""
    stems, kinds = row.stems, row.kinds
    found = [f"st={stems[at]}"]
    if at:
        found.append(f"st-1={stems[at - 1]}")
    if at + 1 < len(stems):
        found.append(f"st1={stems[at + 1]}")
    kind = kinds[at]
    if kind:
        found += (
            f"k={kind}",
            f"kx={kind}|{_at(row.words, at + 1)}",
            f"kp={_at(row.words, at - 1)}|{kind}",
        )
    for step in (-2, -1, 1, 2):
        if 0 <= at + step < len(kinds) and kinds[at + step]:
            found.append(f"k{step}={kinds[at + step]}")
    left = row.kind_left[at]
    if left is not None and at - left < _KIND_REACH:
        found.append(f"kl={kinds[left]}|{_step(at - left)}")
    return found


def _step(number: int) -> int:
    """Return a number of words in steps: 0 to 4 as they are, then 7, 12, 20."""
    if number <= _STEPS[0]:
        return number
    return max(step for step in _STEPS if step <= number)


def _ruled(size: int, drafts: Iterable[Draft]) -> list[tuple[str, str]]:
    """Return for each token the part that rules gave it, and the rule; the widest draft first."""
    parts = [("O", "")] * size
    for draft in sorted(drafts, key=lambda draft: draft.first - draft.last):
        sources = [draft.source] if draft.source else []
        cues = [draft.cue] if draft.cue else []
        for part, ranges in (("C", draft.content), ("S", sources), ("Q", cues)):
            for first, last in ranges:
                for at in range(first, min(last, size)):
                    if parts[at][0] == "O":
                        parts[at] = (part, draft.rule)
    return parts


def _verdicts(ruled: list[tuple[str, str]], row: _Row, at: int) -> list[str]:
    """Return what the rules made of the word and of its neighbours."""
    part, rule = ruled[at]
    before, rule_before = ruled[at - 1] if at else ("<", "<")
    after, rule_after = ruled[at + 1] if at + 1 < len(ruled) else (">", ">")
    return [
        f"r={part}",
        f"rr={part}|{rule}",
        f"rc={part}|{row.classes[at]}",
        f"rp={before}|{part}",
        f"rn={part}|{after}",
        f"rrp={before}{rule_before}|{part}{rule}",
        f"rrn={part}{rule}|{after}{rule_after}",
    ]
