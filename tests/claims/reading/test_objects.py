"""Looking right of a word of harm: its objects, and the figure of a toll."""

import pytest

from tests.claims.reading.asking import claim_at, claims_of, told
from untold.codebook.counts import Count

TWELVE_KILLED = [("killed", Count.exactly(12))]


@pytest.mark.parametrize(
    "sentence",
    [
        "Shelling killed 12 civilians in Homs.",
        "Shelling hit Homs, killing 12 civilians.",
        "Shelling left 12 civilians dead in Homs.",
        "Shelling has killed a total of 12 civilians in Homs.",
        "The killing of 12 civilians in Homs angered the town.",
        "The deaths of 12 civilians in Homs angered the town.",
        "Shelling caused the death of 12 civilians in Homs.",
        "Rescuers pulled 12 bodies from the rubble in Homs.",
        "There were 12 deaths in Homs.",
        "The shelling of Homs resulted in 12 deaths.",
        "The death toll in Homs rose to 12.",
        "The death toll in Homs stands at 12.",
        "The number of people killed in Homs has reached 12.",
        "Among the dead in Homs were 12 civilians.",
        "Shelling took the lives of 12 people in Homs.",
    ],
)
def test_an_object_is_counted_by_its_verb(sentence: str) -> None:
    assert told(sentence) == TWELVE_KILLED


def test_a_rising_toll_is_the_new_figure_not_the_old() -> None:
    text = "The death toll in Homs rose from 9 to 12."

    assert told(text) == TWELVE_KILLED


def test_each_verb_takes_its_own_object() -> None:
    text = "Shelling killed 4 people and wounded 6 in Homs."

    assert told(text) == [("killed", Count.exactly(4)), ("injured", Count.exactly(6))]


def test_three_verbs_take_three_objects() -> None:
    text = "The raid killed 4 people, wounded 6 and left 2 missing in Homs."

    assert told(text) == [("killed", Count.exactly(4)), ("injured", Count.exactly(6)), ("missing", Count.exactly(2))]


def test_left_takes_both_the_dead_and_the_wounded() -> None:
    text = "The blast left at least 12 dead and more than 30 wounded in Homs."

    assert told(text) == [("killed", Count.at_least(12)), ("injured", Count.more_than(30))]


def test_an_army_that_lost_soldiers_counts_them_as_killed() -> None:
    claim = claim_at("The army has lost 476 soldiers in Yemen.", "476")

    assert (claim.harm, claim.status) == ("killed", "armed_forces")


def test_lost_houses_are_nobody() -> None:
    assert told("The town lost 476 houses in the shelling.") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Another blast in Homs brought the death toll to 12.",
        "Two men died of burns, bringing the toll to 12 dead.",
        "The fighting in Homs claimed 12 lives.",
        "The shelling of Homs cost 12 lives.",
        "12 lives were lost in Homs.",
        "The strike ended with 12 killed.",
        "Shelling of Homs led to the deaths of 12 people.",
        "The raid resulted in the death of 12 people.",
        "Homs buried 12 people killed in the raid.",
        "Doctors confirmed 12 dead in Homs.",
        "There are 12 dead in Homs.",
        "The blast wiped out a patrol, leaving 12 dead.",
    ],
)
def test_tolls_and_lives_count_the_killed(sentence: str) -> None:
    assert ("killed", Count.exactly(12)) in told(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The raid ended with 12 killed and 30 wounded.",
        "12 killed, 30 wounded in Homs.",
        "A shell fell on Homs, killing 12 and injuring 30 others.",
        "12 people died and 30 were injured in Homs.",
        "12 people were killed and another 30 injured in Homs.",
        "12 dead and 30 injured in Homs.",
        "12 people were killed and 30 others were wounded in Homs.",
        "Shelling of Homs killed 12 people, wounding 30.",
        "The shelling of Homs caused 12 deaths and 30 injuries.",
        "Shelling left 12 people dead and 30 injured in Homs.",
        "Homs hospital received 12 dead and 30 wounded.",
        "30 people were wounded and 12 killed in Homs.",
    ],
)
def test_the_killed_and_the_wounded_stay_apart_however_they_are_told(sentence: str) -> None:
    assert sorted(told(sentence), key=str) == [("injured", Count.exactly(30)), ("killed", Count.exactly(12))]


