"""One series on the page: what it counts, its chart and key, what is told of it, and every snapshot."""

from collections.abc import Iterator, Mapping, Sequence

from untold.codebook.counts import Count
from untold.tallies.bounds import Bounds
from untold.tallies.checks.catalogue import GRAVEST_FIRST
from untold.tallies.checks.finding import Finding
from untold.tallies.ledger.page.markup import anchor, element, isolated, text
from untold.tallies.running.findings import findings_of
from untold.tallies.running.page.chart import chart, marks
from untold.tallies.running.page.phrases import Words
from untold.tallies.running.series import Series, Snapshot, Step
from untold.tallies.running.summary import Summary, ends, steps_by_day, summary_of

_NOTED = 6  # notes of the least severity that are shown at once
_KEY = {"line": "chart_line", "fall": "chart_fall", "differs": "chart_differs", "source": "chart_source",
        "restart": "chart_restart"}  # fmt: skip


def section(series: Series, by_id: Mapping[str, Series], words: Words) -> str:
    """Return one series as a section of the page."""
    return element(
        "section",
        element("h2", isolated(_whom(series, words))),
        element("p", *_what(series, words), class_="what"),
        _facts(series, summary_of(series, by_id), words),
        _figure(series, words),
        element("h3", text(words.say("told"))),
        _told(findings_of(series, by_id), words),
        _table(series, words),
        class_="series",
        id=anchor("s", series.id.replace(".", "-").replace("#", "-")),
    )


def _whom(series: Series, words: Words) -> str:
    """Return what befell whom: "killed, children", in the page's language."""
    parts = [words.of("harm", series.harm)]
    if series.status is not None:
        parts.append(words.of("status", series.status))
    if series.demographic is not None:
        parts.append(words.of("demographic", series.demographic))
    if series.affiliation is not None:
        parts.append(words.party(series.affiliation))
    return " \u00b7 ".join([*parts, *map(words.place, series.places)])


def _what(series: Series, words: Words) -> Iterator[str]:
    by = "estimated_by" if series.modality == "estimated" else "published_by"
    since = next((each.since for each in series.snapshots if each.since), None)
    parts = (
        words.say(by, name=words.party(series.source)),
        words.say("since", day=_ltr(since)) if since else "",
        (series.means or "").replace("_", " "),
        words.say("within", series=_ltr(series.whole)) if series.whole else "",
        series.id,
    )
    for n, part in enumerate(filter(None, parts)):
        yield (text(" \u00b7 ") if n else "") + isolated(part)


def _ltr(words: str) -> str:
    """Return a day or a slug that is read from left to right within a phrase of any language."""
    return f"\u200e{words}\u200e"


def _facts(series: Series, summary: Summary, words: Words) -> str:
    first, last = ends(series)
    verdicts = (f"{words.of('verdicts', verdict)}: {number:,}" for verdict, number in summary.verdicts.items())
    changes = {
        "of_source": summary.source_changes,
        "of_definition": summary.definition_changes,
        "of_hours": summary.hours_changes,
    }
    said = {
        "snapshots": _snapshots(summary, words),
        "days": _ltr(f"{first.day} \u2013 {last.day}"),
        "steps": " \u00b7 ".join(verdicts) or words.say("none"),
        "changes": " \u00b7 ".join(words.say(key, n=n) for key, n in changes.items() if n) or words.say("none"),
    }
    cells = (element("div", element("dt", text(words.say(key))), element("dd", isolated(said[key]))) for key in said)
    return element("dl", *cells, class_="header")


def _snapshots(summary: Summary, words: Words) -> str:
    if not summary.carried:
        return f"{summary.snapshots:,}"
    return words.say("snapshots_of", n=f"{summary.snapshots:,}", carried=f"{summary.carried:,}")


def _figure(series: Series, words: Words) -> str:
    first, last = ends(series)
    title = words.say(
        "chart",
        what=_whom(series, words),
        first=_count(first.count, words),
        first_day=first.day,
        last=_count(last.count, words),
        last_day=last.day,
    )
    drawn = chart(series, title=title)
    if not drawn:
        return ""
    kinds = [kind for kind in _KEY if kind == "line" or kind in marks(series)]
    key = element("ul", *(element("li", _sample(kind), text(words.say(_KEY[kind]))) for kind in kinds), class_="key")
    return element("figure", drawn, key)


