"""Count how common words are in the project's own articles, for the rarity of a stem.

usage: python benchmarks/count_words.py FOLDER > tracker/match/frequent.py

FOLDER holds `*.txt` in the annotation markup. Stems are counted once a paragraph and fall
into bands, each twice as common as the one below; those in fewer than three paragraphs are
left out, since a stem that is not listed counts as rare.
"""

import argparse
import re
import textwrap
from collections import Counter, defaultdict
from math import log2
from pathlib import Path

from tracker.text.normalise import content_words

LEAST = 3
"""Paragraphs in which a stem must stand to be listed."""

_TAG = re.compile(r"<[^>]*>")

_HEAD = '''"""How common stems are in our own articles: written by `benchmarks/count_words.py`.

{paragraphs:,} paragraphs of news in English. A stem under `n` stands in 2 ** n paragraphs at least
and in fewer than twice as many; one that is not listed stands in fewer than {least}.
"""

PARAGRAPHS = {paragraphs}
"""Paragraphs that were counted."""

BANDS = {{'''


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    counts: Counter[str] = Counter()
    paragraphs = 0
    for path in sorted(parser.parse_args().folder.glob("?-*.txt")):
        for paragraph in _TAG.sub("", path.read_text(encoding="utf-8")).split("\n\n"):
            if stems := frozenset(content_words(paragraph)):
                paragraphs += 1
                counts.update(stems)
    bands: dict[int, list[str]] = defaultdict(list)
    for stem, count in counts.items():
        if count >= LEAST:
            bands[int(log2(count))].append(stem)
    print(_HEAD.format(paragraphs=paragraphs, least=LEAST))
    for band in sorted(bands):
        print(f'    {band}: """')
        print(textwrap.fill(" ".join(sorted(bands[band])), 99, break_on_hyphens=False))
        print('""",')
    print("}")


if __name__ == "__main__":
    main()
