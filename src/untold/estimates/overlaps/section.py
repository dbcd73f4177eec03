"""Overlaps as a section of a page: what is wrong with the lists, the plot, and its numbers as tables.

The section is markup without script or inline style; `OVERLAP_STYLE` belongs
into the page's one style sheet.
"""

import re
from collections.abc import Sequence
from importlib import resources
from itertools import zip_longest

from untold.estimates.overlaps.phrases import phrases_for
from untold.estimates.overlaps.plot import MOST_COLUMNS, upset_plot
from untold.estimates.overlaps.record import ListFault, Overlaps, PairOverlap
from untold.tallies.ledger.page.markup import element, isolated, text
from untold.tallies.ledger.phrases import Phrases

_PLACES = ("<a>", "<b>")  # in a phrase, where a list's name goes
OVERLAP_STYLE = resources.files(__package__ or "").joinpath("overlaps.css").read_text(encoding="utf-8")


def overlap_section(overlaps: Overlaps, *, language: str | None = None) -> str:
    """Return the section in English or Arabic, every number of it said to be documented."""
    phrases = phrases_for(language)
    return element(
        "section",
        element("h2", text(phrases.say("page", "title"))),
        _documented(overlaps, phrases),
        _faults(overlaps.faults, phrases),
        _figure(overlaps, phrases),
        _patterns(overlaps, phrases),
        _lists(overlaps, phrases),
        _pairs(overlaps.pairs, phrases),
        class_="overlaps",
        lang=phrases.language,
        dir=phrases.say("page", "direction"),
    )


def _documented(overlaps: Overlaps, phrases: Phrases) -> str:
    unit = phrases.say("unit", overlaps.unit)
    n, lists = f"{overlaps.enumerated:,}", len(overlaps.lists)
    left_out = (
        element("p", text(phrases.say("page", "left_out", n=f"{each.count:,}", reason=each.reason)), class_="note")
        for each in overlaps.left_out
    )
    return element("p", text(phrases.say("page", "documented", n=n, unit=unit, lists=lists))) + "".join(left_out)


def _faults(faults: Sequence[ListFault], phrases: Phrases) -> str:
    title = element("h3", text(phrases.say("page", "faults")))
    if not faults:
        note = element("p", text(phrases.say("page", "no_faults_note")), class_="note")
        return title + element("p", text(phrases.say("page", "no_faults"))) + note
    rules = dict.fromkeys(each.rule for each in faults)
    groups = ([each for each in faults if each.rule == rule] for rule in rules)
    return title + element("ul", *(_fault_group(group, phrases) for group in groups), class_="faults")


def _fault_group(faults: Sequence[ListFault], phrases: Phrases) -> str:
    """Return all faults of one rule, with what helps said once."""
    said = (element("p", _fault(each, phrases)) for each in faults)
    remedy = f"{phrases.say('page', 'remedy')}: {phrases.say('remedy', faults[0].rule)}"
    return element("li", *said, element("p", text(remedy), class_="remedy"), class_=f"fault {faults[0].severity}")


def _fault(fault: ListFault, phrases: Phrases) -> str:
    """Return the sentence about a fault, in which each list's name keeps its own direction."""
    names = dict(zip(_PLACES, fault.lists, strict=False))
    said = phrases.say("fault", fault.rule, a=_PLACES[0], b=_PLACES[1], n=f"{fault.count:,}")
    pieces = re.split("|".join(map(re.escape, _PLACES)), said)
    marks = re.findall("|".join(map(re.escape, _PLACES)), said)
    between = [isolated(names[mark], class_="list") for mark in marks]
    return "".join(text(piece) + name for piece, name in zip_longest(pieces, between, fillvalue=""))


def _figure(overlaps: Overlaps, phrases: Phrases) -> str:
    unit = phrases.say("unit", overlaps.unit)
    title = phrases.say("page", "plot", unit=unit)
    scrolled = _scrolled(upset_plot(overlaps, language=phrases.language), title)
    rest = overlaps.patterns[MOST_COLUMNS:]
    more = ""
    if rest:
        left = f"{sum(each.count for each in rest):,}"
        more = element("p", text(phrases.say("page", "more", patterns=len(rest), n=left)), class_="note")
    return element("figure", element("figcaption", text(title)), scrolled, more)


def _patterns(overlaps: Overlaps, phrases: Phrases) -> str:
    heads = [*(each.name for each in overlaps.lists), phrases.say("page", "count"), phrases.say("page", "share")]
    rows = []
    for pattern in overlaps.patterns:
        marks = (_mark(each.name in pattern.lists, phrases) for each in overlaps.lists)
        share = f"{100 * pattern.count / overlaps.enumerated:.1f} %"
        rows.append([*marks, _number(f"{pattern.count:,}"), _number(share)])
    return _table(phrases.say("page", "patterns"), heads, rows, kind="patterns")


def _mark(is_on: bool, phrases: Phrases) -> str:  # noqa: FBT001 (a cell is marked or not)
    words = phrases.say("page", "on_list" if is_on else "off_list")
    sign = element("span", "●" if is_on else "·", aria_hidden="true")
    return element("td", sign, element("span", text(words), class_="said"), class_="mark")


def _lists(overlaps: Overlaps, phrases: Phrases) -> str:
    heads = [phrases.say("page", key) for key in ("list", "count", "alone")]
    rows = [[_name(each.name), _number(f"{each.size:,}"), _number(f"{each.alone:,}")] for each in overlaps.lists]
    return _table(phrases.say("page", "lists"), heads, rows, kind="sizes")


def _pairs(pairs: Sequence[PairOverlap], phrases: Phrases) -> str:
    keys = ("both", "only_a", "only_b", "odds")
    heads = [phrases.say("page", "pairs"), *(phrases.say("page", key) for key in keys)]
    rows = []
    for pair in pairs:
        numbers = (_number(f"{each:,}") for each in (pair.both, pair.only_a, pair.only_b))
        rows.append([_name(pair.a, pair.b), *numbers, _ratio(pair, phrases)])
    note = element("p", text(phrases.say("page", "odds_note")), class_="note")
    return _table(phrases.say("page", "pairs"), heads, rows, kind="pairs") + note


def _ratio(pair: PairOverlap, phrases: Phrases) -> str:
    if pair.odds_ratio is None or pair.low is None or pair.high is None:
        why = phrases.say("reason", "all_or_none" if pair.low is None else "no_finite")
        none = element("span", text(phrases.say("page", "no_ratio")))
        return element("td", none, element("span", text(f": {why}"), class_="note"))
    return _number(f"{pair.odds_ratio:.2f} ({pair.low:.2f}–{pair.high:.2f})")


def _table(caption: str, heads: Sequence[str], rows: Sequence[Sequence[str]], *, kind: str) -> str:
    head = element("tr", *(element("th", isolated(each), scope="col") for each in heads))
    body = (element("tr", *cells) for cells in rows)
    table = element(
        "table", element("caption", text(caption)), element("thead", head), element("tbody", *body), class_=kind
    )
    return _scrolled(table, caption)


def _scrolled(content: str, label: str) -> str:
    """Return what may be wider than a telephone, in a box that scrolls, by the keyboard too."""
    return element("div", content, class_="wide", tabindex="0", role="group", aria_label=label)


def _name(*names: str) -> str:
    return element("th", " · ".join(isolated(each) for each in names), scope="row")


def _number(words: str) -> str:
    return element("td", isolated(words, dir="ltr"), class_="number-cell")
