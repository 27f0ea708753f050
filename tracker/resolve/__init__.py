"""Who is meant: printed sources and participants to the agents of one article."""

from tracker.resolve.article import Resolution, resolve
from tracker.resolve.carried import Basis, Carried, first_carried, is_one_outlet
from tracker.resolve.credits import Credit, find_credits
from tracker.resolve.kind import agent_kind

__all__ = [
    "Basis",
    "Carried",
    "Credit",
    "Resolution",
    "agent_kind",
    "find_credits",
    "first_carried",
    "is_one_outlet",
    "resolve",
]
