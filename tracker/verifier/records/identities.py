"""Whom people say each agent is."""

from __future__ import annotations

from typing import Dict, List, Optional

from tracker.verifier.hashing.canonical import Record


def as_people_say(words: List[Record]) -> Dict[str, str]:
    """Return whom each agent is one with: words count in order, the last on a pair."""
    withdrawn = {word["withdraws"] for word in words}
    last = {frozenset((w["agent"], w["other"])): w for w in words if w["same"] is not None}
    return {w["agent"]: w["other"] for w in last.values() if w["same"] and w["id"] not in withdrawn}


def stands_for(agent: str, towards: Dict[str, str]) -> Optional[str]:
    """Return the agent that stands for another, None for one that stands by itself."""
    passed, at = {agent}, agent
    while towards.get(at) and towards[at] not in passed:
        at = towards[at]
        passed.add(at)
    return None if at == agent else at
