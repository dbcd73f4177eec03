"""Running totals as one page: each series with its chart, what is told of it, and its days as a table.

The page is one file that can be mailed, printed and opened without a network,
in the style of the ledger's: no script, no request, and every word that comes
from a report escaped.
"""

from collections.abc import Sequence

from untold.tallies.ledger.page.frame import Frame, own_style, sheet
from untold.tallies.ledger.page.markup import element, text
from untold.tallies.running.page.phrases import words_for
from untold.tallies.running.page.section import section
from untold.tallies.running.series import Running, Series


def as_page(running: Running, asked: Sequence[Series], *, language: str | None = None) -> str:
    """Return some series of a record as one HTML page, in `language` where there are phrases for it, else English."""
    words = words_for(language)
    by_id = {each.id: each for each in running.series}
    sections = [section(each, by_id, words) for each in asked]
    main = element("main", element("h1", text(words.say("title"))), *sections, id="series", tabindex="-1")
    frame = Frame(
        words.say("title"),
        words.language,
        words.of("page", "direction"),
        (words.say("skip"), "series"),
        element("p", text(words.say("never"))),
        (own_style(__name__, "series.css"),),
    )
    return sheet(frame, main)
