"""Descriptions: "the minister", "the union", "the 54-year-old", "her spokesman".

A description stands for an agent only when exactly one in the article fits by a
position, age, nationality or kind of body that the article itself states.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tracker.model import AgentKind
from tracker.resolve.lexicon import BODIES, GENERIC_ROLES, OFFICES, POSSESSIVES, QUALIFIERS
from tracker.resolve.phrase import Phrase
from tracker.resolve.roster import Entry, Roster
from tracker.text.countries import find_nationality
from tracker.text.names import fold_name, fold_words

_SYNONYMS: dict[str, frozenset[str]] = {}
for _nouns in GENERIC_ROLES.values():
    for _noun in _nouns:
        _SYNONYMS[_noun] = _SYNONYMS.get(_noun, frozenset()) | (
            _nouns if _nouns is not GENERIC_ROLES["leader"] else frozenset({_noun})
        )
_SYNONYMS["leader"] = _SYNONYMS["leader"] | GENERIC_ROLES["leader"]

_RANKED = ("former", "deputy", "vice", "acting")
"""What must be said of both or neither: "the former president" is not the president."""

_INTRODUCED = 1500
"""Codepoints before a description in which somebody unnamed may have come in."""

_LEAST = 2
"""Letters: shorter words of a name stand anywhere."""

_COMPANY = frozenset({"company", "firm"})


def find_described(phrase: Phrase, roster: Roster) -> list[Entry]:
    """Return the entries that a description fits: one, several, or none."""
    key = replace(phrase, title=None)
    if key not in roster.described:
        roster.described[key] = _find_described(phrase, roster)
    return roster.described[key]


def _find_described(phrase: Phrase, roster: Roster) -> list[Entry]:
    """Return the same, unremembered."""
    if phrase.age is not None:
        return [e for e in roster.entries if phrase.age in e.ages]
    head = phrase.head or ""
    if head == "national":
        nation = find_nationality(phrase.holder or "")
        return [e for e in roster.entries if nation in roster.nationalities(e)]
    fitting = [e for e in roster.people() if _holds(e, phrase, roster)]
    if fitting:
        return fitting
    return (
        find_body(phrase, roster) if head in BODIES and phrase.determiner not in POSSESSIVES else []
    )


def _holds(entry: Entry, phrase: Phrase, roster: Roster) -> bool:
    """Say whether an entry's recorded position is the one described."""
    heads = _SYNONYMS.get(phrase.head or "", frozenset({phrase.head}))
    wanted = {m for m in phrase.modifiers if m not in QUALIFIERS and not m[0].isdigit()}
    nation = find_nationality(phrase.holder) if phrase.holder else None
    if nation is not None:
        wanted -= set(fold_words(phrase.holder or ""))
        nations = roster.nationalities(entry)
        if nation not in nations and (nations or not wanted):
            return False
    if entry.gender and phrase.gender and entry.gender is not phrase.gender:
        return False
    for occupancy in entry.occupancies:
        words = {w.strip(".,’'").lower() for w in occupancy.title.split()}
        held = heads & words & OFFICES
        words |= set(fold_words(occupancy.of or ""))
        same_rank = all((r in words) == (r in phrase.modifiers) for r in _RANKED)
        if held and wanted <= words and same_rank:
            # "The First Secretary": a capital within the title, not whose secretary it is
            titular = phrase.holder is not None and set(fold_words(phrase.holder)) <= words
            known = nation is not None or titular
            return known or _holder_fits(occupancy.of, phrase.holder, roster)
    return False


def _holder_fits(held: str | None, wanted: str | None, roster: Roster) -> bool:
    """Say whether the holder named with a description agrees with the recorded one."""
    if wanted is None:
        return True
    if held is None:
        return False
    return fold_name(wanted) == fold_name(held) or _same(
        roster.find(wanted.split()), roster.find(held.split())
    )


def _same(left: Sequence[Entry], right: Sequence[Entry]) -> bool:
    return len(left) == 1 and len(right) == 1 and left[0] is right[0]


def find_body(phrase: Phrase, roster: Roster) -> list[Entry]:
    """Return the bodies whose name holds the description's noun and all it says."""
    noun = fold_name(phrase.head or "")
    nouns = _COMPANY if noun in _COMPANY else frozenset({noun})
    wanted = {fold_name(m) for m in phrase.modifiers if m not in QUALIFIERS}
    return [
        e
        for e in roster.bodies()
        if nouns & ({_head_noun(e.folded)} | e.nouns)
        and wanted <= set(e.folded) | e.nouns
        and (len(e.words) > 1 or e.nouns)
    ]


def _head_noun(folded: Sequence[str]) -> str:
    """Return the noun that says what kind of body a name is: the one before "of", else the last."""
    at = next((i for i, w in enumerate(folded) if i and w in ("of", "for")), len(folded))
    return folded[at - 1]


def doubt_of(phrase: Phrase, entry: Entry, text: str, start: int) -> str | None:
    """Return why a description at `start` may not be the one entry that it fits, None if it is.

    After "a spokesman for the port said" the spokesman is that one, whoever else is recorded
    as one; after "the finance minister said" the minister is no prime minister. "The president"
    before anybody of that office is named may be another's: of 9 such in our own articles 2 were
    right, of those in headlines ("Judge throws out …") 6 of 6.
    """
    if phrase.determiner is not None and not phrase.name and not _is_named(entry, text, start):
        return "nobody of that kind is named yet"
    if phrase.head is None:
        return None
    before = text[max(0, start - _INTRODUCED) : start]
    since = max(before.rfind(word) for word in entry.words)
    brought = rf"\b(?:an?|another|one) (?:[\w-]+ ){{0,3}}{re.escape(phrase.head)}\b"
    another = re.search(brought, before)
    if (another and another.start() > since) or _is_told_apart(
        phrase, entry, before[max(since, 0) :]
    ):
        return "somebody unnamed fits too"
    return None


def _is_told_apart(phrase: Phrase, entry: Entry, since: str) -> bool:
    """Say whether text after an entry's last mention has somebody of the same noun whom the words
    before it tell apart: "the finance minister", where the entry is the prime minister."""
    own = {word.strip(".,’'").lower() for held in entry.occupancies for word in held.title.split()}
    own.update(phrase.modifiers, *(fold_words(held.of or "") for held in entry.occupancies))
    fuller = rf"\b[Tt]he ((?:[\w-]+ ){{1,2}}){re.escape(phrase.head or '')}\b"
    return any(
        word not in own and word not in QUALIFIERS and not find_nationality(word)
        for found in re.finditer(fuller, since)
        for word in found[1].lower().split()
    )


def _is_named(entry: Entry, text: str, start: int) -> bool:
    """Say whether a person's name, or all of a body's, stands before `start`."""
    words = [word for word in entry.words if len(word) > _LEAST] or entry.words
    named = (text.find(word, 0, start) >= 0 for word in words)
    return all(named) if entry.agent_kind is AgentKind.ORGANIZATION else any(named)


def only(entries: Iterable[Entry]) -> Entry | None:
    """Return the one entry, None for none or several."""
    found = list(entries)
    return found[0] if len(found) == 1 else None
