"""The ways in which news English tells who was harmed, each in sentences of invented wars."""

import pytest

from tests.claims.reading.asking import claim_at, claims_of, told, words_of
from untold.codebook.counts import Count

EXACTLY, AT_LEAST, MORE_THAN = Count.exactly, Count.at_least, Count.more_than


def killed(*numbers: int) -> list[tuple[str, Count]]:
    """Return the deaths of exact numbers, in order."""
    return [("killed", EXACTLY(number)) for number in numbers]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The gruesome beheadings of at least 18 men were filmed.", [("killed", AT_LEAST(18))]),
        ("The beheading of 21 captives was shown on film.", killed(21)),
        ("Guards beat two prisoners to death.", killed(2)),
        ("A mob burned three suspects to death.", killed(3)),
        ("Thirty-five insurgents were neutralised near Talla.", killed(35)),
        ("The strike wiped out a family of seven.", killed(7)),
        ("The strike wiped out a patrol of 12 soldiers.", killed(12)),
        ("The helicopter crashed, killing its crew of four.", killed(4)),
        ("The ambush cost nine policemen their lives.", killed(9)),
        ("Twelve soldiers met their deaths in the ambush.", killed(12)),
        ("Nine miners paid with their lives.", killed(9)),
        ("The ambush was fatal to 12 soldiers.", killed(12)),
        ("The offensive came at a cost of 85 soldiers' lives.", killed(85)),
        ("Mortar rounds claim nine civilians in Talla.", killed(9)),
        ("Dozens of militants were also claimed in Talla and Sorel.", [("killed", Count.vague(24))]),
        ("Two boys lost their legs.", [("injured", EXACTLY(2))]),
        ("Forty-five people needed hospital treatment.", [("injured", EXACTLY(45))]),
    ],
)
def test_a_verb_or_noun_of_harm_takes_its_people(text: str, expected: list[tuple[str, Count]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Jets struck depots, initially killing "50 insurgents."', killed(50)),
        ("Gunmen dragged nine miners from a bus and executed them.", killed(9)),
        ("Insurgents kidnapped three engineers and later killed them.", killed(3)),
        (
            "The army lost 40 men in the battle, and the rebels lost at least 89.",
            [*killed(40), ("killed", AT_LEAST(89))],
        ),
        ("Rebels say they killed 12 soldiers, captured three and fled.", [*killed(12), ("captured", EXACTLY(3))]),
        ("19 fighters from one brigade and four civilians were killed.", killed(19, 4)),
        ("The raid killed nine soldiers in Talla and four civilians.", killed(9, 4)),
        ("The raids killed 66 civilians, according to a monitor, as well as three rescue workers.", killed(66, 3)),
        ("Twelve civilians have been killed by air strikes and seven by shelling.", killed(12, 7)),
        ("Soldier killed 3 injured in Talla ambush", [*killed(1), ("injured", EXACTLY(3))]),
        ("A man and a woman were killed in Talla.", killed(2, 1, 1)),
        ("A shell killed a mother with four of her children.", killed(5, 1, 4)),
    ],
)
def test_people_are_found_past_what_stands_between(text: str, expected: list[tuple[str, Count]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Militants were killed, including three leaders.", killed(3)),
        ("Shelling killed villagers including two children.", killed(2)),
        ("The army ambushed the gunmen, leaving nearly all of them dead including a sniper.", killed(1)),
        ("Among the ten killed were four children.", killed(10, 4)),
        ("The dead included two nurses and a driver.", killed(2, 1)),
        ("Those wounded included two officers.", [("injured", EXACTLY(2))]),
        ("Those killed included 11 members of one family.", killed(11)),
    ],
)
def test_parts_are_read_without_a_number_for_their_whole(text: str, expected: list[tuple[str, Count]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The death toll surpasses 130.", MORE_THAN(130)),
        ("The death toll climbed past 130.", MORE_THAN(130)),
        ("The lists came up to more than 130 people killed.", MORE_THAN(130)),
        ("Doctors put the toll at least at 85.", AT_LEAST(85)),
        ("The tally of dead stood at 40.", EXACTLY(40)),
    ],
)
def test_a_toll_keeps_its_bound(text: str, expected: Count) -> None:
    assert told(text) == [("killed", expected)]


