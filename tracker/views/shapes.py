"""The JSON shapes that commands print and exports hold, one function a shape."""

from typing import Any

from tracker.extract.rules import RULES
from tracker.model import DateInterval, Event, Hop, Joint, Participant, Quantity, Span, Statement
from tracker.text.diff import word_diff

Shape = dict[str, Any]


def statement_shape(statement: Statement, text: str) -> Shape:
    """Return a statement as `tracker extract --json` prints it."""
    return {
        "kind": str(statement.kind),
        "type": str(statement.type),
        "act": str(statement.act),
        "content": [span_shape(span, text) for span in statement.content],
        "source": span_shape(statement.source, text) if statement.source else None,
        "cue": span_shape(statement.cue, text) if statement.cue else None,
        "speaker": statement.speaker,
        **joint_fields(statement.joint),
        "speaker_reason": statement.speaker_reason,
        "speaker_confidence": _rounded(statement.speaker_confidence),
        "proposed": statement.proposed,
        "chain": [hop_shape(hop) for hop in statement.chain],
        "said_on": when_shape(statement.said_on),
        "event": event_shape(statement.event),
        "denied": statement.denied,
        "editorial": [span_shape(span, text) for span in statement.editorial],
        "parent": statement.parent,
        "confidence": round(statement.confidence, 4),
        "rule": statement.rule,
    }


def joint_fields(joint: Joint) -> Shape:
    """Return who says something together; beside `speaker`, which is None where they do."""
    return {"joint_speakers": list(joint.names), "joint_others": joint.others}


JOINT = tuple(joint_fields(Joint()))
"""The names of these fields."""


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 4)


def explanation_shape(statement: Statement) -> Shape:
    """Return why a statement was found and given to its speaker, with how sure either is.

    `source_confidence` is None where no sequence model was asked.
    """
    source = statement.source_confidence
    speaker = statement.speaker_confidence
    return {
        "rule": statement.rule,
        "reads": RULES.get(statement.rule, ""),
        "confidence": round(statement.confidence, 4),
        "source_confidence": None if source is None else round(source, 4),
        "speaker_reason": statement.speaker_reason,
        "speaker_confidence": None if speaker is None else round(speaker, 4),
        "proposed": statement.proposed,
    }


def span_shape(span: Span, text: str) -> Shape:
    """Return a stretch of text: codepoint offsets, end exclusive, and its words."""
    return {"start": span.start, "end": span.end, "exact": span.of(text)}


def hop_shape(hop: Hop) -> Shape:
    """Return one agent of a chain."""
    return {
        "position": hop.position,
        "agent": hop.agent,
        "role": str(hop.role),
        "source_type": str(hop.source_type) if hop.source_type else None,
        "ground": hop.ground,
    }


def when_shape(when: DateInterval | None) -> Shape | None:
    """Return an interval of days, both ends inclusive."""
    if when is None:
        return None
    return {
        "start": when.start.isoformat(),
        "end": when.end.isoformat(),
        "precision": str(when.precision),
        "as_printed": when.as_printed,
    }


def event_shape(event: Event | None) -> Shape | None:
    """Return an event with its participants and figures."""
    if event is None:
        return None
    when = event.when
    return {
        "type": str(event.type),
        "start": when.start.isoformat() if when else None,
        "end": when.end.isoformat() if when else None,
        "precision": str(when.precision) if when else None,
        "place": event.place,
        "place_precision": str(event.place_precision) if event.place_precision else None,
        "participants": [participant_shape(p) for p in event.participants],
        "quantities": [quantity_shape(quantity) for quantity in event.quantities],
        "modality": str(event.modality),
    }


def participant_shape(participant: Participant) -> Shape:
    """Return an agent's part in an event."""
    return {
        "agent": participant.agent,
        "role": str(participant.role),
        "presence": str(participant.presence) if participant.presence else None,
    }


def quantity_shape(quantity: Quantity) -> Shape:
    """Return a figure; `min` and `max` are equal when it is exact."""
    return {
        "property": quantity.property,
        "min": quantity.minimum,
        "max": quantity.maximum,
        "unit": quantity.unit,
        "qualifier": str(quantity.qualifier),
        "as_printed": quantity.as_printed,
    }


def diff_shape(old: str, new: str) -> list[Shape]:
    """Return the word diff of two wordings as a list of {op, text}."""
    return [{"op": str(edit.op), "text": edit.text} for edit in word_diff(old, new)]
