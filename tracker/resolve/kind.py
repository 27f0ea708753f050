"""What kind of agent a bare name is, when no article stands around it."""

from tracker.model import AgentKind
from tracker.resolve.phrase import Form, read_phrase
from tracker.resolve.runs import is_body


def agent_kind(name: str) -> AgentKind:
    """Return the kind of agent that `name` looks like; a person where nothing tells."""
    phrase = read_phrase(name)
    if phrase.kind is not None:
        return phrase.kind
    words = tuple(name.split())
    is_acronym = len(words) == 1 and len(name) > 1 and name.isupper()
    if is_acronym or is_body(words):
        return AgentKind.ORGANIZATION
    return AgentKind.UNNAMED if phrase.form is Form.UNNAMED else AgentKind.PERSON
