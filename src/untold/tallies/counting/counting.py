"""Counting: every tally of a record by one implementation, over Arrow, Parquet or both, with DuckDB.

A published total is computed in a spreadsheet, its table by month in another,
and the map in a third; no two agree. Here each number is one query over one
set of tables, and what stands behind a cell is found by the same conditions.
"""

from collections.abc import Sequence
from types import TracebackType
from typing import Any, Self

import pyarrow as pa

from untold.tallies.counting.behind import behind_rows
from untold.tallies.counting.cells import tallies_in
from untold.tallies.counting.engine import Engine
from untold.tallies.counting.fields import Asked
from untold.tallies.counting.incidents import CountedIncident, counted_incidents
from untold.tallies.counting.measures import Measure, made_measure
from untold.tallies.counting.question import Question, cells_question, left_out_question
from untold.tallies.counting.reranging import ranges_for
from untold.tallies.counting.sensitivity import Without, sensitivity
from untold.tallies.tables.record import Tables
from untold.tallies.tally import Dimension, LeftOut, NamedPeriod, Tally, TallyScope, TallyTable, Window


class Counting:
    """A record that is counted: `count` for numbers, `behind` for what they rest on; a context manager.

    `as_of` is the ISO date on which the record was as counted; `periods` are
    the windows that the field `period` names.
    """

    def __init__(self, tables: Tables, *, as_of: str, periods: Sequence[NamedPeriod] = ()) -> None:
        self._tables = tables
        self._as_of = as_of
        self._periods = tuple(periods)
        self._engine = Engine(tables)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._engine.__exit__(kind, error, at)

    def count(self, scope: TallyScope, by: Sequence[Dimension] = ()) -> TallyTable:
        """Return the tally of a scope, and its cells by some fields; without codes and claims, which `behind` finds.

        An incident counts once in the total, and once in each cell whose value
        it bears. A field of the range (status, demographic, source) cuts the
        numbers themselves. Raises `ValueError` for the field `period` where no
        period is named.
        """
        (total,) = self._tallies(Asked(scope, (), self._periods))
        cells = self._tallies(Asked(scope, tuple(by), self._periods)) if by else ()
        return TallyTable(total, tuple(by), tuple(cells), self._left_out(scope))

    def cells(self, scope: TallyScope, by: Sequence[Dimension] = ()) -> pa.Table:
        """Return the cells as a table of Arrow: `key_0` and on, then the sums; for tables too large to be looked at."""
        asked = Asked(scope, tuple(by), self._periods)
        question = cells_question(asked, self._measure(asked))
        return self._answer(question)

    def behind(self, table: TallyTable) -> TallyTable:
        """Return the table with the codes of the incidents behind its total and each cell, and the claims."""
        (total,) = self._with_evidence((table.total,), Asked(table.total.scope, (), self._periods))
        cells = self._with_evidence(table.cells, Asked(table.total.scope, table.by, self._periods))
        return TallyTable(total, table.by, tuple(cells), table.left_out)

    def behind_cell(self, cell: Tally) -> Tally:
        """Return one cell with the codes of its incidents and the claims behind it."""
        asked = Asked(cell.scope, tuple(field for field, _ in cell.by), self._periods)
        (found,) = self._with_evidence((cell,), asked)
        return found

    def incidents(self, scope: TallyScope) -> tuple[CountedIncident, ...]:
        """Return the incidents of a scope, each with its own range and the claims behind it, the earliest first."""
        asked = Asked(scope)
        return counted_incidents(self._engine, asked, self._measure(asked), self._ranges(asked))

    def sensitivity(self, scope: TallyScope) -> tuple[Without, ...]:
        """Return the total of a scope without each of its sources, who moves it most first."""
        total = self.count(scope).total
        return sensitivity(self._engine, self._tables, total, self._measure(Asked(scope)))

    def _tallies(self, asked: Asked) -> tuple[Tally, ...]:
        question = cells_question(asked, self._measure(asked))
        return tallies_in(self._answer(question), asked, self._tables.rule, self._as_of)

    def _with_evidence(self, tallies: Sequence[Tally], asked: Asked) -> tuple[Tally, ...]:
        if not tallies:
            return ()
        measure = self._measure(asked)
        return behind_rows(self._engine, tallies, asked, measure, self._ranges(asked))

    def _left_out(self, scope: TallyScope) -> LeftOut:
        if scope.window == Window():
            return LeftOut(None, None)
        question = left_out_question(Asked(scope))
        self._engine.load(*question.tables)
        ((undated, straddling),) = self._engine.ask(question.sql, question.values)
        return LeftOut(undated, straddling)

    def _measure(self, asked: Asked) -> Measure:
        """Return a question's measure, made where no question has asked for it yet."""
        return made_measure(self._engine, asked, self._ranges(asked))

    def _ranges(self, asked: Asked) -> str:
        """Return the name of the ranges that a question is asked of: the record's, or those of fewer sources."""
        return ranges_for(self._engine, self._tables, asked)

    def _answer(self, question: Question) -> Any:
        self._engine.load(*question.tables)
        return self._engine.columns(question.sql, question.values)
