"""Cues by which a source says that the content is not so ("denied", "dismissed")."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tracker.model import Article, Statement

_DENIAL = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|dismiss(?:es|ed|ing)?|reject(?:s|ed|ing)?|refut(?:e|es|ed|ing)"
    r"|rebut(?:s|ted|ting)?|disput(?:e|es|ed|ing)|disavow(?:s|ed|ing)?"
    r"|ruled? out|rules out|ruling out)\b",
    re.IGNORECASE,
)
_TURNED = re.compile(r"\b(?:not|never|n[’']t|without)\b|n[’']t\b", re.IGNORECASE)
"""What turns a denial round: "did not deny", "has never ruled out"."""


def mark_denials(article: Article, statements: Sequence[Statement]) -> list[Statement]:
    """Return the statements with `denied` set where the cue denies the content."""
    return [
        replace(s, denied=True) if s.cue is not None and _denies(s.cue.of(article.text)) else s
        for s in statements
    ]


def _denies(cue: str) -> bool:
    return _DENIAL.search(cue) is not None and _TURNED.search(cue) is None
