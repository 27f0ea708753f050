"""Which model of sentences a database is used with, and which its keys were made with.

The model is part of an opened database, as an option of its engine: what is added is stored
under the keys of its meaning too, and what is compared is compared by it. The ledger says
which model the stored keys are of, so that no other is used beside them unnoticed.
"""

from sqlalchemy import Connection
from sqlmodel import Session

from tracker.errors import BadInput
from tracker.model import Meaning
from tracker.store import ledger
from tracker.store.engine import Engine
from tracker.store.session import Transaction

_MODEL = "tracker_meaning"
"""The execution option of an engine and its connections that holds the model."""

_UNASKED = "unasked"

BEGUN = "keys.begun"
REBUILT = "keys.rebuilt"


def with_meaning(engine: Engine, model: Meaning) -> Engine:
    """Return the engine with a model of sentences."""
    return engine.execution_options(**{_MODEL: model})


def by_words_alone(connection: Connection) -> Connection:
    """Return a connection that compares by wording, whatever the stored keys are of."""
    return connection.execution_options(**{_MODEL: _UNASKED})


def given(bind: Engine | Connection) -> Meaning | None:
    """Return the model that a database was opened with."""
    model = bind.get_execution_options().get(_MODEL)
    return None if model == _UNASKED else model


def keyed_with(session: Session) -> str | None:
    """Return the name of the model whose keys are stored, None for keys of words alone."""
    last = ledger.last_value(session, "keys", "keys")
    return last.get("model") if last else None


def note_keys(tx: Transaction) -> None:
    """Say in the ledger which model the keys of restored claims are of, if not as it says."""
    model = given(tx.session.connection())
    name = model.name if model else None
    if keyed_with(tx.session) != name:
        tx.ledger.append(REBUILT, "keys", "keys", {"model": name})


def is_unfinished(session: Session) -> bool:
    """Say whether keys of a model were begun, or begun to be taken away, and not finished."""
    last = ledger.entries(session, kind="keys", limit=1)
    return bool(last) and last[0][0].action == BEGUN


def model_of(session: Session) -> Meaning | None:
    """Return the model to compare with.

    Raises:
        BadInput: the stored keys are of another model, or of one where none was named.
    """
    connection = session.connection()
    if connection.get_execution_options().get(_MODEL) == _UNASKED:
        return None
    model = given(connection)
    problem = mismatch(model.name if model else None, keyed_with(session))
    if problem:
        raise BadInput(problem)
    return model


def mismatch(named: str | None, keyed: str | None) -> str | None:
    """Return in one line how the model that is named differs from that of the keys."""
    if named == keyed:
        return None
    rekey = "`tracker db rekey`"
    if keyed is None:
        return f"the claims have no keys of the semantic model {named} yet: run {rekey}"
    if named is None:
        return (
            f"the claims are keyed with the semantic model {keyed}: name it with --semantic-model "
            f"or TRACKER_SEMANTIC_MODEL, or take its keys away with {rekey}"
        )
    return (
        f"the claims are keyed with the semantic model {keyed} and this one is {named}: name "
        f"that one, or change over to this with {rekey}"
    )
