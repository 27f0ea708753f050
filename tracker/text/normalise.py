"""One form for words that differ only in typography, spelling or ending.

Two outlets print the same sentence with other quotation marks, other dashes, a
soft hyphen, a British spelling. `fold` takes the typography away and remembers
where every character stood, so a match found in folded text can be shown in the
words as printed. `words` and `content_words` go on from there: one canonical form
a word, and the stems of the words that carry meaning. `without_editorial` takes
out what an editor put into somebody's words.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import snowballstemmer

from tracker.text.variants import (
    CONTRACTED,
    DEMONYMS,
    IRREGULAR,
    MAGNITUDES,
    NOT_IZE,
    NUMBER_WORDS,
    SHORT_FORMS,
    SPELLINGS,
    STOP_WORDS,
    TENS,
)

_MARKS = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′´`ʼ＇", "'"),
        **dict.fromkeys("“”„‟«»″〝〞＂", '"'),
        **dict.fromkeys("‐‑‒–—―−﹘﹣－", "-"),
    }
)
_UNSEEN = frozenset(
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u202d\u202e"
)
"""Characters with no width: soft hyphen, joiners, direction marks, byte order mark."""

_LONGEST_CLUSTER = 32
"""Codepoints taken as one letter with its accents; ordering more accents is quadratic in Python."""


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text; `offsets[i]` is the codepoint offset, in the original, of `text[i]`."""

    text: str
    offsets: tuple[int, ...]


def fold(text: str, *, keep_case: bool = False) -> Folded:
    """Return `text` with one form for each mark, letter and space, and the offset map.

    Compatibility forms are composed (NFKC), case is folded unless `keep_case`,
    curly quotation marks become straight ones and all dashes a hyphen, runs of
    white space one space, and characters of no width go, as does white space at
    either end. Folding twice equals folding once.
    """
    out: list[str] = []
    offsets: list[int] = []
    for cluster, at in _clusters(text):
        for char in _fold_cluster(cluster, keep_case):
            if char == " " and (not out or out[-1] == " "):
                continue
            out.append(char)
            offsets.append(at)
    if out and out[-1] == " ":
        out.pop()
        offsets.pop()
    return Folded("".join(out), tuple(offsets))


def _clusters(text: str) -> list[tuple[str, int]]:
    """Return each letter with the accents that follow it, and its offset."""
    clusters: list[tuple[str, int]] = []
    for at, char in enumerate(text):
        if char in _UNSEEN:
            continue
        if clusters and not char.isascii() and unicodedata.combining(char):
            base, start = clusters[-1]
            if len(base) < _LONGEST_CLUSTER:
                clusters[-1] = (base + char, start)
                continue
        clusters.append((char, at))
    return clusters


@lru_cache(maxsize=4096)
def _fold_cluster(cluster: str, keep_case: bool) -> str:
    folded = unicodedata.normalize("NFKC", cluster.translate(_MARKS))
    if not keep_case:
        folded = unicodedata.normalize("NFKC", folded.casefold())
    folded = "".join(char for char in folded.translate(_MARKS) if char not in _UNSEEN)
    return "".join(" " if char.isspace() else char for char in folded)


_BRACKETED = re.compile(r"\[[^][]{0,300}\]")
_PARENTHESISED = re.compile(r"\([^()]{0,300}\)")
ELLIPSIS = re.compile(r"…|\.(?:\s?\.){2,}")
_QUOTED = re.compile(r'["“”«»„]')


def without_editorial(text: str) -> str:
    """Return `text` without brackets, parentheses in quotations, and ellipses.

    Square brackets are an editor's anywhere. Parentheses are an editor's inside
    quotation marks; a text without any quotation mark is taken as all quotation.
    Where nothing else would be left, the bracketed words stay, without brackets.
    """
    if not any(mark in text for mark in "[(…."):
        return text
    bare = ELLIPSIS.sub(" ", _BRACKETED.sub(" ", text))
    if not _QUOTED.search(bare):
        bare = _PARENTHESISED.sub(" ", bare)
    elif "(" in bare:
        bare = _drop_parentheses_in_quotations(bare)
    if not any(char.isalnum() for char in bare):
        return re.sub(r"[][()]", " ", text)
    return bare


def _drop_parentheses_in_quotations(text: str) -> str:
    """Return `text` without parentheses that open after an odd number of quotation marks."""
    marks = [match.start() for match in _QUOTED.finditer(text)]
    out: list[str] = []
    done = seen = 0
    for match in _PARENTHESISED.finditer(text):
        while seen < len(marks) and marks[seen] < match.start():
            seen += 1
        if seen % 2:
            out.append(text[done : match.start()])
            out.append(" ")
            done = match.end()
    out.append(text[done:])
    return "".join(out)


class Word(NamedTuple):
    """One word: its canonical lower-case `form`, and as printed (quotes and dashes folded)."""

    form: str
    printed: str


_WORD = re.compile(r"\d+(?:[.,]\d+)*|(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:'[^\W\d_]+)*|%|[$€£¥₹]")
_PER_CENT = re.compile(r"\bper cent\b", re.IGNORECASE)


