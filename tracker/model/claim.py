"""A claim as the matcher sees it: what is asserted, by whom, when, about what."""

from dataclasses import dataclass

from tracker.model.event import Event
from tracker.model.statement import Kind, StatementType
from tracker.model.when import DateInterval, Published


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim in the wording of one occurrence.

    `id` is the local number (None before it is stored). `text` is the content as
    one line, its pieces joined by an ellipsis, quotation marks included.
    `speaker` is the resolved name and `speaker_names` every name the speaker is
    known by, itself included; `unnamed_source` is the printed source of a claim
    nobody named makes ("experts"). `context` are the words of the sentence around
    the content, for the subject that a cut quote lacks; it may be empty. `headline` is
    that of its article, empty where it has none. `denied` says that the speaker says
    it is not so.
    """

    text: str
    kind: Kind = Kind.CLAIM
    type: StatementType = StatementType.INDIRECT
    id: int | None = None
    external_id: str | None = None
    speaker: str | None = None
    speaker_names: tuple[str, ...] = ()
    unnamed_source: str | None = None
    said_on: DateInterval | None = None
    published: Published | None = None
    event: Event | None = None
    context: str = ""
    headline: str = ""
    denied: bool = False
