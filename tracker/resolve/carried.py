"""Through whom a statement first came into print, as far as its own article tells.

The first named hop behind the speaker carried it. Where the chain goes straight from the
speaker to the outlet, the outlet heard it itself only if it says so ("told this newspaper"),
is an agency, or is the speaker's own publication; most articles do not tell, and then it is
not known: the paper may have been in the room, or have copied what was.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

from tracker.model import AgentKind, Article, Hop, HopRole, Occupancy, Span, Statement
from tracker.text.datelines import is_wire
from tracker.text.names import acronym_of, fold_name, strip_article, word_set
from tracker.text.quotation import find_quotations
from tracker.text.sentences import find_paragraphs


class Basis(StrEnum):
    """How an origin is known."""

    CHAIN = "chain"
    OWN = "own"
    STATEMENT = "statement"


@dataclass(frozen=True, slots=True)
class Carried:
    """Who first carried a statement.

    `origins` has one entry an origin; an entry of several names is a joint credit
    ("AFP/AP"), of which nobody can tell who it was. `words` are the printed ones that
    say so, where the text has any. `interview` says that the speaker spoke to the outlet,
    which holds for what else the same speaker says in the article.
    """

    origins: tuple[tuple[str, ...], ...]
    basis: Basis
    words: str | None = None
    interview: bool = False


_REACH = 160
"""Codepoints on each side of a cue in which its clause says where a thing was said."""

_BREAK = re.compile(r"[.!?][”\"’)]?\s|\n")
_NAME = r"[A-Z][\w’'&.-]*(?:\s(?:of\s(?:the\s)?)?[A-Z][\w’'&-]*){0,5}"
_OWN = (
    r"us|me|(?:this|our)\s(?:\w+\s)?(?:newspaper|paper|website|site|magazine|programme|program"
    r"|reporter|correspondent|journalist|station|channel|network|broadcaster|outlet|agency)"
)
_WHOM = rf"(?P<whom>(?:{_OWN})\b|(?:the\s)?{_NAME})"
_INTERVIEW = re.compile(
    r"\b(?:told|tells?|telling|(?:[Ss]peaking|spoke|[Tt]alking)\s(?:\w+\s)?(?:to|with)"
    r"|(?:[Ii]n\s(?:an?|the|his|her|their)\s(?:\w+\s){0,2})?"
    rf"interview(?:ed)?\s(?:given\s)?(?:with|by|to))\s{_WHOM}"
)
_SEEN = re.compile(rf"\b(?:(?:seen|obtained|reviewed|viewed)\sby|shown\sto|shared\swith)\s{_WHOM}")
_OWN_ONLY = re.compile(rf"(?:{_OWN})\b")
_STATEMENT = re.compile(
    r"\b[Ii]n\s(?:an?\s|the\s)?(?:\w+\s){0,2}(?:statement|press release|news release|communiqu[eé]"
    r"|open letter|tweet|(?:blog|media|Social|online|Medium|Facebook|Twitter|X|Telegram|Instagram"
    r"|LinkedIn|Weibo)\spost)\b"
    r"|\b[Oo]n\s(?:X|Twitter|Facebook|Telegram|Instagram|Truth Social|Weibo|LinkedIn|TikTok|YouTube"
    r"|(?:his|her|its|their)\s(?:\w+\s)?(?:website|blog|channel|page|account))(?!\w)"
)
_POSTED = re.compile(r"\b(?:tweet(?:s|ed)?|posted|posts)\b")
"""Cues by which a speaker publishes."""

_PARTED = frozenset(",;:")
_FEW = 2
"""Words between "In a statement Okafor" and a cue at most."""

_OFFICIAL = word_set(
    """ministry ministries government parliament presidency chancellery embassy secretariat senate
    congress commission council municipality treasury kremlin department directorate pentagon
    police army navy court prosecutor coastguard"""
)
_OFFICIAL_HOST = re.compile(r"(?:^|\.)(?:gov|mil|gouv|gob|int|europa)(?:\.[a-z]{2,3})?$")
_PRESS = word_set(
    """times post herald news gazette courier journal tribune telegraph guardian observer
    chronicle mail mirror standard independent express broadcasting tv radio newspaper daily weekly
    evening morning sunday today magazine review"""
)
_OF_PRESS = _PRESS | word_set("agency press presse agentur service network corporation wire")
_TAILS = word_set("news agency press newspaper online service newswire newsroom com org net")


def first_carried(
    article: Article,
    statement: Statement,
    *,
    positions: Sequence[Occupancy] = (),
    outlets: Collection[str] = (),
) -> Carried | None:
    """Return who first carried a statement of an article, None where that is not known.

    `positions` are those of the speaker, and `outlets` the folded names of outlets that
    are known besides those one can tell by their name.
    """
    chain = _from_chain(statement, outlets)
    if chain is not None:
        return chain
    clause = _clause(article.text, statement)
    own = _own(article, statement, positions, clause)
    if own is not None:
        return own
    words = _published(clause) if clause else None
    speakers = _named(statement, HopRole.SPEAKER)
    if words and speakers:
        return Carried(tuple((hop.agent,) for hop in speakers), Basis.STATEMENT, words)
    return None


def _from_chain(statement: Statement, outlets: Collection[str]) -> Carried | None:
    """Return the press that speaks for itself, else the first named relays."""
    speakers = _named(statement, HopRole.SPEAKER)
    press = [hop for hop in speakers if _is_press(hop, outlets)]
    if press:
        return Carried(tuple((hop.agent,) for hop in press), Basis.CHAIN)
    relays = _named(statement, HopRole.RELAY)
    first = [hop for hop in relays if hop.position == min(h.position for h in relays)]
    if not first:
        return None
    joint = tuple(hop.agent for hop in first if _is_credit(hop, statement))
    told = tuple((hop.agent,) for hop in first if hop.agent not in joint)
    return Carried((*told, joint) if joint else told, Basis.CHAIN)


def _is_credit(hop: Hop, statement: Statement) -> bool:
    """Say whether a relay is one whose copy the whole article is, named at its head."""
    begins = [span.start for span in (*statement.content, statement.cue) if span is not None]
    return hop.cue is None and hop.span is not None and hop.span.end <= min(begins, default=0)


def _named(statement: Statement, role: HopRole) -> list[Hop]:
    return [
        hop for hop in statement.chain if hop.role is role and hop.kind is not AgentKind.UNNAMED
    ]


def _is_press(hop: Hop, outlets: Collection[str]) -> bool:
    if hop.kind is AgentKind.PERSON:
        return False
    folded = fold_name(strip_article(hop.agent))
    return is_wire(hop.agent) or folded in outlets or folded.split()[-1:] in [[w] for w in _PRESS]


def _own(
    article: Article,
    statement: Statement,
    positions: Sequence[Occupancy],
    clause: "_Clause | None",
) -> Carried | None:
    """Return the outlet where the statement was made to it, or is published by its own hand."""
    if not article.outlet:
        return None
    for pattern, interview in ((_INTERVIEW, True), (_SEEN, False)):
        for match in clause.find(pattern) if clause else ():
            if _OWN_ONLY.fullmatch(match["whom"]) or is_one_outlet(match["whom"], article.outlet):
                return Carried(((article.outlet,),), Basis.OWN, match.group(), interview)
    speakers = _named(statement, HopRole.SPEAKER)
    employers = [o.of for o in positions if o.of]
    names = [*(hop.agent for hop in speakers), *employers]
    by_itself = any(_fold(name) == _fold(article.outlet) for name in names)
    if by_itself or is_official(article) or is_wire(article.outlet):
        return Carried(((article.outlet,),), Basis.OWN)
    return None


def is_official(article: Article) -> bool:
    """Say whether an article stands on the site of an office, by its name or address."""
    words = fold_name(article.outlet or "").split()
    host = urlsplit(article.url or "").hostname or ""
    official = not _OFFICIAL.isdisjoint(words) and _PRESS.isdisjoint(words)
    return official or _OFFICIAL_HOST.search(host) is not None


def is_one_outlet(left: str, right: str) -> bool:
    """Say whether two names are one outlet's: alike, by initials, or with "News" behind."""
    short, long = sorted((_fold(left), _fold(right)), key=len)
    if short == long:
        return True
    if long.startswith(f"{short} ") and _TAILS.issuperset(long[len(short) :].split()):
        return True
    longer = max(strip_article(left), strip_article(right), key=len)
    initials = acronym_of(longer.replace("-", " ").split()).lower()
    # A person may have an agency's initials.
    is_press = is_wire(longer) or not _OF_PRESS.isdisjoint(long.split())
    return len(short) > 1 and initials == short and is_press