def _sample(kind: str) -> str:
    """Return a mark as the chart draws it, for the key."""
    shapes = {"line": "M0 6 L16 6", "source": "M8 2 l0 8", "restart": "M8 0 l0 12"}
    is_dot = kind not in shapes
    path = element("path", d=shapes.get(kind, "M8 6 l0 0.001"), class_=f"dot {kind}" if is_dot else kind)
    return element("svg", path, class_="sample", viewBox="0 0 16 12", aria_hidden="true")


def _told(found: Sequence[Finding], words: Words) -> str:
    if not found:
        return element("p", text(words.say("nothing_told")), class_="empty")
    ordered = sorted(found, key=lambda each: GRAVEST_FIRST.index(each.severity))
    grave = [each for each in ordered if each.severity != "info"]
    notes = [each for each in ordered if each.severity == "info"]
    shown = element("ul", *(_finding(each, words) for each in (*grave, *notes[:_NOTED])), class_="checks")
    if len(notes) <= _NOTED:
        return shown
    summary = element("summary", text(words.say("more", n=f"{len(notes) - _NOTED:,}")))
    rest = element("ul", *(_finding(each, words) for each in notes[_NOTED:]), class_="checks")
    return shown + element("details", summary, rest, class_="more")


def _finding(found: Finding, words: Words) -> str:
    title = f"{words.of('rules', found.rule)}: {words.of('severity', found.severity)}"
    quoted = () if found.rule == "total_changes_source" else found.passages
    return element(
        "li",
        element("p", text(title), class_="title"),
        element("p", isolated(found.message, lang="en", dir="ltr")),
        element("p", *(element("span", isolated(f"\u201c{each.text}\u201d")) for each in quoted), class_="figures"),
        class_=f"check {found.severity}",
    )


def _table(series: Series, words: Words) -> str:
    heads = ("day", "total", "by", "grew", "counted", "rest", "verdict", "claim")
    head = element("tr", *(_head(key, words) for key in heads))
    to_day = steps_by_day(series)
    rows = "".join(_row(each, to_day.get(each.day), words) for each in series.snapshots)
    table = element("table", element("thead", head), element("tbody", rows), class_="days")
    label = words.say("table")
    scroll = element("div", table, class_="scroll", tabindex="0", role="region", aria_label=label)
    return element("details", element("summary", text(label)), scroll)


def _head(key: str, words: Words) -> str:
    numbers = {"class_": "n"} if key in {"total", "grew", "counted", "rest"} else {}
    return element("th", text(words.say(key)), scope="col", **numbers)


def _row(each: Snapshot, step: Step | None, words: Words) -> str:
    taken = None if each.is_carried else step
    verdict = words.of("verdicts", taken.verdict) if taken is not None else ""
    kind = "carried" if each.is_carried else taken.verdict if taken is not None else "first"
    return element(
        "tr",
        element("th", isolated(each.day), scope="row"),
        element("td", isolated(_count(each.count, words)), class_="n"),
        element("td", isolated(words.party(each.claimant))),
        *_numbers(taken),
        element("td", text(words.say("repeated") if each.is_carried else verdict)),
        element("td", isolated(", ".join(each.claims), dir="ltr"), class_="slug"),
        class_=kind,
    )


def _numbers(step: Step | None) -> Iterator[str]:
    for bounds in (None, None, None) if step is None else (step.difference, step.counted, step.residual):
        yield element("td", isolated(_bounds(bounds), dir="ltr"), class_="n")


def _bounds(bounds: Bounds | None) -> str:
    if bounds is None or (bounds.low is None and bounds.high is None):
        return ""
    if bounds.is_exact:
        return f"{bounds.low:,}".replace("-", "\u2212")
    ends_of = ("" if bound is None else f"{bound:,}".replace("-", "\u2212") for bound in (bounds.low, bounds.high))
    return "\u2026".join(ends_of)


def _count(count: Count, words: Words) -> str:
    return words.shared.count(count)
