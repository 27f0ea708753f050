"""The speaker that `--speaker` names, said to the person where the name leaves it open."""

from tracker.cli.context import note
from tracker.store.session import Session
from tracker.views.speaker import get_speaker, meant_by_many


def one_speaker(session: Session, name: str | None) -> str | None:
    """Return the name of the speaker whose claims are asked for, None for anybody's.

    Raises:
        BadInput: it is a part of several speakers' names.
    """
    if not name:
        return name
    found, remark = get_speaker(session, name)
    if remark:
        note(remark)
    return found


def say_if_many(session: Session, name: str) -> None:
    """Say that what several speakers said is searched, if the name means several."""
    remark = meant_by_many(session, name)
    if remark:
        note(remark)
