"""Whether the words around a date look ahead or back.

English marks the future before the date ("will meet on Friday", "is due by
Friday") or, when the date opens the sentence, just after it ("On Friday the court
will rule"). A verb of reporting or a past auxiliary between the two takes the
mark off again: "it would close, the ministry announced on Friday".
"""

import re

_WINDOW = 80
"""Codepoints looked at on each side: about a dozen words, one clause of news prose."""

_STOP = re.compile(r"[.;!?:\n“”\"][^.;!?:\n“”\"]*\Z")
_AHEAD = re.compile(
    r"\b(?:will|won[’']t|shall|would|may|might|going\sto|due|scheduled|planned|plans?|set\sto"
    r"|expected|intends?|hopes?|wants?|ahead\sof|(?:is|are)\s(?:also\s)?to|agreed\sto|vowed\sto"
    r"|promised\sto|until\sat\sleast)\b|\w[’']ll\b"
)
_BACK = re.compile(
    r"\b(?:was|were|had|did|said|told|announced|reported|warned|confirmed|added|published|wrote"
    r"|testified|denied|showed|insisted|claimed|killed|fired|met|has|have)\b"
)
_OPEN_ENDED = re.compile(r"(?i:\b(?:by|until|till)(?:\sthe)?\s)\Z")
_PRESENT = re.compile(
    r"\b(?:is|are|be|begins?|starts?|opens?|ends?|closes?|expires?|runs?|lasts?|falls?|reopens?"
    r"|meets?|visits?|arrives?|hosts?|travels?|returns?|votes?|resumes?)"
    r"\s(?:only\s|again\s)?(?:(?:on|in|from|at)\s)?\Z"
    r"|\b(?:meets|visits|hosts|faces)\s(?:[\w’'-]+\s){1,4}(?:on|in)\s\Z"
)
_OPENING = re.compile(r"(?:\A|[.!?:\n“”\"])\s*(?i:(?:on|in|from|by|early|late)\s)*\Z")
_AFTER = re.compile(r"(?:,?\s[\w’'-]+){0,6}?,?\s(?:will|shall|is\sto|are\sto|is\sdue|are\sdue)\b")
_PAST = re.compile(r"\b(?:had|was|were)\b(?!\s(?:due|expected|set|scheduled|to)\b)")


def looks_ahead(text: str, start: int, end: int) -> bool:
    """Say whether the words around `text[start:end]` place it in the future."""
    before = text[max(0, start - _WINDOW) : start]
    stop = _STOP.search(before)
    clause = before[stop.start() + 1 :] if stop else before
    if _OPEN_ENDED.search(clause):
        around = clause + text[end : end + 40].partition(".")[0]
        return not _PAST.search(around)
    if _PRESENT.search(clause):
        return True
    marks = list(_AHEAD.finditer(clause))
    if marks:
        return not _BACK.search(clause, marks[-1].end())
    return bool(_OPENING.search(before) and _AFTER.match(text, end, end + _WINDOW))
