"""What an unnamed source is, and why it is not named, as far as the words tell.

By its head noun: who holds an office or speaks for a body is an official; who judges by
knowledge an expert; who was there a witness; a paper, poll or image a document. Several
people who are none of these ("critics", "residents", "the opposition", "some") are a
collective: nobody in particular said it, which two or nine counted ones did. "A source",
"a person familiar with the talks" or "a resident" tell nothing and have no type.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from tracker.model import SourceType, Span, Statement
from tracker.resolve.lexicon import DOCUMENTS, PARTISANS, QUANTIFIERS, RANKS
from tracker.text.names import word_set

_OFFICIALS = word_set(
    """
    official officials spokesman spokeswoman spokesperson spokespeople spokesmen minister
    ministers diplomat diplomats officers police policeman policemen policewoman authorities
    authority ministry government administration prosecutor prosecutors aide aides adviser
    advisers advisor advisors lawmaker lawmakers senator senators congressman congresswoman
    congressmen mp mps legislator legislators ambassador ambassadors envoy envoys commanders
    generals detectives investigator investigators bureaucrat bureaucrats secretary mayor
    councillor councillors governor president premier negotiator negotiators mediator
    mediators regulator regulators inspectors agents embassy army navy military department
    council court judge judges magistrate coroner auditor auditors staffer staffers delegate
    delegates delegation consul undersecretary servant servants office cabinet
    coastguard firefighters troops commission committee parliament chief tribunal treasury
    prosecution politician politicians backbencher backbenchers frontbencher whip msp msps
    """
)
_EXPERTS = word_set(
    """
    expert experts analyst analysts economist economists scientist scientists researcher
    researchers professor professors academic academics scholar scholars historian historians
    doctor doctors physician physicians surgeon surgeons engineer engineers strategist
    strategists pollster pollsters forecaster forecasters specialist specialists botanist
    biologist biologists chemist geologist geologists seismologist seismologists
    epidemiologist epidemiologists statistician statisticians pathologist virologist
    meteorologist meteorologists consultant consultants authors
    """
)
_WITNESSES = word_set(
    """
    witness witnesses eyewitness eyewitnesses bystander bystanders onlooker onlookers passerby
    passersby passer-by passers-by survivor survivors passenger passengers spectator spectators
    """
)
_COLLECTIVES = PARTISANS | word_set(
    """
    critics opponents supporters residents locals villagers protesters protestors
    demonstrators opposition campaigners activists voters families relatives neighbours
    neighbors parents fans farmers workers unions traders investors rivals allies people
    employers employees students teachers observers skeptics sceptics detractors media
    press public customers users viewers shareholders fishermen fishers
    commuters tenants organisers organizers members colleagues friends insiders majority
    veterans conservatives progressives donors backers loyalists rebels
    percent cent per-cent respondents participants librarians lawyers nurses drivers miners
    """
)
_PAPERS = DOCUMENTS | word_set(
    """
    reports studies surveys polls reviews letters memos statements notices filings messages
    notes books articles audits videos recordings transcripts registers ledgers diaries
    footnote caption readout clip inventory spreadsheet spreadsheets
    laws bills treaties contracts texts leaflets posters signs maps dossiers inscriptions
    """
)
_ALONE = word_set("some many others most few several everyone everybody both")
"""What stands for people of whom nothing else is said."""

_PEOPLE = word_set("source sources person people insider insiders figure figures man woman men")
_OFFICIAL_WORDS = word_set(
    """
    government military intelligence diplomatic security judicial palace ministry police
    official defence defense presidential cabinet court ministerial parliamentary army naval
    coastguard prosecution state embassy kremlin whitehall congressional administration
    """
)
"""What makes a source an official: "a diplomatic source"."""

_QUANTITIES = word_set("percent cent majority half group handful dozens hundreds thousands team")
_STOPS = word_set(
    """
    in at on by from with for to near under over who whom which that whose familiar close
    briefed said quoted speaking involved where when as like against about among between
    inside outside within across around
    """
)
_SAW = re.compile(
    r"\bwho (?:saw|watched|heard|witnessed|attended|was there|were there|was (?:on|at|in) )"
    r"|\b(?:who (?:was|were) )?present (?:at|in|when)\b"
)
_PLURALS = ("ers", "ors", "ists", "ians", "ents")
_COUNTED = word_set("one two three four five six seven eight nine ten eleven twelve another")
_WHERE = word_set("in at within inside from")
_BEFORE_NOUN = word_set("the a an his her its their our my") | QUANTIFIERS
_WORD = re.compile(r"[\w’'-]+|[,;:(]")


def source_type(words: str) -> SourceType | None:
    """Return what the printed words of an unnamed source say it is, None when nothing."""
    low = [m.group().lower().replace("’", "'") for m in _WORD.finditer(words)]
    phrase = _noun_phrase(low)
    kinds = (_type_of(phrase, at, low) for at in reversed(range(len(phrase))))
    found = next((kind for kind in kinds if kind is not None), None)
    if found is SourceType.COLLECTIVE and low[0] in _COUNTED and "of" not in low[:2]:
        found = None
    saw = found in (None, SourceType.COLLECTIVE) and _SAW.search(words) is not None
    return SourceType.WITNESS if saw else found


def _noun_phrase(low: Sequence[str]) -> list[str]:
    """Return the words to the head noun: behind "of" where a quantity stands before it."""
    phrase: list[str] = []
    for place, word in enumerate(low):
        if word == "of":
            if phrase and (phrase[-1] in _QUANTITIES or phrase[-1] in QUANTIFIERS | {"some"}):
                continue
            break
        if word in _STOPS or (not word[0].isalnum() and phrase):
            break
        noun = not _BEFORE_NOUN.issuperset(phrase)
        if place and noun and word.endswith("ed") and word not in ("retired", "united"):
            break
        phrase.append(word.removesuffix("'s") if word == low[-1] else word)
    return phrase


def _type_of(phrase: Sequence[str], at: int, low: Sequence[str]) -> SourceType | None:
    """Return what the word at `at` of a noun phrase says of its source."""
    word = phrase[at]
    if word.endswith(("'s", "s'")):
        return None  # "the minister's driver"
    if word in _PEOPLE:
        behind = low[len(phrase) : len(phrase) + 5]
        inside = behind[1:] if behind[:1] and behind[0] in _WHERE else []
        if not _OFFICIAL_WORDS.isdisjoint([*phrase[:at], *inside]):
            return SourceType.OFFICIAL
        return SourceType.COLLECTIVE if low == ["people"] else None
    for words, kind in _TABLE:
        if word in words:
            return kind
    head = at == len(phrase) - 1
    if head and word in RANKS:
        return SourceType.OFFICIAL  # "a retired general", not "the general public"
    if (head and word.endswith(_PLURALS)) or (len(phrase) == 1 and word in _ALONE):
        return SourceType.COLLECTIVE
    return None


_TABLE = (
    (_OFFICIALS, SourceType.OFFICIAL),
    (_EXPERTS, SourceType.EXPERT),
    (_WITNESSES, SourceType.WITNESS),
    (_COLLECTIVES, SourceType.COLLECTIVE),
    (_PAPERS, SourceType.DOCUMENT),
)

_REASON = (
    r"(?:,?\s(?:because|as|since|citing|for\sfear|fearing|out\sof|given|due\sto|lest|so\sas"
    r"|in\sorder|to\s(?:discuss|speak|talk|describe|avoid|protect|share|reveal|be\scandid))\b"
    r"[^.,;:\n“”\"]{0,160})?"
)
_GROUND = re.compile(
    r"(?:\b(?:who|and|they|he|she|both)\s)?(?:\b(?:has|have|had|was|were)\s)?"
    r"(?:\b(?:asked|requested|wished|wanted|preferred|declined|refused|insisted|pleaded|spoke"
    r"|talked|speaking|talking|granted|requesting|asking|declining|insisting|agreed|given)\b)"
    r"[^.,;:\n“”\"]{0,50}?\s?\b"
    r"(?:(?:not\s)?to\sbe\s(?:named|identified|quoted)(?:\sby\sname)?|not\sbe\s(?:named|identified)"
    r"|remain\s(?:anonymous|unnamed)|anonymity|anonymously|on\sbackground|not\sfor\sattribution"
    r"|give\s(?:his|her|their)\s(?:full\s|last\s|sur)?names?)"
    + _REASON
    + r"|\bon\s(?:the\s)?condition\s(?:of\sanonymity|(?:that\s)?(?:he|she|they|his|her|their)\b"
    r"[^.,;:\n“”\"]{0,40})"
    + _REASON
    + r"|\b(?:who\s)?(?:would|could)\snot\sbe\s(?:named|identified)"
    + _REASON
    + r"|\bwho\s(?:was|were|is|are)\snot\s(?:authori[sz]ed|permitted|allowed|cleared)\sto\s"
    r"[^.,;:\n“”\"]{0,100}"
    r"|\bwhose\snames?\s(?:was|were|has\sbeen|have\sbeen|is|are)\s(?:being\s)?withheld"
    r"[^.,;:\n“”\"]{0,80}",
    re.IGNORECASE,
)
_HINT = re.compile(
    r"anonym|\bbe (?:named|identified|quoted)\b|remain unnamed|(?:on background|for attribution)\b"
    r"|\bnot (?:authori[sz]|permitt|allow|clear)ed to\b|\bwithheld\b|condition (?:that )?\w+ not\b"
    r"|\bgive (?:his|her|their) (?:full |last |sur)?names?\b"
)
"""What every ground holds: looking for it first takes a tenth of the time."""

_BEFORE, _BEHIND = 100, 260
"""Codepoints around a hint in which its ground stands."""

_SAID = re.compile(r"\s(?:said|told|says|added|confirmed|warned)\b")
_SENTENCE = re.compile(r"(?<=[a-z\d”’\"')])[.!?]+[”\"’]?\s+(?=[A-Z“\"‘])|\n")
_FOLLOWS = re.compile(r"(?:They|He|She|Both|All|The [a-z]+(?: [a-z]+)?)(?:\sall)?\s$")


class Grounds:
    """The grounds for anonymity in one text, by the source phrase that each is given for."""

    def __init__(self, text: str, statements: Sequence[Statement]) -> None:
        self._by_source: dict[Span, str] = {}
        grounds = list(_grounds(text))
        sources = sorted({s.source for s in statements if s.source}, key=lambda s: s.start)
        if not (grounds and sources):
            return
        starts = [source.start for source in sources]
        contents: dict[Span, list[Span]] = {}
        for statement in statements:
            if statement.source is not None:
                contents.setdefault(statement.source, []).extend(statement.content)
        breaks = [m.end() for m in _SENTENCE.finditer(text)]
        for match in grounds:
            ground = _SAID.split(match.group(), maxsplit=1)[0].strip(" ,")
            source = _source_of(Span(*match.span()), text, sources, starts, breaks)
            if source is None or any(c.contains(Span(*match.span())) for c in contents[source]):
                continue  # within what this source says of somebody else
            self._by_source.setdefault(source, ground)

    def of(self, source: Span | None) -> str | None:
        """Return the printed words of the ground given for a source, None without one."""
        return self._by_source.get(source) if source is not None else None


def _grounds(text: str) -> Iterator[re.Match[str]]:
    """Yield the grounds in a text, each once, in order."""
    done = 0
    for hint in _HINT.finditer(text):
        first = max(done, hint.start() - _BEFORE)
        match = _GROUND.search(text, first, min(len(text), hint.end() + _BEHIND))
        if hint.start() >= done and match is not None and match.start() <= hint.end():
            done = match.end()
            yield match


def _source_of(
    ground: Span, text: str, sources: Sequence[Span], starts: Sequence[int], breaks: Sequence[int]
) -> Span | None:
    """Return the source that a ground stands in or beside, in its sentence or the one before."""
    at = bisect_right(breaks, ground.start)
    first = breaks[at - 1] if at else 0
    last = breaks[at] if at < len(breaks) else len(text)
    index = bisect_right(starts, ground.start) - 1
    before = sources[index] if index >= 0 else None
    if before is not None and before.end >= ground.end:
        return before
    opening = text[first : ground.start]
    pronoun = ground.of(text).lower().startswith(("they ", "he ", "she ", "both "))
    if (not opening and pronoun) or _FOLLOWS.match(opening):
        earlier = bisect_left(starts, first) - 1
        floor = breaks[at - 2] if at > 1 else 0
        return sources[earlier] if earlier >= 0 and starts[earlier] >= floor else None
    if before is not None and before.start >= first:
        return before
    after = index + 1
    return sources[after] if after < len(sources) and starts[after] < last else None
