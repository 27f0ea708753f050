"""Claims and articles in any number, made of invented words with the statistics of news.

Words are syllables strung together; how often each is used falls with its rank as in
English prose. Every claim belongs to a story with words of its own, so that claims
share word pairs as real ones do, and some repeat an earlier claim in changed words.

Source: B. Mandelbrot's form of Zipf's law, p ∝ 1 / (rank + 2.7), which fits English
corpora. Claims have 9 to 25 content words.
"""

import itertools
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.model import Article, Published

VOCABULARY = 60_000
"""Different content words: about what a year of one newspaper uses more than once."""

STORY_WORDS = 12
"""Words that a story has to itself."""

STORY_SHARE = 0.35
"""Share of a claim's content words that come from its story."""

CLAIMS_A_STORY = 25
"""Claims told of a story, on average, while 40 stories go on side by side."""

REPEATS = 0.1
"""Share of claims that repeat an earlier one of their story."""

_ONSETS = "b br c ch cl d dr f fl g gr h j k l m n p pl pr r s sh sk st t tr v w z".split()
_VOWELS = "a e i o u ai ea ee io ou".split()
_CODAS = ["", "", "l", "m", "n", "r", "s", "t", "nd", "rk", "st", "x"]
_OUTLETS = ("Sample Wire", "Sample Daily", "Sample Mail", "Sample Evening", "Sample Herald")

_FRAMES = (
    "the {} {} would {} the {} {} and {} {} in the {} {}",
    "we have {} every {} of the {} {}, and the {} {} will {} {} before {} {}",
    "there is no {} that {} {} can {} a {} of {} {} without {} {}",
    "{} {} of the {} {} were {} by {} {} near the {} {}",
    "it is the {} {} which {} the {} {} {}, not the {} {} of {}",
    "our {} must {} {} {} because the {} {} {} {} for {} {} years",
)


Words = Callable[[int], list[str]]
"""Gives so many words."""


@dataclass(frozen=True, slots=True)
class Made:
    """One claim: its number, words, speaker, day and outlet; `repeats` an earlier number."""

    number: int
    text: str
    speaker: str
    day: date
    outlet: str
    repeats: int | None = None

    def entry(self) -> dict[str, str]:
        """Return it as a line of `tracker import`."""
        return {
            "external_id": str(self.number),
            "kind": "quote",
            "text": self.text,
            "speaker": self.speaker,
            "said_on": self.day.isoformat(),
            "outlet": self.outlet,
            "published_at": self.day.isoformat(),
        }


def _vocabulary(chance: random.Random) -> list[str]:
    found: dict[str, None] = {}
    while len(found) < VOCABULARY:
        syllables = chance.choice((1, 2, 2, 3))
        found["".join(_syllable(chance) for _ in range(syllables))] = None
    return list(found)


def _syllable(chance: random.Random) -> str:
    return chance.choice(_ONSETS) + chance.choice(_VOWELS) + chance.choice(_CODAS)


class Maker:
    """Makes claims from a seed: equal seeds give equal claims."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._words = _vocabulary(self._random)
        weights = (1 / (rank + 2.7) for rank in range(1, VOCABULARY + 1))
        self._cumulative = list(itertools.accumulate(weights))
        self._speakers = [self._name() for _ in range(4_000)]

    def claims(self, count: int) -> Iterator[Made]:
        """Yield `count` claims, story after story interwoven by day."""
        stories: list[_Story] = []
        for number in range(count):
            if len(stories) < 40 or self._random.random() < 1 / CLAIMS_A_STORY:
                stories.append(self._story(number))
                del stories[:-40]
            yield self._claim(number, self._random.choice(stories))

    def words(self, count: int) -> list[str]:
        """Return words as often as each is used."""
        return self._random.choices(self._words, cum_weights=self._cumulative, k=count)

    def _story(self, number: int) -> "_Story":
        day = date(2015, 1, 1) + timedelta(days=number * 3_650 // 1_000_000 + number % 7)
        return _Story(day, self.words(STORY_WORDS), self._random.sample(self._speakers, 6), [])

    def _claim(self, number: int, story: "_Story") -> Made:
        outlet = self._random.choice(_OUTLETS)
        if story.made and self._random.random() < REPEATS:
            first = self._random.choice(story.made)
            text = changed(first.text, self._random, self.words)
            day = first.day + timedelta(days=self._random.randrange(2))
            return Made(number, text, first.speaker, day, outlet, first.number)
        day = story.day + timedelta(days=self._random.randrange(5))
        made = Made(number, self._text(story), self._random.choice(story.speakers), day, outlet)
        story.made.append(made)
        return made

    def _text(self, story: "_Story") -> str:
        frames = self._random.sample(_FRAMES, self._random.choice((1, 1, 1, 2)))
        frame = "; ".join(frames)
        drawn = self.words(frame.count("{}"))
        filled = [
            self._random.choice(story.words) if self._random.random() < STORY_SHARE else word
            for word in drawn
        ]
        text = frame.format(*filled)
        return text[0].upper() + text[1:] + "."

    def _name(self) -> str:
        return " ".join(word.capitalize() for word in self._random.sample(self._words, 2))


@dataclass(frozen=True, slots=True)
class _Story:
    day: date
    words: Sequence[str]
    speakers: Sequence[str]
    made: list[Made]


def changed(text: str, chance: random.Random, words: Words) -> str:
    """Return a text with a few words replaced, or cut short."""
    kind = chance.choice(("substituted", "truncated", "embedded"))
    return variant(text, kind, chance, words)


def variant(text: str, kind: str, chance: random.Random, words: Words) -> str:
    """Return a text "truncated" to a run of half its words or more, "embedded" between
    others, or with 15 to 35 % of its words "substituted"."""
    parts = text.rstrip(".").split()
    match kind:
        case "truncated":
            size = max(6, int(len(parts) * chance.uniform(0.5, 0.9)))
            start = chance.randrange(max(1, len(parts) - size))
            parts = parts[start : start + size]
        case "embedded":
            parts = [*words(chance.randrange(3, 9)), *parts, *words(chance.randrange(3, 9))]
        case "substituted":
            count = round(len(parts) * chance.uniform(0.15, 0.35))
            places = chance.sample(range(len(parts)), count)
            for place, word in zip(places, words(count), strict=True):
                parts[place] = word
        case _:
            raise ValueError(kind)
    return " ".join(parts) + "."


SHARED = 0.4
"""Share of an article's statements that an earlier article printed too, changed or not."""


def articles(count: int, seed: int) -> list[Article]:
    """Return articles of four statements, many of which others print too."""
    chance, maker = random.Random(seed), Maker(seed)
    claims = maker.claims(count * 4)
    printed: list[Made] = []
    found = []
    for number in range(count):
        lines = []
        for made in itertools.islice(claims, 4):
            told = made
            if printed and chance.random() < SHARED:
                told = chance.choice(printed[-40:])
            printed.append(told)
            kept = chance.random() < 0.5
            text = told.text if kept else changed(told.text, chance, maker.words)
            lines.append(f"“{text.rstrip('.')},” {told.speaker} said.")
        day = date(2020, 1, 1) + timedelta(days=chance.randrange(count // 4 + 1))
        text = "\n\n".join(lines)
        published = Published.parse(day.isoformat())
        outlet = chance.choice(_OUTLETS)
        url = f"https://sample.example/{number}"
        found.append(Article(text=text, url=url, outlet=outlet, published=published))
    return found
