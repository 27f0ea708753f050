"""Everybody an article names: one entry an agent, with its names, positions and gender.

Sightings (a name with what stands around it) are gathered from the whole text and
from the source phrases, fullest names first, so that "Tikhonov" finds "Vladimir
Tikhonov" wherever the full name stands. A short name that fits two entries fits none.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field

from tracker.model import Agent, AgentKind, Occupancy
from tracker.resolve.given_names import given_gender, is_family_name_first
from tracker.resolve.lexicon import PUBLIC_BODIES, Gender
from tracker.resolve.runs import is_body
from tracker.text.countries import find_country, find_nationality
from tracker.text.names import acronym_of, fold_name, fold_words

_ARTICLES_ABROAD = frozenset({"el", "la", "le", "il", "der", "die", "das", "al", "los", "les", "o"})


@dataclass(frozen=True, slots=True)
class Sighting:
    """One place where a name stands: what it says of its bearer."""

    words: tuple[str, ...]
    position: int
    kind: AgentKind | None = None
    gender: Gender | None = None
    honorific: bool = False
    occupancy: Occupancy | None = None
    age: int | None = None
    source: bool = False
    person: bool = False
    noun: str | None = None


@dataclass(slots=True, eq=False)
class Entry:
    """One agent of the article. `person` says that the text shows it to be one."""

    words: tuple[str, ...]
    kind: AgentKind | None = None
    gender: Gender | None = None
    person: bool = False
    source: bool = False
    occupancies: list[Occupancy] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    ages: set[int] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)
    folded: tuple[str, ...] = ()
    seen: int = 0

    @property
    def doubtful(self) -> bool:
        """Whether it is one word, seen once, that nothing shows to be a name."""
        bare = len(self.words) == 1 and self.kind is None and not self.person
        return bare and self.seen < 2 and given_gender(self.words[0]) is None

    @property
    def titular(self) -> bool:
        """Whether it reads like a paper's or a pollster's name ("El Balón", "Gauge").

        A source of one word that nothing shows to be a person is as often a body.
        """
        article = len(self.words) == 2 and self.words[0].lower() in _ARTICLES_ABROAD
        lone = len(self.words) == 1 and self.source
        return (article or lone) and not self.person and self.gender is None

    @property
    def name(self) -> str:
        """The fullest name in the article."""
        return " ".join(self.words)

    @property
    def agent_kind(self) -> AgentKind:
        """The kind, a person where nothing tells."""
        if self.kind is not None:
            return self.kind
        return AgentKind.ORGANIZATION if is_body(self.words) else AgentKind.PERSON

    def absorb(self, sighting: Sighting) -> None:
        """Take over what a sighting says."""
        name = " ".join(sighting.words)
        self.seen += not sighting.source
        if name != self.name and name not in self.aliases:
            self.aliases.append(name)
        self.gender = self.gender or sighting.gender
        if self.kind is None or (sighting.source and sighting.kind is AgentKind.ORGANIZATION):
            self.kind = sighting.kind
        self.person = self.person or sighting.person or sighting.honorific
        self.source = self.source or sighting.source
        if sighting.occupancy is not None and sighting.occupancy not in self.occupancies:
            self.occupancies.append(sighting.occupancy)
        if sighting.noun is not None:
            self.nouns.add(sighting.noun)
        if sighting.age is not None:
            self.ages.add(sighting.age)


class Roster:
    """The entries of one article, found by any of their names.

    `described` remembers which of them a description was found to fit.
    """

    def __init__(self, sightings: Iterable[Sighting], acronyms: dict[str, str]) -> None:
        self.entries: list[Entry] = []
        self.described: dict[Hashable, list[Entry]] = {}
        self._bodies: list[Entry] | None = None
        self._people: list[Entry] | None = None
        self._by_name: dict[tuple[str, ...], Entry] = {}
        self._by_token: dict[str, list[Entry]] = defaultdict(list)
        self._by_ends: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        self._by_letters: dict[str, list[Entry]] = defaultdict(list)
        self._acronyms = acronyms
        self._derived: dict[str, list[Entry]] = defaultdict(list)
        grouped: dict[tuple[str, ...], list[Sighting]] = defaultdict(list)
        for sighting in sightings:
            grouped[fold_words(" ".join(sighting.words))].append(sighting)
        for folded in sorted(grouped, key=lambda f: (-len(f), f)):
            if folded:
                self._place(folded, sorted(grouped[folded], key=lambda s: s.position))

    def _place(self, folded: tuple[str, ...], sightings: Sequence[Sighting]) -> None:
        """Give the sightings of one name to the entry they belong to, or to a new one."""
        words = sightings[0].words
        gender = next((s.gender for s in sightings if s.honorific and s.gender), None)
        found = self.find(words, gender)
        kinds = {s.kind for s in sightings}
        if len(found) == 1 and _kinds_agree(found[0], kinds):
            for sighting in sightings:
                found[0].absorb(sighting)
            return
        if len(found) > 1:
            return
        entry = Entry(words, folded=folded)
        for sighting in sightings:
            entry.absorb(sighting)
        self._register(entry)

    def _register(self, entry: Entry) -> None:
        """Index a new entry under its tokens and its initials."""
        if entry.kind is None and is_body(entry.words):
            entry.kind = AgentKind.ORGANIZATION
        if entry.kind is not AgentKind.ORGANIZATION and entry.gender is None:
            entry.gender = _gender_by_name(entry.words)
        known = len(entry.words) > 1 and _gender_by_name(entry.words) is not None
        entry.person = entry.person or (known and entry.kind is not AgentKind.ORGANIZATION)
        self.entries.append(entry)
        self._by_name.setdefault(entry.folded, entry)
        for token in dict.fromkeys(entry.folded):
            self._by_token[token].append(entry)
        self._by_ends[entry.folded[0], entry.folded[-1]].append(entry)
        self._by_letters["".join(entry.folded)].append(entry)
        initials = acronym_of(entry.words)
        if len(initials) > 2:
            self._derived[initials].append(entry)

    def find(self, words: Sequence[str], gender: Gender | None = None) -> list[Entry]:
        """Return the entries that the name `words` may stand for, best ones only.

        One entry: it is that one. None: nobody. More: nobody can tell. A `gender`
        given by an honorific rules out entries of the other.
        """
        name = " ".join(words)
        long = self._acronyms.get(name)
        folded = fold_words(long or name)
        exact = self._by_name.get(folded)
        if exact is not None:
            return [exact]
        if len(words) == 1 and name.isupper() and len(self._derived.get(name, ())) == 1:
            return list(self._derived[name])
        if not folded:
            return []
        country = find_country(name) is not None
        scored = [(_fit(folded, entry), entry) for entry in self._candidates(folded)]
        scored = [
            (fit, e)
            for fit, e in scored
            if fit and _may_be(e, gender) and (e.person or e.source or not country)
        ]
        best = max((fit for fit, _ in scored), default=0)
        return [entry for fit, entry in scored if fit == best]

    def _candidates(self, folded: tuple[str, ...]) -> Iterable[Entry]:
        """Return all entries that a name may fit, and few others.

        A text may name a thousand people called Ann: of several words the rarest is looked
        up, so that finding all of them takes time linear in the text.
        """
        if len(folded) == 1:
            return self._by_token.get(folded[0], ())
        rarest = min((self._by_token.get(token, []) for token in folded), key=len)
        ends = self._by_ends.get((folded[0], folded[-1]), [])
        letters = self._by_letters.get("".join(folded), [])
        return dict.fromkeys(e for e in (*rarest, *ends, *letters) if folded[0] in e.folded)

    def bodies(self) -> list[Entry]:
        """Return the entries that are organizations."""
        if self._bodies is None:
            kind = AgentKind.ORGANIZATION
            self._bodies = [e for e in self.entries if e.agent_kind is kind]
        return self._bodies

    def people(self) -> list[Entry]:
        """Return the people of whom the text tells a position."""
        if self._people is None:
            people = (e for e in self.entries if e.agent_kind is AgentKind.PERSON)
            self._people = [e for e in people if e.occupancies]
        return self._people

    def describe(self, entry: Entry, acronym: str) -> None:
        """Note a short form that the text gives for an entry."""
        if acronym not in entry.aliases and acronym != entry.name:
            entry.aliases.append(acronym)

    def to_agent(self, entry: Entry) -> Agent:
        """Return an entry as the model's agent, its positions' holders under full names."""
        positions = []
        for occupancy in entry.occupancies:
            held = self.find(occupancy.of.split()) if occupancy.of else []
            of = held[0].name if len(held) == 1 else occupancy.of
            positions.append(Occupancy(occupancy.title, of))
        unique = tuple(dict.fromkeys(positions))
        return Agent(entry.name, entry.agent_kind, tuple(entry.aliases), unique)

    def nationalities(self, entry: Entry) -> set[str]:
        """Return the countries that the entry's recorded positions name."""
        found: set[str] = set()
        for occupancy in entry.occupancies:
            words = f"{occupancy.title} {occupancy.of or ''}".split()
            for size in (1, 2):
                pairs = (words[i : i + size] for i in range(len(words) - size + 1))
                found |= {c for c in (find_nationality(" ".join(p)) for p in pairs) if c}
        return found


