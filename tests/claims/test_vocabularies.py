"""The types of the records and the vocabularies of the codebook are the same lists."""

from typing import get_args

import pytest

from untold.claims import claim
from untold.codebook import counts
from untold.codebook.vocabularies import vocabulary
from untold.reports import report


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (claim.Kind, "claim_kind"),
        (claim.Harm, "harm"),
        (claim.Role, "attribution_role"),
        (claim.Scope, "count_scope"),
        (claim.Modality, "modality"),
        (claim.State, "claim_state"),
        (claim.Precision, "date_precision"),
        (claim.Basis, "period_basis"),
        (counts.Qualifier, "count_qualifier"),
        (report.ZoneKind, "zone_kind"),
        (report.DateKind, "date_kind"),
    ],
)
def test_a_field_s_values_are_its_vocabulary(kind: object, name: str) -> None:
    assert get_args(kind) == tuple(term.slug for term in vocabulary(name))


def test_a_claim_knows_the_statuses_that_a_text_states_and_a_victim_s_record_three_more() -> None:
    recorded = {term.slug for term in vocabulary("person_status")}

    assert recorded - set(get_args(claim.Status)) == {"hors_de_combat", "directly_participating", "protected_person"}
    assert set(get_args(claim.Status)) <= recorded


def test_a_claim_s_demographic_is_null_where_the_vocabulary_says_unknown() -> None:
    assert {term.slug for term in vocabulary("demographic")} - set(get_args(claim.Demographic)) == {"unknown"}
