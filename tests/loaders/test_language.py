"""Which language a text is in."""

import pytest

from discrepancy.loaders.intake.language import language_name, language_of

ENGLISH = "Sixty passengers were taken off the ferry on Monday, and the coast guard said that nobody was hurt."
OTHERS = {
    "fr": "Soixante passagers ont été évacués du bateau lundi ; la garde côtière dit que personne n'a été blessé.",
    "de": "Sechzig Fahrgäste wurden am Montag von der Fähre geholt, die Küstenwache sagte, niemand sei verletzt.",
    "es": "Sesenta pasajeros fueron evacuados del barco el lunes y la guardia costera dijo que nadie resultó herido.",
    "nl": "Zestig passagiers werden maandag van de veerboot gehaald; volgens de kustwacht raakte niemand gewond.",
    "da": "Tres passagerer blev mandag hentet fra færgen, og kystvagten siger, at ingen er kommet til skade.",
    "ru": "Шестьдесят пассажиров сняли с парома в понедельник, и береговая охрана сообщила, что никто не пострадал.",
    "uk": "Шістдесят пасажирів зняли з порома в понеділок, і берегова охорона повідомила, що ніхто не постраждав.",
    "ja": "月曜日、フェリーから六十人の乗客が救助され、海上保安庁によると負傷者はいなかった。船は港に曳航される。",
}


def test_english() -> None:
    assert language_of(ENGLISH) == "en"
    assert language_of(ENGLISH.upper()) == "en"


@pytest.mark.parametrize("tag", OTHERS)
def test_other_languages(tag: str) -> None:
    assert language_of(OTHERS[tag]) == tag


@pytest.mark.parametrize("text", ["", "Ferry aground", "12 34 56", "Lund Lee Ek Hale Norvik Tessel Solveig"])
def test_too_little_to_tell(text: str) -> None:
    assert language_of(text) is None


def test_an_article_full_of_foreign_names_is_english() -> None:
    names = "Inês Valadares, Tomás Rebelo, João Simões, Rui Falcato e Silva, Praça do Rossio, Avenida da Liberdade. "
    assert language_of(names + ENGLISH) == "en"


def test_names() -> None:
    assert language_name("fr") == "French"
    assert language_name("qqq-none") == "qqq-none"
