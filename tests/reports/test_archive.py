"""The archive and the casebook: bytes are frozen, reports are listed whole or not at all, writers wait their turn."""

import hashlib
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from tests.reports.samples import PAGE, RSS, SENTENCE
from untold.codebook.errors import CasebookError
from untold.reports.archive import RECEIPTS, Receipt, capture_path, keep, keep_all, verify
from untold.reports.casebook import open_casebook, read_records, read_reports, write_records
from untold.reports.intake import take
from untold.reports.report import Report
from untold.reports.taken import Taken


def taken(words: str = SENTENCE, origin: str = "a.txt", captured_at: str | None = None) -> Taken:
    return take(origin, words.encode(), captured_at=captured_at)[0]


def kept(folder: Path, *words: str) -> list[Path]:
    with open_casebook(folder) as casebook:
        reports = keep_all(casebook, [taken(one) for one in words])
    return [capture_path(folder, report.capture) for report in reports]


def test_a_capture_is_named_by_its_hash_and_may_not_be_written(tmp_path: Path) -> None:
    (path,) = kept(tmp_path, SENTENCE)

    assert path.relative_to(tmp_path).parts == (
        "captures",
        path.name[:2],
        hashlib.sha256(SENTENCE.encode()).hexdigest(),
    )
    assert path.read_text() == SENTENCE
    assert stat.S_IMODE(path.stat().st_mode) == 0o444
    assert verify(tmp_path) == ()


def test_a_report_comes_back_as_it_was_kept(tmp_path: Path) -> None:
    one = taken(PAGE, "a.html", "2020-10-19T16:42:00Z")

    with open_casebook(tmp_path) as casebook:
        keep(casebook, one.report, one.content, headers={"etag": '"7"'})

    assert read_reports(tmp_path) == (one.report,)
    assert read_records(tmp_path, RECEIPTS, Receipt) == (
        Receipt(one.report.capture, "2020-10-19T16:42:00Z", "a.html", "text/html", {"etag": '"7"'}),
    )


def test_the_same_bytes_twice_are_one_report_with_both_origins(tmp_path: Path) -> None:
    with open_casebook(tmp_path) as casebook:
        keep_all(casebook, [taken(captured_at="2020-02-02T00:00:00Z")])
    with open_casebook(tmp_path) as casebook:
        again = keep_all(casebook, [taken(origin="b.txt", captured_at="2021-01-01T00:00:00Z"), taken()])

    (report,) = read_reports(tmp_path)
    assert report.origins == ("a.txt", "b.txt")
    assert report.captured_at == "2020-02-02T00:00:00Z"
    assert again == (report, report)
    assert len(list((tmp_path / "captures").rglob("*/*"))) == 1
    assert len(read_records(tmp_path, RECEIPTS, Receipt)) == 3


def test_a_date_set_by_hand_outlives_the_next_reading(tmp_path: Path) -> None:
    by_hand = take("a.txt", SENTENCE.encode(), published="2016-07")[0]

    with open_casebook(tmp_path) as casebook:
        keep_all(casebook, [by_hand, taken()])

    assert [report.published for report in read_reports(tmp_path)] == ["2016-07"]


def test_an_entry_of_a_feed_is_kept_by_its_own_bytes(tmp_path: Path) -> None:
    with open_casebook(tmp_path) as casebook:
        keep_all(casebook, take("feed.xml", RSS.encode()))

    assert len(read_reports(tmp_path)) == 2
    assert verify(tmp_path) == ()


def test_altered_missing_and_stray_captures_are_found(tmp_path: Path) -> None:
    altered, missing, _ = kept(tmp_path, "Two people died.", "Three people died.", "Four people died.")
    altered.chmod(0o644)
    altered.write_text("Nobody died.")
    missing.unlink()
    (tmp_path / "captures" / "aa").mkdir(exist_ok=True)
    (tmp_path / "captures" / "aa" / ".writing-1").write_text("half")

    assert [(fault.kind, fault.capture) for fault in verify(tmp_path)] == [
        ("altered", altered.name),
        ("missing", missing.name),
        ("stray", ".writing-1"),
    ]


def test_an_altered_capture_is_not_written_over(tmp_path: Path) -> None:
    (path,) = kept(tmp_path, SENTENCE)
    path.chmod(0o644)
    path.write_text("Nobody died.")

    with open_casebook(tmp_path) as casebook, pytest.raises(CasebookError, match="was altered; restore it"):
        keep_all(casebook, [taken()])


def test_bytes_that_are_not_the_reports_are_refused(tmp_path: Path) -> None:
    with open_casebook(tmp_path) as casebook, pytest.raises(CasebookError, match="is not the hash of its bytes"):
        keep(casebook, taken().report, b"Nobody died.")

    assert read_reports(tmp_path) == ()


def test_two_captures_with_one_identity_are_refused(tmp_path: Path) -> None:
    one, other = taken(), taken("Two people died.")
    forged = Taken(replace(other.report, id=one.report.id), other.content)

    with open_casebook(tmp_path) as casebook, pytest.raises(CasebookError, match="two captures begin with"):
        keep_all(casebook, [one, forged])


def test_a_second_writer_is_refused_and_may_come_later(tmp_path: Path) -> None:
    with open_casebook(tmp_path), pytest.raises(CasebookError, match="another program; wait"), open_casebook(tmp_path):
        pass

    with open_casebook(tmp_path) as casebook:
        assert casebook.folder == tmp_path


def test_a_folder_of_something_else_is_no_casebook(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"x")

    with pytest.raises(CasebookError, match="holds other files"), open_casebook(tmp_path):
        pass
    with pytest.raises(CasebookError, match=r"holds no casebook\.toml"):
        read_reports(tmp_path)


@pytest.mark.parametrize(
    ("words", "why"), [("format = 2", "has format 2"), ("form", "cannot be read"), ("", "has format None")]
)
def test_a_casebook_of_another_format_is_refused(tmp_path: Path, words: str, why: str) -> None:
    (tmp_path / "casebook.toml").write_text(words)

    with pytest.raises(CasebookError, match=why), open_casebook(tmp_path):
        pass


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    kept(tmp_path, SENTENCE)
    with (tmp_path / "reports.jsonl").open("a") as file:
        file.write('{"id": 7}\n')

    with pytest.raises(CasebookError, match=r"reports\.jsonl line 2"):
        read_reports(tmp_path)


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept(tmp_path, SENTENCE)
    before = (tmp_path / "reports.jsonl").read_bytes()

    def fail(_: int) -> None:
        raise OSError(28, "no space left")

    monkeypatch.setattr("os.fsync", fail)
    with open_casebook(tmp_path) as casebook, pytest.raises(OSError, match="no space"):
        write_records(casebook, "reports.jsonl", [taken("Two people died.").report])

    assert (tmp_path / "reports.jsonl").read_bytes() == before
    assert not list(tmp_path.glob(".writing-*"))


def test_other_rooms_keep_their_records_too(tmp_path: Path) -> None:
    report = taken().report

    with open_casebook(tmp_path) as casebook:
        write_records(casebook, "claims.jsonl", [report])

    assert read_records(tmp_path, "claims.jsonl", Report) == (report,)
    assert read_records(tmp_path, "incidents.jsonl", Report) == ()
