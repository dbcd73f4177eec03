"""Which number belongs to which word of harm, whatever words stand around them."""

from collections import Counter
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.claims.reading.asking import claim_at, claims_of, told
from untold.codebook.counts import Count


@dataclass(frozen=True, slots=True)
class Bound:
    """A wording of a bound, and the count that it makes of a number."""

    words: str

    def of(self, number: int) -> Count:
        """Return what the wording guarantees."""
        return _MEANINGS[self.words](number)


_MEANINGS = {
    "": Count.exactly,
    "a total of ": Count.exactly,
    "at least ": Count.at_least,
    "no fewer than ": Count.at_least,
    "more than ": Count.more_than,
    "over ": Count.more_than,
    "up to ": Count.at_most,
    "as many as ": Count.at_most,
    "nearly ": Count.at_most,
    "almost ": Count.at_most,
    "fewer than ": Count.less_than,
    "about ": Count.about,
    "around ": Count.about,
    "some ": Count.about,
}
_NOUNS = {
    "people": None,
    "civilians": "civilian",
    "journalists": "civilian",
    "soldiers": "armed_forces",
    "militants": "combatant",
    "rebel fighters": "combatant",
    "policemen": "police",
}
_CLAUSES = {
    "{} were killed in the town on Monday.": "killed",
    "{} have been killed in the fighting.": "killed",
    "{} died when a shell hit the road.": "killed",
    "A bomb went off, killing {}.": "killed",
    "Shelling of the town killed {}.": "killed",
    "The raid left {} dead.": "killed",
    "The monitor documented the deaths of {}.": "killed",
    "{} were wounded in the town.": "injured",
    "The blast injured {}.": "injured",
    "A shell fell nearby, wounding {}.": "injured",
    "{} were reported missing after the raid.": "missing",
    "{} were abducted near the bridge.": "captured",
    "The gunmen kidnapped {}.": "captured",
}

bounds = st.sampled_from(sorted(_MEANINGS)).map(Bound)
nouns = st.sampled_from(sorted(_NOUNS))
clauses = st.sampled_from(sorted(_CLAUSES))
numbers = st.one_of(st.integers(2, 999), st.integers(2100, 99_999))  # a bare 1998 before people may be a year


def _sentence(clause: str, group: str) -> str:
    words = clause.format(group)
    return words[0].upper() + words[1:]


@given(bounds, numbers, nouns, clauses)
@settings(derandomize=True, max_examples=250)
def test_any_bound_number_noun_and_harm_make_the_claim_they_say(
    bound: Bound, number: int, noun: str, clause: str
) -> None:
    text = _sentence(clause, f"{bound.words}{number:,} {noun}")

    claims = claims_of(text)

    assert [(claim.harm, claim.count, claim.status) for claim in claims] == [
        (_CLAUSES[clause], bound.of(number), _NOUNS[noun])
    ], text


@given(
    st.integers(2, 500),
    st.integers(1, 200),
    nouns,
    clauses,
    st.sampled_from(["{} to {}", "between {} and {}", "{}\u2013{}"]),
)
@settings(derandomize=True, max_examples=100)
def test_any_range_noun_and_harm_keep_both_ends(low: int, width: int, noun: str, clause: str, written: str) -> None:
    text = _sentence(clause, f"{written.format(low, low + width)} {noun}")

    claims = claims_of(text)

    assert [(claim.harm, claim.count, claim.status) for claim in claims] == [
        (_CLAUSES[clause], Count.between(low, low + width), _NOUNS[noun])
    ], text


@given(st.integers(2, 900), st.integers(2, 900), nouns, bounds)
@settings(derandomize=True, max_examples=80)
def test_any_killed_and_wounded_stay_apart(killed: int, wounded: int, noun: str, bound: Bound) -> None:
    text = f"Shelling of the town killed {bound.words}{killed} {noun} and wounded {wounded} others."

    assert told(text) == [("killed", bound.of(killed)), ("injured", Count.exactly(wounded))], text


@pytest.mark.parametrize(
    ("words", "floor"), [("dozens of", 24), ("scores of", 40), ("hundreds of", 200), ("thousands of", 2000)]
)
@pytest.mark.parametrize("clause", sorted(_CLAUSES))
def test_a_vague_number_guarantees_its_floor_in_every_clause(clause: str, words: str, floor: int) -> None:
    assert told(_sentence(clause, f"{words} civilians")) == [(_CLAUSES[clause], Count.vague(floor))]


