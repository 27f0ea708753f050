"""Pairs of claims made from annotated articles, to fit the matcher's weights on.

The articles are the project's own, in the markup of their guide: <S> source, <Q> cue,
<C> content, <R> relay, numbered. Same claims are contents and their variants, as
editors make them (cuts, ellipses, tense, spelling, another word), and the pairs that
`PAIRS.md` gives for articles on one event. Different claims are the nearest other
contents, other contents of the same speaker, and splices of two.
"""

import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

from labelled import half_of

from tracker import match
from tracker.model import Claim, Published, StatementType

_TAG = re.compile(r'<(/?)([SQCR])((?:\s+\w+="[^"]*")*)\s*(/?)>')
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_SAME = re.compile(r"Same:(.*?)(?:Conflict|Alike|$)")
_EQUATED = re.compile(r'"([^"]+)"\s*=\s*"([^"]+)"')
_PUBLISHED = Published.parse("2023-09-13")
_LATER = Published.parse("2023-09-28")


@dataclass(frozen=True)
class Made:
    """One pair to learn from; `weight` is how much it counts."""

    left: Claim
    right: Claim
    same: bool
    weight: float = 1.0


@dataclass(frozen=True)
class Marked:
    """One marked content: its article, the claim, and where it stands in the article.

    `headline` says that it stands in the first line, whose claims the text repeats.
    """

    article: str
    claim: Claim
    start: int
    end: int
    headline: bool = False

    def overlaps(self, other: "Marked") -> bool:
        """Say whether the two share words of one article."""
        return self.article == other.article and self.start < other.end and other.start < self.end


def read_articles(folder: Path) -> list[Marked]:
    """Return every marked content of the articles, contents in one piece only."""
    return [
        marked
        for path in sorted(folder.glob("*.txt"))
        for marked in _read_article(path.stem, path.read_text(encoding="utf-8").strip())
    ]


def _read_article(name: str, raw: str) -> list[Marked]:
    text, at = "", 0
    opened: list[tuple[str, dict[str, str], int]] = []
    contents: dict[str, list[tuple[int, int]]] = defaultdict(list)
    who: dict[str, str] = {}
    for tag in _TAG.finditer(raw):
        text += raw[at : tag.start()]
        at = tag.end()
        closing, kind, attributes = tag[1], tag[2], dict(_ATTRIBUTE.findall(tag[3]))
        if kind == "S" and attributes.get("who", "?") != "?":
            who[attributes["n"]] = attributes["who"]
        if closing:
            kind, attributes, start = opened.pop()
            if kind == "C":
                contents[attributes["n"]].append((start, len(text)))
        elif not tag[4]:
            opened.append((kind, attributes, len(text)))
    text += raw[at:]
    return [
        Marked(name, _claim(text[start:end], who.get(number)), start, end, "\n" not in text[:end])
        for number, spans in contents.items()
        if len(spans) == 1
        for start, end in spans
    ]


def _claim(text: str, speaker: str | None) -> Claim:
    line = " ".join(text.split())
    quoted = line[:1] in "“\"‘'" and line[-1:] in "”\"’'"
    type_ = StatementType.DIRECT if quoted else StatementType.INDIRECT
    names = (speaker,) if speaker else ()
    return Claim(line, type=type_, speaker=speaker, speaker_names=names, published=_PUBLISHED)


def make_pairs(folder: Path, seed: int = 1) -> list[Made]:
    """Return the pairs, the same ones for the same articles and seed."""
    chance = random.Random(seed)
    marked = [
        m for m in read_articles(folder) if _is_long(m.claim.text) and half_of(m.article) == "fit"
    ]
    pairs = list(_same_as_told(marked, folder / "PAIRS.md"))
    pairs.extend(_variants(marked, chance))
    pairs.extend(_different(marked, chance))
    pairs.extend(_of_one_occasion(marked))
    return pairs


def _is_long(text: str) -> bool:
    return match.content_word_count(text) >= match.LEAST_WORDS


