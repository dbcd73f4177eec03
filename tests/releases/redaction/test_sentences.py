"""The sentences that are cited, the numbers that are small, and the reasons that people gave."""

from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from tests.releases.redaction.writing import (
    SOHR,
    TEXT,
    WATCH,
    Cases,
    account,
    cell,
    claim,
    incident,
    report,
    victim,
)
from untold.claims.claim import Party, Period
from untold.codebook.counts import Count
from untold.incidents.incident import Contradiction, Decision
from untold.releases.published import (
    MASK,
    PublishedAccount,
    PublishedClaim,
    PublishedContradiction,
    PublishedIncident,
    PublishedRange,
)
from untold.reports.report import Passage


@pytest.fixture
def cases(tmp_path: Path) -> Cases:
    return Cases(tmp_path).plain()


def quoted(cases: Cases, text: str, **keys: Any) -> PublishedClaim:
    """Return the only claim, which says this, as it leaves."""
    cases.write(claims=[claim(text=text)])
    out: PublishedClaim = cases.one(PublishedClaim, **keys)
    return out


def test_a_sentence_that_names_nobody_leaves_whole_with_a_hash_that_anybody_can_check(cases: Cases) -> None:
    out = quoted(cases, TEXT)

    assert (out.passage, out.start, out.end) == (TEXT, 0, len(TEXT))
    assert out.passage_hash == sha256(TEXT.encode()).hexdigest()
    assert (out.withheld, out.is_redacted) == (None, False)


def test_a_sentence_that_names_a_victim_leaves_masked_with_a_hash_that_nobody_can_try_out(cases: Cases) -> None:
    cases.write(victims=[victim("Sami Mukhtara")])
    text = "Sami Mukhtara and 2 more were killed."

    out = quoted(cases, text)

    assert out.passage == f"{MASK * 13} and 2 more were killed."
    assert (out.start, out.end, out.withheld, out.is_redacted) == (0, len(text), "name", True)
    assert out.passage_hash is not None
    assert out.passage_hash.startswith("hmac-sha256:")


def test_a_row_of_a_list_gives_a_name_that_no_other_sentence_may_tell(cases: Cases) -> None:
    row = claim("r2:0:0", "r2-a1", count=Count.exactly(1), evidence={"name": Passage("r2", 9, 22, "Sami Mukhtara")})
    cases.write(
        reports=[report(), report("r2")],
        accounts=[account(), account("r2:0")],
        incidents=[incident("U-1", "r1:0", "r2:0")],
        claims=[claim(text="Sami Mukhtara was killed"), row],
    )

    first, second = cases.rows(PublishedClaim)

    assert first.passage == f"{MASK * 13} was killed"
    assert (second.passage, second.withheld, second.start) == (None, "name", 0)
    assert "Mukhtara" not in repr(cases.out())


def test_one_link_of_a_name_is_masked_beside_the_incident_in_which_the_person_was_harmed(cases: Cases) -> None:
    cases.write(
        victims=[victim("Sami Mukhtara")],
        accounts=[account(), account("r1:9", "r1:9:0")],
        incidents=[incident(), incident("U-2", "r1:9")],
        claims=[claim(text="Sami was 7"), claim("r1:9:0", "Sami was 7"), claim("r1:8:0", "Sami", scope="cumulative")],
    )

    assert [each.passage for each in cases.rows(PublishedClaim)] == [f"{MASK * 4} was 7", "Sami was 7", "Sami"]


def test_a_sentence_in_doubt_is_withheld_with_its_hash_alone(cases: Cases) -> None:
    text = "استشهاد المواطن هاني المخترعي"

    out = quoted(cases, text)

    assert (out.passage, out.withheld, out.start, out.end) == (None, "doubt", 0, len(text))
    assert out.passage_hash is not None
    assert quoted(cases, text, passages={"in_doubt": "publish"}).passage == text


def test_a_policy_can_publish_no_sentence_at_all(cases: Cases) -> None:
    out = quoted(cases, TEXT, passages={"publish": False})

    assert (out.passage, out.withheld, out.start, out.low) == (None, "policy", 0, 3)


