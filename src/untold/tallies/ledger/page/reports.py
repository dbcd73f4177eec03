"""One report on the page: its text on one side, who claims what on the other."""

import re
from collections.abc import Sequence
from itertools import groupby

from untold.claims.claim import Claim
from untold.reports.report import Report, Zone
from untold.tallies.ledger.arrangement import Portion, Row, Section, arrange, heading
from untold.tallies.ledger.explanation import Step, explain
from untold.tallies.ledger.page.findings import findings_block
from untold.tallies.ledger.page.marking import Piece, pieces
from untold.tallies.ledger.page.markup import anchor, element, isolated, text
from untold.tallies.ledger.phrases import Phrases

_DATE = re.compile(r"\b\d{4}-\d\d(?:-\d\d)?\b")
_SET_ASIDE = frozenset({"hypothetical", "retracted", "denied"})


def report_block(portion: Portion, phrases: Phrases, *, first: bool) -> str:
    """Return a report's text and ledger side by side; the first report's ledger is what "skip" leads to."""
    report, claims = portion.report, portion.claims
    title = element("h1", isolated(heading(report)))
    aside = _claims(claims, phrases)
    sides = element("div", _text(report, claims, phrases), _side(aside, phrases, first=first), class_="sides")
    by_id = {claim.id: claim for claim in claims}
    found = findings_block(portion.findings, by_id, phrases) if claims else ""
    return element("section", title, _header(report, phrases), sides, found, class_="report", id=f"r-{report.id}")


def _side(content: str, phrases: Phrases, *, first: bool) -> str:
    title = element("h2", text(phrases.say("page", "claims")))
    attributes = {"id": "ledger"} if first else {}
    return element("div", title, content, class_="ledger", tabindex="-1", **attributes)


def _header(report: Report, phrases: Phrases) -> str:
    not_stated = phrases.say("header", "not_stated")
    published = report.published or not_stated
    reason = f": {report.published_reason}" if report.published_reason else ""
    lines = {
        "source": report.source.name if report.source else not_stated,
        "published": published + reason,
        "origin": ", ".join(report.origins),
        "capture": report.capture,
    }
    cells = (
        element("div", element("dt", text(phrases.say("header", key))), element("dd", isolated(value)))
        for key, value in lines.items()
    )
    return element("dl", *cells, class_="header")


def _text(report: Report, claims: Sequence[Claim], phrases: Phrases) -> str:
    language = {"lang": report.language} if report.language else {}
    zones = (_zone(report, zone, own, phrases) for zone, own in pieces(report, claims))
    title = element("h2", text(phrases.say("page", "text")))
    return element("div", title, element("article", *zones, **language), class_="text")


def _zone(report: Report, zone: Zone, own: Sequence[Piece], phrases: Phrases) -> str:
    if not own:
        return ""
    sentences = groupby(own, key=lambda piece: piece.sentence_of)
    content = "".join(_sentence(report, name, list(stretch), phrases) for name, stretch in sentences)
    label = phrases.say("zone", zone.kind)
    return element("div", content, class_=f"zone {zone.kind}", dir="auto", title=label)


def _sentence(report: Report, name: str | None, own: Sequence[Piece], phrases: Phrases) -> str:
    content = "".join(_stretch(report, piece, phrases) for piece in own)
    return content if name is None else element("span", content, class_="sentence")


def _stretch(report: Report, piece: Piece, phrases: Phrases) -> str:
    words = text(report.text[piece.start : piece.end])
    if not piece.number_of:
        return words
    first = piece.number_of[0]
    targets = "".join(element("span", id=anchor("t", name), class_="target") for name in piece.begins[1:])
    own = {"id": anchor("t", piece.begins[0])} if piece.begins else {}
    label = f"{report.text[piece.start : piece.end]}: {phrases.say('page', 'to_ledger')}"
    return targets + element(
        "a", words, href=f"#{anchor('c', first)}", class_="number", aria_label=" ".join(label.split()), **own
    )


def _claims(claims: Sequence[Claim], phrases: Phrases) -> str:
    if not claims:
        return element("p", text(phrases.say("page", "no_claims")), class_="empty")
    return "".join(_section(section, phrases) for section in arrange(claims))


def _section(section: Section, phrases: Phrases) -> str:
    party = section.claimant
    name = phrases.say("relation", "unnamed") if party is None else party.name
    slug = element("span", text(party.id), class_="slug") if party is not None and party.id else ""
    title = element("h3", isolated(name), " " if slug else "", slug)
    items = (_item(row, phrases) for row in section.rows)
    return element("section", title, element("ol", *items, class_="claims"), class_="claimant")


def _item(row: Row, phrases: Phrases) -> str:
    claim = row.claim
    kinds = ["claim", f"depth-{min(row.depth, 4)}"]
    kinds += ["aside"] if claim.restates or claim.modality in _SET_ASIDE or claim.state == "rejected" else []
    note = element("p", text(claim.note), class_="note", dir="auto") if claim.note else ""
    return element(
        "li",
        _number(claim, phrases),
        element("div", _facts(row, phrases), _quote(row, phrases), note, _details(claim, phrases), class_="about"),
        class_=" ".join(kinds),
        id=anchor("c", claim.id),
        tabindex="-1",
    )


def _number(claim: Claim, phrases: Phrases) -> str:
    words = phrases.count(claim.count)
    label = f"{words}: {phrases.say('page', 'to_text')}"
    return element("a", isolated(words), href=f"#{anchor('t', claim.id)}", class_="count", aria_label=label)


def _quote(row: Row, phrases: Phrases) -> str:
    if row.has_sentence:
        return element("blockquote", text(" ".join(row.claim.quote.text.split())), dir="auto")
    return "" if row.depth else element("p", text(phrases.say("relation", "same_sentence")), class_="same")


def _facts(row: Row, phrases: Phrases) -> str:
    facts = phrases.facts_beside(row.claim, row.above)
    lineage = ""
    if row.above is not None:
        lineage = isolated(phrases.lineage(row.claim, row.above), class_="lineage")
    return element("ul", *(element("li", own) for own in (lineage, *map(_fact, facts)) if own), class_="facts")


def _fact(words: str) -> str:
    """Return a fact whose dates do not break at their hyphens."""
    return element("bdi", _DATE.sub(lambda date: element("span", date[0], class_="date"), text(words)))


def _details(claim: Claim, phrases: Phrases) -> str:
    heads = ("field", "value", "words")
    head = element("tr", *(element("th", text(phrases.say("page", key)), scope="col") for key in heads))
    rows = "".join(_step(step) for step in explain(claim))
    how = f"{phrases.say('page', 'rule')}: {claim.reader}, {claim.rule}"
    sure = f"{phrases.say('page', 'confidence')}: {claim.confidence:.2f}"
    return element(
        "details",
        element("summary", text(phrases.say("page", "how_read"))),
        element("table", element("thead", head), element("tbody", rows)),
        element("p", isolated(how), " \u00b7 ", isolated(sure), " \u00b7 ", isolated(claim.id), class_="how"),
    )


def _step(step: Step) -> str:
    words = " \u2026 ".join(f"\u201c{' '.join(passage.text.split())}\u201d" for passage in step.passages)
    name = element("th", isolated(step.field), scope="row")
    return element("tr", name, element("td", isolated(step.value)), element("td", isolated(words)))
