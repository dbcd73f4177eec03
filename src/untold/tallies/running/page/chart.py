"""A running total drawn as a line: what it was on each reported day, where it falls, and where it is another count.

The picture is made of markup and needs no script. Its labels are letters of
the page's own size, whatever the width; only the line is stretched. Everything
that it shows stands in the table beside it.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from untold.tallies.ledger.page.markup import element
from untold.tallies.running.page.scales import Scale, heights, months
from untold.tallies.running.series import Series, Snapshot, Step
from untold.tallies.running.steps import steps

_GRID = 1000  # units of the plot, each way
_HEIGHT = 240  # pixels, with the labels at the foot
_PLOT = 192  # pixels, without them
_TOP = 18  # pixels above it, for the number of the highest line
_FEW = 60  # snapshots up to which each is a dot
_SHORT = 0.12  # of the width, within which two labels at the foot would touch
_MONTHS_IN_FULL = 400  # days up to which a label names the month beside the year


def chart(series: Series, *, title: str) -> str:
    """Return the chart of a series as SVG, `title` its words; nothing where there are no two snapshots to draw."""
    drawn = [each for each in series.snapshots if not each.is_carried and _value(each) is not None]
    if len(drawn) < 2:  # noqa: PLR2004 - a line has two ends
        return ""
    across = Scale(_ordinal(drawn[0].day), _ordinal(drawn[-1].day))
    levels = heights(max(_value(each) or 0 for each in drawn))
    up = Scale(0, levels[-1])
    taken = steps(series)
    size = {"width": "100%", "height": str(_HEIGHT), "direction": "ltr"}
    return element(
        "div",
        element("svg", *_lines_across(levels, up), class_="frame", **size),
        element("svg", *_days(drawn, across), _plot(drawn, taken, across, up), class_="inset", **size),
        class_="chart",
        role="img",
        dir="ltr",
        aria_label=title,
    )


def marks(series: Series) -> frozenset[str]:
    """Return the kinds of marks that the chart of a series has, for its key."""
    taken = steps(series)
    return frozenset([*(name for step in taken for name in _kinds(step))])


def _kinds(step: Step) -> Iterator[str]:
    if step.verdict == "falls":
        yield "fall"
    if step.verdict == "differs":
        yield "differs"
    if step.verdict == "restarts":
        yield "restart"
    if "source" in step.breaks:
        yield "source"


def _lines_across(levels: Sequence[int], up: Scale) -> Iterator[str]:
    for level in levels:
        y = f"{_TOP + _PLOT * (1 - up.share(level)):.1f}"
        yield element("line", x1="0", x2="100%", y1=y, y2=y, class_="level")
        yield element("text", f"{level:,}", x="0", y=y, dy="-3", class_="tick")


def _days(drawn: Sequence[Snapshot], across: Scale) -> Iterator[str]:
    first, last = date.fromisoformat(drawn[0].day), date.fromisoformat(drawn[-1].day)
    is_short = (last - first).days <= _MONTHS_IN_FULL
    yield _label(drawn[0].day, 0, "start")
    yield _label(drawn[-1].day, 1, "end")
    for each in months(first, last):
        share = across.share(each.toordinal())
        if 2 * _SHORT < share < 1 - 2 * _SHORT:
            yield _label(f"{each:%Y-%m}" if is_short or each.month > 1 else f"{each:%Y}", share, "middle")


def _label(words: str, share: float, anchor: str) -> str:
    return element("text", words, x=f"{100 * share:.2f}%", y=str(_HEIGHT - 10), text_anchor=anchor, class_="tick")


def _plot(drawn: Sequence[Snapshot], taken: Sequence[Step], across: Scale, up: Scale) -> str:
    dots = [_dot(each, across, up, "snapshot") for each in drawn] if len(drawn) <= _FEW else []
    return element(
        "svg",
        *_bounds(drawn, across, up),
        element("path", d=_line(drawn, taken, across, up), class_="line"),
        *dots,
        *(mark for step in taken for mark in _marks(step, across, up)),
        viewBox=f"0 0 {_GRID} {_GRID}",
        preserveAspectRatio="none",
        x="0",
        y=str(_TOP),
        width="100%",
        height=str(_PLOT),
        overflow="visible",
        aria_hidden="true",
    )


def _line(drawn: Sequence[Snapshot], taken: Sequence[Step], across: Scale, up: Scale) -> str:
    """Return the line through the snapshots, broken where the source counts something else from there on."""
    anew = {step.after.day for step in taken if step.verdict == "restarts"}
    return " ".join(
        f"{'M' if n == 0 or each.day in anew else 'L'}{_at(each, across, up)}" for n, each in enumerate(drawn)
    )


def _bounds(drawn: Sequence[Snapshot], across: Scale, up: Scale) -> Iterator[str]:
    """Yield, where the words give two bounds, the line from the one to the other."""
    for each in drawn:
        low, high = each.count.low, each.count.high
        if low is not None and high is not None and low != high:
            x = _x(each, across)
            yield element("path", d=f"M{x} {_y(low, up)} L{x} {_y(high, up)}", class_="bounds")


def _marks(step: Step, across: Scale, up: Scale) -> Iterator[str]:
    x = _x(step.after, across)
    for kind in _kinds(step):
        match kind:
            case "fall" | "differs":
                yield _dot(step.after, across, up, kind)
            case "restart":
                yield element("path", d=f"M{x} 0 L{x} {_GRID}", class_="restart")
            case _:
                yield element("path", d=f"M{x} {_GRID} l0 {_GRID // 24}", class_="source")


def _dot(each: Snapshot, across: Scale, up: Scale, kind: str) -> str:
    """Return a dot: a line of no length with round ends, which stays round however the plot is stretched."""
    return (
        element("path", d=f"M{_at(each, across, up)} l0 0.001", class_=f"dot {kind}")
        if _value(each) is not None
        else ""
    )


def _at(each: Snapshot, across: Scale, up: Scale) -> str:
    return f"{_x(each, across)} {_y(_value(each) or 0, up)}"


def _x(each: Snapshot, across: Scale) -> str:
    return f"{_GRID * across.share(_ordinal(each.day)):.1f}"


def _y(number: int, up: Scale) -> str:
    return f"{_GRID * (1 - up.share(number)):.1f}"


def _value(each: Snapshot) -> int | None:
    """Return the one height at which a snapshot is drawn: as stated, else its floor, else its ceiling."""
    numbers = (each.count.stated, each.count.low, each.count.high)
    return next((number for number in numbers if number is not None), None)


def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()
