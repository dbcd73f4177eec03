"""One incident explained: every claim of every account is named, used or with the reason why not."""

from tests.made_claims import made_claim
from tests.tallies.counting.recorded import AIRWARS, SOHR, Recorded, civilians
from untold.codebook.counts import Count
from untold.tallies.ranging import explain_incident


def test_every_claim_is_named_with_what_became_of_it() -> None:
    made = Recorded()
    whole = civilians(9)
    first = made.account(
        AIRWARS,
        whole,
        civilians(Count.about(20)),
        civilians(3, modality="denied", kind="denial"),
        civilians(4, scope="cumulative"),
        civilians(5, scope="period"),
        civilians(6, state="rejected"),
        made_claim("c", Count.vague(), kind="attribution"),
    )
    second = made.account(SOHR, civilians(4))
    incident = made.incident(first, second)

    found = explain_incident(incident, made.accounts, made.claims, "widest")

    assert {each.why for each in found.barred} == {
        "its words set no bound",
        "is a denial, and counts nobody",
        "is a running total",
        "counts a period, and not one incident",
        "a person rejected it",
        "is an attribution, and counts nobody",
    }
    named = [claim for each in found.ranges for claim in each.ranged.used]
    named += [claim for each in found.ranges for passed in each.ranged.passed for claim in passed.claims]
    named += [claim for passed in found.barred for claim in passed.claims]
    assert set(named) == set(made.claims)


def test_a_part_of_a_number_of_its_own_group_is_said_to_be_one() -> None:
    made = Recorded()
    account = made.account(AIRWARS, civilians(9), civilians(4, part_of="a0:0"))

    found = explain_incident(made.incident(account), made.accounts, made.claims, "majority")

    assert [each.why for each in found.barred] == ["is a part of another number of the same group"]
