"""The UpSet plot of overlaps, as an SVG that a server writes and that needs neither a script nor a style sheet.

Circles that overlap show three lists at most. Here every combination of lists
is a column, with its lists as dots and its units as a bar.

Source: Lex et al. (2014), UpSet: visualization of intersecting sets.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from untold.estimates.overlaps.phrases import phrases_for
from untold.estimates.overlaps.record import Overlaps
from untold.tallies.ledger.page.markup import element, text
from untold.tallies.ledger.phrases import Phrases

MOST_COLUMNS = 40  # further combinations are single people, and are in the table
_COLUMN, _ROW, _DOT = 32, 28, 6
_BARS, _TOP, _GAP = 170, 24, 14
_SIZES, _LETTER = 110, 8
_LONGEST_NAME = 20
_FAINT = "0.16"


@dataclass(frozen=True, slots=True)
class _Canvas:
    """Where things lie; from right to left the whole drawing is mirrored, and texts begin at the other side."""

    width: int
    names: int  # how wide the names are
    is_mirrored: bool

    def x(self, at: float, width: float = 0) -> str:
        return f"{self.width - at - width if self.is_mirrored else at:g}"

    def anchor(self, side: str) -> str:
        if self.is_mirrored:
            return "start" if side == "end" else "end"
        return side


def upset_plot(overlaps: Overlaps, *, language: str | None = None) -> str:
    """Return the plot as an SVG element, its colors those of the text around it."""
    phrases = phrases_for(language)
    columns = min(len(overlaps.patterns), MOST_COLUMNS)
    names = _LETTER * min(max(len(each.name) for each in overlaps.lists), _LONGEST_NAME) + 2 * _GAP
    width = _SIZES + names + _COLUMN * columns + _GAP
    height = _TOP + _BARS + _GAP + _ROW * len(overlaps.lists) + _GAP
    canvas = _Canvas(width, names, phrases.say("page", "direction") == "rtl")
    parts = (*_bands(overlaps, canvas), *_sizes(overlaps, canvas, phrases), *_columns(overlaps, canvas))
    title = phrases.say("page", "plot", unit=phrases.say("unit", overlaps.unit))
    return element(
        "svg",
        element("title", text(title)),
        element("desc", text(_words(overlaps, phrases))),
        *parts,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width} {height}",
        width=str(width),
        height=str(height),
        role="img",
        direction="ltr",
        fill="currentColor",
        font_size="12",
        font_family='system-ui, "Noto Sans", "Noto Sans Arabic", "DejaVu Sans", sans-serif',
        class_="upset",
    )


def _words(overlaps: Overlaps, phrases: Phrases) -> str:
    """Return the plot in words, for who cannot see it."""
    largest = overlaps.patterns[0]
    unit = phrases.say("unit", overlaps.unit)
    return phrases.say("page", "plot_words", unit=unit, most=f"{largest.count:,}", largest=" + ".join(largest.lists))


def _row_y(row: int) -> float:
    return _TOP + _BARS + _GAP + _ROW * (row + 0.5)


def _column_x(column: int, canvas: _Canvas) -> float:
    return _SIZES + canvas.names + _COLUMN * (column + 0.5)


def _bands(overlaps: Overlaps, canvas: _Canvas) -> Iterator[str]:
    """Yield a faint band behind every other row, which leads the eye from a name to its dots."""
    for row in range(0, len(overlaps.lists), 2):
        top = f"{_row_y(row) - _ROW / 2:g}"
        yield element("rect", x="0", y=top, width=str(canvas.width), height=str(_ROW), fill_opacity="0.05")


def _sizes(overlaps: Overlaps, canvas: _Canvas, phrases: Phrases) -> Iterator[str]:
    """Yield each list's name, and beside it the bar of its size."""
    most = max(each.size for each in overlaps.lists)
    head = f"{_row_y(0) - _ROW / 2 - 8:g}"
    yield _text(phrases.say("page", "size"), canvas.x(_SIZES - 4), head, canvas.anchor("end"), fill_opacity="0.65")
    for row, each in enumerate(overlaps.lists):
        width = round((_SIZES - 56) * each.size / most, 1)
        y = _row_y(row)
        bar = {"x": canvas.x(_SIZES - width, width), "y": f"{y - 6:g}", "width": f"{width:g}", "height": "12"}
        yield element("rect", **bar, fill_opacity="0.55")
        yield _text(f"{each.size:,}", canvas.x(_SIZES - width - 4), f"{y + 4:g}", canvas.anchor("end"))
        shown = each.name if len(each.name) <= _LONGEST_NAME else f"{each.name[: _LONGEST_NAME - 1]}…"
        name = _text(shown, canvas.x(_SIZES + 8), f"{y + 4:g}", canvas.anchor("start"), font_weight="600")
        yield element("g", element("title", text(each.name)), name)


def _columns(overlaps: Overlaps, canvas: _Canvas) -> Iterator[str]:
    """Yield a column for each combination: its bar, its number, and its lists as dots with a line through them."""
    most = overlaps.patterns[0].count
    rows = {each.name: row for row, each in enumerate(overlaps.lists)}
    for column, pattern in enumerate(overlaps.patterns[:MOST_COLUMNS]):
        middle = _column_x(column, canvas)
        x, height = canvas.x(middle), round(max(1.5, _BARS * pattern.count / most), 1)
        top = _TOP + _BARS - height
        title = element("title", text(f"{' + '.join(pattern.lists)}: {pattern.count:,}"))
        bar = {"x": canvas.x(middle - 9, 18), "y": f"{top:g}", "width": "18", "height": f"{height:g}"}
        drawn = [element("rect", **bar), _text(f"{pattern.count:,}", x, f"{top - 5:g}", "middle", font_size="10.5")]
        on = {rows[name] for name in pattern.lists}
        ends = {"y1": f"{_row_y(min(on)):g}", "y2": f"{_row_y(max(on)):g}"}
        drawn.append(element("line", x1=x, x2=x, **ends, stroke="currentColor", stroke_width="2.5"))
        drawn += [_dot(x, row, is_on=row in on) for row in rows.values()]
        yield element("g", title, *drawn)


def _dot(x: str, row: int, *, is_on: bool) -> str:
    shade = {} if is_on else {"fill_opacity": _FAINT}
    return element("circle", cx=x, cy=f"{_row_y(row):g}", r=str(_DOT), **shade)


def _text(words: str, x: str, y: str, anchor: str, **attributes: str) -> str:
    return element("text", text(words), x=x, y=y, text_anchor=anchor, **attributes)
