"""What stands before “…, X said”: kept whatever word opens it, unless it only says when."""

import pytest

from tests.extract.readings import read

STATED = [
    "On Monday two ships sank",
    "On Monday he resigned",
    "In March two ships sank",
    "In all 40 bodies have been found",
    "After the storm the road was closed",
    "During the night soldiers fired at protesters",
    "By Tuesday evening 14 bodies had been recovered",
    "Since January 300 people have died",
    "Within hours the river burst its banks",
    "Under the deal workers get 4 percent more",
    "With the bridge gone villagers cross by boat",
    "Before dawn gunmen stormed the post",
    "Outside Marlow two trains collided",
    "Among the dead were two children",
    "Of the 40 passengers 12 were children",
    "Of course it hurts",
    "Like others he fled",
    "As night fell the shelling grew heavier",
    "As of Monday 40 people were missing",
    "As many as 40 people were missing",
    "When the alarm rang nobody moved",
    "While the talks went on guns fired",
    "Until the road reopens no lorry can pass",
    "Unless it rains the crop will fail",
    "Because the bridge had collapsed lorries took the coast road",
    "If the dam breaks the town will be lost",
    "About 2,300 workers had walked out",
    "About half of the roads are closed",
    "About a third of the roads are closed",
    "Around 90 people were being treated in hospitals",
    "Over 2,300 workers had walked out",
    "Between 20 and 30 people are trapped",
    "Under 300 votes parted the two",
    "Up to 40 people are trapped",
    "Nearly 400 houses burned down",
    "Hundreds fled",
    "He resigned",
    "Twelve people drowned",
    "Nobody was hurt",
    "Nothing was stolen",
    "There was no warning",
    "Not one of the boats carried flares",
    "Neither pilot had slept",
    "To stop now would be a mistake",
    "Walking home alone became dangerous",
    "That would be a mistake",
    "What happened was a crime",
    "Why the alarm failed is unknown",
    "Whether the pilot slept is unclear",
    "“Reckless” driving killed the boy",
    "As a result 40 homes were lost",
    "Because of the strike no trains run",
    "At present no cure exists",
    "Should the dam fail the town is lost",
    "Worst hit was Orlo",
    "Sadly nobody survived",
    "It is over",
]

ENDS = [
    ("the coastguard said", "the coastguard"),
    ("the coastguard said on Tuesday", "the coastguard"),
    ("said Joris Maat", "Joris Maat"),
    ("engineers warned", "engineers"),
    ("documents show", "documents"),
    ("Joris Maat told reporters", "Joris Maat"),
]


@pytest.mark.parametrize(("cue", "source"), ENDS, ids=[case[0] for case in ENDS])
@pytest.mark.parametrize("content", STATED)
def test_a_clause_before_the_cue_is_kept(content: str, cue: str, source: str) -> None:
    assert [(s.content, s.source) for s in read(f"{content}, {cue}.")] == [(content, source)]


ONLY_WHEN = [
    "In a letter, Ada Lind said.",
    "On Monday, Ada Lind said.",
    "In a statement released on Monday, the ministry said on its website.",
    "With tears in her eyes, Ada Lind said on television.",
    "During a debate that had lasted all night, Ada Lind said in a low voice.",
    "After a meeting that lasted four hours, Ada Lind agreed.",
    "After the meeting ended, Ada Lind told her staff.",
    "About 40 minutes later, Ada Lind agreed.",
    "As expected, Ada Lind said.",
    "As he had promised, Ada Lind said on Monday.",
    "Visibly moved, Ada Lind agreed.",
]


@pytest.mark.parametrize("text", ONLY_WHEN)
def test_an_occasion_is_no_statement(text: str) -> None:
    assert "after" not in [s.rule for s in read(text)]


FOLLOWING = [
    ("On Monday, Ada Lind said that the plan was dead.", "the plan was dead"),
    ("In a letter to residents, Ada Lind said the plan was dead.", "the plan was dead"),
    ("After the road was shut, police said 12 people were missing.", "12 people were missing"),
    (
        "In the town where the dam burst, police said in a statement four people were missing.",
        "four people were missing",
    ),
    ("After the vote, Ada Lind warned of a long winter.", "a long winter"),
    ("In May, Lind said, two ships sank.", "In May … two ships sank"),
    (
        "At a meeting held on Monday, Lind said, two ships sank.",
        "At a meeting held on Monday … two ships sank",
    ),
    (
        "In 1990, when he was ten, Vane said, the ship sank.",
        "In 1990, when he was ten … the ship sank",
    ),
    (
        "If the dam bursts, Ada Lind said, the town is lost.",
        "If the dam bursts … the town is lost",
    ),
    (
        "Under the new rules, Ada Lind said, nobody can be evicted.",
        "Under the new rules … nobody can be evicted",
    ),
    (
        "It was, he said, one of the worst failures of his time.",
        "It was … one of the worst failures of his time",
    ),
    ("On Monday two ships sank, police said, while 29 were missing.", "On Monday two ships sank"),
    ("After the storm the road was shut, police said, and a man died.", None),
    (
        "Fourteen people were dead, Lind said, and that 29 were missing.",
        "Fourteen people were dead … and that 29 were missing",
    ),
    (
        "Fourteen people were dead, Lind said, while 29 were still missing.",
        "Fourteen people were dead",
    ),
]


@pytest.mark.parametrize(("text", "content"), FOLLOWING, ids=[case[0] for case in FOLLOWING])
def test_what_follows_the_cue_is_told_from_what_stands_before(
    text: str, content: str | None
) -> None:
    (statement, *_) = read(text)
    assert statement.content == (content or "After the storm the road was shut")


HEARERS = [
    "parliament",
    "parliament on Monday",
    "staff",
    "court",
    "the court",
    "jurors",
    "a packed hall",
    "state radio",
    "breakfast television",
    "angry shareholders at the annual meeting",
    "mourners, and it did nothing",
]


@pytest.mark.parametrize("hearer", HEARERS)
def test_whoever_was_told_at_the_end(hearer: str) -> None:
    (statement, *_) = read(f"Helvar knew of a first death, Sofie Bruun told {hearer}.")
    assert (statement.content, statement.source) == ("Helvar knew of a first death", "Sofie Bruun")


def test_what_was_told_behind_its_hearer_is_the_content() -> None:
    (statement,) = read("Helvar knew of a death, Sofie Bruun told workers it would close.")
    assert statement.content == "it would close"


INVERTED = [
    ("said Mayor Ada Lind, who visited the site", "Mayor Ada Lind, who visited the site"),
    ("said Ada Lind, whose office runs the port", "Ada Lind, whose office runs the port"),
    ("said Boris Nem, the captain, who was rescued", "Boris Nem, the captain, who was rescued"),
    ("said Ada Lind on Monday", "Ada Lind"),
    ("said Ada Lind in a statement", "Ada Lind"),
    ("said Ada Lind after visiting the site", "Ada Lind"),
]


@pytest.mark.parametrize(("end", "source"), INVERTED, ids=[case[0] for case in INVERTED])
def test_a_speaker_behind_the_cue_with_more_beside(end: str, source: str) -> None:
    assert [(s.content, s.source) for s in read(f"Two people died, {end}.")] == [
        ("Two people died", source)
    ]
