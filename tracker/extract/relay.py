"""Who carried a statement on: agencies, papers and broadcasters between speaker and reader.

Four forms: a clause behind the statement ("…, Peskov said, TASS and RIA reported."),
the addressee that is an outlet ("told AFP", "in an interview with the BBC"), a
carrier who names its source ("TASS reported, citing two officials") and one who
quotes ("the daily quoted him as saying"). In the last two the outlet stands as
subject but the speaker is another.
"""

import re

from tracker.extract.addressee import addressee_end
from tracker.extract.cues import Cue
from tracker.extract.draft import Draft, Relay
from tracker.extract.ends import content_end
from tracker.extract.inverted import noun_phrase_from, with_appositions
from tracker.extract.opening import Opening
from tracker.extract.phrases import Range
from tracker.extract.reading import Sentence
from tracker.extract.sources import source_left
from tracker.extract.words import AGENCIES, OUTLET_WORDS
from tracker.model import Act
from tracker.text.sentences import QUOTED
from tracker.text.tokens import word_set

_OUTLET_NOUNS = word_set(
    """
    media newspaper newspapers agency agencies television radio broadcaster newswire daily
    weekly channel station tabloid portal
    """
)
_MEETING = word_set("interview interviews remarks comments")
_SAYING = word_set("saying telling warning claiming stating adding")
_OBJECTIVES = word_set("him her them")


def is_outlet(sentence: Sentence, names: Range) -> bool:
    """Say whether the words name a newspaper, an agency or a broadcaster."""
    low = sentence.low
    words = range(*names)
    if any(low[at] in _OUTLET_NOUNS for at in words):
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
    return names[1] - names[0] <= 2 and 2 <= len(text) <= 6 and text.isalpha() and text.isupper()


