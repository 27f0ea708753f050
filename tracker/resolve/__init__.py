"""Who is meant: printed sources and participants to the agents of one article."""

from tracker.resolve.article import Resolution, resolve
from tracker.resolve.credits import Credit, find_credits
from tracker.resolve.kind import agent_kind

__all__ = ["Credit", "Resolution", "agent_kind", "find_credits", "resolve"]