def test_a_speaker_without_a_place_in_the_codebook_is_masked_in_every_claim_of_the_sentence(cases: Cases) -> None:
    text = "Hani Inventado, a baker, said that 3 were killed."
    told = {"claimant": Passage("r1", 0, 23, text[:23])}
    cases.write(
        claims=[
            claim(text=text, claimant=Party(None, "Hani Inventado"), evidence=told),
            claim("r1:0:1", text=text),
            claim("r1:0:2", text=text, quote=Passage("r1", 5, len(text), text[5:])),
            claim("r1:0:3", text=text, quote=Passage("r1", 30, len(text), text[30:])),
        ],
        accounts=[account("r1:0", *(f"r1:0:{n}" for n in range(4)))],
    )

    out = cases.rows(PublishedClaim)

    assert [each.claimant for each in out] == [None] * 4
    assert [each.is_redacted for each in out] == [True, True, True, False]
    assert [MASK in each.passage for each in out] == [True, True, True, False]
    assert "Hani" not in repr(out)
    assert "Inventado" not in repr(out)


def test_a_speaker_is_named_where_the_policy_says_so(cases: Cases) -> None:
    cases.write(claims=[claim(claimant=Party(None, "Hani Inventado"))])

    assert cases.one(PublishedClaim, claims={"named": "named"}).claimant == "Hani Inventado"
    assert cases.one(PublishedClaim, claims={"named": "listed"}).claimant is None
    assert cases.one(PublishedClaim, claims={"named": "listed"}).is_redacted


def test_an_affiliation_goes_by_its_words_unless_they_name_somebody(cases: Cases) -> None:
    for words, left in (("rebels", "rebels"), ("martyr Hani Inventado's men", None)):
        cases.write(claims=[claim(affiliation=Party(None, words))])

        assert cases.one(PublishedClaim).affiliation == left

    cases.write(claims=[claim(affiliation=Party("islamic-state", "Daesh"))])
    assert cases.one(PublishedClaim).affiliation == "Islamic State"


def test_a_period_leaves_as_it_was_read_but_for_its_words(cases: Cases) -> None:
    cases.write(claims=[claim(period=Period("2016-07-01", "2016-07-08", "P8D", "week", "stated", "that week"))])

    out = cases.one(PublishedClaim)

    assert (out.period_start, out.period_end, out.period_duration) == ("2016-07-01", "2016-07-08", "P8D")
    assert (out.period_precision, out.period_basis) == ("week", "stated")
    assert "that week" not in repr(out)


# Small cells.


def small(cases: Cases, source: Party = WATCH, **fields: Any) -> Cases:
    """Write an incident of 9 killed by a public account and 1 child by another source's."""
    return cases.write(
        reports=[report(), report("r2")],
        accounts=[account(), account("r2:0", source=source)],
        claims=[
            claim(count=Count.exactly(9)),
            claim("r2:0:0", "One child died.", count=Count.exactly(1), demographic="children"),
        ],
        incidents=[
            incident("U-1", "r1:0", "r2:0", ranges=(cell(9), cell(1, ["r2:0:0"], "children")), **fields),
        ],
    )


PROTECTED = {"sources": ["alder-watch"]}


def test_a_small_number_of_which_no_published_sentence_speaks_is_suppressed_with_its_claims(cases: Cases) -> None:
    small(cases)

    whole, children = cases.rows(PublishedRange, protected=PROTECTED)
    _, told = cases.rows(PublishedClaim, protected=PROTECTED)

    assert (whole.low, whole.is_suppressed) == (9, False)
    assert (whole.rule, whole.claims) == ("lowest floor, highest ceiling", ("r1:0:0",))
    assert (children.low, children.high, children.claims, children.is_suppressed) == (None, None, (), True)
    assert (told.stated, told.low, told.high, told.qualifier) == (None, None, None, None)
    assert told.demographic == "children"


def test_a_small_number_that_a_published_sentence_says_stays_beside_the_sentence(cases: Cases) -> None:
    small(cases, SOHR)

    assert [each.is_suppressed for each in cases.rows(PublishedRange, protected=PROTECTED)] == [False, False]


@pytest.mark.parametrize(
    "keys",
    [
        {"small_cells": {"below": 0}}, {"small_cells": {"demographics": ["women"]}},
        {"small_cells": {"harms": ["injured"]}},
    ],
)  # fmt: skip
def test_a_policy_says_which_cells_are_small(cases: Cases, keys: dict[str, Any]) -> None:
    small(cases)

    assert not any(each.is_suppressed for each in cases.rows(PublishedRange, protected=PROTECTED, **keys))


def test_where_no_sentence_is_published_every_cell_is_silent(cases: Cases) -> None:
    small(cases, SOHR)

    found = cases.rows(PublishedRange, passages={"publish": False})

    assert [each.is_suppressed for each in found] == [False, True]
    assert cases.rows(PublishedRange, protected={"incidents": ["U-1"]})[1].is_suppressed


