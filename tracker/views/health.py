"""What runs here, and what is wrong with it."""

from sqlalchemy import Engine
from sqlmodel import Session

from tracker import __version__
from tracker.store import counts, safety, schema
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
    return {
        "facts": facts,
        "refused": [breach.message for breach in breaches if breach.refused],
        "warnings": [breach.message for breach in breaches if not breach.refused],
    }
