"""Article to statements.

`extract` reads an article once (paragraphs, quotations, sentences), asks the rules
sentence by sentence, reads inside long quotations for statements within them, and
puts what was found in text order, each below the one it stands in. Then the events
that statements report, the dates on which they were made, and which ones are
denials are added. Who the
speakers are is left to the stage behind.
"""

from tracker.extract.assemble import assemble
from tracker.extract.denial import mark_denials
from tracker.extract.facts import add_facts
from tracker.extract.reading import Reading
from tracker.extract.said_on import add_dates
from tracker.extract.sequence.model import SequenceModel
from tracker.model import NOWHERE, Article, Gazetteer, Statement

__all__ = ["extract"]


def extract(
    article: Article, gazetteer: Gazetteer = NOWHERE, model: SequenceModel | None = None
) -> list[Statement]:
    """Return the statements of `article` in text order, a parent before what it holds.

    Speakers are not resolved: `source` is the words as printed and `speaker` None.
    `chain` holds relays only; one of kind GROUP is a bare name that was told something,
    which the stage behind keeps as an outlet or drops. `gazetteer` tells what kind of
    place a name is; without a `model` rules read alone. Time is linear in the length of
    the text.
    """
    statements = assemble(Reading.of(article.text), model)
    return mark_denials(article, add_dates(article, add_facts(article, statements, gazetteer)))
