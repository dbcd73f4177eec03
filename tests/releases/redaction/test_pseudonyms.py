"""Made-up ids are the same for the same thing under the same key, and lead nowhere without it."""

import stat
from pathlib import Path

import pytest

from untold.codebook.errors import CasebookError
from untold.releases.redaction.pseudonyms import KEY_BYTES, Pseudonyms, kept_key, release_key
from untold.reports.casebook import open_casebook

ONE, OTHER = Pseudonyms(bytes(32)), Pseudonyms(b"1" * 32)


def test_the_same_thing_has_the_same_id_in_every_release_under_one_key() -> None:
    assert ONE.id_of("claim", "r:1:0") == Pseudonyms(bytes(32)).id_of("claim", "r:1:0")


def test_kinds_parts_and_keys_give_other_ids() -> None:
    ids = {
        ONE.id_of("claim", "r", "1"),
        ONE.id_of("claim", "r1"),
        ONE.id_of("report", "r", "1"),
        OTHER.id_of("claim", "r", "1"),
    }

    assert len(ids) == 4


def test_an_id_has_eighty_bits_and_its_mark() -> None:
    made = ONE.id_of("claim", "r")

    assert made.startswith("p-")
    assert len(bytes.fromhex(made[2:])) == 10


def test_a_code_looks_like_a_code() -> None:
    assert ONE.code_of("U-QVRU3E6Z").startswith("U-")
    assert len(ONE.code_of("U-QVRU3E6Z")) == 14
    assert ONE.code_of("U-QVRU3E6Z") != OTHER.code_of("U-QVRU3E6Z")


def test_a_proof_of_words_needs_the_key() -> None:
    assert ONE.proof_of("words") == Pseudonyms(bytes(32)).proof_of("words")
    assert ONE.proof_of("words") != OTHER.proof_of("words")
    assert len(ONE.proof_of("words")) == len("hmac-sha256:") + 64
    assert ONE.proof_of("a lone \ud800")


def test_a_short_key_is_refused_and_none_is_shown() -> None:
    with pytest.raises(ValueError, match="a key of 31 bytes; it needs 32"):
        Pseudonyms(bytes(31))
    assert repr(Pseudonyms(b"secret" * 6)) == "Pseudonyms(withheld)"


def test_a_casebook_keeps_its_first_key_readable_by_its_owner_alone(tmp_path: Path) -> None:
    with open_casebook(tmp_path / "cases") as casebook:
        first = release_key(casebook, b"a" * KEY_BYTES)
        second = release_key(casebook, b"b" * KEY_BYTES)

    assert first == second == b"a" * KEY_BYTES == kept_key(tmp_path / "cases")
    assert stat.S_IMODE((tmp_path / "cases" / "release.key").stat().st_mode) == 0o600


def test_a_key_that_could_be_tried_out_is_never_kept(tmp_path: Path) -> None:
    with open_casebook(tmp_path / "cases") as casebook, pytest.raises(ValueError, match="it needs 32"):
        release_key(casebook, b"short")

    assert not (tmp_path / "cases" / "release.key").exists()


def test_a_casebook_without_a_key_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(CasebookError, match=r"has no release\.key; make a release from it first"):
        kept_key(tmp_path)


@pytest.mark.parametrize("content", ["zz", "00", "é"])
def test_a_broken_key_is_refused_without_repeating_it(tmp_path: Path, content: str) -> None:
    (tmp_path / "release.key").write_text(content, "utf-8")

    with pytest.raises(CasebookError) as refused:
        kept_key(tmp_path)

    assert "holds no key; restore it from a backup" in str(refused.value)
    assert content not in str(refused.value).removeprefix(str(tmp_path))
