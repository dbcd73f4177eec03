"""From drafts to claims: ids that stay, and a quote around every number."""

from tests.claims.reading.asking import claims_of, number_of
from untold.claims.claim import Party
from untold.claims.reading import read_claims
from untold.reports.plain_text import report_from_text
from untold.reports.report import Source

TEXT = "Shelling killed 12 people, including 3 children, and wounded 30 in Homs, SOHR said."


def test_an_id_is_the_report_the_start_of_the_number_and_its_turn() -> None:
    for claim in claims_of(TEXT):
        report, start, turn = claim.id.split(":")

        assert (report, int(start)) == (claim.report, number_of(claim).start)
        assert turn.isdigit()


def test_claims_stand_in_the_order_of_the_text() -> None:
    starts = [number_of(claim).start for claim in claims_of(TEXT)]

    assert starts == sorted(starts)


def test_a_number_lies_within_its_quote() -> None:
    for claim in claims_of(TEXT):
        number = number_of(claim)

        assert claim.quote.start <= number.start < number.end <= claim.quote.end


def test_a_new_claim_is_read_and_decided_by_nobody() -> None:
    assert {claim.state for claim in claims_of(TEXT)} == {"read"}


def test_the_medium_is_who_publishes_the_report() -> None:
    report = report_from_text(TEXT, source=Source("reuters", "Reuters"))

    assert {claim.medium for claim in read_claims(report)} == {Party("reuters", "Reuters")}


def test_a_caller_who_knows_the_medium_better_is_believed() -> None:
    report = report_from_text(TEXT, source=Source("reuters", "Reuters"))
    paper = Party(None, "The Evening Paper")

    assert {claim.medium for claim in read_claims(report, medium=paper)} == {paper}


def test_no_publisher_is_no_medium() -> None:
    assert {claim.medium for claim in claims_of(TEXT)} == {None}
