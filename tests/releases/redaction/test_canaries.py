"""No mark gets out: not from any field that is withheld, not in any file, not in any encoding."""

import base64
import gzip
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.releases.redaction.canaries import MARK, MARK_AR, found_in, hits, unpacked
from tests.releases.redaction.casebooks import POLICY, make_casebook
from untold.releases.dossiers import Letter, dossier_page, gather, letter_page
from untold.releases.exports import EXPORT_NAMES
from untold.releases.published import PublishedIncident, PublishedRecord
from untold.releases.redaction import published_records
from untold.releases.redaction.classification import classification
from untold.releases.release import Terms
from untold.releases.releasing import Wish, release_casebook
from untold.reports.casebook import open_casebook

KEY = b"a key of thirty-two bytes, for us"
TERMS = Terms(1, "2026-12-01", publisher="Alder Monitor")


# Withheld fields into which no word fits, or that the lines of the made casebooks need as they are.
WITHOUT_WORDS = {
    ("Age", "band"), ("Age", "high"), ("Age", "low"), ("Asked", "date"), ("Asked", "undo"), ("Determined", "undo"),
    ("Override", "axis"), ("Override", "undo"), ("Put", "undo"), ("Receipt", "media_type"), ("Victim", "occupations"),
    ("Word", "claim"), ("Word", "field"), ("Word", "undo"), ("Word", "verb"), ("Word", "when"),
}  # fmt: skip


def released(folder: Path, seed: int, incidents: int = 8) -> tuple[Path, Counter[tuple[str, str]]]:
    """Make a casebook by chance and a release of it; return where it is, and the canaries that were put in."""
    with open_casebook(folder / "cases") as casebook:
        marked = make_casebook(casebook, seed, incidents=incidents)
        wish = Wish(TERMS, POLICY, exports=EXPORT_NAMES)
        release_casebook(casebook.folder, folder / "out", wish, key=KEY, program="Untold")
        _add_pages(folder / "out", list(published_records(casebook.folder, POLICY, KEY)))
    return folder / "out", marked


def _add_pages(out: Path, records: Sequence[PublishedRecord]) -> None:
    """Write the dossier of every incident, and the letter of every allegation about it, beside the release."""
    for incident in (each for each in records if isinstance(each, PublishedIncident)):
        dossier = gather(records, incident.code, "records")
        (out / f"{incident.code}.html").write_text(dossier_page(dossier, "release 1"), "utf-8")
        for number, allegation in enumerate(dossier.allegations):
            page = letter_page(dossier, allegation, Letter("2026-12-01", "Alder Monitor"), "release 1")
            (out / f"{incident.code}-{number}.html").write_text(page, "utf-8")


@settings(max_examples=6)
@given(st.integers(0, 10**9))
def test_no_canary_is_in_any_file_of_a_release(seed: int) -> None:
    with TemporaryDirectory() as folder:
        out, _ = released(Path(folder), seed)

        assert found_in(out) == []


def test_every_field_that_is_withheld_was_given_a_canary(tmp_path: Path) -> None:
    _, marked = released(tmp_path, 1)

    all_fields = [(record, *each) for record, named in classification().items() for each in named.items()]
    wanted = {(record, field) for record, field, one in all_fields if one.fate == "withheld"}
    assert wanted - set(marked) == WITHOUT_WORDS


def test_the_release_that_is_searched_holds_incidents_claims_and_reviews(tmp_path: Path) -> None:
    out, _ = released(tmp_path, 2)

    for table in ("incidents", "claims", "accounts", "ranges", "allegations", "determinations", "reports", "sources"):
        assert (out / "jsonl" / f"{table}.jsonl").stat().st_size > 0, table


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le"])
@pytest.mark.parametrize("mark", [MARK, MARK_AR, MARK.title()])
def test_the_search_finds_a_mark_in_any_encoding(mark: str, encoding: str) -> None:
    assert hits(b"xx" + mark.encode(encoding) + b"yy")


@pytest.mark.parametrize("before", [b"", b"a", b"ab"])
@pytest.mark.parametrize("mark", [MARK, MARK_AR])
def test_the_search_finds_a_mark_in_base64_wherever_it_begins(mark: str, before: bytes) -> None:
    assert hits(base64.b64encode(before + mark.encode() + b"more"))


def test_the_search_finds_a_mark_in_a_stream_that_is_packed_into_a_file() -> None:
    packed = b"some bytes" + gzip.compress(MARK.encode())

    assert [hits(each) for each in unpacked(packed)] != [[]]


@pytest.mark.parametrize(
    "written",
    [
        "iranak",
        "6b616e617269",
        "%6B%61%6E%61%72%69",
        "&#107;&#97;&#110;&#97;&#114;&#105;",
        "\\u0643\\u0646\\u0627\\u0631\\u064a",
    ],
)
def test_the_search_finds_a_mark_reversed_in_hex_percent_entities_and_escapes(written: str) -> None:
    assert hits(f"x{written}y".encode())


def test_a_casebook_that_is_released_without_redaction_is_full_of_canaries(tmp_path: Path) -> None:
    with open_casebook(tmp_path / "cases") as casebook:
        make_casebook(casebook, 3)

    assert len(found_in(tmp_path / "cases")) > 10


def test_the_key_is_in_no_file_of_a_release(tmp_path: Path) -> None:
    out, _ = released(tmp_path, 4)

    for path in filter(Path.is_file, out.rglob("*")):
        assert KEY not in path.read_bytes()
        assert KEY.hex().encode() not in path.read_bytes()


def test_a_made_casebook_gives_records_of_every_kind(tmp_path: Path) -> None:
    with open_casebook(tmp_path / "cases") as casebook:
        make_casebook(casebook, 5)
        kinds = {type(each).__name__ for each in published_records(casebook.folder, POLICY, KEY)}

    assert len(kinds) == 10
