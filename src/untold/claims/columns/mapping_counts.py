"""The numbers of a row as a mapping file understands them: of whom, by whose account, and for what time."""

from collections.abc import Iterator

from untold.claims.account import AccountDate
from untold.claims.claim import Party
from untold.claims.columns.cells import Cells
from untold.claims.columns.covering import Coverage, period_of
from untold.claims.columns.layout import Figure
from untold.claims.columns.mapping_file import NAMES, ColumnMapping, CountColumns
from untold.claims.columns.parties import party
from untold.codebook.counts import Count
from untold.reports.lists import column_key


def claimant_of(mapping: ColumnMapping, cells: Cells) -> Party | None:
    """Return whom the row quotes, null where it is the list itself: by the mapping's words, else as worded."""
    word = _claimant_word(mapping, cells)
    if word is None:
        return None
    words = {column_key(each): name for each, name in mapping.words.get(NAMES, {}).items()}
    if words and column_key(word) not in words:
        cells.doubt(mapping.columns[NAMES], f"a word of [words.{NAMES}] in the mapping")
    name = words.get(column_key(word), word)
    return party(name) if name else None


def figures_of(mapping: ColumnMapping, cells: Cells, days: AccountDate) -> Iterator[Figure]:
    """Yield every number that the row states; `days` are the row's."""
    row = _coverage(mapping, cells, days)
    for one in mapping.counts:
        count = _count(one, cells)
        if count is not None:
            yield _figure(mapping, cells, one, count, row)


def _coverage(mapping: ColumnMapping, cells: Cells, days: AccountDate) -> Coverage:
    column = mapping.columns.get("hours")
    word = _claimant_word(mapping, cells)
    is_carried = word is not None and column_key(word) in map(column_key, mapping.carried)
    return Coverage(days, None if column is None else cells.whole(column), is_carried)


def _figure(mapping: ColumnMapping, cells: Cells, one: CountColumns, count: Count, row: Coverage) -> Figure:
    is_own = one.claimant is not None or one.modality == "estimated"
    # A row that repeats an earlier report says so of the numbers it quotes, not of those with a source of their own.
    covered = Coverage(row.days, row.hours) if is_own else row
    return Figure(
        one.columns,
        count,
        harm=one.harm,
        status=one.status,
        demographic=one.demographic,
        affiliation=None if one.affiliation is None else party(one.affiliation),
        part_of=one.part_of,
        modality=one.modality,
        claimant=party(one.claimant or mapping.source) if is_own else None,
        evidence=dict(_evidence(mapping, one, has_claimant=not is_own)),
        note=one.note,
        scope=one.scope,
        period=period_of(one, covered, _since(mapping, one, cells)),
        means=one.means,
    )


def _since(mapping: ColumnMapping, one: CountColumns, cells: Cells) -> str | None:
    """Return the first day that a running total holds, null where the mapping does not know the row's definition."""
    if isinstance(one.since, dict):
        word = column_key(cells.text(one.definition or "") or "")
        return {column_key(each): day for each, day in one.since.items()}.get(word)
    return one.since or mapping.since


def _evidence(
    mapping: ColumnMapping, one: CountColumns, *, has_claimant: bool
) -> Iterator[tuple[str, tuple[str, ...]]]:
    if has_claimant and NAMES in mapping.columns:
        yield NAMES, (mapping.columns[NAMES],)
    if one.scope != "incident" and "hours" in mapping.columns:
        yield "hours", (mapping.columns["hours"],)
    if one.definition is not None:
        yield "definition", (one.definition,)


def _claimant_word(mapping: ColumnMapping, cells: Cells) -> str | None:
    column = mapping.columns.get(NAMES)
    return None if column is None else cells.text(column)


def _count(one: CountColumns, cells: Cells) -> Count | None:
    if one.column is not None:
        return cells.count(one.column)
    if one.low is not None and one.high is not None:
        return cells.between(one.low, one.high)
    bound = cells.count(one.low or one.high or "")
    if bound is None or bound.stated is None:
        return bound
    return Count.at_least(bound.stated) if one.low else Count.at_most(bound.stated)
