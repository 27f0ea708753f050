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
_DISBELIEF = re.compile(
    r"\b(?:(?:do|does|did)(?:\snot|n[’']t)|never|no longer)\s(?:believ|think|thought)\w*",
    re.IGNORECASE,
)
_CALLED = re.compile(r"(?:dismiss|reject)(?:es|s|ed|ing)?", re.IGNORECASE)
_AS = re.compile(
    r"(?:(?!\bthat\b|[\"“‘]).){1,120}?(?<!\bsuch)(?<!\bas\swell)\sas\s(?!well\b|if\b|of\b|soon\b)",
    re.IGNORECASE | re.DOTALL,
)
"""What is called something else: "dismissed the figures as a fairy tale" says that they are one."""
_TURNED = re.compile(r"\b(?:not|never|n[’']t|without)\b|n[’']t\b", re.IGNORECASE)
"""What turns a denial round: "did not deny", "has never ruled out"."""


def mark_denials(article: Article, statements: Sequence[Statement]) -> list[Statement]:
    """Return the statements with `denied` set where the cue denies the content."""
    text = article.text
    return [
        replace(s, denied=True)
        if s.cue is not None
        and _denies(s.cue.of(text))
        and not (_calls(s, text) or _says_instead(s, text))
        else s
        for s in statements
    ]


def _calls(statement: Statement, text: str) -> bool:
    """Say whether the content tells what its source calls something: "the figures as a tale"."""
    cue, content = statement.cue, statement.content
    if cue is None or not content or _CALLED.fullmatch(cue.of(text)) is None:
        return False
    return _AS.match(content[0].of(text)) is not None


def _says_instead(statement: Statement, text: str) -> bool:
    """Say whether a colon parts the content from the denial: "denied this: the ships had left"."""
    cue, content = statement.cue, statement.content
    return cue is not None and ":" in text[cue.end : content[0].start]


def _denies(cue: str) -> bool:
    if _DISBELIEF.search(cue) is not None:
        return True
    return _DENIAL.search(cue) is not None and _TURNED.search(cue) is None
