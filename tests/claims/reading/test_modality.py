"""How a number is meant: asserted, denied, conceded, estimated, hypothetical, retracted; a question is no claim."""

import pytest

from tests.claims.reading.asking import claim_at, claims_of, told


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
    claim = claim_at("The White House has so far admitted to have accidentally killed only 21 civilians.", "21")

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
