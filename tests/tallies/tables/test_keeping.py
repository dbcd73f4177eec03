"""The cache of a casebook's tables: used while nothing changed, never when anything did."""

from pathlib import Path
from typing import Any

import pytest

from tests.tallies.counting.recorded import AS_OF, SNHR, SOHR, Recorded, civilians
from untold.claims.accounts import keep_accounts
from untold.claims.hand import Word, say
from untold.codebook.errors import CasebookError
from untold.incidents.record import keep_incidents
from untold.reports.casebook import open_casebook, write_records
from untold.tallies.counting import Counting
from untold.tallies.ranging.hierarchy import hierarchy_in
from untold.tallies.tables import casebook_tables, keeping
from untold.tallies.tally import RangeRule, Tally, TallyScope


def kept(folder: Path, made: Recorded) -> None:
    with open_casebook(folder) as casebook:
        keep_accounts(casebook, list(made.accounts.values()))
        write_records(casebook, "claims.jsonl", made.claims.values())
        keep_incidents(casebook, made.incidents)


def two_voices() -> Recorded:
    made = Recorded()
    made.incident(made.account(SOHR, civilians(3)), made.account(SNHR, civilians(9)))
    return made


def total(folder: Path, rule: RangeRule = "widest", **options: Any) -> Tally:
    with Counting(casebook_tables(folder, rule, **options), as_of=AS_OF) as counting:
        return counting.count(TallyScope()).total


@pytest.fixture
def makings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what was made, one name for each making."""
    done: list[str] = []
    for name in ("make_tables", "ranges_table", "copies_table"):
        real = getattr(keeping, name)

        def noted(*given: Any, _name: str = name, _real: Any = real, **options: Any) -> Any:
            done.append(_name)
            return _real(*given, **options)

        monkeypatch.setattr(keeping, name, noted)
    return done


@pytest.mark.parametrize("rule", ["widest", "majority", "hierarchy", "ucdp"])
def test_what_was_made_once_is_not_made_again(tmp_path: Path, makings: list[str], rule: RangeRule) -> None:
    kept(tmp_path / "cases", two_voices())
    first = total(tmp_path / "cases", rule)
    makings.clear()

    assert total(tmp_path / "cases", rule) == first
    assert makings == []


def test_a_cache_of_another_record_is_not_used(tmp_path: Path) -> None:
    kept(tmp_path / "cases", two_voices())
    total(tmp_path / "cases", "majority")
    made = two_voices()
    made.told(50)
    kept(tmp_path / "cases", made)

    assert total(tmp_path / "cases").low == 53
    assert total(tmp_path / "cases", "majority").low == 53


def test_a_persons_word_on_a_claim_changes_the_tally(tmp_path: Path) -> None:
    made = two_voices()
    kept(tmp_path / "cases", made)
    assert total(tmp_path / "cases").low == 3

    with open_casebook(tmp_path / "cases") as casebook:
        word = Word(
            when="2026-01-01",
            who="ada",
            claim=next(iter(made.claims)),
            verb="reject",
            undo=False,
            field="",
            value="",
            why="a misreading",
        )
        say(casebook, word)

    assert total(tmp_path / "cases").low == 9


def test_another_order_of_sources_is_another_cache(tmp_path: Path) -> None:
    kept(tmp_path / "cases", two_voices())
    snhr_first = hierarchy_in('[[rank]]\nname = "x"\nids = ["snhr"]', "order.toml")

    assert total(tmp_path / "cases", "hierarchy").best == 3
    assert total(tmp_path / "cases", "hierarchy", order=snhr_first).best == 9
    assert total(tmp_path / "cases", "hierarchy").best == 3


@pytest.mark.parametrize("damage", [b"", b"PAR1 and nothing else"])
def test_a_damaged_file_of_the_cache_is_made_again(tmp_path: Path, damage: bytes) -> None:
    kept(tmp_path / "cases", two_voices())
    total(tmp_path / "cases")
    (tmp_path / "cases" / "tallies" / "claims.parquet").write_bytes(damage)

    assert total(tmp_path / "cases").low == 3


def test_a_casebook_that_is_being_written_is_tallied_and_nothing_is_cached(tmp_path: Path) -> None:
    kept(tmp_path / "cases", two_voices())
    with open_casebook(tmp_path / "cases"):
        assert total(tmp_path / "cases").low == 3

    assert not (tmp_path / "cases" / "tallies").exists()


def test_a_folder_that_is_no_casebook_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CasebookError):
        casebook_tables(tmp_path)
