"""Texts of one incident are grouped by day, place, parties and numbers, whatever their script; others stay apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from untold.claims.accounts_of_texts import accounts_of_report
from untold.claims.readings import read_report
from untold.incidents.stories import Story, story_groups, story_of
from untold.incidents.stories.evidence import features, points, weigh
from untold.incidents.stories.traits import place_keys
from untold.reports.plain_text import report_from_text
from untold.reports.report import Source


def story(text: str, source: str, *, published: str | None = None, language: str = "en") -> Story:
    report = report_from_text(text, published=published, language=language, source=Source(None, source))
    claims = read_report(report) if language == "en" else ()
    return story_of(report, claims, accounts_of_report(report, claims)[0])


ENGLISH = story(
    "Drone strike kills four in Umm Rihan\n\nA drone strike on the town of Umm Rihan killed four people on Friday. "
    "Residents of Umm Rihan blamed Turkey.",
    "Wire",
    published="2016-03-04",
)
UNDATED = story(
    "Four dead in Umm Rihan\n\nFour people were killed in a Turkish drone strike on Umm Rihan on Friday, "
    "a doctor said. The drone came back over Umm Rihan.",
    "Daily",
)
ARABIC = story(
    "مقتل أربعة بقصف مسيرة تركية على بلدة أم ريحان\n\n"
    "قتل أربعة أشخاص بقصف طائرة مسيرة تركية على بلدة أم ريحان يوم الجمعة.",
    "Shams",
    published="2016-03-04",
    language="ar",
)
LATER = story(
    "Shells hit Umm Rihan\n\nArtillery of the regime wounded nine people in the town of Umm Rihan on Monday.",
    "Daily",
    published="2016-09-12",
)
ELSEWHERE = [
    story(
        f"Two wounded in {town}\n\nRockets wounded two people in the town of {town} on Sunday.",
        f"Paper {n}",
        published=f"2016-0{n}-11",
    )
    for n, town in enumerate(["Karm", "Sahl", "Warda", "Bustan", "Zahra"], start=4)
]
ALL = [ENGLISH, UNDATED, ARABIC, LATER, *ELSEWHERE]


def together(stories: list[Story]) -> set[frozenset[str]]:
    groups = story_groups(stories)
    named = {each: [other for other in groups if groups[other] == groups[each]] for each in groups}
    return {frozenset(members) for members in named.values()}


def test_two_texts_of_one_strike_are_together_though_one_has_no_date() -> None:
    assert frozenset({ENGLISH.id, UNDATED.id}) <= next(group for group in together(ALL) if ENGLISH.id in group)


def test_an_arabic_and_an_english_text_of_one_strike_are_together() -> None:
    groups = story_groups(ALL)

    assert groups[ARABIC.id] == groups[ENGLISH.id]


def test_another_strike_on_the_same_town_stays_apart() -> None:
    groups = story_groups(ALL)

    assert groups[LATER.id] == LATER.id


def test_strikes_on_other_towns_stay_apart() -> None:
    groups = story_groups(ALL)

    assert len({groups[each.id] for each in ELSEWHERE}) == len(ELSEWHERE)


def test_days_apart_forbid_a_pair() -> None:
    corpus = weigh(ALL)
    by_id = {each.story.id: each for each in corpus.stories}

    assert features(by_id[ENGLISH.id], by_id[LATER.id], corpus.rarity) is None


def test_a_publisher_has_one_text_in_a_group() -> None:
    again = story("Umm Rihan: four dead, drone\n\nA Turkish drone killed four people in Umm Rihan on Friday.", "Wire")
    groups = story_groups([ENGLISH, again, *ELSEWHERE])

    assert groups[again.id] != groups[ENGLISH.id]


def test_a_shared_number_speaks_for_a_pair_and_another_number_against_it() -> None:
    corpus = weigh(ALL)
    by_id = {each.story.id: each for each in corpus.stories}
    found = features(by_id[ENGLISH.id], by_id[UNDATED.id], corpus.rarity)

    assert found is not None
    assert found["numbers"] == 1
    assert points(found) > points({**found, "numbers": -1.0})


@pytest.mark.parametrize(("name", "keys"), [("قاره", ("قاره", "A~kr")), ("Qarah", ("qarah", "L~kr"))])
def test_short_skeletons_join_two_scripts_alone(name: str, keys: tuple[str, str]) -> None:
    assert set(keys) <= set(place_keys(name))


def test_no_texts_make_no_groups() -> None:
    assert story_groups([]) == {}


@given(st.permutations(ALL))
def test_the_order_of_the_texts_changes_nothing(stories: list[Story]) -> None:
    assert story_groups(stories) == story_groups(ALL)
