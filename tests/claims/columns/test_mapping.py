"""A mapping file describes anybody's list, and a first one is guessed."""

import datetime as dt

import pytest

from tests.reports.lists.test_opening import saved, workbook
from untold.claims.columns import FromList, accounts_from_list
from untold.claims.columns.mapping import layout_of
from untold.claims.columns.mapping_file import mapping_from
from untold.claims.columns.suggesting import suggest_mapping
from untold.codebook.counts import Count
from untold.codebook.errors import BrokenVocabulary, UnreadableReport
from untold.reports.lists import read_list

MAPPING = b"""
name = "vale-watch"
source = "Vale Watch"
dates = "dmy"
country = "SYR"
[columns]
code = "No."
date = "Day"
place = "Town"
means = "Weapon"
grade = "Sure?"
[words.grade]
yes = "confirmed"
[[counts]]
harm = "killed"
status = "civilian"
column = "Dead"
[[counts]]
harm = "killed"
status = "civilian"
demographic = "children"
low = "Children, least"
part_of = "Dead"
"""
LIST = b"""No.;Day;Town;Weapon;Sure?;Dead;Children, least
1;14.3.2016;Tal Zahra;car bomb;yes;0-1;
2;15.3.2016;Wadi Safir;=cmd;perhaps;at least 4;2
3;31.4.2016;Wadi Safir;;;5;
"""


def read(mapping: bytes = MAPPING, content: bytes = LIST) -> FromList:
    return accounts_from_list(read_list("l.csv", content), layout_of(mapping_from("m.toml", mapping)))


def test_a_mapped_row_is_an_account_like_any_other() -> None:
    first, second = read().accounts

    assert (first.id, first.date.start, first.place.country) == ("vale-watch:1", "2016-03-14", "SYR")
    assert (first.means, first.stated.grade) == ("ied", "confirmed")
    assert (second.means, second.stated.grade) == (None, None)


def test_mapped_counts_keep_their_bounds_and_their_whole() -> None:
    counts = read().claims

    assert [claim.count for claim in counts] == [Count.between(0, 1), Count.at_least(4), Count.at_least(2)]
    assert counts[2].part_of == counts[1].id


def test_faults_of_a_mapped_list_name_its_own_columns() -> None:
    assert [str(fault) for fault in read().faults] == [
        "l.csv, row 3, column Sure?: 'perhaps' is not a word of [words.grade] in the mapping",
        "l.csv, row 4, column Day: '31.4.2016' is not a date in the order dmy",
    ]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (b'name = "Vale Watch"', "is no slug"),
        (b"name = 1", "Expected `str`"),
        (b'nickname = "x"', "unknown field `nickname`"),
        (b'country = "XXX"', "no country 'XXX'"),
        (b"[columns]\nplanet = 'x'", "no field 'planet'"),
        (b"[words.grade]\na = 'sure'", "'sure' in \\[words.grade\\] is none of confirmed"),
        (b"[words.colour]\na = 'red'", "no field 'colour' in \\[words\\]"),
        (b"[[counts]]\nharm = 'killed'", "needs a column"),
        (b"[[counts]]\nharm = 'dead'", "Invalid enum value"),
    ],
    ids=["slug", "type", "field", "country", "column", "word", "words", "count", "harm"],
)
def test_a_mapping_that_says_what_nobody_reads_is_refused(line: bytes, why: str) -> None:
    head = b"" if line.startswith(b"name") else b"name = 'a'\n"
    columns = b"" if b"[columns]" in line else b"\n[columns]\n"
    with pytest.raises(BrokenVocabulary, match=why):
        mapping_from("m.toml", head + b"source = 'A'\n" + (line + columns if b"[" not in line else columns + line))


def test_a_mapping_that_is_no_toml_is_refused() -> None:
    with pytest.raises(UnreadableReport, match="is no mapping"):
        mapping_from("m.toml", b"name = ")


def test_a_column_that_the_file_lacks_is_named() -> None:
    with pytest.raises(UnreadableReport, match="has no column Weapon"):
        read(content=b"No.;Day;Town;Sure?;Dead;Children, least\n1;;;;;\n")


def test_a_suggested_mapping_reads_the_list_that_it_was_made_from() -> None:
    book = workbook(
        ("Notes", [["Read me"]]),
        (
            "Strikes",
            [
                ["Strike ID", "Date", "Location", "Minimum civilians killed", "Maximum civilians killed", "Mood"],
                ["B1", dt.date(2016, 3, 14), "Tal Zahra", 3, 5, "x"],
                ["B2", dt.date(2016, 3, 25), "Wadi Safir", 0, 0, 'a "quoted"\nword'],
            ],
        ),
    )
    listed = read_list("my list.xlsx", saved(book))
    suggested = suggest_mapping(listed, "my-list")
    found = accounts_from_list(listed, layout_of(mapping_from("m.toml", suggested.encode())))

    assert 'sheet = "Strikes"' in suggested
    assert "#   Mood: for example x" in suggested
    assert [(str(claim.count), claim.status) for claim in found.claims] == [("3–5", "civilian"), ("0", "civilian")]


@pytest.mark.parametrize(
    ("days", "order"),
    [(["13/04/2016", "01/02/2016"], "dmy"), (["04/13/2016"], "mdy"), (["2016-03-14"], "iso"), (["01/02/2016"], "dmy")],
    ids=["day first", "month first", "iso", "either"],
)
def test_the_order_of_a_date_is_told_by_the_dates(days: list[str], order: str) -> None:
    listed = read_list("l.csv", "\n".join(["id,date,place", *(f"{n},{day},x" for n, day in enumerate(days))]).encode())

    assert f'dates = "{order}"' in suggest_mapping(listed, "l")
