"""What runs here, and what is wrong with it."""

from sqlalchemy import Engine
from sqlmodel import Session

from tracker import __version__
from tracker.store import counts, schema, triggers
from tracker.store import engine as engines
from tracker.views.shapes import Shape


def health_shape(engine: Engine) -> Shape:
    """Return facts about the installation and database, and warnings to act on."""
    with Session(engine) as session:
        facts: Shape = {
            "tracker": __version__,
            "database": schema.display(engine),
            "engine": engines.describe(engine),
            "schema": schema.current_revision(engine),
            **counts.of_records(session),
        }
        unguarded = list(triggers.not_as_made(session.connection()))
    return {"facts": facts, "warnings": [*engines.warnings(engine), *unguarded]}
