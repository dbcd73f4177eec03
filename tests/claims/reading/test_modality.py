"""How a number is meant: asserted, denied, conceded, estimated, hypothetical, retracted; a question is no claim."""

import pytest

from tests.claims.reading.asking import claim_at, claims_of, told, words_of
from untold.codebook.counts import Count


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("The strike killed 120 civilians in Homs.", "asserted"),
        ("The ministry denied killing 120 civilians in Homs.", "denied"),
        ("The ministry denied that its planes had killed 120 civilians in Homs.", "denied"),
        ("The strike did not kill 120 civilians in Homs, the ministry said.", "denied"),
        ("The Pentagon acknowledged that it killed 120 civilians in Homs.", "conceded"),
        ("The White House has admitted to killing 120 civilians.", "conceded"),
        ("The coalition said it had unintentionally killed 120 civilians in Homs.", "conceded"),
        ("An estimated 120 civilians were killed in Homs.", "estimated"),
        ("The strike may have killed 120 civilians in Homs.", "estimated"),
        ("As many as 120 civilians are feared dead in Homs.", "estimated"),
        ("A strike on the dam could kill 120 civilians, engineers warned.", "hypothetical"),
        ("If the dam breaks, 120 people would be killed.", "hypothetical"),
        ("The monitor retracted its report that 120 civilians were killed in Homs.", "retracted"),
        ("The agency withdrew its claim that 120 civilians had been killed in Homs.", "retracted"),
    ],
)
def test_the_words_around_a_number_say_how_it_is_meant(sentence: str, modality: str) -> None:
    assert claim_at(sentence, "120").modality == modality


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The strike killed 120 civilians in Homs.", "casualty"),
        ("The ministry denied killing 120 civilians in Homs.", "denial"),
        ("The Pentagon acknowledged that it killed 120 civilians in Homs.", "concession"),
    ],
)
def test_a_denial_and_a_concession_are_kinds_of_their_own(sentence: str, kind: str) -> None:
    assert claim_at(sentence, "120").kind == kind


@pytest.mark.parametrize(
    "question",
    [
        "Did the strike kill 120 civilians in Homs?",
        "How many of the 120 civilians were killed?",
        "Were 120 civilians killed in Homs?",
        "“Were 120 civilians killed?” the reporter asked.",
    ],
)
def test_a_question_is_no_claim(question: str) -> None:
    assert told(question) == []


def test_a_statement_beside_a_question_is_still_a_claim() -> None:
    assert len(told("Who ordered the strike? It killed 120 civilians in Homs.")) == 1


def test_a_denial_without_a_number_is_a_claim_without_bounds() -> None:
    claims = claims_of("The ministry denied that its planes had killed any civilians in Homs.")

    assert [(claim.kind, claim.modality, claim.count.stated) for claim in claims] in (
        [],
        [("denial", "denied", None)],
    )


def test_a_denial_of_the_next_sentence_does_not_reach_back() -> None:
    text = "The strike killed 120 civilians in Homs, SOHR said. The ministry denied it."

    assert claim_at(text, "120").modality == "asserted"


def test_the_conceded_number_belongs_to_who_concedes() -> None:
    claim = claim_at("The White House admits that it killed only 21 civilians by mistake.", "21")

    assert (claim.kind, claim.modality, claim.status) == ("concession", "conceded", "civilian")
    assert claim.claimant is not None
    assert claim.claimant.id == "white-house"


def test_a_correction_retracts_the_old_number_and_asserts_the_new() -> None:
    text = "The hospital corrected its earlier report that 120 people had died in Homs; 87 were killed, it said."

    assert [claim_at(text, words).modality for words in ("120", "87")] == ["retracted", "asserted"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The US has not acknowledged that its strike killed 120 civilians.",
        "Russia has never admitted killing 120 civilians in Idlib.",
        "The Pentagon refused to acknowledge that it killed 120 civilians.",
    ],
)
def test_what_was_not_admitted_is_no_concession(sentence: str) -> None:
    assert claim_at(sentence, "120").modality != "conceded"


@pytest.mark.parametrize(
    "sentence",
    [
        "It is not clear whether 120 civilians were killed.",
        "The US refused to say whether its strike killed 120 civilians.",
        "The reporter asked whether 120 civilians had been killed.",
        "The group threatened to kill 120 hostages.",
    ],
)
def test_an_open_question_and_a_threat_assert_nothing(sentence: str) -> None:
    assert "asserted" not in {claim.modality for claim in claims_of(sentence)}


