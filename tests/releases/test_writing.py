"""A release is there whole or not at all, is never written over, and is the same bytes however it was made."""

import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.releases.made import CLAIM, INCIDENT, RECORDS
from tests.releases.worlds import worlds
from untold.codebook.errors import BrokenRelease, ReleaseRefused
from untold.releases.manifest import verify_release
from untold.releases.published import PublishedRecord
from untold.releases.reading import records_of
from untold.releases.release import Terms, as_previous
from untold.releases.sorting import Sorter
from untold.releases.writing import Addition, Making, write_release

TERMS = Terms(1, "2026-11-24")
MAKING = Making("untold-1", "untold 0.1.0")
# Writes a release of so many incidents; run as a process of its own, to be killed or to have no room.
PROGRAM = """
import resource, sys
from dataclasses import replace
from pathlib import Path
from tests.releases.made import INCIDENT, RECORDS
from untold.codebook.errors import UntoldError
from untold.releases.release import Terms
from untold.releases.writing import Making, write_release
many, room = int(sys.argv[2]), int(sys.argv[3])
if room:
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
records = (replace(INCIDENT, code=f"I-{n:07}", accounts=(), grade_accounts=()) for n in range(many))
try:
    write_release(Path(sys.argv[1]), records if many else RECORDS, Terms(1, "2026-11-24"), Making("p", "untold"))
except UntoldError as error:
    sys.exit(str(error))
"""


