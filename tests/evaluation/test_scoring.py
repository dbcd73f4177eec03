"""The measures measure what they say: each on a case small enough to see through."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.evaluation import aoav, measure
from tests.evaluation.agreement import same_places
from tests.evaluation.calibration import Trust, brier, expected_calibration_error
from tests.evaluation.corpora import REPOSITORY, Document
from tests.evaluation.draw_sample import Drawn, drawn, keep, write_sheet
from tests.evaluation.fa_kes import Article, field_outcomes, pair, precision_outcomes
from tests.evaluation.judgements import key_of
from tests.evaluation.labels import Label, labelled
from tests.evaluation.measurement import Measurement, Outcome, below_floor, share_right
from tests.evaluation.muc4 import Gold, gold_of, is_found, plain_gold_of
from tests.evaluation.reading import Stretch, count_stretch
from tests.made_claims import made_claim
from untold.claims.claim import Claim, Harm, Party, Place
from untold.codebook.counts import Count
from untold.reports.plain_text import report_from_text
from untold.reports.report import Passage

_TEXT = "At least 12 people were killed and 5 soldiers were wounded in Idlib, the ministry said."
_NUMBER, _EFFECT = "HUM TGT: NUMBER", "HUM TGT: EFFECT OF INCIDENT"


def a_claim(
    harm: Harm = "killed", count: Count | None = None, *, at: tuple[int, int] = (0, 11), **fields: Any
) -> Claim:
    """Return a claim read at a stretch of the text above, with some fields of its own."""
    words = Passage("r", at[0], at[1], _TEXT[at[0] : at[1]])
    own = {"harm": harm, "evidence": {"count": words}, "quote": words, "confidence": 0.5, **fields}
    return made_claim(f"r:{at[0]}:{harm}", count or Count.at_least(12), **own)


def a_label(*, at: tuple[int, int] = (0, 11), **fields: Any) -> Label:
    """Return a label of at least 12 killed at a stretch of the text above, with some fields of its own."""
    plain = Label(
        unit="u",
        stretch=Stretch(*at),
        harm="killed",
        bounds=(12, 12, None),
        status=None,
        claimant=None,
        places=(),
        period=(None, None),
        scope="incident",
        modality="asserted",
        is_optional=False,
    )
    return replace(plain, **fields)


def test_a_key_joins_numbers_with_effects_that_share_a_target() -> None:
    template = {
        _NUMBER: ['3: "PEASANTS" / "MEN"', '1: "A NAMED MAN"', 'PLURAL: "SOLDIERS"', '7-: "GUARDS"'],
        _EFFECT: ['? DEATH: "MEN"', 'DEATH: "A NAMED MAN"', 'INJURY: "SOLDIERS"', 'INJURY: "GUARDS"'],
    }

    assert gold_of([template]) == {Gold("killed", 3), Gold("injured", 7)}


def test_targets_that_were_not_harmed_are_no_gold() -> None:
    template = {_NUMBER: ['4: "NUNS"'], _EFFECT: ['NO INJURY OR DEATH: "NUNS"']}

    assert gold_of([template]) == set()


def test_an_effect_of_other_people_gives_no_gold() -> None:
    template = {_NUMBER: ['4: "NUNS"'], _EFFECT: ['DEATH: "PRIESTS"']}

    assert gold_of([template]) == set()


def test_a_name_of_two_groups_crosses_their_numbers_and_the_plain_answers_leave_it_out() -> None:
    template = {_NUMBER: ['10: "PEOPLE"', '31: "PEOPLE"'], _EFFECT: ['DEATH: "PEOPLE"', 'INJURY: "PEOPLE"']}
    jointly = {_NUMBER: ['5: "MEN"'], _EFFECT: ['DEATH: "MEN"', 'INJURY: "MEN"']}

    assert len(gold_of([template])) == 4
    assert plain_gold_of([template, jointly]) == {Gold("killed", 5), Gold("injured", 5)}


def test_two_templates_with_one_answer_are_one_gold() -> None:
    template = {_NUMBER: ['6: "PRIESTS"'], _EFFECT: ['DEATH: "PRIESTS"']}

    assert gold_of([template, template]) == {Gold("killed", 6)}


@pytest.mark.parametrize("count", [Count.exactly(12), Count.at_most(12), Count.between(12, 15), Count.between(9, 12)])
def test_a_claim_finds_a_number_as_written_as_floor_or_as_ceiling(count: Count) -> None:
    assert is_found(Gold("killed", 12), [a_claim(count=count)])


def test_a_claim_of_another_harm_finds_nothing() -> None:
    assert not is_found(Gold("injured", 12), [a_claim()])


def test_a_label_takes_the_claim_of_its_own_harm() -> None:
    killed, injured = a_claim(), a_claim("injured")

    (found,) = pair([a_label()], [injured, killed])

    assert found.claim is killed
    assert found.is_right


def test_no_claim_serves_two_labels() -> None:
    labels = [a_label(is_optional=True), a_label(at=(3, 11))]

    optional, wanted = pair(labels, [a_claim()])

    assert wanted.is_right
    assert optional.claim is None


def test_a_claim_with_other_bounds_is_not_right() -> None:
    (found,) = pair([a_label()], [a_claim(count=Count.exactly(12))])

    assert found.claim is not None
    assert not found.is_right


def test_a_field_is_measured_over_labels_that_have_their_claim() -> None:
    pairs = pair([a_label(claimant="the ministry"), a_label(at=(35, 36))], [a_claim(claimant=Party(None, "ministry"))])

    outcomes = list(field_outcomes(pairs, "claimant"))

    assert [o.right for o in outcomes] == [True]


def test_a_claim_where_nothing_is_labelled_is_spurious() -> None:
    claims = (a_claim(), a_claim("injured", Count.exactly(5), at=(35, 36)))
    article = Article("u", pair([a_label()], claims), claims)

    assert [o.right for o in precision_outcomes([article])] == [True, False]


@pytest.mark.parametrize(
    ("label", "read", "right"),
    [("Idlib province", "Idlib", True), ("Idlib", "Homs", False), ("", "Homs", False), ("Idlib", "", False)],
)
def test_places_are_one_place_whatever_their_kind_is_called(label: str, read: str, right: bool) -> None:  # noqa: FBT001
    wanted = a_label(places=(label,) if label else ())

    assert same_places(wanted, a_claim(places=(Place(read, None),) if read else ())) is right


def test_armed_parts_are_taken_out_of_a_toll_of_civilians() -> None:
    whole = a_claim(count=Count.exactly(4))
    part = a_claim(count=Count.exactly(1), at=(9, 11), status="police", part_of=whole.id)
    soldiers = a_claim("injured", Count.exactly(5), at=(35, 36), status="armed_forces")

    assert aoav.read_toll([whole, part, soldiers]) == aoav.Toll(3, 0)


def test_a_floor_is_raised_and_never_lowered() -> None:
    kept = {"a": {"floor": 0.8}, "b": {"floor": 0.8}, "e": {"ceiling": 0.2}}
    better = [Measurement("a", 0.9, 9, "c"), Measurement("e", 0.1, 9, "c", lower_is_better=True)]
    worse = [Measurement("b", 0.7, 9, "c"), Measurement("new", 0.7, 9, "c")]

    new = measure.raised(kept, [*better, *worse], "2026-01-02")

    assert (new["a"]["floor"], new["b"]["floor"], new["e"]["ceiling"]) == (0.9, 0.8, 0.1)
    assert "new" not in new


def test_an_error_above_its_ceiling_breaks_it() -> None:
    error = Measurement("e", 0.3, 9, "c", lower_is_better=True)

    assert below_floor(error, 0.2)
    assert not below_floor(error, 0.3)


def test_a_measure_of_nothing_is_worth_nothing() -> None:
    assert share_right("m", "c", []).value == 0


def test_misses_keep_what_was_wanted_and_what_was_read() -> None:
    (miss,) = share_right("m", "c", [Outcome("u", right=False, gold="killed 2", read="nothing")]).misses

    assert (miss.unit, miss.gold, miss.read) == ("u", "killed 2", "nothing")


def test_confidence_that_is_as_often_right_as_it_says_has_no_error() -> None:
    trusts = [Trust(0.75, n < 3) for n in range(4)]

    assert expected_calibration_error(trusts) == pytest.approx(0)
    assert brier(trusts) == pytest.approx(0.1875)


def test_a_drawn_sample_is_the_same_for_the_same_seed_and_leaves_out_what_was_judged() -> None:
    document = Document("d", report_from_text(_TEXT, language="en"), {})
    read = [Drawn(document, a_claim(at=(n, n + 2))) for n in range(20)]
    judged = frozenset({key_of("d", read[0].claim)})

    first, again = (drawn(read, seed=3, n=19, judged=judged) for _ in range(2))

    assert first == again
    assert read[0] not in first


def test_kept_judgements_hold_no_word_of_the_text(tmp_path: Path) -> None:
    document = Document("d", report_from_text(_TEXT, language="en"), {})
    sheet, kept = tmp_path / "sheet.tsv", tmp_path / "kept.csv"
    write_sheet(sheet, [Drawn(document, a_claim())])
    sheet.write_text(sheet.read_text().replace("12\t\t12\t\t", "12\t\t12\tright\t"))

    assert keep(sheet, kept) == 1
    assert kept.read_text().splitlines()[1] == "d,0,11,killed,12,,12,right,"


def test_a_sheet_inside_the_repository_is_refused() -> None:
    with pytest.raises(ValueError, match="outside"):
        write_sheet(REPOSITORY / "sheet.tsv", [])


def test_an_article_without_claims_is_labelled_too(tmp_path: Path) -> None:
    head = "unit_id,start,phrase_end,harm,stated,low,high,qualifier,status,demographic,claimant,places,period_start,"
    row = "7,3,8,killed,4,4,4,exact,civilian,,sohr,Homs; Hama,2016-03-01,2016-03-01,incident,asserted,"
    (tmp_path / "fa_kes_labels_c.csv").write_text(f"{head}period_end,scope,modality,optional\n{row}\n")
    (tmp_path / "fa_kes_labels_c_empty.txt").write_text("9\n")

    read = labelled(tmp_path)

    assert read.units == {"7", "9"}
    assert [(label.stretch, label.places) for label in read.labels] == [(Stretch(3, 8), ("Homs", "Hama"))]


def test_a_count_of_several_passages_stands_from_the_first_to_the_last() -> None:
    kin = a_claim()
    kin.evidence["count"] = (Passage("r", 0, 3, "At "), Passage("r", 9, 11, "12"))

    assert count_stretch(kin) == Stretch(0, 11)
