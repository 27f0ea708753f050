"""Whether the words around a date look ahead or back.

English marks the future before the date ("will meet on Friday", "is due by
Friday") or, when the date opens its clause, just after it ("On Friday the court
will rule"). A verb of reporting or a past auxiliary between the two takes the
mark off again: "it would close, the ministry announced on Friday".
"""

import re

_WINDOW = 80
"""Codepoints looked at on each side: about a dozen words, one clause of news prose."""

_STOP = re.compile(r"[.;!?:\n“”\"][^.;!?:\n“”\"]*\Z")
_AHEAD = re.compile(
    r"\b(?:will|won[’']t|shall|would|may|might|could(?!\s(?:not?|only|hear|see)\b)"
    r"|going\sto|due|scheduled|slated|planned|plans?"
    r"|set\s(?:to|for)|expected|intends?|hopes?|wants?|ahead\sof|upcoming|forthcoming|run-up\sto"
    r"|(?:is|are)\s(?:also\s)?to|prospects?\sof|(?:un)?likely\sto|by\sthe\stime"
    r"|agreed\sto|vowed\sto|promised\sto|until\sat\sleast)\b|\w[’']ll\b"
    r"|\b[Ii]f\s(?=[\w’'-]+\s[\w’'-]+)(?!(?:[\w’'-]+\s){0,4}?(?:\w+ed|his|her|their)\b)"
)
_REPORTED = (
    r"\b(?:was|were|had|did|said|told|announced|reported|warned|confirmed|added|published|wrote"
    r"|testified|denied|showed|insisted|claimed|killed|fired|met"
    r"|ha(?:s|ve)(?!\s(?:in|on|to|an?|the|no|any|until)\b))\b"
)
_BACK = re.compile(
    _REPORTED + r"|\b(?:after|since|when|because|who|which)\s(?:[\w’'-]+\s){0,4}?\w+ed\b"
)
_OPEN_ENDED = re.compile(r"(?i:\b(?:by|until|till|come|heading\sinto|towards?)(?:\sthe)?\s)\Z")
_PRESENT = re.compile(
    r"(?<!\bthe\s)(?<!\b[Aa]\s)(?<![’']s\s)"
    r"\b(?:is|are|be|begins?|starts?|opens?|ends?|closes?|expires?|runs?|lasts?|falls?"
    r"|reopens?|meets?|visits?|arrives?|hosts?|travels?|returns?|votes?|resumes?)"
    r"\s(?:only\s|again\s)?(?:(?:on|in|from|at)\s)?\Z"
    r"|\b(?:testifies|speaks|appears|addresses|convenes|debates|holds|meets|visits|hosts|faces|flies"
    r"|heads|travels)\s(?:(?!\w+ed\b)[\w’'-]+\s){1,6}on\s\Z"
    r"|\b(?:meets|visits|hosts|faces)\s(?:[\w’'-]+\s){1,4}(?:on|in)\s\Z"
)
_OPENING = re.compile(
    r"(?:\A|[.!?:\n“”\",])\s*(?i:(?:on|in|from|by|early|late|starting)\s)*\Z"
    r"|\b(?:that|and|but)\s(?:on|in|from|by)\s(?:early\s|late\s)?\Z"
)
_AFTER = re.compile(r"(?:,?\s[\w’'-]+){0,10}?,?\s(?:will|shall|is\sto|are\sto|is\sdue|are\sdue)\b")
_PAST = re.compile(r"\b(?:had|was|were)\b(?!\s(?:due|expected|set|scheduled|to)\b)")
_DONE = re.compile(
    rf"{_REPORTED}|\b(?:[a-z]+ed|gave|took|made|came|went|saw|held|won|lost|got|began|led|left)\b"
)


def looks_ahead(text: str, start: int, end: int) -> bool:
    """Say whether the words around `text[start:end]` place it in the future."""
    before = text[max(0, start - _WINDOW) : start]
    clause = _clause(before)
    if _OPEN_ENDED.search(clause):
        around = clause + text[end : end + 40].partition(".")[0]
        return not _PAST.search(around)
    if _PRESENT.search(clause):
        return True
    marks = list(_AHEAD.finditer(clause))
    if marks:
        return not _BACK.search(clause, marks[-1].end()) and not _follows(clause, text, end)
    if not _OPENING.search(before):
        return False
    after = _AFTER.match(text, end, end + _WINDOW)
    return bool(after and not _BACK.search(after.group()))


def looks_back(text: str, start: int, end: int) -> bool:
    """Say whether the verb before `text[start:end]`, or behind it at the start, is in the past."""
    before = text[max(0, start - _WINDOW) : start]
    if _DONE.search(_clause(before)):
        return True
    after = re.split(r"[.;:!?\n]", text[end : end + _WINDOW // 2])[0]
    return bool(_OPENING.search(before) and _DONE.search(after) and not _AHEAD.search(after))


def _clause(before: str) -> str:
    stop = _STOP.search(before)
    return before[stop.start() + 1 :] if stop else before


def _follows(clause: str, text: str, end: int) -> bool:
    """Say whether what is ahead comes after the date's own event: "after Friday's raid"."""
    after = _AFTER_IT.search(clause)
    return after is not None and (bool(after["its"]) or text[end : end + 2] in ("’s", "'s"))


_AFTER_IT = re.compile(r"\b(?:after|following|since)\s(?P<its>(?:the|his|her|its|their)\s)?\Z")