@pytest.mark.parametrize("words", ["several", "a number of", "many"])
@pytest.mark.parametrize("clause", sorted(_CLAUSES))
def test_a_word_without_bounds_is_a_claim_without_numbers(clause: str, words: str) -> None:
    assert told(_sentence(clause, f"{words} civilians")) == [(_CLAUSES[clause], Count.vague())]


@pytest.mark.parametrize(
    "sentence",
    [
        "No civilians were killed in the strike.",
        "The strike killed no civilians.",
        "None of the villagers was killed.",
        "There were no deaths in Homs.",
        "Nobody was killed in Homs.",
    ],
)
def test_nobody_said_in_words_is_a_claim_of_zero(sentence: str) -> None:
    assert told(sentence) == [("killed", Count.nobody())]


@pytest.mark.parametrize(
    "sentence",
    [
        "12 people were killed and injured in Homs.",
        "12 people were killed or wounded in Homs.",
        "Shelling killed and wounded 12 people in Homs.",
        "The blast left 12 people dead or wounded in Homs.",
        "12 dead and wounded were brought to the hospital in Homs.",
    ],
)
def test_a_joint_total_is_one_claim_of_casualties(sentence: str) -> None:
    assert told(sentence) == [("casualties", Count.exactly(12))]


@pytest.mark.parametrize(
    "sentence",
    [
        "There were 12 casualties in Homs.",
        "The strike caused 12 civilian casualties.",
        "Shelling harmed 12 civilians in Homs.",
        "The total number of casualties was 12.",
        "There were 12 victims of the strike.",
    ],
)
def test_casualties_of_unsaid_harm_are_not_called_killed(sentence: str) -> None:
    (claim,) = claims_of(sentence)

    assert (claim.harm, claim.count) == ("casualties", Count.exactly(12))


def test_a_claim_of_casualties_carries_a_note() -> None:
    assert claim_at("There were 12 casualties in Homs.", "12").note


def test_noun_first_counts_take_their_harm_each() -> None:
    text = "The ministry's toll: 12 dead, 30 injured, 4 missing."

    assert told(text) == [("killed", Count.exactly(12)), ("injured", Count.exactly(30)), ("missing", Count.exactly(4))]


def test_every_claim_names_its_rule() -> None:
    for claim in claims_of("Shelling killed 4 people and wounded 6 in Homs; 2 were missing."):
        assert claim.rule
        assert claim.reader


@given(st.integers(20, 900), st.integers(2, 19), nouns, st.sampled_from(["including", "among them"]), bounds)
@settings(derandomize=True, max_examples=80)
def test_any_whole_with_children_in_it_has_them_as_a_part(
    number: int, children: int, noun: str, joint: str, bound: Bound
) -> None:
    text = f"Shelling of the town killed {bound.words}{number} {noun}, {joint} {children} children."

    whole, part = claims_of(text)

    assert (whole.count, whole.part_of) == (bound.of(number), None), text
    assert (part.count, part.part_of, part.demographic) == (Count.exactly(children), whole.id, "children"), text


