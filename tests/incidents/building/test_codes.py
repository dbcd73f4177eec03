from hypothesis import given
from hypothesis import strategies as st

from untold.claims.account import AccountDate, AccountPlace
from untold.incidents.building.codes import Named, name_clusters
from untold.incidents.incident import Incident


def _incidents(named: tuple[Named, ...]) -> list[Incident]:
    return [Incident(each.code, each.previous_codes, each.accounts, AccountDate(), AccountPlace()) for each in named]


def _after(*steps: list[tuple[str, ...]]) -> tuple[Named, ...]:
    """Return the names after one match upon the other."""
    named: tuple[Named, ...] = ()
    for clusters in steps:
        named = name_clusters(clusters, _incidents(named))
    return named


def test_a_code_stays_when_accounts_join() -> None:
    (before,) = _after([("a", "b")])

    (after,) = _after([("a", "b")], [("0", "a", "b", "c")])

    assert (after.code, after.previous_codes) == (before.code, ())


def test_a_merge_keeps_the_code_of_the_larger_and_remembers_the_other() -> None:
    small, large = _after([("a",), ("b", "c")])

    (merged,) = _after([("a",), ("b", "c")], [("a", "b", "c")])

    assert (merged.code, merged.previous_codes) == (large.code, (small.code,))


def test_a_split_leaves_the_code_with_the_larger_part_and_the_other_remembers_it() -> None:
    (whole,) = _after([("a", "b", "c")])

    part, rest = _after([("a", "b", "c")], [("a",), ("b", "c")])

    assert rest.code == whole.code
    assert part.code != whole.code
    assert part.previous_codes == (whole.code,)


def test_of_two_equal_halves_the_one_with_the_first_account_keeps_the_code() -> None:
    (whole,) = _after([("a", "b")])

    first, second = _after([("a", "b")], [("a",), ("b",)])

    assert first.code == whole.code
    assert second.previous_codes == (whole.code,)


def test_a_code_that_ended_in_a_merge_is_not_given_again_after_a_split() -> None:
    first, second = _after([("a",), ("b", "c")])

    parts = _after([("a",), ("b", "c")], [("a", "b", "c")], [("a",), ("b", "c")])

    assert parts[1].code == second.code
    assert parts[0].code not in {first.code, second.code}


_HISTORY = st.lists(st.lists(st.integers(0, 4), min_size=8, max_size=8), min_size=2, max_size=5)


@given(_HISTORY)
def test_no_code_is_ever_given_twice(history: list[list[int]]) -> None:
    named: tuple[Named, ...] = ()
    ended: set[str] = set()
    for labels in history:
        members: dict[int, list[str]] = {}
        for account, label in zip("abcdefgh", labels, strict=True):
            members.setdefault(label, []).append(account)
        before = {each.code for each in named}
        named = name_clusters([tuple(each) for each in members.values()], _incidents(named))
        codes = [each.code for each in named]

        assert len(set(codes)) == len(codes)
        assert not ended & set(codes)
        ended |= before - set(codes)
        assert ended <= {code for each in named for code in each.previous_codes}
