"""The tables of the page: the cells, each a link to its incidents, and the total without each source."""

from collections.abc import Sequence

from untold.tallies.comparison.page.words import mixed
from untold.tallies.counted.answer import Answer
from untold.tallies.counted.order import in_order
from untold.tallies.counted.phrases import field_names, value_name
from untold.tallies.counted.wording import best, ceiling, digits
from untold.tallies.counting.sensitivity import Without
from untold.tallies.ledger.page.markup import element, isolated, text
from untold.tallies.ledger.phrases import Phrases
from untold.tallies.tally import Tally, TallyTable


def cells_block(table: TallyTable, phrases: Phrases) -> str:
    """Return the cells of a table, and the total at its foot."""
    title = phrases.say("tally", "cells", fields=field_names(table.by, phrases))
    columns = _columns((table.total, *table.cells))
    head = [*(phrases.say("dimension", field) for field in table.by), *_heads(columns, phrases)]
    body = "".join(_row(n, cell, columns, phrases) for n, cell in enumerate(in_order(table.cells)))
    total = element("th", text(phrases.say("tally", "total")), scope="row", colspan=str(len(table.by)))
    foot = element("tr", total, *_numbers(table.total, columns))
    return element("section", element("h2", text(title)), _table(title, head, body, foot, keys=len(table.by)))


def sensitivity_block(answer: Answer, phrases: Phrases) -> str:
    """Return the total without each source; nothing where it was not asked for."""
    found = answer.sensitivity
    if found is None:
        return ""
    title = phrases.say("tally", "sensitivity")
    columns = [each for each in _columns([answer.table.total, *(each.tally for each in found)]) if each != "shared"]
    head = [phrases.say("tally", key) for key in ("without_column", "told_column", "gone_column")]
    body = "".join(_without(each, columns) for each in found)
    moves = element("p", text(phrases.say("tally", "moves")), class_="notes")
    drawn = _table(title, [*head, *_heads(columns, phrases)], body, "", keys=1)
    return element("section", element("h2", text(title)), drawn, moves)


def _columns(cells: Sequence[Tally]) -> list[str]:
    chosen = ["best"] if any(cell.known_best is not None for cell in cells) else []
    shared = ["shared"] if any(cell.shared for cell in cells) else []
    return ["low", *chosen, "high", "incidents", *shared]


def _heads(columns: Sequence[str], phrases: Phrases) -> list[str]:
    keys = {"low": "at_least", "best": "best_column", "high": "at_most", "incidents": "incidents_column"}
    return [phrases.say("tally", keys.get(each, "shared_column")) for each in columns]


def _table(title: str, head: Sequence[str], body: str, foot: str, *, keys: int) -> str:
    cells = (
        element("th", text(words), scope="col", **({"class_": "n"} if n >= keys else {}))
        for n, words in enumerate(head)
    )
    drawn = element(
        "table",
        element("thead", element("tr", *cells)),
        element("tbody", body),
        element("tfoot", foot) if foot else "",
        class_="cells",
    )
    # A wide table scrolls in its own box, which the keyboard must reach.
    return element("div", drawn, class_="scroll", tabindex="0", role="region", aria_label=title)


def _row(n: int, cell: Tally, columns: Sequence[str], phrases: Phrases) -> str:
    names = [value_name(field, value, phrases) for field, value in cell.by]
    first = element("th", mixed(names[0]), scope="row")
    rest = (element("td", mixed(name)) for name in names[1:])
    label = f"{', '.join(names)}, {digits(cell.low)}: {phrases.say('tally', 'to_incidents')}"
    number = element("a", isolated(digits(cell.low), dir="ltr"), href=f"#cell-{n}", aria_label=label)
    least = element("td", number, class_="n least")
    return element("tr", first, *rest, least, *_numbers(cell, columns)[1:], id=f"row-{n}")


def _numbers(cell: Tally, columns: Sequence[str]) -> list[str]:
    written = {
        "low": digits(cell.low),
        "best": best(cell),
        "high": ceiling(cell),
        "incidents": f"{cell.incidents:,}",
        "shared": f"{cell.shared:,}" if cell.shared else "",
    }
    return [
        element("td", isolated(written[each], dir="ltr"), class_="n least" if each == "low" else "n")
        for each in columns
    ]


def _without(each: Without, columns: Sequence[str]) -> str:
    counts = (element("td", isolated(f"{count:,}", dir="ltr"), class_="n") for count in (each.touched, each.gone))
    return element("tr", element("th", isolated(each.name), scope="row"), *counts, *_numbers(each.tally, columns))