def _kinds_agree(entry: Entry, kinds: set[AgentKind | None]) -> bool:
    """Say whether a name's sightings can be of the entry: no person is a body."""
    person = AgentKind.PERSON in kinds
    return not (person and entry.kind is AgentKind.ORGANIZATION)


def _may_be(entry: Entry, gender: Gender | None) -> bool:
    return gender is None or (
        entry.gender in (None, gender) and entry.kind is not AgentKind.ORGANIZATION
    )


def _gender_by_name(words: Sequence[str]) -> Gender | None:
    """Return the gender of a person's given name, wherever it stands."""
    if len(words) > 1 and is_family_name_first(tuple(words)):
        return None
    return given_gender(words[0])


def _fit_one(token: str, entry: Entry) -> int:
    """Return how well a single word fits a person's name."""
    if token == entry.folded[-1]:
        return 3
    if token == entry.folded[0]:
        return 3 if is_family_name_first(entry.words) else 1
    inner = token in {fold_name(word) for word in entry.words}
    return (3 if len(entry.words) == 3 and len(token) > 1 else 2) if inner else 0


def _fit(folded: tuple[str, ...], entry: Entry) -> int:
    """Return how well a short name fits an entry: 3 surname or piece, 2 inner, 1 given name."""
    full = entry.folded
    if entry.kind is AgentKind.ORGANIZATION:
        if len(folded) > 1 and full[: len(folded)] == folded:
            return 3 if full[len(folded) : len(folded) + 1] in (("of",), ("for",)) else 0
        placed = folded[0] == full[0] and full[-1] in PUBLIC_BODIES
        return 2 if len(folded) == 1 and folded[0] in (full[0], full[-1]) and not placed else 0
    if len(folded) == 1:
        return _fit_one(folded[0], entry)
    if len(folded) >= len(full):
        return 3 if "".join(folded) == "".join(full) else 0
    span = range(len(full) - len(folded) + 1)
    if any(full[i : i + len(folded)] == folded for i in span):
        return 3
    return 3 if full[0] == folded[0] and full[-1] == folded[-1] else 0
