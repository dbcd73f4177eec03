"""Wholes of which only parts are stated: at least what the parts add up to, and never more than is said."""

from collections.abc import Sequence

from tests.tallies.ranging.test_rules import bounds
from untold.tallies.ranging import Group, Said, ranges_by

Part = tuple[str | None, str | None, int]  # status, demographic, how many


def said(*parts: Part, source: str = "sohr") -> list[Said]:
    """Return what one account says of groups, each exactly."""
    return [
        Said(f"{source}:{n}", source, source, source, Group("killed", status, demographic), many, many, n)  # type: ignore[arg-type]
        for n, (status, demographic, many) in enumerate(parts)
    ]


def whole(claims: Sequence[Said], status: str | None = None) -> tuple[int | None, int | None, int | None] | None:
    found = ranges_by("widest", claims)
    group = Group("killed", status, None)  # type: ignore[arg-type]
    return bounds(found[group]) if group in found else None


def test_three_women_and_two_children_are_at_least_five_civilians() -> None:
    assert whole(said(("civilian", "women", 3), ("civilian", "children", 2)), "civilian") == (5, None, None)


def test_civilians_and_fighters_are_at_least_their_sum_of_everybody() -> None:
    assert whole(said(("civilian", None, 4), ("combatant", None, 6))) == (10, None, None)


def test_people_who_may_be_anybody_are_never_added_to_others() -> None:
    assert whole(said(("civilian", None, 4), ("unknown", None, 6))) == (6, None, None)


def test_a_stated_whole_is_not_made_of_its_parts() -> None:
    claims = said((None, None, 7), ("civilian", None, 4), ("combatant", None, 6))

    assert whole(claims) == (7, None, 7)


def test_no_children_says_nothing_of_anybody_else() -> None:
    assert whole(said(("civilian", "children", 0)), "civilian") is None


def test_of_two_accounts_the_lower_floor_is_the_wholes() -> None:
    claims = [
        *said(("civilian", "women", 3)),
        *said(("civilian", "women", 1), ("civilian", "children", 1), source="snhr"),
    ]

    assert whole(claims, "civilian") == (2, None, None)


def test_parts_that_another_source_states_are_not_added() -> None:
    one, other = said(("civilian", "women", 3)), said(("civilian", "children", 2), source="snhr")
    together = [Said(each.claim, "one", each.source, "one", *_rest(each)) for each in (*one, *other)]

    assert whole(together, "civilian") == (2, None, None)


def test_a_whole_from_parts_names_the_parts_claims_and_says_so() -> None:
    found = ranges_by("majority", said(("civilian", "women", 3), ("civilian", "children", 2)))
    made = found[Group("killed", "civilian", None)]

    assert made.from_parts
    assert made.best is None
    assert made.used == ("sohr:0", "sohr:1")


def _rest(each: Said) -> tuple[Group, int | None, int | None, int]:
    return each.group, each.low, each.high, each.nth
