"""What runs here, and what is wrong with it."""

from sqlalchemy import Engine
from sqlmodel import Session

from tracker import __version__
from tracker.errors import BadInput
from tracker.store import counts, model_in_use, safety, schema, triggers
from tracker.store import engine as engines
from tracker.views.shapes import Shape


def health_shape(engine: Engine) -> Shape:
    """Return facts about the installation and database, and warnings to act on."""
    settings, breaches = safety.examine(engine)
    with Session(engine) as session:
        facts: Shape = {
            "tracker": __version__,
            "database": schema.display(engine),
            "engine": engines.describe(engine),
            "schema": schema.current_revision(engine),
            **settings,
            **counts.of_records(session),
        }
        keyed, wrong = _meaning(session)
        if keyed:
            facts["semantic model"] = keyed
        refused = [breach.message for breach in breaches if breach.refused]
        # A trigger of ours that is wrong is among what is refused already.
        flaws = () if refused else triggers.flaws(session.connection())
        altered = [flaw.message for flaw in flaws]
    return {
        "facts": facts,
        "refused": refused,
        "warnings": [*(b.message for b in breaches if not b.refused), *altered, *wrong],
    }


def _meaning(session: Session) -> tuple[str | None, list[str]]:
    """Return the model of sentences that claims are keyed with, and what is wrong with that."""
    keyed, model = model_in_use.keyed_with(session), model_in_use.given(session.connection())
    try:
        wrong = model_in_use.mismatch(model.name if model else None, keyed)
    except BadInput as error:
        wrong = str(error)
    unfinished = model_in_use.is_unfinished(session) and not wrong
    if unfinished:
        wrong = "the keys of claims were begun anew and not finished: run `tracker db rekey`"
    return keyed, [wrong] if wrong else []