def words(text: str) -> list[Word]:
    """Return the words of `text` in order, each in one canonical form.

    Contractions are opened ("don't" is do, not), possessive endings go, figures
    lose their separators ("1,000" is 1000), number words from two to ninety-nine
    become figures, "$15bn" is $, 15, billion, and spellings are American. Addresses of
    pages are no words, and "#HarbourToll" is two.
    """
    plain = _posted(text).translate(_MARKS)
    folded = plain if plain.isascii() else fold(text, keep_case=True).text
    folded = _PER_CENT.sub("percent", folded)
    found: list[Word] = []
    number_ends = -1
    for match in _WORD.finditer(folded):
        printed = match.group()
        if number_ends == match.start() and printed in MAGNITUDES:
            forms: tuple[str, ...] = (MAGNITUDES[printed],)
        else:
            forms = canonical(printed)
        number_ends = match.end() if printed[0].isdigit() else -1
        if found and found[-1].form in TENS and forms[0] in _UNITS:
            tens = found.pop()
            joined = str(int(tens.form) + int(forms[0]))
            found.append(Word(joined, f"{tens.printed}-{printed}"))
            continue
        found.extend(Word(form, printed) for form in forms)
    return found


_ADDRESS = re.compile(r"(?:https?://|www\.|pic\.twitter\.com/)\S+")
_TAGGED = re.compile(r"[#@]\w+")
_JOINT = re.compile(r"_|(?<=[a-z\d])(?=[A-Z])|(?<=[a-z])(?=\d)")


def _posted(text: str) -> str:
    """Return `text` without addresses, and with the words of tags and handles parted."""
    if "://" in text or "www." in text or "pic." in text:
        text = _ADDRESS.sub(" ", text)
    if "#" in text or "@" in text:
        text = _TAGGED.sub(lambda tag: " " + _JOINT.sub(" ", tag.group()[1:]), text)
    return text


_UNITS = frozenset("123456789")


@lru_cache(maxsize=65536)
def canonical(printed: str) -> tuple[str, ...]:
    """Return the canonical forms of one printed word; most words have one."""
    if printed[0].isdigit():
        return (_figure(printed),)
    if printed in SHORT_FORMS:
        return (SHORT_FORMS[printed],)
    low = printed.casefold().rstrip(".")
    if "." in low:
        return (low.replace(".", ""),)
    if low in CONTRACTED:
        return CONTRACTED[low]
    if "'" in low:
        head, _, tail = low.partition("'")
        if tail == "t" and head.endswith("n"):
            return (head[:-1], "not")
        head = _american(head)
        return (head,) if tail in ("s", "") else (head, CONTRACTED.get(tail, (tail,))[0])
    return (NUMBER_WORDS.get(low) or _american(low),)


def _figure(printed: str) -> str:
    """Return a figure without separators: commas before three digits, "2.0" as "2"."""
    whole = re.sub(r",(?=\d{3}(?:\D|$))", "", printed)
    if "." in whole and whole.count(".") == 1:
        whole = whole.rstrip("0").rstrip(".")
    return whole or "0"


_OUR = re.compile(
    r"(col|hon|fav|lab|harb|neighb|behavi|rum|hum|vap|val|vig|flav|sav|arm|parl|ard|cand|clam"
    r"|endeav|ferv|glam|od|ranc|rig|splend|tum)our"
)
_ISE = re.compile(r"^([a-z]{3,})(is)(e[drs]?|ing|ations?|able)$")
_DOUBLED = re.compile(
    r"(travel|cancel|fuel|label|model|signal|level|counsel|total|rival|marvel)l(?=ed|er|ing)"
)
_RE = re.compile(r"^(cent|theat|met|lit|fib|kilomet|millimet|centimet|sab|spect)re(s?)$")


def _american(low: str) -> str:
    """Return the American spelling of a British one, by rule and by list."""
    if low in SPELLINGS:
        return SPELLINGS[low]
    if "our" in low:
        return _OUR.sub(r"\1or", low)
    if "is" in low and (match := _ISE.search(low)) and match.group(1) + "is" not in NOT_IZE:
        return f"{match.group(1)}iz{match.group(3)}"
    if "ll" in low:
        return _DOUBLED.sub(r"\1", low)
    return _RE.sub(r"\1er\2", low)


_STEMMER = snowballstemmer.stemmer("english")


@lru_cache(maxsize=65536)
def stem(form: str) -> str:
    """Return the stem of a canonical form.

    A people's name gives its country's ("russian"), an irregular form its plain one ("wrote").
    """
    form = DEMONYMS.get(form) or IRREGULAR.get(form, form)
    return form if form[0].isdigit() else str(_STEMMER.stemWord(form))


def content_words(text: str) -> list[str]:
    """Return the stems of the words that carry meaning, in order, editorial words left out."""
    return [
        stem(word.form) for word in words(without_editorial(text)) if word.form not in STOP_WORDS
    ]
