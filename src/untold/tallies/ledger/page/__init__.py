"""The ledger as one page: the text with its claims marked, and the ledger beside it.

The page is one file that can be mailed, printed and opened without a network.
It asks nobody for anything and runs no script: a number is a link to its
sentence, the sentence a link back, so the keyboard and old browsers work too.
Every word that comes from a report is escaped; a report's text is hostile.
"""

from untold.tallies.ledger.arrangement import Ledger, across, heading, portions
from untold.tallies.ledger.page.findings import findings_block
from untold.tallies.ledger.page.frame import Frame, sheet
from untold.tallies.ledger.page.markup import element, text
from untold.tallies.ledger.page.reports import report_block
from untold.tallies.ledger.phrases import Phrases, phrases_for


def as_page(ledger: Ledger, *, language: str | None = None) -> str:
    """Return the whole ledger as one HTML page, in `language` or the reports' own where there are phrases for it."""
    languages = {report.language for report in ledger.reports}
    phrases = phrases_for(language or (languages.pop() if len(languages) == 1 else None))
    frame = Frame(
        _title(ledger, phrases),
        phrases.language,
        phrases.say("page", "direction"),
        (phrases.say("page", "skip"), "ledger"),
        _banner(ledger, phrases),
    )
    return sheet(frame, _main(ledger, phrases), _foot(phrases))


def _title(ledger: Ledger, phrases: Phrases) -> str:
    if len(ledger.reports) == 1:
        return heading(ledger.reports[0])
    return phrases.say("page", "ledger")


def _banner(ledger: Ledger, phrases: Phrases) -> str:
    contents = ""
    if len(ledger.reports) > 1:
        entries = (
            element("li", element("a", element("bdi", text(heading(report))), href=f"#r-{report.id}"))
            for report in ledger.reports
        )
        contents = element("ol", *entries, class_="contents")
    return element("p", text(phrases.say("page", "printed"))) + contents


def _main(ledger: Ledger, phrases: Phrases) -> str:
    blocks = [report_block(portion, phrases, first=not at) for at, portion in enumerate(portions(ledger))]
    return element("main", *blocks, _across(ledger, phrases))


def _across(ledger: Ledger, phrases: Phrases) -> str:
    found = across(ledger)
    if not found.checks and not found.comparisons:
        return ""
    title = element("h1", text(phrases.say("page", "across")))
    by_id = {claim.id: claim for claim in ledger.claims}
    return element("section", title, findings_block(found, by_id, phrases), class_="report")


def _foot(phrases: Phrases) -> str:
    return element("footer", element("p", text(phrases.say("page", "furniture"))))
