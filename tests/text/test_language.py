"""English is told from other languages, and where it cannot be told that is the answer."""

import pytest
from hypothesis import given, strategies

from tracker.text.language import is_english

PARAGRAPHS = [
    pytest.param(
        "The bridge over the Sorn was shut on Tuesday after cracks were found in two of its "
        "piers, the mayor of Velmora said. She did not say when it would open again.",
        True,
        id="English",
    ),
    pytest.param(
        "“We will not pay,” Mirel Danko told reporters. “They have had their answer from us.”",
        True,
        id="English quotes",
    ),
    pytest.param(
        "THE HARBOUR HAS BEEN CLOSED BY ORDER OF THE CAPTAIN, WHO SAID IT WAS NOT SAFE.",
        True,
        id="English in capitals",
    ),
    pytest.param(
        "The minister, whom the French call “le patron de la place et de la rue”, said that he "
        "would resign in the spring if the vote went against him.",
        True,
        id="English that quotes French",
    ),
    pytest.param(
        "He walked into the hall to a chant of “U-S-A! U-S-A!”", True, id="English with letters"
    ),
    pytest.param(
        "The paper 人民日报 reported on Monday that the talks in Velmora had ended without a deal.",
        True,
        id="English with Chinese words",
    ),
    pytest.param(
        "Die Brücke über die Sorn ist seit Dienstag gesperrt, weil in zwei Pfeilern Risse "
        "gefunden wurden. Das sagte die Bürgermeisterin von Velmora vor dem Rat der Stadt.",
        False,
        id="German",
    ),
    pytest.param(
        "Le pont sur la Sorn est fermé depuis mardi, a dit la maire de Velmora. Des fissures ont "
        "été trouvées dans deux de ses piles, et personne ne sait quand il pourra rouvrir.",
        False,
        id="French",
    ),
    pytest.param(
        "El puente sobre el Sorn está cerrado desde el martes, dijo la alcaldesa de Velmora, "
        "porque se encontraron grietas en dos de los pilares y no es seguro para los coches.",
        False,
        id="Spanish",
    ),
    pytest.param(
        "A ponte sobre o Sorn está fechada desde terça-feira, disse a prefeita, porque foram "
        "encontradas fissuras em dois dos pilares e não é segura para os carros.",
        False,
        id="Portuguese",
    ),
    pytest.param(
        "Il ponte sul Sorn è chiuso da martedì, ha detto la sindaca, perché in due dei piloni "
        "sono state trovate delle crepe e non è sicuro per le macchine.",
        False,
        id="Italian",
    ),
    pytest.param(
        "De brug over de Sorn is sinds dinsdag dicht, zei de burgemeester van Velmora, omdat er "
        "scheuren zijn gevonden in twee van de pijlers. Het is niet veilig voor de auto's.",
        False,
        id="Dutch",
    ),
    pytest.param(
        "Bron över Sorn är stängd sedan i tisdags, sade borgmästaren, eftersom det har hittats "
        "sprickor i två av pelarna och den inte är säker för bilar.",
        False,
        id="Swedish",
    ),
    pytest.param(
        "Most na Sornie jest zamknięty od wtorku, powiedziała burmistrz, ponieważ w dwóch "
        "filarach są pęknięcia, które nie zostały jeszcze zbadane przez inżynierów.",
        False,
        id="Polish",
    ),
    pytest.param(
        "Мост через Сорн закрыт со вторника, сообщила мэр города. В двух опорах нашли трещины.",
        False,
        id="Russian",
    ),
    pytest.param("市长表示，由于两个桥墩出现裂缝，索恩河大桥自周二起关闭。", False, id="Chinese"),
    pytest.param(
        "시장은 교각 두 곳에서 균열이 발견되어 화요일부터 다리를 폐쇄했다고 밝혔다.",
        False,
        id="Korean",
    ),
    pytest.param("橋は火曜日から閉鎖されていると市長が述べた。", False, id="Japanese"),
    pytest.param("قالت رئيسة البلدية إن الجسر مغلق منذ يوم الثلاثاء.", False, id="Arabic"),
    pytest.param(
        "Rhathu Ponoro velka " * 30, False, id="a long text in a language that is not listed"
    ),
]


@pytest.mark.parametrize(("text", "expected"), PARAGRAPHS)
def test_paragraphs(text: str, expected: bool) -> None:
    assert is_english(text) is expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("1,200 – 3.5 %", id="figures"),
        pytest.param("Bridge shut", id="two words"),
        pytest.param("Mayor shuts Velmora bridge, cites cracks", id="headline"),
        pytest.param("Danko, Marl, Brook, Lund, Ruyter", id="names"),
        pytest.param("Сорн", id="one short name"),
    ],
)
def test_too_little_to_tell(text: str) -> None:
    assert is_english(text) is None


@given(strategies.text())
def test_any_text_has_an_answer(text: str) -> None:
    assert is_english(text) in (True, False, None)


def test_a_very_long_text_is_judged_by_its_beginning() -> None:
    english = "The mayor said that it was not for her to say who had been there. " * 500
    assert is_english(english + "Der Rat hat es nicht gewusst und wird es auch nicht. " * 5000)
