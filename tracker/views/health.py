"""What runs here, and what is wrong with it."""

from sqlalchemy import Engine
from sqlmodel import Session

from tracker import __version__
from tracker.store import counts, safety, schema, triggers
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
        refused = [breach.message for breach in breaches if breach.refused]
        # A trigger that is gone is among what is refused already.
        altered = [] if refused else list(triggers.not_as_made(session.connection()))
    return {
        "facts": facts,
        "refused": refused,
        "warnings": [*(b.message for b in breaches if not b.refused), *altered],
    }
