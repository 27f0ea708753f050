"""What extraction finds, as words rather than offsets."""

from dataclasses import dataclass, field

from tracker.extract import extract
from tracker.model import Article


@dataclass(frozen=True)
class Expected:
    """One statement; only content, source and cue are compared."""

    content: str
    source: str | None
    cue: str | None
    act: str = field(default="", compare=False)
    relays: tuple[tuple[int, str], ...] = field(default=(), compare=False)
    parent: int | None = field(default=None, compare=False)
    rule: str = field(default="", compare=False)
    type: str = field(default="", compare=False)
    editorial: tuple[str, ...] = field(default=(), compare=False)


def read(text: str) -> list[Expected]:
    """Return the attributed statements of `text`; the article's own facts are left out."""
    return [
        Expected(
            content=found.text(text),
            source=found.source.of(text) if found.source else None,
            cue=found.cue.of(text) if found.cue else None,
            act=found.act.value,
            relays=tuple((hop.position, hop.agent) for hop in found.chain),
            parent=found.parent,
            rule=found.rule,
            type=found.type.value,
            editorial=tuple(span.of(text) for span in found.editorial),
        )
        for found in extract(Article(text=text))
        if found.source or found.cue or found.rule == "continuation"
    ]
