"""Marked articles: tags and JSON Lines become the same marks, and errors say where and what."""

import json
from pathlib import Path
from typing import Any

import pytest

from tracker.errors import BadInput
from tracker.ingest.marked import parse_tagged, read_marked
from tracker.model import Act, Attribution, MarkedArticle, Span

TAGGED = (
    '<C n="1" act="speech">“We sail,”</C> <S n="1" who="Ada Lind">she</S> '
    '<Q n="1">told</Q> <R n="1">KNA</R>.'
)
TEXT = "“We sail,” she told KNA."
SAILS = Attribution(
    content=(Span(0, 10),),
    source=(Span(11, 14),),
    cue=(Span(15, 19),),
    relays=(Span(20, 23),),
    who="Ada Lind",
)
ROW: dict[str, Any] = {
    "id": "x",
    "text": TEXT,
    "attributions": [
        {
            "content": [[0, 10]],
            "source": [[11, 14]],
            "cue": [[15, 19]],
            "relay": [[20, 23]],
            "who": "Ada Lind",
            "act": "speech",
        }
    ],
}


def lines(path: Path, *rows: object) -> Path:
    file = path / "marked.jsonl"
    file.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return file


def words(tagged: str) -> list[tuple[list[str], list[str], list[str], str | None]]:
    """Return contents, sources, cues and names of a tagged text, by their words."""
    article = parse_tagged(tagged, "x", "x.txt")
    return [
        (
            [span.of(article.text) for span in one.content],
            [span.of(article.text) for span in one.source],
            [span.of(article.text) for span in one.cue],
            one.who,
        )
        for one in article.attributions
    ]


def test_tagged_text_and_json_lines_give_the_same(tmp_path: Path) -> None:
    folder = tmp_path / "tagged"
    folder.mkdir()
    (folder / "x.txt").write_text(f"\n{TAGGED}\n", encoding="utf-8")
    expected = [MarkedArticle("x", TEXT, (SAILS,))]
    assert read_marked(folder) == expected
    assert read_marked(lines(tmp_path, ROW)) == expected


def test_a_folder_is_read_by_name_and_other_files_are_left(tmp_path: Path) -> None:
    for name in ("b-2.txt", "a-10.txt", "a-9.txt", "README.md"):
        (tmp_path / name).write_text(TAGGED, encoding="utf-8")
    assert [article.id for article in read_marked(tmp_path)] == ["a-10", "a-9", "b-2"]


@pytest.mark.parametrize(
    ("tagged", "expected"),
    [
        pytest.param("Nobody spoke.", [], id="nothing marked"),
        pytest.param(
            '<C n="1" act="speech">“We,”</C> said <C n="1">“sail.”</C>',
            [(["“We,”", "“sail.”"], [], [], None)],
            id="a content in two pieces",
        ),
        pytest.param(
            '<S n="2" who="Cho"/><C n="2" act="speech">“No.”</C>',
            [(["“No.”"], [], [], "Cho")],
            id="a source that is not printed",
        ),
        pytest.param(
            '<S n="1" who="?">aides</S> <Q n="1">said</Q> <C n="1" act="belief">so</C>',
            [(["so"], ["aides"], ["said"], None)],
            id="a source without a name",
        ),
        pytest.param(
            '<C n="10" act="speech">ten</C> <C n="9" act="speech">nine</C>',
            [(["nine"], [], [], None), (["ten"], [], [], None)],
            id="by number",
        ),
        pytest.param(
            '<C n="1" act="speech">it <Q n="2">said</Q> <C n="2" act="speech">no</C></C>',
            [(["it said no"], [], [], None), (["no"], [], ["said"], None)],
            id="one inside another",
        ),
        pytest.param(
            '<S n="1"><S n="2">Lind</S></S> <Q n="1">said</Q> <C n="1" act="speech">a</C> and '
            '<Q n="2">urged</Q> <C n="2" act="speech">b</C>',
            [(["a"], ["Lind"], ["said"], None), (["b"], ["Lind"], ["urged"], None)],
            id="a shared source",
        ),
        pytest.param(
            '<R n="1">KNA</R> <Q n="1" relay="1">reported</Q>, <Q n="1">citing</Q> '
            '<C n="1" act="speech">it</C>',
            [(["it"], [], ["citing"], None)],
            id="a relay's cue is not the source's",
        ),
        pytest.param(
            'a < b, <b> and 5<6 <C n="1" act="speech">x</C>',
            [(["x"], [], [], None)],
            id="other angle brackets stay",
        ),
    ],
)
def test_tags(
    tagged: str, expected: list[tuple[list[str], list[str], list[str], str | None]]
) -> None:
    assert words(tagged) == expected


