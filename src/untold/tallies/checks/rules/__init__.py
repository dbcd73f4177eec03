"""The rules over a whole record: each looks at one thing, and yields what it finds there.

A rule is a function of the record alone. It is silent where it knows too
little: a finding that is wrong costs a reviewer more than one that is missing.
"""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from untold.tallies.checks.finding import Finding
from untold.tallies.checks.rules.apart import check_contradictions
from untold.tallies.checks.rules.borders import check_borders
from untold.tallies.checks.rules.calendar_days import (
    check_backwards,
    check_defaults,
    check_future,
    check_lone_years,
)
from untold.tallies.checks.rules.campaigns import check_campaigns
from untold.tallies.checks.rules.cells import check_cells
from untold.tallies.checks.rules.codes import check_codes, check_rows
from untold.tallies.checks.rules.holding import check_pointers, check_quotes, check_rejected
from untold.tallies.checks.rules.incident_numbers import (
    check_concessions,
    check_demographics,
    check_groups_of_incidents,
    check_persons,
)
from untold.tallies.checks.rules.ledgers import check_allegations, check_ledgers
from untold.tallies.checks.rules.magnitude import check_magnitude, check_years_as_numbers
from untold.tallies.checks.rules.points import check_points
from untold.tallies.checks.rules.positions import check_positions
from untold.tallies.checks.rules.printed import check_printed
from untold.tallies.checks.rules.publication import check_capture, check_publication
from untold.tallies.checks.rules.repeats_of_record import check_counted_twice, check_sentences
from untold.tallies.checks.rules.statements import check_statements
from untold.tallies.checks.rules.sums import check_sums
from untold.tallies.checks.rules.totals_over_time import check_totals_over_time
from untold.tallies.checks.rules.windows_of_accounts import check_windows_of_accounts
from untold.tallies.checks.rules.years import check_years
from untold.tallies.checks.whole_record import WholeRecord

Finder = Callable[[WholeRecord], Iterator[Finding]]

_SUMS = ("parts_sum", "part_above_whole", "groups_sum", "restatement", "period_in_period", "two_numbers")
_TOTALS = (
    "total_falls",
    "total_differs",
    "total_jumps",
    "total_restarts",
    "total_changes_source",
    "total_moves_unreported",
    "two_totals",
    "part_above_whole",
    "part_outgrows_whole",
    "total_told_otherwise",
)
# Each function with the rules of which it may yield a finding, so that one rule alone can be asked for.
FINDERS: Mapping[Finder, tuple[str, ...]] = MappingProxyType(
    {
        check_sums: _SUMS,
        check_printed: ("printed_total",),
        check_cells: ("low_above_high",),
        check_demographics: ("demographics_above_civilians",),
        check_groups_of_incidents: ("group_above_total",),
        check_concessions: ("conceded_above_recorded",),
        check_persons: ("persons_above_count",),
        check_magnitude: ("ten_times_higher",),
        check_years_as_numbers: ("number_is_a_year",),
        check_future: ("date_in_future",),
        check_defaults: ("default_date",),
        check_lone_years: ("lone_year",),
        check_backwards: ("dates_backwards",),
        check_publication: ("date_after_publication",),
        check_capture: ("date_after_capture",),
        check_years: ("year_slip",),
        check_statements: ("year_slip", "grid_far_from_incident", "code_contradicted"),
        check_windows_of_accounts: ("month_for_a_day",),
        check_campaigns: ("before_campaign",),
        check_borders: ("outside_country", "outside_governorate", "point_nowhere"),
        check_points: ("one_point_many_places",),
        check_contradictions: ("days_apart", "places_apart", "counts_apart", "actors_apart"),
        check_codes: ("code_far_apart", "row_twice"),
        check_rows: ("row_twice",),
        check_counted_twice: ("counted_twice",),
        check_sentences: ("sentence_twice", "copy_changed"),
        check_totals_over_time: _TOTALS,
        check_ledgers: ("ledger_unbalanced",),
        check_allegations: (
            "answer_before_allegation",
            "allegation_before_harm",
            "date_in_future",
            "grid_far_from_incident",
        ),
        check_positions: ("grade_without_concession",),
        check_quotes: ("misquoted",),
        check_pointers: ("rests_on_nothing",),
        check_rejected: ("rests_on_rejected",),
    }
)
