"""Whom a bare surname means where several bear it, and when it means nobody for sure."""

import pytest

from tests.builders import persons


def meant(text: str) -> list[tuple[str, str]]:
    """Each mention with the folded name of whoever is meant."""
    return [(fact.mention.text, fact.subject.head) for fact in persons(text)]


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        (
            "Senator Tomás Rivas Cardona left. Rivas waved.\nFormer president Diego Rivas rejoiced.",
            ("Rivas", "tomas rivas cardona"),
        ),
        (
            "Mayor Ruth Bellamy Carver left. Carver waved.\nHer brother, Otto Bellamy, came. Bellamy sang.",
            ("Bellamy", "otto bellamy"),
        ),
        (
            "Prime minister Tariq Khan was charged.\nHis sister, Lena Khan, called it a joke.\nKhan's party marched.",
            ("Khan", "tariq khan"),
        ),
        (
            "Mayor Yoon Suk Yeol left.\nYoon's lawyer Yoon Min-jae spoke. Yoon, 64, wept.",
            ("Yoon", "yoon suk yeol"),
        ),
        ("Brandt spoke. It was Mayor Lena Brandt who opened it.", ("Brandt", "lena brandt")),
    ],
)
def test_whom_a_bare_surname_means(text: str, mention: tuple[str, str]) -> None:
    assert mention in meant(text)


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("Carter beat Ford. Carter said he was glad. Amy Carter was there.", ("Carter", "carter")),
        ("Mayor Tariq Khan left. His sister, Lena Khan, came. Khan said no.", ("Khan", "khan")),
        ("Carter, who succeeded his father, George Carter, left.", ("Carter", "carter")),
        ("Prime Minister Pham Minh Chinh came.\nMinh, the farmer's son, said he was ill.", ("Minh", "minh")),
    ],
)
def test_a_bare_name_that_may_be_anothers_is_nobodys(text: str, mention: tuple[str, str]) -> None:
    assert all(found == mention for found in meant(text) if found[0] == mention[0])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Police arrested 43-year-old Pablo Rivas on Monday.", "Pablo Rivas"),
        ("Forty-three-year-old Pablo Rivas was jailed.", "Pablo Rivas"),
        ("Oh Min-jae, the prosecutor, asked for a warrant.", "Oh Min-jae"),
        ("Foreign Minister Shah Mahmood Qureshi arrived.", "Shah Mahmood Qureshi"),
        ("Indonesian President-elect Bambang Susanto arrived in Paris.", "Bambang Susanto"),
        ("The mayor of Lahore, Mubashir Latif, opened the park.", "Mubashir Latif"),
        ("Israel Okonkwo lost his title on Sunday. Okonkwo said he would be back.", "Israel Okonkwo"),
    ],
)
def test_names_that_only_their_surroundings_tell(text: str, name: str) -> None:
    assert name in [mention for mention, _ in meant(text)]


def test_a_shouted_crosshead_is_no_name() -> None:
    text = "He spoke.\nBRANDT SAYS NO DEAL\nMayor Lena Brandt said so."
    assert [mention for mention, _ in meant(text)] == ["BRANDT", "Lena Brandt"]


def test_the_age_of_a_client_is_none_of_the_lawyers_title() -> None:
    (fact,) = persons("The 43-year-old's lawyer, Lena Brandt, wept.")
    assert fact.name.title == "lawyer"


@pytest.mark.parametrize("slip", ["Lindqvst's lawyers agreed", "On Tuesday Lindqvvist denied it"])
def test_a_slip_in_a_bare_surname_is_read(slip: str) -> None:
    found = [mention for mention, _ in meant(f"Mayor Lena Lindqvist came. Lindqvist spoke. {slip}.")]
    assert len(found) == 3


@pytest.mark.parametrize(
    ("name", "like"),
    [
        ("Wilson", "Wilton's mills closed"),
        ("Toyoda", "Toyota's shares fell"),
        ("Johnson", "Johnston's lawyers agreed"),
        ("Hallam", "The Hallams left"),
    ],
)
def test_another_name_is_no_slip(name: str, like: str) -> None:
    found = [mention for mention, _ in meant(f"Mayor Lena {name} came. {name} spoke. {like}.")]
    assert found == [f"Lena {name}", name]
