"""Speech that is only supposed or asked about is nobody's statement."""

import pytest

from tests.extract.readings import read
from tracker import pipeline
from tracker.model import Article
from tracker.resources import data_folder
from tracker.training import open_model


@pytest.fixture(scope="module")
def reader() -> pipeline.Reader:
    """Return the reader with the shipped model, which the rules have to hold back too."""
    return pipeline.Reader(model=open_model(data_folder("model")).reader)


SUPPOSED = [
    pytest.param("If the mayor says the dam is safe, people will return.", id="if"),
    pytest.param("Even if Ada Lind says the dam is safe, people will leave.", id="even if"),
    pytest.param("If she were to say the dam is safe, people would return.", id="were to"),
    pytest.param("People stay if the mayor, Ada Lind, says the dam is safe.", id="apposition"),
    pytest.param("Nobody will return unless the mayor says the dam is safe.", id="unless"),
    pytest.param("It is unclear whether the minister said the dam was safe.", id="whether"),
    pytest.param("It is unclear whether or not he said the dam was safe.", id="whether or not"),
    pytest.param("In case the mayor says the dam is safe, buses wait.", id="in case"),
    pytest.param("Provided that the mayor says the dam is safe, we stay.", id="provided"),
    pytest.param("Should the mayor say the dam is safe, people will return.", id="should"),
    pytest.param("Had she said the dam was safe, people would have stayed.", id="had"),
    pytest.param("Until the mayor says the dam is safe, nobody returns.", id="until"),
    pytest.param("Suppose the mayor says that the dam is safe.", id="suppose"),
    pytest.param("Does Ada Lind believe that the dam is safe?", id="does"),
    pytest.param("Could the minister have said that the dam was safe?", id="could have"),
    pytest.param("Did the mayor say the dam was safe?", id="did"),
]


@pytest.mark.parametrize("text", SUPPOSED)
def test_supposed_speech_is_none(text: str, reader: pipeline.Reader) -> None:
    assert read(text) == []
    assert reader.read(Article(text)).statements == ()


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        pytest.param("If it rains, the mayor said, we leave at noon.", ["the mayor"], id="his if"),
        pytest.param("If it rains, the mayor said people may leave.", ["the mayor"], id="behind"),
        pytest.param("Ada Lind said if the mayor leaves, so will she.", ["Ada Lind"], id="inside"),
        pytest.param("When the mayor says the dam is safe, it is.", ["the mayor"], id="when"),
        pytest.param("People asked whether Vane said he was ill.", ["People"], id="the asking"),
        pytest.param("Why did the mayor say that? Ada Lind said she knew.", ["Ada Lind"], id="why"),
        pytest.param("Will Hurd said the dam was safe.", ["Hurd"], id="a name"),
        pytest.param("Once the mayor said the dam was safe, we left.", ["the mayor"], id="once"),
    ],
)
def test_what_was_said_stays(text: str, sources: list[str]) -> None:
    assert [one.source for one in read(text)] == sources
