"""What a statement finds, why, by which standard and who brought it: read from its words, else null."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from untold.claims.account import Conceded
from untold.claims.claim import Party
from untold.claims.official_statements import read_official_statement
from untold.claims.official_statements.wordings import compiled, listed, matches
from untold.codebook.counts import Count
from untold.codebook.vocabularies import vocabulary
from untold.reports.report import Passage

LINE = "May 4, 2017, near Tal Zahra, Syria, via a report: "


@pytest.mark.parametrize(
    ("words", "outcome", "reasons"),
    [
        (
            "No Coalition strikes were conducted on that day in the geographical area.",
            "non_credible",
            ("no_strike_in_area",),
        ),
        ("it was found that no actions were carried out in the area.", "non_credible", ("no_strike_in_area",)),
        ("The command did not conduct any airstrikes there.", "non_credible", ("no_strike_in_area",)),
        ("the report contains insufficient detail to be assessed.", "non_credible", ("insufficient_information",)),
        ("There was not enough evidence to decide.", "non_credible", ("insufficient_information",)),
        ("it was assessed that no civilians were harmed in this strike.", "non_credible", ("strike_but_no_harm",)),
        ("the strike did not result in civilian casualties.", "non_credible", ("strike_but_no_harm",)),
        ("only enemy fighters were killed in the strike.", "non_credible", ("combatants_only",)),
        ("more likely than not, civilian casualties did not occur.", "non_credible", ()),
        ("the allegation was determined to be not credible.", "non_credible", ()),
        ("a duplicate of a previous report.", "duplicate", ("duplicate",)),
        ("duplicates of those in allegation 57 (Credible with one civilian wounded).", "duplicate", ("duplicate",)),
        ("the allegation is being assessed.", "open", ()),
        ("An investigation is under way.", "open", ()),
        ("(previously closed, but reopened due to new information).", "reopened", ()),
        ("it was assessed to be credible.", "credible", ()),
        ("regrettably, two civilians were unintentionally killed.", "credible", ()),
        ("one civilian was killed when he entered the target area.", "credible", ("entered_target_area",)),
        ("two civilians were injured by a secondary explosion.", "credible", ("killed_by_secondary_explosion",)),
        (
            "three civilians who were not seen before the strike were killed.",
            "credible",
            ("unseen_at_time_of_engagement",),
        ),
        ("A review of the records was carried out.", None, ()),
    ],
)
def test_the_words_give_outcome_and_reason(words: str, outcome: str | None, reasons: tuple[str, ...]) -> None:
    stated = read_official_statement(LINE + words)

    assert (stated.outcome, stated.reasons) == (outcome, reasons)


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("Five civilians were reportedly killed. The allegation was not credible.", "non_credible"),
        ("It is alleged that two civilians were killed.", None),
        (
            "Initially assessed as non-credible; it was reopened and two civilians were unintentionally killed.",
            "credible",
        ),
        ("The review will determine whether the report is credible.", None),
        ("Two civilians were killed in the strike. The case is still being investigated.", "open"),
    ],
)
def test_what_others_say_and_what_was_thought_before_is_no_finding(words: str, outcome: str | None) -> None:
    assert read_official_statement(LINE + words).outcome == outcome


def test_a_case_that_was_reopened_and_decided_has_both() -> None:
    stated = read_official_statement(LINE + "(reopened on new information). It was found to be not credible.")

    assert (stated.outcome, stated.reopened) == ("non_credible", True)


@pytest.mark.parametrize(
    ("words", "killed", "injured"),
    [
        (
            "two civilians were unintentionally killed and at least one other wounded.",
            Count.exactly(2),
            Count.at_least(1),
        ),
        ("it is assessed that up to 24 civilians were inadvertently killed.", Count.at_most(24), None),
        ("two civilians, and possibly a third, were unintentionally killed.", Count.between(2, 3), None),
        ("two women and three children were unintentionally killed.", Count.exactly(5), None),
        ("no civilians were killed, but two civilians were injured.", Count.nobody(), Count.exactly(2)),
        ("a strike that killed 90 fighters unintentionally killed four civilians.", Count.exactly(4), None),
        ("eight civilians, who were not observed, were unintentionally killed.", Count.exactly(8), None),
    ],
)
def test_people_are_conceded_with_the_bounds_of_the_words(
    words: str, killed: Count | None, injured: Count | None
) -> None:
    assert read_official_statement(LINE + words).conceded == Conceded(killed, injured)


def test_a_correction_withdraws_the_number_before_it() -> None:
    stated = read_official_statement(
        "May 4, 2017, near Karm, Iraq: Number 5 on the June 1, 2017, press release reported that "
        "one civilian was killed. That was incorrect, it was assessed that one civilian was unintentionally injured."
    )

    assert stated.conceded == Conceded(None, Count.exactly(1))
    assert stated.days == ("2017-05-04",)


def test_who_is_not_found_credible_concedes_nobody() -> None:
    stated = read_official_statement(LINE + "ten civilians were killed, it was claimed. The claim is not credible.")

    assert stated.conceded is None


@pytest.mark.parametrize(
    ("words", "party", "kind"),
    [
        ("via Airwars report", Party("airwars", "Airwars"), "ngo_monitor"),
        ("via social media report", Party(None, "social media"), "social_media"),
        ("via self-report", Party(None, "self-report"), "official_belligerent"),
        ("via online media report", Party(None, "online media"), "media"),
        ("via a partner force report", Party(None, "partner force"), "local_partner"),
        ("via local authorities", Party(None, "local authorities"), "official_other"),
        ("via Iraqi citizen report", Party(None, "Iraqi citizen"), "witness"),
    ],
)
def test_who_brought_the_allegation_is_named(words: str, party: Party, kind: str) -> None:
    stated = read_official_statement(f"May 4, 2017, near Karm, Iraq, {words}. No strikes were flown.")

    assert (stated.reporter, stated.reporter_kind) == (party, kind)


def test_a_strike_via_an_aircraft_was_reported_by_nobody() -> None:
    assert read_official_statement("On May 4, 2017, in Karm, Iraq, via a drone, two were killed.").reporter is None


def test_a_standard_of_proof_is_read_where_it_is_worded() -> None:
    stated = read_official_statement(LINE + "It is more likely than not that two civilians were killed.")

    assert stated.standard == "more_likely_than_not"
    assert read_official_statement(LINE + "Two civilians were killed.").standard is None


def test_lines_broken_anywhere_read_like_one() -> None:
    whole = "May 4, 2017, near Tal Zahra, Syria, via self-report. Two civilians were unintentionally killed. 12/CS9"
    broken = whole.replace("-", "-\n").replace(" ", "\n ")

    one, many = read_official_statement(whole), read_official_statement(broken)

    for field in ("days", "places", "codes", "numbers", "reporter", "outcome", "conceded", "country"):
        assert getattr(one, field) == getattr(many, field)


def test_arabic_states_the_same() -> None:
    stated = read_official_statement("في ٤ مايو/أيار ٢٠١٧، قرب تل الزهرة، سوريا: قُتل ثلاثة مدنيين دون قصد وأصيب 2.")

    assert (stated.days, stated.country, stated.outcome) == (("2017-05-04",), "SYR", "credible")
    assert stated.conceded == Conceded(Count.exactly(3), Count.exactly(2))


def _passages(text: str) -> list[Passage]:
    shown = read_official_statement(text).evidence.values()
    return [each for words in shown for each in (words if isinstance(words, tuple) else (words,))]


@given(
    st.lists(
        st.sampled_from(
            [
                *LINE.split(" "),
                "\n",
                "\t",
                "\u200f",
                "two",
                "civilians",
                "were",
                "killed",
                "no",
                "strikes",
                "12/CS9",
                "37SEV111222",
                "أصيب",
                "(",
                "3.",
            ]
        )
    ).map(" ".join)
)
def test_every_passage_is_a_slice_of_the_statement(text: str) -> None:
    assert [each for each in _passages(text) if text[each.start : each.end] != each.text] == []


def test_fields_of_several_values_have_as_many_passages() -> None:
    stated = read_official_statement(
        "June 3-4, 2017, near Umm Rihan, north of Karm, Syria, via Airwars report. 12/CS9 13/CS10"
    )

    for field in ("days", "places", "codes", "numbers"):
        shown = stated.evidence[field]
        assert isinstance(shown, tuple)
        assert len(shown) == len(getattr(stated, field)) == 2


def test_every_slug_of_the_wordings_is_in_its_vocabulary() -> None:
    words = listed()
    slugs = {
        name: {term.slug for term in vocabulary(name)}
        for name in ("review_status", "review_reason", "credible_circumstance", "standard_of_proof", "source_type")
    }

    assert {entry.outcome for entry in words.finding} <= slugs["review_status"]
    assert {entry.outcome for entry in words.section} <= slugs["review_status"]
    assert {entry.reason for entry in words.finding if entry.reason} <= slugs["review_reason"]
    assert set(words.circumstance) <= slugs["credible_circumstance"] | {"other"}
    assert set(words.standard) <= slugs["standard_of_proof"]
    assert {entry.kind for entry in words.reporter} <= slugs["source_type"]


HOSTILE = [
    "no no ",
    "civilian was ",
    "one hundred and ",
    "via via ",
    "1. March 4, 2017, near Karm, ",
    "A'",
    "37SDA 11",
    "12/CS1 ",
    "; : ",
    "x",
    "killed by ",
]


@pytest.mark.parametrize("seed", HOSTILE)
def test_a_hundred_thousand_hostile_letters_are_read_in_a_moment(seed: str) -> None:
    text = (seed * (100_000 // len(seed) + 1))[:100_000]

    begun = time.perf_counter()
    read_official_statement(text)

    assert time.perf_counter() - begun < 8  # linear: about half a second; a wording that backtracks takes hours


@pytest.mark.parametrize("seed", HOSTILE)
def test_no_wording_takes_longer_than_its_text(seed: str) -> None:
    low = (seed * (100_000 // len(seed) + 1))[:100_000].lower()
    wordings = [
        *(words for entry in listed().finding for words in entry.wordings),
        *(words for group in listed().ledger.values() for words in group),
    ]

    slow = [
        words
        for words in wordings
        if _seconds(words, low) > 0.05 and min(_seconds(words, low) for _ in range(4)) > 0.05
    ]

    assert slow == []


def _seconds(words: str, low: str) -> float:
    compiled(words)
    begun = time.process_time()
    list(matches((words,), low))
    return time.process_time() - begun