def files_of(folder: Path) -> dict[str, str]:
    """Return the hash of each file of a folder, by its path in it."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def running(folder: Path, many: int, *, room: int = 0, seed: str = "0") -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(folder), str(many), str(room)],
        env={**os.environ, "PYTHONPATH": "src:.", "PYTHONHASHSEED": seed},
        stderr=subprocess.PIPE,
        text=True,
    )


def test_two_processes_make_the_same_bytes(tmp_path: Path) -> None:
    made = []
    for seed in ("1", "20261124"):
        folder = tmp_path / seed
        with running(folder, 0, seed=seed) as process:
            assert process.wait() == 0
        made.append(files_of(folder))

    assert made[0] == made[1]
    assert len(made[0]) > 40


@settings(max_examples=15, deadline=None)
@given(worlds(), st.randoms(use_true_random=False))
def test_the_order_in_which_records_come_makes_no_difference(
    tmp_path_factory: pytest.TempPathFactory, records: tuple[PublishedRecord, ...], chance: random.Random
) -> None:
    # Steps of one allegation have an order of their own, and keep it.
    kinds = {type(each): [one for one in records if type(one) is type(each)] for each in records}
    mixed = list(kinds.values())
    chance.shuffle(mixed)
    place = tmp_path_factory.mktemp("order")
    write_release(place / "a", records, TERMS, MAKING)
    write_release(place / "b", (one for kind in mixed for one in kind), TERMS, MAKING)

    assert files_of(place / "a") == files_of(place / "b")
    shutil.rmtree(place)


@settings(max_examples=25, deadline=None)
@given(worlds())
def test_a_release_that_is_read_back_makes_the_same_release(
    tmp_path_factory: pytest.TempPathFactory, records: tuple[PublishedRecord, ...]
) -> None:
    place = tmp_path_factory.mktemp("again")
    write_release(place / "a", records, TERMS, MAKING)
    write_release(place / "b", records_of(place / "a"), TERMS, MAKING)

    assert files_of(place / "a") == files_of(place / "b")
    shutil.rmtree(place)


def test_what_is_too_much_to_hold_is_sorted_on_disk_and_comes_out_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = [replace(CLAIM, id=f"c{n:04}", incident=None, account=None) for n in range(500)]
    many.sort(key=lambda each: each.id[::-1])
    records = [*RECORDS, *many]
    write_release(tmp_path / "a", records, TERMS, MAKING)
    monkeypatch.setattr("untold.releases.tables.filling.Sorter", partial(Sorter, portion=16))
    write_release(tmp_path / "b", records, TERMS, MAKING)

    assert files_of(tmp_path / "a") == files_of(tmp_path / "b")


def test_nothing_that_is_there_is_written_over(tmp_path: Path) -> None:
    folder = tmp_path / "release"
    write_release(folder, RECORDS, TERMS, MAKING)
    before = files_of(folder)
    with pytest.raises(ReleaseRefused, match="is there already"):
        write_release(folder, RECORDS, replace(TERMS, number=2), MAKING)
    (tmp_path / "file").touch()
    with pytest.raises(ReleaseRefused, match="is there already"):
        write_release(tmp_path / "file", RECORDS, TERMS, MAKING)

    assert files_of(folder) == before


@pytest.mark.parametrize(
    ("terms", "why"),
    [
        (replace(TERMS, number=0), "cannot have the number 0"),
        (replace(TERMS, licence="MIT"), "'MIT' is no licence of data"),
        (replace(TERMS, date="last week"), "'last week' is no day"),
        (replace(TERMS, date="2026-02-30"), "'2026-02-30' is no day"),
    ],
)
def test_terms_that_cannot_be_are_refused_before_anything_is_written(tmp_path: Path, terms: Terms, why: str) -> None:
    with pytest.raises(ReleaseRefused, match=why):
        write_release(tmp_path / "release", RECORDS, terms, MAKING)

    assert list(tmp_path.iterdir()) == []


def test_an_error_in_the_middle_leaves_nothing(tmp_path: Path) -> None:
    def broken() -> Iterator[PublishedRecord]:
        yield INCIDENT
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_release(tmp_path / "release", broken(), TERMS, MAKING)

    assert list(tmp_path.iterdir()) == []


def test_killed_at_any_moment_it_leaves_nothing_that_looks_like_a_release(tmp_path: Path) -> None:
    folder = tmp_path / "release"
    part = tmp_path / ".release.part"
    for wait in (0.0, 0.05, 0.2, 0.5):
        with running(folder, 100_000) as process:
            while not part.exists() and process.poll() is None:
                time.sleep(0.005)
            time.sleep(wait)
            process.send_signal(signal.SIGKILL)
        assert not folder.exists()
    write_release(folder, RECORDS, TERMS, MAKING)

    assert [path.name for path in tmp_path.iterdir()] == ["release"]
    assert verify_release(folder) == ()


def test_a_full_disk_is_one_line_and_leaves_nothing(tmp_path: Path) -> None:
    for room in (1_000, 30_000, 300_000, 3_000_000):
        with running(tmp_path / "release", 20_000, room=room) as process:
            _, said = process.communicate()

        assert process.returncode == 1
        assert said.strip() == f"{tmp_path / 'release'}: the disk is full, and nothing was written; free some space"
        assert list(tmp_path.iterdir()) == []


def test_two_programs_do_not_write_one_release(tmp_path: Path) -> None:
    folder = tmp_path / "release"
    with running(folder, 100_000) as process:
        while not (tmp_path / ".release.part").exists() and process.poll() is None:
            time.sleep(0.005)
        with pytest.raises(ReleaseRefused, match="another program is writing"):
            write_release(folder, RECORDS, TERMS, MAKING)
        process.kill()


def test_verifying_names_what_was_altered_what_is_missing_and_what_was_added(tmp_path: Path) -> None:
    folder = tmp_path / "release"
    write_release(folder, RECORDS, TERMS, MAKING)
    (folder / "csv" / "claims.csv").write_text("id\n", "utf-8")
    (folder / "jsonl" / "claims.jsonl").unlink()
    (folder / "csv" / "names.csv").write_text("name\n", "utf-8")
    (folder / "README.md").unlink()
    (folder / "README.md").symlink_to(folder / "LICENSE.txt")

    assert [(fault.kind, fault.path) for fault in verify_release(folder)] == [
        ("altered", "README.md"),
        ("altered", "csv/claims.csv"),
        ("added", "csv/names.csv"),
        ("missing", "jsonl/claims.jsonl"),
    ]


def test_a_folder_without_a_manifest_is_no_release(tmp_path: Path) -> None:
    with pytest.raises(BrokenRelease, match="holds no SHA256SUMS"):
        verify_release(tmp_path)
    (tmp_path / "SHA256SUMS").write_text("what\n", "utf-8")
    with pytest.raises(BrokenRelease, match="SHA256SUMS line 1 is no hash and path"):
        verify_release(tmp_path)
    with pytest.raises(BrokenRelease, match=r"holds no release\.json"):
        list(records_of(tmp_path))


def test_a_release_names_the_one_before_by_the_hash_of_its_manifest(tmp_path: Path) -> None:
    write_release(tmp_path / "1", RECORDS, TERMS, MAKING)
    before = as_previous(tmp_path / "1")
    second = write_release(tmp_path / "2", RECORDS, replace(TERMS, number=2), replace(MAKING, previous=before))

    assert before.manifest == hashlib.sha256((tmp_path / "1" / "SHA256SUMS").read_bytes()).hexdigest()
    assert second.previous == before
    assert before.manifest in (tmp_path / "2" / "README.md").read_text("utf-8")


def test_what_is_known_once_the_tables_are_there_is_added_to_them(tmp_path: Path) -> None:
    seen: list[str] = []

    def more(part: Path) -> Addition:
        seen.extend(path.name for path in sorted((part / "jsonl").iterdir()))
        return Addition(files={"corrections.atom": b"<feed/>\n"})

    write_release(tmp_path / "release", RECORDS, TERMS, MAKING, more=more)

    assert "claims.jsonl" in seen
    assert (tmp_path / "release" / "corrections.atom").read_bytes() == b"<feed/>\n"
    assert verify_release(tmp_path / "release") == ()