@pytest.mark.parametrize(
    "sentence",
    [
        "The number of dead could rise to 120, doctors warned.",
        "The death toll is expected to rise above 120.",
        "Doctors feared that the toll might reach 120.",
    ],
)
def test_a_toll_to_come_is_hypothetical_or_estimated(sentence: str) -> None:
    assert {claim.modality for claim in claims_of(sentence)} <= {"hypothetical", "estimated"}


def test_an_if_about_another_event_leaves_a_past_number_asserted() -> None:
    text = "If confirmed, the strike would be the deadliest since one that killed 120 people in Tokhar in July."

    assert claim_at(text, "120").modality == "asserted"


def test_a_report_found_non_credible_is_not_asserted() -> None:
    text = "The coalition assessed as non-credible a report that 120 civilians were killed in Raqqa."

    assert claim_at(text, "120").modality != "asserted"


@pytest.mark.parametrize(
    "sentence",
    [
        "The ministry rejected claims that 120 civilians had been killed.",
        "The ministry dismissed as propaganda reports that 120 civilians were killed.",
        "Contrary to reports, 120 civilians were not killed, the ministry said.",
    ],
)
def test_rejecting_and_dismissing_are_denials(sentence: str) -> None:
    claim = claim_at(sentence, "120")

    assert (claim.kind, claim.modality) == ("denial", "denied")


@pytest.mark.parametrize(
    ("sentence", "harm", "status"),
    [
        ("The ministry denied that its strikes had killed civilians.", "killed", "civilian"),
        ("The ministry denied killing civilians in Homs.", "killed", "civilian"),
        ("Russia denies that civilians were wounded in Idlib.", "injured", "civilian"),
        ("The coalition denied causing civilian casualties in Raqqa.", "casualties", "civilian"),
    ],
)
def test_a_denial_without_a_number_keeps_whom_and_what_it_denies(sentence: str, harm: str, status: str) -> None:
    (claim,) = claims_of(sentence)

    assert (claim.kind, claim.modality, claim.rule) == ("denial", "denied", "denial_without_number")
    assert (claim.harm, claim.status, claim.count) == (harm, status, Count.vague())
    assert words_of(claim, "modality") in {"denied", "denies"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The army denied knowing who killed civilians in Homs.",
        "The army denied responsibility for killing civilians.",
        "The coalition did not deny killing civilians.",
    ],
)
def test_who_denies_a_part_in_it_does_not_deny_the_harm(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The army denied responsibility for the strike which killed 120 civilians.",
        "Israel denied involvement in the killing of 120 people.",
        "The coalition denied targeting the 120 civilians who were killed in Homs.",
        "It is unclear whether the strike, which killed 120 people, was Russian.",
        "The army tried to storm the village, and 120 people were killed.",
        "Doctors are trying to save 120 wounded people.",
        "SOHR acknowledged that 120 civilians were killed.",
        "The Taliban took responsibility for the bombing that killed 120 civilians.",
        "Death toll expected to rise after 120 killed in Homs",
        "The ministry admitted that 120 of its soldiers were killed.",
    ],
)
def test_words_about_something_else_leave_the_number_asserted(sentence: str) -> None:
    assert claim_at(sentence, "120").modality == "asserted"


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("A report that 120 civilians were killed was assessed as not credible, the coalition said.", "denied"),
        ("The claim that the army killed 120 civilians is false, the ministry said.", "denied"),
        ("The army said it found no evidence that 120 civilians were killed.", "denied"),
        ("The report that 120 people had died was wrong, the agency said.", "retracted"),
        ("The agency retracted the toll of 120.", "retracted"),
        ("The strike that killed 120 civilians was a mistake, the Pentagon said.", "conceded"),
        ("The coalition found that its strike had killed 120 civilians.", "conceded"),
        ("The coalition took responsibility for the deaths of 120 civilians.", "conceded"),
        ("More than 120 people were killed, the UN estimates.", "estimated"),
    ],
)
def test_what_is_said_of_a_report_or_a_deed_says_how_its_number_is_meant(sentence: str, modality: str) -> None:
    assert claim_at(sentence, "120").modality == modality


@pytest.mark.parametrize(
    "sentence",
    [
        "Twelve people were nearly killed when the roof fell.",
        "The strike almost killed 12 people.",
        "Twelve people narrowly escaped being killed in Homs.",
    ],
)
def test_who_was_nearly_killed_came_to_no_harm(sentence: str) -> None:
    assert told(sentence) == []


def test_who_has_not_said_it_is_not_its_claimant() -> None:
    assert claim_at("The US has not acknowledged that its strike killed 120 civilians.", "120").claimant is None
