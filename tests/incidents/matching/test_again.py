import dataclasses
import random
from pathlib import Path

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.benchmarks.accounts import Made, make_accounts
from tests.evaluation.generated import traits_made
from untold.claims.account import AccountPlace
from untold.incidents.matching import Match, Traits, match_accounts, match_again, traits_of
from untold.incidents.matching.keeping import keep_match, match_kept
from untold.incidents.matching.settings import Blocks, standard_settings
from untold.incidents.matching.traits import MEETINGS, NamedPlace, Ties
from untold.reports.casebook import open_casebook

MADE = tuple(make_accounts(260, 5))
VERDICTS = ("same", "different", "unsure")


def _judged(dice: random.Random, most: int) -> dict[tuple[str, str], str]:
    ids = sorted(each.account.id for each in MADE)
    pairs = [tuple(sorted(dice.sample(ids[:60], 2))) for _ in range(dice.randrange(most + 1))]
    return {(a, b): dice.choice(VERDICTS) for a, b in pairs}


def _is_same(one: Match, other: Match) -> bool:
    return (
        one.clusters == other.clusters
        and one.pairs.equals(other.pairs)
        and one.clustering.unjoined == other.clustering.unjoined
    )


@given(st.integers(0, 10**6))
@settings(max_examples=15)
def test_accounts_that_come_go_and_are_judged_leave_what_a_match_from_nothing_gives(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 - a split keeps no secrets
    before, now = (dice.sample(MADE, dice.randrange(len(MADE) + 1)) for _ in range(2))
    earlier = match_accounts(traits_made(before), _judged(dice, 4))
    judged = _judged(dice, 4)

    again = match_again(earlier, traits_made(now), judged)

    assert _is_same(again, match_accounts(traits_made(now), judged))


def _tied(dice: random.Random, made: list[Made]) -> Traits:
    """Return accounts with stories, named places and statements among them, drawn anew for each match."""
    ids = [each.account.id for each in made]
    few = ids[: len(ids) // 3]
    ties = Ties(
        copies={each.account.id: each.copy_group for each in made if each.copy_group is not None},
        stories={each: f"story {dice.randrange(20)}" for each in few},
        places={each: NamedPlace(AccountPlace("Karm", lat=35.0 + dice.random(), lon=38.0), 6.0) for each in few[::2]},
        answers=frozenset(few[::7]),
    )
    return traits_of(((each.account, each.claims) for each in made), ties)


@given(st.integers(0, 10**6))
@settings(max_examples=10)
def test_stories_and_places_that_change_between_two_matches_leave_what_a_match_from_nothing_gives(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 - a split keeps no secrets
    before, now = (_tied(dice, dice.sample(MADE, dice.randrange(len(MADE) + 1))) for _ in range(2))

    assert _is_same(match_again(match_accounts(before), now), match_accounts(now))


def test_an_account_that_changed_is_matched_anew() -> None:
    earlier = match_accounts(traits_made(MADE))
    moved = [*MADE[1:], Made(MADE[0].account, (), MADE[0].incident, None)]

    again = match_again(earlier, traits_made(moved))

    assert _is_same(again, match_accounts(traits_made(moved)))


def test_other_settings_begin_from_nothing() -> None:
    narrow = replace(standard_settings(), blocking=Blocks(most_members=5))
    earlier = match_accounts(traits_made(MADE))

    again = match_again(earlier, traits_made(MADE), settings=narrow)

    assert _is_same(again, match_accounts(traits_made(MADE), settings=narrow))
    assert again.left_out


def test_a_codebook_that_learned_who_is_part_of_whom_begins_from_nothing() -> None:
    traits = traits_made(MADE)
    numbers = sorted(set(traits.table["actors"].drop_null().to_pylist()))[:2]
    rows = [{"a": a, "b": b, "met": 1} for a, b in (numbers, numbers[::-1])]
    wiser = dataclasses.replace(traits, meetings=pa.Table.from_pylist(rows, schema=MEETINGS))

    again = match_again(match_accounts(traits), wiser)

    assert _is_same(again, match_accounts(wiser))
    assert not again.found.equals(match_accounts(traits).found)


def test_a_kept_match_comes_back_as_it_was(tmp_path: Path) -> None:
    match = match_accounts(traits_made(MADE), {("alder:1", "birch:1"): "same"})
    with open_casebook(tmp_path / "cases") as casebook:
        keep_match(casebook, match)

    kept = match_kept(tmp_path / "cases")

    assert kept is not None
    assert _is_same(kept, match)
    assert _is_same(match_again(kept, traits_made(MADE)), match_accounts(traits_made(MADE)))


def test_a_match_of_another_version_or_half_written_is_passed_over(tmp_path: Path) -> None:
    with open_casebook(tmp_path / "cases") as casebook:
        keep_match(casebook, match_accounts(traits_made(MADE)))
    (tmp_path / "cases" / "matching" / "pairs.parquet").write_bytes(b"PAR1")

    assert match_kept(tmp_path / "cases") is None