def _same_as_told(marked: Sequence[Marked], told: Path) -> Iterator[Made]:
    """Yield the pairs that the list of equated quotations names, as parts and as wholes."""
    for line in told.read_text(encoding="utf-8").splitlines():
        names = re.findall(r"f-\d+", line.partition(".**")[0])
        found = _SAME.search(line)
        if len(names) < 2 or not found:
            continue
        for one, other in _EQUATED.findall(found[1]):
            wholes = [
                _holding(marked, name, part)
                for name, part in zip(names, (one, other), strict=False)
            ]
            if wholes[0] and wholes[1]:
                yield Made(wholes[0].claim, wholes[1].claim, True, REAL)
                parts = (
                    replace(w.claim, text=f"“{p}”")
                    for w, p in zip(wholes, (one, other), strict=True)
                )
                yield Made(*parts, True, REAL)


REAL = 4.0
"""Weight of a pair that people wrote, against 1 for one made by rule: there are about 60."""


def _holding(marked: Sequence[Marked], article: str, part: str) -> Marked | None:
    """Return the content of `article` that holds the words of `part` best, or none."""
    words = set(re.findall(r"\w+", part.lower()))
    best, share = None, 0.7
    for candidate in marked:
        if candidate.article == article:
            have = set(re.findall(r"\w+", candidate.claim.text.lower()))
            held = len(words & have) / len(words)
            if held > share:
                best, share = candidate, held
    return best


def _variants(marked: Sequence[Marked], chance: random.Random) -> Iterator[Made]:
    for one in marked:
        for _ in range(2):
            change, count = chance.choice(CHANGES)
            text = one.claim.text
            for _ in range(chance.randint(1, count)):
                text = change(text, chance)
            if text != one.claim.text and _is_long(text):
                yield _with_circumstances(replace(one.claim, text=text), one.claim, True, chance)


def _with_circumstances(left: Claim, right: Claim, same: bool, chance: random.Random) -> Made:
    """Return the pair with what is known of speakers and days left out now and then."""
    if chance.random() < 0.4:
        left = replace(left, speaker=None, speaker_names=())
    if chance.random() < 0.4:
        left = replace(left, published=_LATER)
    return Made(left, right, same)


def _different(marked: Sequence[Marked], chance: random.Random) -> Iterator[Made]:
    """Yield other words of the same speaker and day, near neighbours, and splices."""
    by_speaker: dict[tuple[str, str], list[Marked]] = defaultdict(list)
    by_key: dict[int, list[int]] = defaultdict(list)
    for index, one in enumerate(marked):
        if one.claim.speaker:
            by_speaker[one.article, one.claim.speaker].append(one)
        for key in match.keys(one.claim.text):
            by_key[key].append(index)
    for of_speaker in by_speaker.values():
        for one, other in combinations(of_speaker, 2):
            if not _may_be_same(one, other):
                yield Made(one.claim, other.claim, False)
    for one in marked:
        for index in _nearest(one, marked, by_key):
            other = marked[index]
            if not _may_be_same(one, other):
                yield _of_another_day(other.claim, one.claim)
                spliced = replace(one.claim, text=_splice(one.claim.text, other.claim.text, chance))
                if chance.random() < SAME_DAY:
                    yield Made(spliced, one.claim, False, SPLICED)
                else:
                    yield replace(_of_another_day(spliced, one.claim), weight=SPLICED)


def _of_one_occasion(marked: Sequence[Marked]) -> Iterator[Made]:
    """Yield the likest contents within an article, as if one speaker had said them: who
    speaks of one matter on one day does not say one thing."""
    told = [one for one in marked if not one.headline]
    by_key: dict[int, list[int]] = defaultdict(list)
    for index, one in enumerate(told):
        for key in match.keys(one.claim.text):
            by_key[key].append(index)
    for one in told:
        for index in _nearest(one, told, by_key, one.article):
            if not _may_be_same(one, told[index]):
                other = told[index].claim
                speaker, names = one.claim.speaker, one.claim.speaker_names
                yield Made(replace(other, speaker=speaker, speaker_names=names), one.claim, False)


SPLICED = 0.1
"""Weight of a splice: half of it is the same, and nobody writes so."""

SAME_DAY = 0.1
"""Share of the splices that are given to the same speaker and day as their model."""


def _of_another_day(left: Claim, right: Claim) -> Made:
    """Return a pair of different claims by speakers who are not known to differ."""
    if left.speaker != right.speaker:
        left = replace(left, speaker=None, speaker_names=())
    return Made(replace(left, published=_LATER), right, False)