def _fold(name: str) -> str:
    return fold_name(strip_article(name))


@dataclass(frozen=True, slots=True)
class _Clause:
    """The sentence around a cue, what is said in it blanked out; `start` and `end` are the cue's
    offsets in `words`."""

    words: str
    start: int
    end: int

    @property
    def cue(self) -> str:
        """The words of the cue."""
        return self.words[self.start : self.end]

    def find(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Yield the matches that belong to the cue, not to another clause of the sentence."""
        return (match for match in pattern.finditer(self.words) if self._stands_by(match))

    def _stands_by(self, match: re.Match[str]) -> bool:
        if match.start() >= self.end:
            gap = self.words[self.end : match.start()]
            return not gap.strip(" ,") or _PARTED.isdisjoint(gap)
        if match.end() > self.start:
            return True
        opens = not self.words[: match.start()].strip(" \x00,")
        return opens or len(self.words[match.end() : self.start].split()) <= _FEW


def _published(clause: _Clause) -> str | None:
    """Return the words that say that the speaker published a statement, None without any."""
    if _POSTED.search(clause.cue):
        return clause.cue
    match = next(clause.find(_STATEMENT), None)
    return match.group() if match else None


def _clause(text: str, statement: Statement) -> _Clause | None:
    """Return the clause of a statement's cue, its content and all quotations blanked out."""
    cue = statement.cue
    if cue is None:
        return None
    start, end = max(0, cue.start - _REACH), min(len(text), cue.end + _REACH)
    window = _blanked(text, Span(start, end), [*statement.content, *_quoted(text)])
    at = cue.start - start
    before = [match.end() for match in _BREAK.finditer(window, 0, at)]
    after = _BREAK.search(window, cue.end - start)
    first = before[-1] if before else 0
    words = window[first : after.start() if after else len(window)]
    return _Clause(words, at - first, cue.end - start - first)


def _quoted(text: str) -> list[Span]:
    return [quotation.span for quotation in find_quotations(text, find_paragraphs(text))]


def _blanked(text: str, window: Span, spans: Sequence[Span]) -> str:
    """Return the window with the spans blanked out, as long as it was."""
    letters = list(window.of(text))
    for span in spans:
        for at in range(max(span.start, window.start), min(span.end, window.end)):
            letters[at - window.start] = "\x00"
    return "".join(letters)
