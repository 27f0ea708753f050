"""Articles whose attributions people have marked: what models are trained and measured on."""

from dataclasses import dataclass

from tracker.model.span import Span
from tracker.model.statement import Act


@dataclass(frozen=True, slots=True)
class Attribution:
    """One marked attribution; spans of each part in text order, () where it has none.

    `who` is the source's full name, "A; B" for a joint one, None where it is unknown or
    has no name. `relays` carried it on, nearest first.
    """

    content: tuple[Span, ...]
    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    relays: tuple[Span, ...] = ()
    who: str | None = None
    act: Act = Act.SPEECH


@dataclass(frozen=True, slots=True)
class MarkedArticle:
    """A text with its attributions, in the order of their marks.

    `reviewed` are the stretches whose attributions are all marked; None: the whole text.
    """

    id: str
    text: str
    attributions: tuple[Attribution, ...]
    reviewed: tuple[Span, ...] | None = None
