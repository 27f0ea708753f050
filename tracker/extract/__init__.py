"""Article to statements.

`extract` reads an article once (paragraphs, quotations, sentences), asks the rules
sentence by sentence, reads inside long quotations for statements within them, and
puts what was found in text order, each below the one it stands in. Who the
speakers are is left to the stage behind.
"""

from tracker.extract.assemble import assemble
from tracker.extract.reading import Reading
from tracker.model import Article, Statement

__all__ = ["extract"]


def extract(article: Article) -> list[Statement]:
    """Return the statements of `article` in text order, a parent before what it holds.

    Speakers are not resolved: `source` is the words as printed and `speaker` None.
    `chain` holds relays only. Time is linear in the length of the text.
    """
    return assemble(Reading.of(article.text))
