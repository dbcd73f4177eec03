"""A policy is refused whole for one key that there is not or one impossible value, in one line that names both."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from untold.codebook.errors import BrokenPolicy
from untold.codebook.vocabularies import geo_crosswalk
from untold.releases.redaction.policy_file import KEYS, policy_over, read_policy, standard_policy


def test_a_policy_says_only_what_it_does_otherwise() -> None:
    own = policy_over({"small_cells": {"below": 5}})

    assert own.small_cells.below == 5
    assert own.squares == standard_policy().squares
    assert own.states == standard_policy().states


def test_a_file_is_read_as_utf_8(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text('name = "نا"\n[protected]\nsources = ["شبكة الجزيرة"]\n', "utf-8")

    own = read_policy(tmp_path / "own.toml")

    assert own.name == "نا"
    assert own.is_protected(None, "شبكة الجزيره")


@pytest.mark.parametrize("content", [b"name = ", b'name = "\xff"'])
def test_a_file_that_is_no_toml_is_refused_by_its_name(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "own.toml").write_bytes(content)

    with pytest.raises(BrokenPolicy, match=r"own\.toml: the file is .*expected TOML in UTF-8"):
        read_policy(tmp_path / "own.toml")


@pytest.mark.parametrize(
    ("own", "message"),
    [
        ({"label": "x"}, "policy: label is 'x'; expected no such key; one of name, "),
        ({"places": {"squaers": {}}}, "places.squaers is {}; expected no such key; one of squares"),
        ({"places": {"squares": {"hamlet": 1}}}, "places.squares.hamlet is 1; expected no such key; one of exact_"),
        ({"places": {"squares": {"city": 0.02}}}, "places.squares.city is 0.02; expected 0 for no point, or 0.001"),
        ({"places": {"squares": {"city": "0.01"}}}, "places.squares.city is '0.01'"),
        ({"places": {"squares": {"city": True}}}, "places.squares.city is True"),
        ({"places": {"squares": 1}}, "places.squares is 1; expected a table of keys"),
        ({"incidents": {"states": ["withdrawn"]}}, "incidents.states is ['withdrawn']; expected a list of some of"),
        ({"incidents": {"states": "published"}}, "incidents.states is 'published'"),
        ({"incidents": {"drafts_before_review": 1}}, "incidents.drafts_before_review is 1; expected true or false"),
        ({"claims": {"named": "some"}}, "claims.named is 'some'; expected one of listed, unnamed, named"),
        ({"passages": {"in_doubt": ["withhold"]}}, "passages.in_doubt is ['withhold']; expected one of"),
        ({"protected": {"sources": [1]}}, "protected.sources is [1]; expected a list of words"),
        ({"protected": {"label": " "}}, "protected.label is ' '; expected a word or two"),
        ({"small_cells": {"below": -1}}, "small_cells.below is -1; expected a whole number from 0 to 100"),
        ({"small_cells": {"below": 101}}, "small_cells.below is 101"),
        ({"small_cells": {"below": True}}, "small_cells.below is True"),
        ({"small_cells": {"harms": ["death"]}}, "small_cells.harms is ['death']; expected a list of some of killed"),
        ({"addresses": {"kept_parameters": {"a.org": "id"}}}, "addresses.kept_parameters.a.org is 'id'"),
        ({"fields": {"withhold": ["claims.sentence"]}}, "fields.withhold is 'claims.sentence'; expected a table"),
        ({"fields": {"withhold": ["people.name"]}}, "fields.withhold is 'people.name'; expected a table and a column"),
        ({"fields": {"withhold": ["claims.id"]}}, "fields.withhold is 'claims.id'; expected a column that"),
        ({"fields": {"withhold": ["ranges.status"]}}, "fields.withhold is 'ranges.status'; expected a column that can"),
        ({"reasons": {"public": ""}}, "reasons.public is ''"),
    ],
)  # fmt: skip
def test_a_broken_policy_is_refused_in_one_line_that_names_key_and_value(own: dict[str, Any], message: str) -> None:
    with pytest.raises(BrokenPolicy) as refused:
        policy_over(own)

    assert message in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_long_value_is_cut_in_the_message() -> None:
    with pytest.raises(BrokenPolicy) as refused:
        policy_over({"name": ["x" * 500]})

    assert len(str(refused.value)) < 140
    assert refused.value.value == ["x" * 500]
    assert (refused.value.origin, refused.value.key, refused.value.expected) == ("policy", "name", "a word or two")


@pytest.mark.parametrize("most", [0, 100])
def test_the_edges_of_a_small_cell_are_allowed(most: int) -> None:
    assert policy_over({"small_cells": {"below": most}}).small_cells.below == most


def test_every_key_of_a_policy_is_documented() -> None:
    page = (Path(__file__).parents[3] / "docs" / "redaction.md").read_text("utf-8")

    assert [key for key in KEYS if f"`{key}`" not in page] == []


def test_every_rung_of_the_ladder_has_a_square_and_so_has_a_point_of_which_nobody_says_how_exact_it_is() -> None:
    assert set(standard_policy().squares) == {*geo_crosswalk(), "unstated"}


def test_the_shipped_policy_publishes_no_point_finer_than_a_kilometre() -> None:
    assert min(standard_policy().squares.values()) == Decimal("0.01")


def test_the_shipped_policy_releases_only_what_is_published_once_anybody_reviews() -> None:
    assert standard_policy().states == ("published",)
    assert standard_policy().drafts_before_review


def test_parameters_of_addresses_are_kept_by_host() -> None:
    own = policy_over({"addresses": {"kept_parameters": {"news.example.org": ["id"]}}})

    assert own.kept_parameters == {"news.example.org": ("id",)}


@pytest.mark.parametrize(
    ("source_id", "name", "is_protected"),
    [
        ("sohr", None, True), (None, "the WATCH of Alder", False), (None, "Watch  of-Alder", True), ("x", "y", False),
        (None, None, False),
    ],
)  # fmt: skip
def test_a_source_is_protected_by_its_slug_or_by_any_spelling_of_its_name(
    source_id: str | None, name: str | None, *, is_protected: bool
) -> None:
    own = policy_over({"protected": {"sources": ["sohr", "Watch of Alder"]}})

    assert own.is_protected(source_id, name) == is_protected
