"""Who carried a statement on: agencies, papers and broadcasters between speaker and reader.

Four forms: a clause behind the statement ("…, Peskov said, TASS and RIA reported."),
the addressee that is an outlet ("told AFP", "explained to the BBC"), a carrier who
names its source ("TASS reported, citing two officials") and one who quotes ("the
daily quoted him as saying"). In the last two the outlet stands as subject but the
speaker is another. Phrases without a clause of their own are in `carriers`.
"""

from tracker.extract.addressee import addressee_end
from tracker.extract.carriers import add_carriers, add_relays
from tracker.extract.clauses import only_adverbial
from tracker.extract.cues import Cue
from tracker.extract.draft import Draft, Relay
from tracker.extract.ends import content_end
from tracker.extract.inverted import noun_phrase_from, with_appositions
from tracker.extract.opening import Opening, sentence_end
from tracker.extract.outlets import (
    is_addressed_outlet,
    is_bare_name,
    is_outlet,
    is_own_outlet,
    outlet_range,
    outlets_from,
)
from tracker.extract.phrases import RELATIVES, STOPS, Range
from tracker.extract.reading import Sentence
from tracker.extract.sources import source_left
from tracker.extract.words import ADVERBS, DETERMINERS, SUBORDINATORS, TIME_WORDS
from tracker.model import Act
from tracker.text.sentences import QUOTED
from tracker.text.tokens import word_set

_SAYING = word_set("saying telling warning claiming stating adding")
_TELLING = word_set("tell assure remind inform notify warn advise")
_ON_AIR = word_set("say declare announce add claim argue warn insist")
_TRAILING = word_set("report reports")
_NEAR = 6
"""Tokens behind a cue in which its venue stands ("said on Monday on state television")."""


