"""A lowest number above the highest, in the cells of one row.

An import takes such a row, concludes nothing from the two cells, and says so
once. The doubt belongs into the record, where the next person sees it.
"""

from collections.abc import Iterator

from untold.claims.claim import CELLS_READER, Claim
from untold.claims.columns.quantities import digits_of
from untold.reports.report import Passage
from untold.tallies.checks.finding import Finding, identified
from untold.tallies.checks.whole_record import WholeRecord
from untold.tallies.checks.words import field_passages, subject

_TWO, _THREE = 2, 3


def check_cells(record: WholeRecord) -> Iterator[Finding]:
    """Yield the claims of lists whose cells give a minimum above its maximum, or a best number outside of both."""
    for claim in record.claims.values():
        if claim.reader == CELLS_READER and claim.count.qualifier == "vague":
            cells = field_passages(claim, "count")
            numbers = [digits_of(each.text) for each in cells]
            ordered = _in_order(claim, numbers)
            if ordered is not None and ordered != sorted(ordered):
                yield _finding(record, claim, cells, ordered)


def _in_order(claim: Claim, numbers: list[int | None]) -> list[int] | None:
    """Return the numbers of a row from the lowest to the highest as its columns mean them; null where one is missing.

    Two columns are a minimum and a maximum; UCDP's three are best, low and high.
    """
    known = [each for each in numbers if each is not None]
    if len(known) != len(numbers):
        return None
    if len(known) == _THREE and claim.rule.endswith(".best"):
        best, low, high = known
        return [low, best, high]
    return known if len(known) == _TWO else None


def _finding(record: WholeRecord, claim: Claim, cells: tuple[Passage, ...], numbers: list[int]) -> Finding:
    account = record.account_of.get(claim.id)
    column = claim.rule.rpartition(".")[2]
    words = " to ".join(f"{each:,}" for each in numbers)
    found = Finding(
        "",
        "low_above_high",
        "error",
        f"{account or claim.id}, column {column} and those beside it: from the lowest to the highest, {words}.",
        claims=(claim.id,),
        accounts=() if account is None else (account,),
        stated=numbers[0],
        expected=numbers[-1],
        residual=numbers[0] - numbers[-1] if len(numbers) == _TWO else None,
        unit="people",
        passages=cells,
    )
    return identified(found, subject(record, claim), numbers)