@pytest.mark.parametrize(
    "text",
    [
        "A court sentenced 12 men to death.",
        "Dozens of burned out cars littered the road.",
        "Many civilian vehicles were burned on the road.",
        "Some terrorist ammunition was seized.",
        "Most of the deaths were in the village of Talla.",
        "The spokesman gave no casualty toll.",
        "The company lost 40 million dollars.",
        "Officials met leaders, including three ministers.",
    ],
)
def test_a_number_of_things_or_of_the_living_is_no_claim(text: str) -> None:
    assert told(text) == []


def test_a_drone_attack_that_killed_is_not_one_of_the_dead() -> None:
    assert told("A drone attack killed top official Hadi Noor.") in ([], killed(1))
    assert all(
        "drone" not in words_of(claim, "count") for claim in claims_of("A drone attack killed top official Hadi Noor.")
    )


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "A doctor in Talla said four men were killed. Another five were killed in Sorel.",
            "five",
            "A doctor in Talla",
        ),
        (
            "Archdeacon Hadi Noor who works among the displaced in the area said 15 people were killed.",
            "15",
            "Hadi Noor",
        ),
        ('"According to our information four children were killed" the mayor said.', "four", "the mayor"),
    ],
)
def test_who_speaks_is_found_past_asides(text: str, words: str, name: str) -> None:
    claimant = claim_at(text, words).claimant

    assert claimant is not None
    assert name in claimant.name


@pytest.mark.parametrize(
    ("country", "slug"), [("Syria", "white-helmets"), ("Gaza", "gaza-civil-defence"), ("Iraq", "iraqi-civil-defence")]
)
def test_the_civil_defence_is_that_of_the_country(country: str, slug: str) -> None:
    claimant = claim_at(f"Twelve people were killed in {country} on Monday, the civil defence said.", "Twelve").claimant

    assert claimant is not None
    assert claimant.id == slug


def test_rockets_that_claim_lives_say_nothing() -> None:
    assert claim_at("Rocket shells claim nine civilians in Aleppo.", "nine").claimant is None


@pytest.mark.parametrize("noun", ["suburb", "besieged suburb", "region"])
def test_a_noun_takes_up_the_place_before(noun: str) -> None:
    text = f"Fighting went on in Eastern Ghouta. Bombs have killed dozens in the {noun}."

    assert [place.name for place in claim_at(text, "dozens").places] == ["Eastern Ghouta"]


def test_the_date_of_a_picture_is_not_that_of_the_story() -> None:
    caption = "Jets are seen at an air base in Syria June 18 2015 (AFP photo)"
    text = f"{caption} The death toll from strikes on Idlib has risen to 82."

    assert claim_at(text, "82").period.start is None


def test_a_month_of_last_year_is_dated() -> None:
    text = "In August last year a second lorry bomb killed 27 people in Homs."
    claim = claim_at(text, "27")

    assert (claim.period.start, claim.scope) == ("2015-08", "incident")


def test_what_a_force_has_lost_is_a_running_total() -> None:
    assert claim_at("The militia has lost 412 fighters in the siege.", "412").scope == "cumulative"


def test_the_short_name_of_an_agency_closes_no_caption() -> None:
    text = "A doctor told the French Press Agency (AFP) Syrian jets killed 12 people."

    assert claim_at(text, "12").quote.text == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fighters threw two men off a roof, killing them.", killed(2)),
        ("At least 20 guests lay dead.", [("killed", AT_LEAST(20))]),
        ("Rebels released 12 captives.", []),
    ],
)
def test_what_became_of_people_is_told_by_the_verb(text: str, expected: list[tuple[str, Count]]) -> None:
    assert told(text) == expected
