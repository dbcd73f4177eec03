"""Whom the accounts name, all together, and whether the names can be one hand."""

from tests.incidents.grading.writing import BY_COALITION, BY_RUSSIA, SNHR, SOHR, Case
from untold.claims.claim import Attribution
from untold.incidents.attribution import attributions_of, competing_accounts

UNNAMED = Attribution(None, "unknown aircraft", "suspected")


def case(*parties: tuple[Attribution, ...]) -> Case:
    made = Case()
    for n, each in enumerate(parties):
        made.account(f"a{n}", SOHR if n % 2 else SNHR, attributed_to=each)
    return made


def test_accounts_that_name_one_hand_do_not_compete() -> None:
    assert competing_accounts(case((BY_COALITION,), (BY_COALITION,), ()).accounts) == ()


def test_accounts_that_name_two_hands_compete_and_the_silent_one_does_not() -> None:
    assert competing_accounts(case((BY_COALITION,), (BY_RUSSIA,), ()).accounts) == ("a0", "a1")


def test_unknown_aircraft_compete_with_nobody() -> None:
    assert competing_accounts(case((BY_COALITION,), (UNNAMED,)).accounts) == ()


def test_a_party_is_known_where_one_account_knows_it() -> None:
    known = Attribution("us-led-coalition", "the coalition", "known")

    assert attributions_of(case((BY_COALITION,), (known,)).accounts) == (known,)


def test_parties_that_compete_are_contested() -> None:
    found = attributions_of(case((BY_COALITION,), (BY_RUSSIA,), (UNNAMED,)).accounts)

    assert [each.role for each in found] == ["contested", "contested", "suspected"]


def test_a_party_that_is_named_and_cleared_is_contested_and_one_only_cleared_is_denied() -> None:
    cleared = Attribution("us-led-coalition", "the coalition", "denied")
    russia = Attribution("russia", "Russia", "denied")

    found = attributions_of(case((BY_COALITION,), (cleared, russia)).accounts)

    assert {each.id: each.role for each in found} == {"us-led-coalition": "contested", "russia": "denied"}
