"""Tables show every field of their records, and describe each column."""

import re
from typing import get_args, get_type_hints

import pytest

from untold.codebook.errors import BrokenVocabulary
from untold.releases.published import TABLES, PublishedSource
from untold.releases.tables import SHAPES
from untold.releases.tables.shape import Shape, described, shape_of

_BY_NAME = {shape.name: shape for shape in SHAPES}
# Numbers that measure nothing.
_WITHOUT_UNIT = {"number", "sign_offs", "confidence"}


@pytest.mark.parametrize("name", TABLES)
def test_every_record_that_may_leave_has_its_table(name: str) -> None:
    assert _BY_NAME[name].record is TABLES[name][0]


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_the_dictionary_describes_no_column_that_is_not_there(shape: Shape) -> None:
    assert set(described(shape.name)) <= {column.name for column in shape.columns}


def test_a_field_that_nobody_described_is_refused() -> None:
    with pytest.raises(BrokenVocabulary, match="table reports has no words for the column name"):
        shape_of("reports", PublishedSource, order=("id",))


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_every_column_says_what_it_means(shape: Shape) -> None:
    for column in shape.columns:
        assert re.fullmatch(r"[A-Z].{10,}\.", column.description), column.name


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_every_column_has_a_tag_of_hxl_of_its_own(shape: Shape) -> None:
    tags = [column.hxl or "" for column in shape.columns]

    assert [tag for tag in tags if not re.fullmatch(r"#[a-z][a-z0-9_]*(\+[a-z][a-z0-9_]*)*", tag)] == []
    assert len(set(tags)) == len(tags)


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_a_key_is_never_null_and_a_reference_leads_to_a_column_that_is_one(shape: Shape) -> None:
    columns = {column.name: column for column in shape.columns}

    assert all(columns[name].is_required for name in shape.key)
    for each in shape.references:
        assert each.column in columns
        assert _BY_NAME[each.table].key == (each.key,)


@pytest.mark.parametrize("name", TABLES)
def test_a_cell_may_be_null_exactly_where_the_field_may(name: str) -> None:
    hints = get_type_hints(TABLES[name][0])

    for column in _BY_NAME[name].columns:
        if column.name in hints and column.type != "array":
            assert column.is_required is (type(None) not in get_args(hints[column.name])), column.name


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_numbers_that_measure_something_name_their_unit(shape: Shape) -> None:
    measures = [column for column in shape.columns if column.type in {"integer", "number"}]

    assert [each.name for each in measures if each.unit is None and each.name not in _WITHOUT_UNIT] == []
