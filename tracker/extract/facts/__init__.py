"""Reported facts: which statements report an event, and what the article asserts itself.

`add_facts` is the way in. `lexicon` holds the words, `reading` turns a content into
words, names and clauses, `frames` says which function decides what a verb in its clause
reports, and `nominals` reads what a noun names. `places`, `figures` and `timing` read
where, how many and when, `whereabouts` what kind of place that is, `presence` who was
there. `recognise` puts the event together, and `asserted` finds the facts that no
statement carries. `tolls` gives a toll that stands alone the place and day of the event it
is of, which `story` finds in the article.
"""

from dataclasses import replace

from tracker.extract.facts.asserted import find_asserted
from tracker.extract.facts.recognise import Surroundings, find_event
from tracker.extract.facts.tolls import place_tolls
from tracker.model import NOWHERE, Article, Gazetteer, Statement, kind_of

__all__ = ["add_facts"]


def add_facts(
    article: Article, statements: list[Statement], gazetteer: Gazetteer = NOWHERE
) -> list[Statement]:
    """Return the statements with the events they report, and the article's own facts.

    A statement whose content reports an event becomes one of kind fact. What the
    article asserts itself is added as statements without source, in text order;
    `parent` indices are moved along.
    """
    surroundings = Surroundings(article, gazetteer)
    told = [_with_event(surroundings, statement) for statement in statements]
    facts = _merge(told, find_asserted(article, statements, surroundings))
    return place_tolls(article, facts, surroundings)


def _with_event(surroundings: Surroundings, statement: Statement) -> Statement:
    cue = statement.cue.of(surroundings.text).lower() if statement.cue else ""
    found = find_event(surroundings, statement.content, (cue.split() or [""])[-1])
    if found is None:
        return statement
    return replace(statement, event=found.event, kind=kind_of(statement.type, found.event))


def _merge(told: list[Statement], added: list[Statement]) -> list[Statement]:
    """Return both in text order, the order of `told` kept, with `parent` renumbered."""
    merged: list[Statement] = []
    moved: dict[int, int] = {}
    waiting = list(reversed(added))
    for index, statement in enumerate(told):
        while waiting and waiting[-1].content[0].start < statement.content[0].start:
            merged.append(waiting.pop())
        moved[index] = len(merged)
        merged.append(statement)
    merged += reversed(waiting)
    return [s if s.parent is None else replace(s, parent=moved[s.parent]) for s in merged]
