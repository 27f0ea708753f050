"""What the model sees of a word: a row each, the same every time, by its surroundings."""

import os
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.extract.draft import Draft
from tracker.extract.reading import Reading, Sentence
from tracker.extract.sentence import read_by_rules
from tracker.extract.sequence.features import Around, Features, features, word_class
from tracker.model import Act

WORDS = ["Lind", "said", "that", "“We sail,”", "told", "the", "harbour", ",", "31", "not", "@a"]


def one_sentence(text: str) -> Sentence:
    (sentence,) = Reading.of(text).sentences
    return sentence


def rows(text: str, around: Around | None = None, *, ruled: bool = True) -> Features:
    sentence = one_sentence(text)
    drafts = read_by_rules(sentence, headline=False) if ruled else None
    return features(sentence, drafts, around or Around())


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=30).map(" ".join))
def test_each_word_has_a_row_and_the_same_again(text: str) -> None:
    for sentence in Reading.of(text).sentences:
        drafts = read_by_rules(sentence, headline=False)
        first, second = (features(sentence, drafts, Around()) for _ in range(2))
        assert first == second
        assert len(first) == len(sentence)
        assert all(len(row) == len(set(row)) for row in first), "a feature counts once"


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [
        ("Lind said that it sank", 0, {"w=lind", "c=CAP", "w-1=<", "w1=said", "pos=0", "rqd=1"}),
        ("Lind said that it sank", 1, {"lem=say", "form=past", "c-1=CAP", "rq0"}),
        (
            "Lind said that it sank",
            4,
            {"end=0", "w1=>", "lqt=form=past|True|0", "lqd=3", "hq=False"},
        ),
        ("“We sail,” Lind said", 0, {"c=QUOTE", "qe=,", "qs=2", "qc=False", "hq=True"}),
        ("her hopes of a ferry", 1, {"k=noun", "kx=noun|of", "kp=her|noun"}),
        ("her hopes of a ferry", 4, {"kl=noun|3", "st=ferri"}),
    ],
    ids=lambda value: str(value) if isinstance(value, int) else None,
)
def test_a_word_with_its_surroundings(text: str, at: int, expected: set[str]) -> None:
    assert expected <= set(rows(text)[at])


def test_the_verdicts_of_the_rules_are_features() -> None:
    ruled = [next(f for f in row if f.startswith("r=")) for row in rows("Lind said that it sank.")]
    assert ruled == ["r=S", "r=Q", "r=O", "r=C", "r=C", "r=O"]
    without = rows("Lind said that it sank.", ruled=False)
    assert not any(f.startswith(("r=", "rr=")) for row in without for f in row)


def test_where_two_drafts_meet_the_wider_one_is_seen() -> None:
    sentence = one_sentence("one two three four")
    wide = Draft([(0, 3)], None, None, Act.SPEECH, "wide")
    narrow = Draft([(2, 4)], None, None, Act.SPEECH, "narrow")
    for drafts in ([wide, narrow], [narrow, wide]):
        seen = features(sentence, drafts, Around())
        assert "rr=C|wide" in seen[2]
        assert "rr=C|narrow" in seen[3]


def test_what_stands_around_a_sentence_is_seen_by_every_word() -> None:
    seen = rows("Lind spoke", Around(headline=True, after_quotation=True))
    assert all({"hl", "pq=True"} <= set(row) for row in seen)
    assert not any("hl" in row or "pq=True" in row for row in rows("Lind spoke"))


@pytest.mark.parametrize(
    ("low", "text", "expected"),
    [
        ("“”", "“We sail”", "QUOTE"),
        (",", ",", "P,"),
        ("31", "31", "NUM"),
        ("she", "She", "PRO"),
        ("said", "said", "Vpast"),
        ("lind", "Lind", "CAP"),
        ("@ada", "@ada", "w"),
        ("insistence", "insistence", "w"),
        ("movement", "movement", "N"),
        ("slowly", "slowly", "ly"),
    ],
)
def test_classes(low: str, text: str, expected: str) -> None:
    assert word_class(low, text) == expected


def test_features_do_not_depend_on_how_a_process_hashes() -> None:
    code = (
        "from tests.extract.sequence.test_features import rows;"
        "print(rows('“We sail,” Lind told KNA, and urged them to wait.'))"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(printed) == 1
