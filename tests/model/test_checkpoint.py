"""A checkpoint comes back from either form, and a mistyped one does not."""

import json
import random
from datetime import UTC, datetime

import pytest

from tracker import verifier
from tracker.model import Checkpoint

KEPT = Checkpoint(
    database="3b5c6e43e192f164e4e8ef32a31f32b335c3771e75139b2f79b2eea4e5b4f188",
    entries=102,
    head="6988bb9422fadcfdf8541cad75078035f86e9af6e12bd301251dc3097d48fe33",
    root="c76ce8e4a2905fba159aa77b77eec5a673f68c694d7f67601d57000054a51244",
    at=datetime(2026, 11, 26, 5, 21, 7, 452146, tzinfo=UTC),
    tool="tracker 0.1.0",
)

FORMS = {
    "printed": KEPT.text(),
    "json": json.dumps(KEPT.record()),
    "json over lines": json.dumps(KEPT.record(), indent=2),
    "mailed": "Dear desk,\r\nkeep this:\r\n\r\n" + KEPT.text().replace("\n", "\r\n") + "\r\nVera",
    "quoted": "\n".join(f"> {line}" for line in KEPT.text().splitlines()),
    "tabs": KEPT.text().replace("  ", "\t"),
    "a letter about its lines": "at noon\nhead of the desk\n" + KEPT.text() + "\nroot of it all",
    "typed": "\n".join("  " + " ".join(line.split()) for line in KEPT.text().splitlines()),
}


@pytest.mark.parametrize("text", FORMS.values(), ids=FORMS)
def test_it_is_read_in_every_form(text: str) -> None:
    assert Checkpoint.parse(text) == KEPT
    read = verifier.read_checkpoint(text)
    assert {name: read[name] for name in verifier.CHECKPOINT} == {
        name: KEPT.record()[name] for name in verifier.CHECKPOINT
    }


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "no tracker checkpoint"),
        ("{}", "no tracker checkpoint"),
        (KEPT.text().replace("102", "103"), "line 'entries' was mistyped"),
        (KEPT.text().replace("6988bb94", "6988bb9"), "line 'head' was mistyped"),
        ("\n".join(KEPT.text().splitlines()[:-1]), "has no 'tool'"),
        (KEPT.text().replace("  [7513]", ""), "line 'head' was cut or broken in two"),
        (KEPT.text().replace(" f86e9af6", "\n f86e9af6"), "line 'head' was cut or broken in two"),
        (KEPT.text().replace("head ", "\nheadless "), "has no 'head'"),
        (json.dumps({**KEPT.record(), "root": "ab"}), "'root' is no SHA-256"),
        (json.dumps({**KEPT.record(), "entries": -1}), "'entries' is no number"),
    ],
)
def test_what_is_none_is_refused_by_both(text: str, says: str) -> None:
    for read in (Checkpoint.parse, verifier.read_checkpoint):
        with pytest.raises(ValueError, match=says):
            read(text)


def test_one_wrong_digit_is_noticed() -> None:
    """Four digits let one line in 65,536 pass: none of these."""
    chance, text = random.Random(3), KEPT.text()
    digits = [at for at, mark in enumerate(text) if mark in "0123456789abcdef"]
    for at in chance.sample(digits, 150):
        other = chance.choice([d for d in "0123456789abcdef" if d != text[at]])
        try:
            read = Checkpoint.parse(text[:at] + other + text[at + 1 :])
        except ValueError:
            continue
        assert read == KEPT