def _may_be_same(one: Marked, other: Marked) -> bool:
    """Say whether two contents may be one claim though nobody marked them so.

    An article repeats a quotation, in its headline for one; and articles on one
    event have more in common than the list says.
    """
    if one.overlaps(other) or (
        one.article != other.article and one.article[0] == "f" == other.article[0]
    ):
        return True
    words = [set(re.findall(r"\w+", side.claim.text.lower())) for side in (one, other)]
    return len(words[0] & words[1]) >= 0.8 * min(map(len, words))


def _nearest(
    one: Marked, marked: Sequence[Marked], by_key: dict[int, list[int]], article: str | None = None
) -> list[int]:
    """Return the places of the two likest contents, of one article if it is named."""
    shared: dict[int, float] = defaultdict(float)
    for key in match.keys(one.claim.text):
        for index in by_key[key]:
            other = marked[index]
            if not other.overlaps(one) and article in (None, other.article):
                shared[index] += 1 / len(by_key[key])
    return sorted(shared, key=lambda index: -shared[index])[:2]


def _splice(text: str, other: str, chance: random.Random) -> str:
    """Return the beginning of one text with the end of another, a third to two thirds of each."""
    words, others = text.split(), other.split()
    cut = chance.uniform(0.35, 0.65)
    return " ".join(words[: int(len(words) * cut)] + others[int(len(others) * cut) :])


def _cut_end(text: str, chance: random.Random) -> str:
    words = text.split()
    return " ".join(words[: max(6, int(len(words) * chance.uniform(0.4, 0.9)))])


def _cut_start(text: str, chance: random.Random) -> str:
    words = text.split()
    return " ".join(words[-max(6, int(len(words) * chance.uniform(0.4, 0.9))) :])


def _leave_out(text: str, chance: random.Random) -> str:
    words = text.split()
    start = chance.randrange(1, max(2, len(words) - 3))
    return " ".join([*words[:start], "…", *words[start + chance.randint(1, 4) :]])


def _put_in(text: str, chance: random.Random) -> str:
    words = text.split()
    at = chance.randrange(1, len(words))
    said = chance.choice(("he said,", "[sic]", "really", "she told reporters,", "of course,"))
    return " ".join([*words[:at], said, *words[at:]])


def _reword(text: str, chance: random.Random) -> str:
    """Return `text` with one word in six put in other words, or taken out where none are known."""
    words = []
    for word in text.split():
        bare = word.strip("“”\"'.,")
        if bare in OTHER_WORDS and chance.random() < 0.7:
            words.append(word.replace(bare, OTHER_WORDS[bare]))
        elif chance.random() > 1 / 12:
            words.append(word)
    return " ".join(words)


def _turn_round(text: str, _: random.Random) -> str:
    """Return `text` with the part after the middle comma put first."""
    first, comma, second = text.partition(", ")
    return f"{second.rstrip('.')}, {first}" if comma else text


CHANGES: tuple[tuple[Callable[[str, random.Random], str], int], ...] = (
    (_cut_end, 1),
    (_cut_start, 1),
    (_leave_out, 2),
    (_put_in, 2),
    (_reword, 1),
    (_reword, 3),
    (_reword, 4),
    (_turn_round, 1),
)
"""Changes that keep a claim, and how often at most each is made."""

_OTHER_WORDS = """
    will would; can could; has had; is was; are were; says said; big large; show demonstrate;
    start begin; help assist; buy purchase; want wish; need require; people persons;
    get receive; make produce; keep retain; ask request; answer reply; stop halt; give provide;
    also too; but however; because since; many numerous; children kids; police officers;
    money funds; town city; company firm; government authorities; minister official;
    believe think; nobody no-one; quickly fast; talks negotiations; plan proposal;
    country nation; workers employees; home house; road street; end finish; happen occur;
    find discover; whole entire; must should; every each; near close; old former;
    against towards; job post; part piece; about around
"""
OTHER_WORDS = {
    other: word
    for line in _OTHER_WORDS.split(";")
    for word, other in [line.split(), line.split()[::-1]]
}
"""Words with another that may stand in its place, both ways."""