def test_with_any_the_sentence_of_a_small_number_is_withheld_and_so_is_every_other_that_overlaps_it(
    cases: Cases,
) -> None:
    small(cases, SOHR, contradictions=(Contradiction("counts", ("r1:0",), "8 people between"),))
    beside = [
        claim("r2:0:1", "One child died. Two", demographic="women", count=Count.vague()),
        claim("r2:0:2", "Two men", quote=Passage("r2", 15, 22, "Two men")),
        claim("r2:0:3", "said", demographic="children", count=Count.vague(), quote=Passage("r2", 40, 44, "said")),
    ]
    small_claim = claim("r2:0:0", "One child died.", count=Count.exactly(1), demographic="children")
    cases.write(
        claims=[claim(count=Count.exactly(9)), small_claim, *beside],
        accounts=[account(), account("r2:0", "r2:0:0", *(each.id for each in beside))],
    )

    out = {each.id: each for each in cases.rows(PublishedClaim, small_cells={"resting_on": "any"})}

    assert {name: each.withheld for name, each in out.items()} == {
        "r1:0:0": None, "r2:0:0": "small_cell", "r2:0:1": "small_cell", "r2:0:2": None, "r2:0:3": None,
    }  # fmt: skip
    assert (out["r2:0:0"].start, out["r2:0:0"].low, out["r2:0:1"].start) == (None, None, None)
    assert out["r2:0:0"].is_redacted
    assert cases.one(PublishedContradiction, small_cells={"resting_on": "any"}).message is None
    assert cases.one(PublishedContradiction).message == "8 people between"


def test_a_floor_without_a_ceiling_is_small_by_its_floor(cases: Cases) -> None:
    small(cases)
    cases.write(incidents=[incident("U-1", "r1:0", "r2:0", ranges=(cell(1, ["r2:0:0"], "children", high=None),))])

    assert cases.one(PublishedRange, protected=PROTECTED).is_suppressed


def test_rows_of_a_public_list_that_name_one_person_each_speak_for_their_number(cases: Cases) -> None:
    row = claim(count=Count.exactly(1), demographic="children", evidence={"name": Passage("r1", 0, 4, "Hana")})
    cases.write(claims=[row], incidents=[incident(ranges=(cell(1, demographic="children", high=None),))])

    assert not cases.one(PublishedRange).is_suppressed
    assert (cases.one(PublishedClaim).low, cases.one(PublishedClaim).withheld) == (1, "name")


# Decisions.


@pytest.mark.parametrize(
    ("decision", "left"),
    [
        (Decision("fair", "ours/grade/fair", ("r1:0", "r9:9"), "Hana said so", "rule"), ("fair", "rule", None, None)),
        (Decision("weak", "x", (), "public: one wire", "rana", "fair"), ("weak", "person", "fair", "one wire")),
        (Decision("weak", "x", (), "I know them", "rana", "fair"), ("weak", "person", "fair", None)),
        (Decision("weak", "x", (), "public:martyr Hana X", "rana"), ("weak", "person", None, f"martyr {MASK * 6}")),
        (Decision("weak", "x", (), "public: names of all", "rana"), ("weak", "person", None, None)),
        (Decision("as rana says", "x", (), "", "rana"), (None, "person", None, None)),
        (None, (None, None, None, None)),
    ],
)  # fmt: skip
def test_a_decision_says_rule_or_person_and_a_reason_only_where_it_is_marked_public(
    cases: Cases, decision: Decision | None, left: tuple[str | None, ...]
) -> None:
    cases.write(incidents=[incident(grade=decision, strike_status=None)])

    out = cases.one(PublishedIncident)

    assert (out.grade, out.grade_by, out.grade_computed, out.grade_reason) == left
    assert out.grade_accounts == (("r1:0",) if decision and decision.accounts else ())
    assert (out.strike_status, out.strike_status_rule, out.strike_status_accounts) == (None, None, ())


def test_a_policy_can_mark_reasons_by_another_beginning(cases: Cases) -> None:
    cases.write(incidents=[incident(strike_status=Decision("likely", "r", (), "(öffentlich) zwei Quellen", "rana"))])

    out = cases.one(PublishedIncident, reasons={"public": "(öffentlich)"})

    assert (out.strike_status, out.strike_status_reason) == ("likely", "zwei Quellen")


def test_what_is_no_term_of_its_vocabulary_stays(cases: Cases) -> None:
    cases.write(
        incidents=[incident(means=("airstrike", "a neighbour"), infrastructure=("market", "our house"))],
        accounts=[account(means="a neighbour")],
    )

    out = cases.one(PublishedIncident)

    assert (out.means, out.infrastructure, cases.one(PublishedAccount).means) == (("airstrike",), ("market",), None)