def add_relays(sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """Return the drafts with their relays, those that only relay another folded into it."""
    for draft in drafts:
        if draft.verb is not None and draft.source is not None:
            draft.relays += _told(sentence, draft)
    return _fold(sentence, drafts)


def _told(sentence: Sentence, draft: Draft) -> list[Relay]:
    """Return the outlet that was told, or that the interview was with."""
    cue, low = draft.verb, sentence.low
    if cue is None:
        return []
    if cue.verb.lemma == "tell" and not cue.passive:
        last = addressee_end(sentence, cue.last, len(low))
        return _named(sentence, cue.last, last)
    for at in range(len(low) - 3):
        if low[at] in _MEETING and low[at + 1] in ("with", "to"):
            inside = any(first <= at < last for first, last in draft.content)
            if not inside:
                return _named(sentence, at + 2, noun_phrase_from(sentence, at + 2))
    return []


def _named(sentence: Sentence, first: int, last: int) -> list[Relay]:
    if first < last and is_outlet(sentence, (first, last)):
        return [Relay((first, last), None)]
    return []


def _fold(sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """Turn an outlet's statement about another's statement into a relay of that."""
    kept = []
    for draft in drafts:
        carried = _carried(sentence, draft, drafts)
        if carried is None or draft.source is None:
            kept.append(draft)
            continue
        position = 1 + max((relay.position for relay in carried.relays), default=0)
        for name in _parallel(sentence, draft.source):
            carried.relays.append(Relay(name, draft.cue, position))
    return kept


def _carried(sentence: Sentence, draft: Draft, drafts: list[Draft]) -> Draft | None:
    """Return the statement that `draft` only carries on, None when it makes its own."""
    if draft.source is None or draft.rule not in ("after", "inverted", "according after"):
        return None
    if not is_outlet(sentence, draft.source):
        return None
    inner = [
        other
        for other in drafts
        if other is not draft
        and other.source
        and other.cue
        and draft.first <= other.cue[0] < draft.last
        and min(other.first, other.source[0]) <= draft.first + 2
    ]
    return max(inner, key=lambda other: other.last - other.first, default=None)


def _parallel(sentence: Sentence, source: Range) -> list[Range]:
    """Return the names of a joint relay apart ("RIA Novosti and TASS"), without articles."""
    names, first = [], source[0]
    for at in range(source[0], source[1] + 1):
        if at == source[1] or sentence.low[at] in ("and", ","):
            names.append((first, at))
            first = at + 1
    whole = [name for name in names if name[0] < name[1] and sentence.is_name(name[1] - 1)]
    return whole if len(whole) == len(names) else [source]


def find_cited(sentence: Sentence, drafts: list[Draft], end: int) -> None:
    """Make the one cited the source, and the citing outlet the relay, in `drafts`."""
    low = sentence.low
    at = next((i for i in range(1, end - 1) if low[i] in ("citing", "quoting")), None)
    if at is None:
        return
    last = with_appositions(sentence, noun_phrase_from(sentence, at + 1))
    if last <= at + 1:
        return
    for draft in drafts:
        if draft.source is None or draft.cue is None or draft.source[0] > at:
            continue
        reports = draft.verb is not None and draft.verb.verb.lemma in ("report", "write")
        if (reports or is_outlet(sentence, draft.source)) and not any(
            a <= at < b for a, b in draft.content
        ):
            names = _parallel(sentence, draft.source)
            draft.relays = [Relay(name, draft.cue) for name in names]
            draft.source, draft.cue, draft.rule = (at + 1, last), (at, at + 1), "citing"


def find_quoted_as(
    sentence: Sentence, cue: Cue, later: list[Cue], after: list[Draft], limit: int
) -> Draft | None:
    """Read "Z quoted Y as saying …" and "Y was quoted as saying …": Y speaks, Z carries."""
    low = sentence.low
    reach = range(cue.last, min(limit - 1, cue.last + 16))
    at = next((i for i in reach if low[i] == "as" and low[i + 1] in _SAYING), None)
    if at is None:
        return None
    subject, start = source_left(sentence, cue), at + 2
    relays: list[Relay] = []
    if cue.passive:
        source, spoken = subject, (cue.first, at + 2)
        carrier, start = _quoting(sentence, cue, at)
        relays = [Relay(carrier, None)] if carrier else []
    else:
        source, spoken = (cue.last, at), (at, at + 2)
        relays = [Relay(subject, (cue.first, cue.last))] if subject else []
    if source is None or source[0] >= source[1]:
        return None
    content = _quoted_content(sentence, cue, start, subject, later, after, limit)
    return (
        Draft([content], source, spoken, Act.SPEECH, "quoted as", relays, cue) if content else None
    )


def _quoting(sentence: Sentence, cue: Cue, at: int) -> tuple[Range | None, int]:
    """Return who quoted, in "was quoted (by Z) as saying (by Z)", and where that ends."""
    low, start = sentence.low, at + 2
    if low[cue.last] == "by" and cue.last + 1 < at:
        return (cue.last + 1, at), start
    if start < len(low) and low[start] == "by":
        end = noun_phrase_from(sentence, start + 1)
        return ((start + 1, end), end) if end > start + 1 else (None, start)
    return None, start


def _quoted_content(
    sentence: Sentence,
    cue: Cue,
    start: int,
    subject: Range | None,
    later: list[Cue],
    after: list[Draft],
    limit: int,
) -> Range | None:
    """Return what was said: behind "as saying", or before the clause (“…,” Z quoted him …)."""
    low = sentence.low
    while start < limit and low[start] in (",", ":", "that"):
        start += 1
    if start < limit:
        stop = content_end(sentence, cue, Opening(start, "quote"), later, after, limit)
        return (start, stop) if stop > start else None
    if subject is None or subject[0] == 0 or low[subject[0] - 1] not in (",", QUOTED):
        return None
    cut = subject[0] if low[subject[0] - 1] == QUOTED else subject[0] - 1
    return (0, cut) if cut else None