def find_relays(sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """Return the drafts with their relays, those that only relay another folded into it."""
    for draft in drafts:
        if draft.verb is not None and draft.source is not None and draft.rule != "quoted as":
            add_relays(draft, _told(sentence, draft, draft.verb), first=True)
    add_carriers(sentence, [d for d in drafts if _carried(sentence, d, drafts) is None])
    _peel(sentence, drafts)
    return _fold(sentence, drafts)


def _told(sentence: Sentence, draft: Draft, cue: Cue) -> list[Relay]:
    """Return the outlets that the speaker spoke to or on."""
    low, verb = sentence.low, (cue.first, cue.last)
    if cue.verb.lemma in _TELLING and not cue.passive:
        names = _addressee(sentence, cue.last)
        if names[0] < names[1] and not is_own_outlet(sentence, names):
            if is_addressed_outlet(sentence, names):
                parts = outlets_from(sentence, names[0])
                whole = parts if len(parts) > 1 else [names]
                return [Relay(part, verb) for part in whole]
            if cue.verb.lemma == "tell" and is_bare_name(sentence, names):
                return [Relay(names, verb, shown=False)]
        return []
    if low[0] == "to" and len(low) > 1 and (sentence.is_name(1) or low[1] in DETERMINERS):
        agent = outlet_range(sentence, 1)
        if agent is not None and agent[1] < len(low) and low[agent[1]] == ",":
            return [Relay(agent, (0, 1))]
    return _spoken_to(sentence, draft, cue)


def _addressee(sentence: Sentence, first: int) -> Range:
    """Return who was told, without the adverb behind ("told the Gazette afterwards")."""
    last = addressee_end(sentence, first, len(sentence.low))
    if last == first:
        return outlet_range(sentence, first) or (first, first)
    word = sentence.low[last - 1]
    adverb = word in ADVERBS | TIME_WORDS or word.startswith("afterward")
    return (first, last - 1 if adverb and not sentence.is_name(last - 1) else last)


def _spoken_to(sentence: Sentence, draft: Draft, cue: Cue) -> list[Relay]:
    """Return the outlet in "explained to the BBC", "said on state television"."""
    low = sentence.low
    first = max(cue.last, draft.source[1] if draft.source else 0)
    for at in range(first, min(first + _NEAR, len(low) - 1)):
        if any(a <= at < b for a, b in draft.content) or (low[at] in STOPS and at > first):
            break
        aired = low[at] == "on" and cue.verb.lemma in _ON_AIR
        written = low[at] == "in" and cue.verb.lemma == "write"
        if not (aired or written or (low[at] == "to" and at <= first + 1)):
            continue
        agent = outlet_range(sentence, at + 1)
        if agent is not None and (low[at] == "to" or _is_on_air(sentence, agent)):
            return [Relay(agent, (at, at + 1))]
    return []


def _is_on_air(sentence: Sentence, agent: Range) -> bool:
    """Say whether it is a certain outlet on which something was said, not "the radio"."""
    named = any(sentence.is_name(at) or sentence.low[at] == "state" for at in range(*agent))
    return named and is_outlet(sentence, agent)


def _peel(sentence: Sentence, drafts: list[Draft]) -> None:
    """Cut "…, the agency reports" off a content that runs to its sentence's end.

    "Reports" behind a noun reads as a plural, so that no cue is found in it.
    """
    low = sentence.low
    end = sentence_end(sentence)
    if end < _NEAR or low[end - 1] not in _TRAILING:
        return
    at = next((i for i in range(end - 2, max(0, end - 12), -1) if low[i] == ","), None)
    if at is None or not is_outlet(sentence, (at + 1, end - 1)):
        return
    for draft in drafts:
        first, last = draft.content[-1]
        if first < at < last == end:
            draft.content[-1] = (first, at)
            names = _parallel(sentence, (at + 1, end - 1))
            add_relays(draft, [Relay(name, (end - 1, end)) for name in names])


def _fold(sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """Turn an outlet's statement about another's statement into a relay of that."""
    kept = []
    for draft in drafts:
        carried = _carried(sentence, draft, drafts)
        if carried is None or draft.source is None:
            kept.append(draft)
            continue
        first, last = draft.source
        if any(first < relay.agent[0] < last for relay in carried.relays):
            continue  # "according to a transcript obtained by the Gazette": it is the relay
        names = _parallel(sentence, draft.source)
        add_relays(carried, [Relay(name, draft.cue) for name in names])
    return kept


def _carried(sentence: Sentence, draft: Draft, drafts: list[Draft]) -> Draft | None:
    """Return the statement that `draft` only carries on, None when it makes its own."""
    if draft.source is None or draft.rule not in ("after", "inverted", "according after"):
        return None
    if not is_outlet(sentence, draft.source) and not _report_together(sentence, draft):
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
    if len(inner) > 1 and any(_is_relative(sentence, other) for other in inner):
        return None  # "a man who claimed A now says B, the paper wrote": it tells of two
    return max(inner, key=lambda other: other.last - other.first, default=None)


def _report_together(sentence: Sentence, draft: Draft) -> bool:
    """Say whether names joined by "and", one of them an outlet's, report: "Vesti and RMF"."""
    names = _parallel(sentence, draft.source) if draft.source else []
    reports = draft.verb is not None and draft.verb.verb.lemma == "report"
    return reports and len(names) > 1 and any(is_outlet(sentence, name) for name in names)


def _is_relative(sentence: Sentence, draft: Draft) -> bool:
    return draft.source is not None and sentence.low[draft.source[0]] in RELATIVES


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
    plain = last <= at + 1
    last = _to_mark(sentence, at + 1, end) if plain else last
    led = (draft.first for draft in drafts if draft.rule == "according before")
    behind = min((first for first in led if first > at), default=end)
    last = min(last, behind - (behind > 0 and low[behind - 1] == ","))
    if last <= at + 1:
        return
    for draft in drafts:
        if draft.source is None or draft.cue is None or draft.source[0] > at:
            continue
        lemma = draft.verb.verb.lemma if draft.verb is not None else ""
        outlet = is_outlet(sentence, draft.source)
        # What a judge wrote in so many words, "citing precedent", stays the judge's.
        own = low[draft.first] == QUOTED and (plain or lemma == "write") and not outlet
        reports = outlet or (lemma in ("report", "write") and not own)
        if reports and not any(a <= at < b for a, b in draft.content):
            names = _parallel(sentence, draft.source)
            draft.relays = [Relay(name, draft.cue) for name in names]
            draft.source, draft.cue, draft.rule = (at + 1, last), (at, at + 1), "citing"


def _to_mark(sentence: Sentence, first: int, end: int) -> int:
    """Return where plain nouns end ("citing unnamed employees"): at a mark or conjunction."""
    stops = (i for i in range(first, end) if sentence.low[i] in STOPS | SUBORDINATORS)
    return next(stops, end)


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
    if low[at + 1] == "telling":
        start = addressee_end(sentence, start, limit)
    if cue.passive:
        source, spoken = subject, (cue.first, at + 2)
        carrier, start = _quoting(sentence, cue, at, start)
        relays = [Relay(carrier, (carrier[0] - 1, carrier[0]))] if carrier else []
    else:
        source, spoken = (cue.last, at), (at, at + 2)
        relays = [Relay(subject, (cue.first, cue.last))] if subject else []
    if source is None or source[0] >= source[1]:
        return None
    content = _quoted_content(sentence, cue, start, subject, later, after, limit)
    return (
        Draft([content], source, spoken, Act.SPEECH, "quoted as", relays, cue) if content else None
    )


def _quoting(sentence: Sentence, cue: Cue, at: int, start: int) -> tuple[Range | None, int]:
    """Return who quoted, in "was quoted (by Z) as saying (by Z)", and where that ends."""
    low = sentence.low
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
    that = next((at for at in range(start, min(limit, start + _NEAR)) if low[at] == "that"), None)
    if that is not None and QUOTED not in low[start:that] and only_adverbial(sentence, start, that):
        start = that  # "as saying on Friday that …"
    while start < limit and low[start] in (",", ":", "that"):
        start += 1
    quoted = subject is not None and subject[0] > 0 and low[subject[0] - 1] == QUOTED
    tail = quoted and QUOTED not in low[start:limit] and only_adverbial(sentence, start, limit)
    if start < limit and not tail:  # “…,” Z was quoted as saying on Friday
        stop = content_end(sentence, cue, Opening(start, "quote"), later, after, limit)
        return (start, stop) if stop > start else None
    if subject is None or subject[0] == 0 or low[subject[0] - 1] not in (",", QUOTED):
        return None
    cut = subject[0] if low[subject[0] - 1] == QUOTED else subject[0] - 1
    return (0, cut) if cut else None