def test_the_wounded_who_later_died_are_killed() -> None:
    assert told("Three of the wounded later died of their injuries.") == [("killed", Count.exactly(3))]


def test_one_verb_takes_a_list_of_places_and_numbers() -> None:
    text = "Shelling killed 12 people in Homs, 7 in Idlib and 3 in Hama."

    assert told(text) == [("killed", Count.exactly(number)) for number in (12, 7, 3)]
    assert [claim_at(text, words).places[0].name for words in ("12", "7", "3")] == ["Homs", "Idlib", "Hama"]


def test_the_seriously_wounded_are_part_of_the_wounded() -> None:
    text = "Shelling wounded 30 people in Homs, 12 of them seriously."

    assert (claim_at(text, "12").harm, claim_at(text, "12").part_of) == ("injured", claim_at(text, "30").id)


@pytest.mark.parametrize(
    "sentence",
    [
        "The mass grave near Raqqa held the bodies of 12 people.",
        "The bodies of 12 people were found near Raqqa.",
        "Killed: 12.",
        "Dead: 12",
        "Death toll: 12",
    ],
)
def test_bodies_and_labels_count_the_killed(sentence: str) -> None:
    assert told(sentence) == [("killed", Count.exactly(12))]


def test_the_body_of_one_child_is_one_child() -> None:
    claim = claim_at("The body of one child was found in Homs.", "one")

    assert (claim.harm, claim.count, claim.demographic) == ("killed", Count.exactly(1), "children")


def test_bodies_found_on_two_days_are_two_claims() -> None:
    text = "Three bodies were pulled out on Monday and nine on Tuesday."

    assert told(text) == [("killed", Count.exactly(3)), ("killed", Count.exactly(9))]


@pytest.mark.parametrize(
    "sentence",
    [
        "Some 300 fighters quickly captured many villages along the river.",
        "Three men in uniform, who came at dawn, kidnapped Mr Salman from his shop.",
        "Several youths on Monday wounded Mr Salman.",
        "Nine mortars, four radios and seven tents were also seized.",
        "The bodies of the prior and his novice companions were shot through.",
        "The drought has threatened the lives of thousands of villagers.",
        "Nobody passes but over the bodies of every single guard.",
        "Dozens of rebels captured the town of Tal Rashid.",
        "12 rebels have captured the checkpoint.",
        "Three gunmen seized a minibus near Homs.",
        "About 200 militants seized the dam.",
        "The chief denied that the traffickers had killed Mr Salman.",
    ],
)
def test_who_harms_what_is_seized_and_who_is_in_danger_are_no_victims(sentence: str) -> None:
    assert not [claim for claim in claims_of(sentence) if claim.demographic is None]


@pytest.mark.parametrize(
    "text",
    [
        "The strikes killed 30 civilians. The coalition closed 20 of them in August.",
        "They took two men away and killed a guard. One of them was beaten.",
        "Gunmen killed two guards. One of them, wearing fatigues, opened fire.",
    ],
)
def test_what_else_befalls_some_of_them_is_no_part_of_the_dead(text: str) -> None:
    assert not [claim for claim in claims_of(text) if claim.part_of is not None]


@pytest.mark.parametrize(
    "sentence",
    [
        "Five soldiers captured by rebels were freed.",
        "Five soldiers captured in Homs on Monday.",
        "Five militants arrested the army said.",
        "Police arrested five men.",
    ],
)
def test_those_who_are_captured_are_counted(sentence: str) -> None:
    assert [(claim.harm, claim.count.stated) for claim in claims_of(sentence)] == [("captured", 5)]
