"""The numbers of the page: each with its adjective, its voice, its scope, and the sentence or incidents behind it."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from untold.tallies.comparison.figure import Figure, ScopeComparison
from untold.tallies.comparison.objects import ReportNamed
from untold.tallies.comparison.page.words import facts_list, mixed
from untold.tallies.comparison.phrases import actors, days_of, grades, people, place, whose, words_of
from untold.tallies.comparison.phrases.notes import asked_people, notes, number, report_line
from untold.tallies.ledger.page.markup import anchor, element, isolated, text
from untold.tallies.ledger.phrases import Phrases

_SCALE = 1000  # the width of a bar, in units of its drawing
_MARK = 8  # the width of one number on it


def items_block(comparison: ScopeComparison, reports: Mapping[str, ReportNamed], phrases: Phrases) -> str:
    """Return the numbers of a comparison, under how near they are to the question."""
    if not comparison.items:
        return element("p", text(phrases.say("comparison", "no_items")), class_="empty", id="numbers")
    top = [figure for figure in comparison.items if figure.of is None]
    groups = groupby(top, key=lambda figure: figure.verdict)
    blocks = (_group(verdict, tuple(figures), comparison, reports, phrases) for verdict, figures in groups)
    return element("div", *blocks, id="numbers")


def _group(
    verdict: str,
    figures: Sequence[Figure],
    comparison: ScopeComparison,
    reports: Mapping[str, ReportNamed],
    phrases: Phrases,
) -> str:
    own = {figure.of: figure for figure in comparison.items if figure.of is not None}
    shown = [each for figure in figures for each in (figure, own.get(figure.id)) if each is not None]
    listed = element("ol", *(_item(each, comparison, reports, phrases) for each in shown), class_="items")
    return element("section", element("h2", text(phrases.say("comparison", verdict))), listed, class_=verdict)


def _item(figure: Figure, comparison: ScopeComparison, reports: Mapping[str, ReportNamed], phrases: Phrases) -> str:
    by_id = {each.id: each for each in comparison.items}
    adjective = element(
        "span", text(phrases.say("adjective", figure.adjective)), class_=f"adjective {figure.adjective}"
    )
    voice = element("p", element("strong", isolated(whose(figure, phrases))), " ", adjective, class_="voice")
    body = element(
        "div",
        voice,
        _bar(figure, comparison),
        facts_list(list(_facts(figure, comparison, phrases))),
        *(element("p", mixed(note), class_="rests") for note in notes(figure, by_id, phrases)),
        _reasons(figure.reasons),
        _sentence(figure, reports),
        _codes(figure, phrases),
    )
    count = element("p", isolated(number(figure, phrases)), class_="count")
    depth = " depth-1" if figure.of is not None else ""
    return element("li", count, body, class_=f"item{depth}", id=anchor("f", figure.id), tabindex="-1")


def _facts(figure: Figure, comparison: ScopeComparison, phrases: Phrases) -> Iterator[str]:
    scope = figure.scope
    who = people(scope, phrases)
    yield who if who != asked_people(comparison.scope, phrases) else ""
    yield place(scope, phrases)
    yield actors(scope, phrases)
    words, days = words_of(scope), days_of(scope, phrases)
    yield words
    yield days if words or days else phrases.say("fact", "no_time")
    yield grades(scope, phrases)
    yield phrases.say("fact", scope.extent)


def _bar(figure: Figure, comparison: ScopeComparison) -> str:
    """Return a bar from the least to the most on the scale of all, or nothing for what may not be laid beside them."""
    longest = max((bound for each in comparison.items for bound in _ends(each)), default=0)
    ends = _ends(figure)
    if not ends or not longest or figure.verdict == "not_comparable":
        return ""
    start, end = (round(_SCALE * bound / longest) for bound in (min(ends), max(ends)))
    mark = element("rect", x=str(min(start, _SCALE - _MARK)), y="0", width=str(max(end - start, _MARK)), height="8")
    line = element("rect", x="0", y="3", width=str(start), height="2", class_="stem")
    size = {"viewBox": f"0 0 {_SCALE} 8", "preserveAspectRatio": "none"}
    return element("svg", line, mark, class_="bar", aria_hidden="true", **size)


def _ends(figure: Figure) -> list[int]:
    bounds = (figure.low, figure.high, figure.known_high, figure.count.stated)
    return [bound for bound in bounds if bound is not None] if figure.verdict != "not_comparable" else []


def _reasons(reasons: Sequence[str]) -> str:
    if not reasons:
        return ""
    return element("ul", *(element("li", isolated(reason)) for reason in reasons), class_="why", lang="en")


def _sentence(figure: Figure, reports: Mapping[str, ReportNamed]) -> str:
    if figure.passage is None:
        return ""
    quote = element("blockquote", isolated(figure.passage.text))
    return quote + element("p", isolated(report_line(figure, reports.get(figure.report or ""))), class_="from")


def _codes(figure: Figure, phrases: Phrases) -> str:
    """Return the codes of the incidents behind a tally, folded away."""
    if figure.tally is None or not figure.tally.codes:
        return ""
    summary = element("summary", text(phrases.say("comparison", "codes")))
    return element("details", summary, element("p", isolated(" ".join(figure.tally.codes)), class_="codes"))
