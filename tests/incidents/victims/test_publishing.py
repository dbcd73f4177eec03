"""Nobody is named without a ground, and a child, or one of unknown age, only by consent and policy together."""

import pytest

from tests.incidents.victims.people import CANARY, CANARY_AR, victim
from untold.incidents.victims import Age, Consent, Policy, Victim, publishable, redacted

OPEN = Policy("the families' association asked for it", names_adults=True, names_minors_with_consent=True)
YES = Consent(given=True, by="a sister", when="2026-01-02")
NO = Consent(given=False, by="a sister", when="2026-01-02")
ADULT, CHILD = Age(34, 34), Age(9, 9)


@pytest.mark.parametrize(
    ("person", "policy", "ground"),
    [
        (victim(age=ADULT), Policy(), None),
        (victim(age=ADULT), OPEN, "policy: the families' association asked for it"),
        (victim(age=ADULT), Policy(names_adults=True), None),
        (victim(age=ADULT), Policy("  ", names_adults=True), None),
        (victim(age=ADULT, consent=YES), Policy(), "consent of 2026-01-02"),
        (victim(age=ADULT, consent=NO), OPEN, None),
        (victim(age=CHILD), OPEN, None),
        (victim(age=CHILD, consent=YES), Policy(), None),
        (victim(age=CHILD, consent=NO), OPEN, None),
        (
            victim(age=CHILD, consent=YES),
            OPEN,
            "consent of 2026-01-02 and policy: the families' association asked for it",
        ),
        (victim(), OPEN, None),
        (victim(age=Age(17, 19)), OPEN, None),
    ],
    ids=[
        "nothing", "policy", "policy without a reason", "a blank reason", "consent", "refused", "a child by policy",
        "a child by consent", "a child refused", "a child by both", "unknown age", "perhaps a child",
    ],
)  # fmt: skip
def test_a_name_needs_its_ground(person: Victim, policy: Policy, ground: str | None) -> None:
    assert publishable(person, policy) == ground
    assert bool(redacted(person, policy).names) is (ground is not None)


@pytest.mark.parametrize("age", [ADULT, CHILD, Age()], ids=["adult", "child", "unknown"])
def test_a_redacted_victim_holds_nothing_that_names(age: Age) -> None:
    person = victim(
        age=age,
        father=victim().names,
        family="canary-family",
        register_ids=("registry:canary",),
        is_pregnant=False,
        occupations=("teacher",),
    )

    shown = repr(redacted(person, Policy())).lower()

    assert not [part for part in f"{CANARY} {CANARY_AR}".lower().split() if part in shown]
    assert "canary" not in shown
    assert "34" not in shown
    assert ("teacher" in shown) is (age is ADULT)


def test_redaction_keeps_the_person_in_the_count() -> None:
    shown = redacted(victim(age=CHILD, gender="female", status="civilian"), Policy())

    assert (shown.id, shown.age, shown.gender, shown.harm, shown.status) == (
        "v1",
        "child",
        "female",
        "killed",
        "civilian",
    )


@pytest.mark.parametrize(
    ("age", "shown"), [(Age(34, 34), "34"), (Age(30, 35), "30–35"), (Age(band="elder"), "elder")], ids=str
)
def test_who_may_be_named_is_shown_with_years(age: Age, shown: str) -> None:
    found = redacted(victim(age=age), OPEN)

    assert (found.names, found.age) == ((CANARY, CANARY_AR), shown)
