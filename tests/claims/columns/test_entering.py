"""A list's rows become accounts and claims, whatever its layout."""

from tests.claims.columns.lists import taken
from untold.claims.account import AccountDate
from untold.claims.claim import Party
from untold.claims.columns import Cells, Figure, Layout, RowDraft, accounts_from_list, one_table
from untold.claims.columns.ucdp import UCDP
from untold.reports.lists import read_list
from untold.reports.report import Passage


def read_row(cells: Cells) -> RowDraft:
    code = cells.needed("code", "the code of the incident")
    killed, children = cells.count("killed"), cells.count("children")
    figures = [Figure(("killed",), killed)] if killed else []
    figures += [Figure(("children",), children, demographic="children", part_of="killed")] if children else []
    day = cells.day("date")
    return RowDraft(
        codes=(code,) if code else (),
        date=AccountDate(day, day, "day"),
        figures=tuple(figures),
        evidence={"period": ("date",)},
    )


SMALL = Layout(
    name="small",
    source=Party(None, "A Monitor"),
    columns=("code", "date", "killed", "children"),
    entries=lambda listed: one_table(listed, ("code", "killed"), "small"),
    read=read_row,
)
LIST = b"code,date,killed,children\nS1,2016-03-14,3,1\nS2,2016-03-15,many,\nS3,2016-03-16,0,\nS1,2016-03-17,0-1,\n"


def test_every_claim_of_a_row_quotes_its_cells() -> None:
    listed = read_list("list.csv", LIST)
    found = accounts_from_list(listed, SMALL)

    for claim in found.claims:
        passages = [
            claim.quote,
            *(one for field in claim.evidence.values() for one in (field if isinstance(field, tuple) else (field,))),
        ]
        assert all(listed.report.text[one.start : one.end] == one.text for one in passages)
    assert [found_in.text for claim in found.claims if isinstance(found_in := claim.evidence["count"], Passage)] == [
        "3",
        "1",
        "0",
        "0-1",
    ]


def test_a_claim_quotes_its_number_alone_and_cells_side_by_side_as_one() -> None:
    header = "id,date_start,date_end,date_prec,where_prec,best,high,low,deaths_a,deaths_b\n"
    found = taken(UCDP, f"{header}7,2016-03-14,,1,1,3,5,2,,3\n".encode())

    assert [claim.quote.text for claim in found.claims] == ["3\t5\t2", "3"]


def test_a_claim_quotes_the_first_of_its_cells_where_others_stand_between() -> None:
    header = "id,low,date_start,date_end,date_prec,where_prec,best,high,deaths_b\n"
    found = taken(UCDP, f"{header}7,2,2016-03-14,,1,1,3,5,3\n".encode())

    assert [claim.quote.text for claim in found.claims] == ["3", "3"]


def test_a_second_row_of_one_code_is_an_account_of_its_own() -> None:
    found = accounts_from_list(read_list("list.csv", LIST), SMALL)

    assert [account.id for account in found.accounts] == ["small:S1", "small:S3", "small:S1#2"]


def test_a_part_names_its_whole() -> None:
    whole, part, *_ = accounts_from_list(read_list("list.csv", LIST), SMALL).claims

    assert part.part_of == whole.id
    assert part.rule == "column:small.children"


def test_a_bad_row_is_named_and_loses_no_other() -> None:
    (fault,) = accounts_from_list(read_list("list.csv", LIST), SMALL).faults

    assert str(fault) == "list.csv, row 3, column killed: 'many' is not a number of people"