@given(
    st.lists(clauses, min_size=2, max_size=4),
    st.lists(numbers, min_size=4, max_size=4, unique=True),
)
@settings(derandomize=True, max_examples=80)
def test_any_sentences_in_a_row_are_read_as_each_alone(each_clause: list[str], people: list[int]) -> None:
    each = [_sentence(clause, f"{number:,} civilians") for clause, number in zip(each_clause, people, strict=False)]

    together = told(" ".join(each))

    assert together == [claim for sentence in each for claim in told(sentence)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Two passengers one of them a child were killed at dusk.", {("killed", 2): 1, ("killed", 1): 1}),
        ("Two passengers one of them a child killed in rocket fire on Talla.", {("killed", 2): 1, ("killed", 1): 1}),
        ("Three people killed including child 14 others injured in Talla.", {("killed", 3): 1, ("injured", 14): 1}),
        ("2 medics among 31 dead in a shelling of the town.", {("killed", 2): 1, ("killed", 31): 1}),
        ("Three fighters one identified as the uncle of a guard were killed in Homs.", {("killed", 3): 1}),
        ("12 government troops including a captain were killed.", {("killed", 12): 1, ("killed", 1): 1}),
        ("A child whose name was not given was killed in Homs.", {("killed", 1): 1}),
        ("All five people on board a plane that was shot down are believed to have died.", {("killed", 5): 1}),
        ("Among at least 31 injured nine were close to death.", {("injured", 31): 1}),
        ("Gunmen killed a captured army pilot.", {("killed", 1): 1}),
        ("A suicide bomber killed 17 people injured 42 at a market.", {("killed", 17): 1, ("injured", 42): 1}),
        ("54 members came in mid-July. Eight of them with a commander were kidnapped.", {("captured", 8): 1}),
        ("20+ killed in a raid.", {("killed", 20): 1}),
        (
            "SOHR says 1,800 were killed while the UN puts the figure at 1,910.",
            {("killed", 1800): 1, ("killed", 1910): 1},
        ),
        ("The residents many of whom are farmers fled after a raid killed 12 people.", {("killed", 12): 1}),
        ("It was not said how many of the six people killed were civilians.", {("killed", 6): 1}),
        ("The army quelled the march killing 14 of them.", {("killed", 14): 1}),
        ("Strikes have claimed 120 civilians near the river.", {("killed", 120): 1}),
        ("A terrorist bombing claims 5 in the port.", {("killed", 5): 1}),
        ("The army claims 5 towns.", {}),
        ("Around 41 rebels were rounded up and executed.", {("killed", 41): 1}),
        ("Three foreign fighters were said to be killed in the hills.", {("killed", 3): 1}),
        ("The fate of 60 more was unknown.", {("missing", 60): 1}),
        ("The fate of 250 others moved the town.", {}),
        (
            "The office said 60 bodies were counted in Douma 35 in Saqba and 20 in Harasta.",
            {("killed", 60): 1, ("killed", 35): 1, ("killed", 20): 1},
        ),
        ("The night's shelling brought to 38 the number killed there.", {("killed", 38): 1}),
    ],
)
def test_whose_harm_it_is_where_the_wire_lost_its_commas(sentence: str, expected: dict[tuple[str, int], int]) -> None:
    read = Counter((harm, count.stated) for harm, count in told(sentence))

    assert {key: read[key] for key in expected} == expected, read
    assert bool(read) == bool(expected), read


@pytest.mark.parametrize(
    ("sentence", "harm", "low"),
    [
        ("61 were killed and dozens more received treatment for burns.", "injured", 24),
        ("The targets were hit with scores of rebels getting killed or injured.", "casualties", 40),
        ("Rebels were hit in the hills, leaving numbers of fighters dead.", "killed", None),
        ("Doctors gave death tolls ranging from about 200 to - in one list - some 700.", "killed", 200),
    ],
)
def test_counts_without_an_exact_number_are_read_as_worded(sentence: str, harm: str, low: int | None) -> None:
    assert (harm, low) in [(claimed, count.low) for claimed, count in told(sentence)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Five civilians including a girl were among 17 people killed.", {("killed", 5): 1, ("killed", 17): 1}),
        ("Raiders hit the depot killing seven civilians and five militiamen the Observatory said.", {("killed", 5): 1}),
        ("At least 86 soldiers - who include guards of the port - were killed.", {("killed", 86): 1}),
        ("The raid killed 30 women over the age of eighteen.", {("killed", 30): 1}),
        ("AGENCY 2018 SAMIR HADDAD soldier killed in the north.", {}),
        ("More than 250 victims have been killed.", {("killed", 250): 1}),
        ("They sought to form a transitional governing body.", {}),
        ("The guards lay on the floor with no visible injuries.", {}),
        ("The guns struck the convoy claiming scores of fighters.", {("killed", None): 1}),
        ("The gunmen took 900 villagers hostage.", {("captured", 900): 1}),
        ("The number of civilians who have been killed by the shelling has become 40.", {("killed", 40): 1}),
        ("The rising ended with some 4000 people - mostly civilians - dying in the city.", {("killed", 4000): 1}),
    ],
)
def test_whose_harm_it_is_in_longer_sentences(sentence: str, expected: dict[tuple[str, int | None], int]) -> None:
    read = Counter((harm, count.stated) for harm, count in told(sentence))

    assert {key: read[key] for key in expected} == expected, read
    assert bool(read) == bool(expected), read
    assert 18 not in {stated for _, stated in read}
