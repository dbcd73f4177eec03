"""A comparison in a terminal: quiet, exact, at eighty columns."""

from io import StringIO
from typing import Any

from rich.console import Console

from tests.tallies.comparison.test_on_scope import ALIKE, compared, round_up_compared
from tests.tallies.writing import SOHR, Draft, round_up
from untold.tallies.comparison import ScopeComparison
from untold.tallies.comparison.objects import ReportNamed, comparison_object
from untold.tallies.comparison.terminal import print_comparison


def printed(comparison: ScopeComparison, draft: Draft | None = None) -> str:
    out = StringIO()
    own = draft or round_up()
    reports = comparison_object(comparison, own.claims, [own.as_report()]).reports
    print_comparison(comparison, {each.id: each for each in reports}, Console(file=out, width=80))
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines())


def test_no_line_is_longer_than_eighty_columns() -> None:
    assert max(map(len, printed(round_up_compared()).splitlines())) <= 80


def test_numbers_stand_under_how_near_they_are_to_the_question() -> None:
    lines = printed(round_up_compared()).splitlines()

    order = ["On this scope", "       508–700  documented  Airwars", "On this scope, with a caveat"]
    order += ["           519  reported  Airwars", "           380  reported  SOHR", "Near it, and not the same"]
    order += ["            21  conceded  the White House", "at least 1,044  reported  Airwars", "What may be compared"]
    at = [lines.index(line) for line in order]
    assert at == sorted(at)


def test_each_number_is_shown_with_its_scope_and_its_sentence() -> None:
    text = " ".join(printed(round_up_compared()).split())

    assert "Syria · by the US-led coalition · in 18 months (2014-09-23 → 2016-03-23) · a period" in text
    assert "“SOHR counted 380 civilians in 18 months, 99 children and 67 women among them.”" in text
    assert "A round-up, 00aa00aa00aa00aa:" in text
    assert "508 / 380 = 1.337" in text


def test_a_refused_pair_names_what_to_compare_instead() -> None:
    text = " ".join(printed(round_up_compared()).split())

    assert "SOHR, reported: 380 · Airwars, reported: at least 1,044 not comparable" in text
    assert "different place: Syria, against Syria and Iraq" in text
    assert "compare instead: Airwars, reported: 519" in text


def test_earlier_snapshots_stand_beside_the_latest() -> None:
    drafts = [Draft("SOHR counted 380 civilians.", report=name * 16) for name in "abcde"]
    claims = [
        draft.claim("380 civilians", 380 - 10 * n, **{**ALIKE, "claimant": SOHR, "reader": "columns"})
        for n, draft in enumerate(drafts)
    ]
    from tests.tallies.comparison.counting_by_hand import AS_OF
    from tests.tallies.comparison.test_on_scope import ASKED
    from untold.tallies.comparison import compare_on_scope

    days = {draft.report: f"2016-03-{20 - n}" for n, draft in enumerate(drafts)}
    text = printed(compare_on_scope(ASKED, claims, as_of=AS_OF, published=days), drafts[0])

    assert "earlier: 370 (2016-03-19), 360 (2016-03-18), 350 (2016-03-17), 1 more" in " ".join(text.split())


def test_what_is_not_listed_is_counted() -> None:
    assert "5 other totals of the record speak of something else and are not listed." in printed(round_up_compared())


def test_a_comparison_of_nothing_says_so() -> None:
    assert "No number of the record bears on this scope." in printed(compared())


def test_hostile_words_do_not_reach_the_terminal() -> None:
    draft = Draft("\x1b[2J380 \u202edead[red]")
    alike: dict[str, Any] = {**ALIKE, "claimant": SOHR}
    draft.claim("380", 380, **alike)
    comparison = compared(*draft.claims)
    name = ReportNamed(draft.report, "\x1b]0;owned\x07", None, None, ("x",), "")
    out = StringIO()

    print_comparison(comparison, {draft.report: name}, Console(file=out, width=80))

    assert not set("\x1b\x07\u202e") & set(out.getvalue())
    assert "[red]" in out.getvalue()
