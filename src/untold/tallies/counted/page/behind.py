"""What stands behind the numbers of the page: of each cell its incidents, of each incident its claims and sentences."""

from collections.abc import Iterator, Mapping, Sequence

from untold.claims.claim import Claim
from untold.reports.report import Report
from untold.tallies.comparison.page.words import facts_list, mixed
from untold.tallies.counted.evidence import Evidence
from untold.tallies.counted.order import in_order
from untold.tallies.counted.phrases import value_name
from untold.tallies.counted.wording import bounds, incidents, number
from untold.tallies.counting.incidents import CountedIncident
from untold.tallies.ledger.arrangement import heading
from untold.tallies.ledger.page.markup import anchor, element, isolated, text
from untold.tallies.ledger.phrases import Phrases
from untold.tallies.standing import voice_name
from untold.tallies.tally import Tally, TallyTable

MOST = 5_000  # incidents; a page of more is opened by no browser in a second


def behind_block(table: TallyTable, evidence: Evidence, phrases: Phrases) -> str:
    """Return the cells with links to their incidents, then the incidents with their claims."""
    shown = evidence.incidents[:MOST]
    known = {each.code for each in shown}
    cells = [_cell(n, cell, known, phrases) for n, cell in enumerate(in_order(table.cells))]
    listed = element("ol", *(_incident(each, evidence, phrases) for each in shown), class_="incidents")
    cut = ""
    if len(shown) < len(evidence.incidents):
        words = phrases.say("tally", "cut", most=f"{MOST:,}", n=f"{len(evidence.incidents):,}")
        cut = element("p", mixed(words), class_="notes")
    title = element("h2", text(phrases.say("tally", "behind")))
    by_cell = element("section", title, *cells) if cells else ""
    whole = element("section", element("h2", text(phrases.say("comparison", "codes"))), cut, listed)
    return by_cell + whole


def _cell(n: int, cell: Tally, known: set[str], phrases: Phrases) -> str:
    names = " \u00b7 ".join(value_name(field, value, phrases) for field, value in cell.by)
    back = element("a", text(phrases.say("tally", "back")), href=f"#row-{n}")
    title = element("h3", element("bdi", mixed(names)), element("span", mixed(number(cell, phrases))))
    links = "".join(_code(code, known) for code in cell.codes)
    facts = element("p", mixed(incidents(cell.incidents, phrases)), " \u00b7 ", back)
    summary = element("summary", text(phrases.say("tally", "to_incidents")))
    codes = element("details", summary, element("p", links, class_="codes"))
    return element("div", title, facts, codes, class_="cell", id=f"cell-{n}")


def _code(code: str, known: set[str]) -> str:
    shown = isolated(code)
    return element("a", shown, href=f"#{anchor('i', code)}") if code in known else f"{shown} "


def _incident(each: CountedIncident, evidence: Evidence, phrases: Phrases) -> str:
    facts = [each.code, _days(each, phrases), each.place or phrases.say("tally", "no_place")]
    many = element("p", mixed(bounds(each.low, each.high, phrases)), class_="count")
    body = element("div", facts_list(facts), _claims(each.claims, evidence, phrases))
    return element("li", many, body, class_="incident", id=anchor("i", each.code), tabindex="-1")


def _days(each: CountedIncident, phrases: Phrases) -> str:
    days = [day for day in dict.fromkeys((each.start, each.end)) if day]
    return " \u2192 ".join(days) or phrases.say("tally", "no_date")


def _claims(names: Sequence[str], evidence: Evidence, phrases: Phrases) -> str:
    kept = [evidence.claims[name] for name in names if name in evidence.claims]
    if not kept:
        return element("p", text(phrases.say("tally", "no_claims")), class_="notes")
    return element("ul", *(_claim(claim, evidence.reports, phrases) for claim in kept), class_="claimed")


def _claim(claim: Claim, reports: Mapping[str, Report], phrases: Phrases) -> str:
    quote = element("blockquote", isolated(" ".join(claim.quote.text.split())))
    said = element("p", element("strong", mixed(phrases.count(claim.count))), " ", isolated(voice_name(claim)))
    origin = " \u00b7 ".join(_origin(claim, reports.get(claim.report)))
    return element("li", said, quote, element("p", isolated(origin), class_="from"))


def _origin(claim: Claim, report: Report | None) -> Iterator[str]:
    """Yield where the sentence stands: the report, the characters of its text, and the hash of its bytes."""
    if report is not None:
        yield heading(report)
    yield f"{claim.report}:{claim.quote.start}\u2013{claim.quote.end}"
    if report is not None:
        yield f"SHA-256 {report.capture}"