@pytest.mark.parametrize(
    ("tagged", "says"),
    [
        pytest.param('<C n="1" act="speech">x', ["<C n=1>", "not closed"], id="not closed"),
        pytest.param("x</C>", ["</C> closes nothing", "after 'x</C>'"], id="closes nothing"),
        pytest.param(
            '<C n="1" act="speech">x <S n="1">y</C></S>', ["</C> closes nothing"], id="crossed"
        ),
        pytest.param("<C n=1>x</C>", ["</C> closes nothing"], id="no quotation marks"),
        pytest.param("<C n=1 /> x", ["<C n=1", "not readable"], id="not readable"),
        pytest.param('<C act="speech">x</C>', ["a tag C has no number n"], id="no number"),
        pytest.param('<C n="a" act="speech">x</C>', ["no number n"], id="not a number"),
        pytest.param('<Q n="3">said</Q>', ["mark 3 has no content"], id="no content"),
        pytest.param('<C n="3">x</C>', ["mark 3: act None", "speech, belief"], id="no act"),
        pytest.param('<C n="3" act="song">x</C>', ["mark 3: act 'song'"], id="unknown act"),
        pytest.param(
            '<C n="3" act="speech">x </C>', ["mark 3: 'x ' has white space"], id="white space"
        ),
        pytest.param(
            '<C n="3" act="speech"></C>x', ["mark 3: a tag C encloses nothing"], id="nothing in it"
        ),
    ],
)
def test_what_is_wrong_with_tags_and_where(tagged: str, says: list[str]) -> None:
    with pytest.raises(BadInput) as caught:
        parse_tagged(tagged, "x", "set/x.txt")
    assert str(caught.value).startswith("set/x.txt: ")
    assert "\n" not in str(caught.value)
    for part in says:
        assert part in str(caught.value)


def changed(**fields: object) -> dict[str, Any]:
    return {**ROW, **fields}


def mark(**fields: object) -> dict[str, Any]:
    return {**ROW, "attributions": [{"content": [[0, 10]], **fields}]}


@pytest.mark.parametrize(
    ("row", "says"),
    [
        pytest.param([], "TypeError", id="no object"),
        pytest.param(changed(text=None), "text is None", id="no text"),
        pytest.param(changed(text="\ud800"), "surrogates", id="half a character"),
        pytest.param({"text": "", "attributions": []}, "'id'", id="no id"),
        pytest.param({"id": "x", "text": ""}, "'attributions'", id="no attributions"),
        pytest.param(changed(attributions=[{}]), "'content'", id="no content"),
        pytest.param(changed(attributions=3), "TypeError", id="no list"),
        pytest.param(mark(content=[[0, 99]]), "[0, 99] is no stretch of a text of 24", id="beyond"),
        pytest.param(mark(content=[[5, 5]]), "[5, 5] is no stretch", id="empty"),
        pytest.param(mark(cue=[[-3, 2]]), "[-3, 2] is no stretch", id="before the text"),
        pytest.param(mark(cue=[[0.0, 2.0]]), "[0.0, 2.0] are no offsets", id="no integers"),
        pytest.param(mark(cue=[["0", "2"]]), "['0', '2'] are no offsets", id="strings"),
        pytest.param(mark(cue=[[1]]), "unpack", id="half a span"),
        pytest.param(mark(act="song"), "act 'song' is none of speech", id="unknown act"),
    ],
)
def test_what_is_wrong_with_a_line_and_which(tmp_path: Path, row: object, says: str) -> None:
    file = lines(tmp_path, ROW, row)
    with pytest.raises(BadInput) as caught:
        read_marked(file)
    assert str(caught.value).startswith(f"{file}, line 2: ")
    assert "\n" not in str(caught.value)
    assert says in str(caught.value)


def test_a_line_that_is_no_json(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"id"', encoding="utf-8")
    with pytest.raises(BadInput, match=r"a\.jsonl, line 1: no marked article"):
        read_marked(tmp_path / "a.jsonl")


def test_only_content_is_required_of_a_mark(tmp_path: Path) -> None:
    (article,) = read_marked(lines(tmp_path, mark()))
    assert article.attributions == (Attribution(content=(Span(0, 10),), act=Act.SPEECH),)


def test_empty_lines_are_passed_over_and_counted(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text(f"\n{json.dumps(ROW)}\n\n[]\n", encoding="utf-8")
    with pytest.raises(BadInput, match="line 4"):
        read_marked(file)


@pytest.mark.parametrize(
    ("name", "body", "says"),
    [
        pytest.param("none", None, "give a folder of tagged .txt files", id="no such folder"),
        pytest.param("none.jsonl", None, "No such file", id="no such file"),
        pytest.param("a.csv", b"", "or a .jsonl file", id="another kind of file"),
        pytest.param("a.jsonl", b"\n", "no marked article in it", id="an empty file"),
        pytest.param("a.jsonl", b"\xff", "not UTF-8", id="another encoding"),
    ],
)
def test_what_cannot_be_read(tmp_path: Path, name: str, body: bytes | None, says: str) -> None:
    if body is not None:
        (tmp_path / name).write_bytes(body)
    with pytest.raises(BadInput, match=says) as caught:
        read_marked(tmp_path / name)
    assert str(caught.value).startswith(str(tmp_path / name))


def test_a_folder_without_articles(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no marked article in it"):
        read_marked(tmp_path)


def test_a_bad_file_of_a_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TAGGED, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"\xe9t\xe9")
    with pytest.raises(BadInput, match=r"b\.txt: it is not UTF-8"):
        read_marked(tmp_path)
