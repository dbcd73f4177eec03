"""Who says so: each account with its sentences, and for each sentence where it stands and which bytes prove it."""

from collections.abc import Iterator, Mapping

from untold.releases.dossiers.gathering import Dossier
from untold.releases.dossiers.page.words import facts_list, listed, mixed
from untold.releases.dossiers.phrases import actor_name, counted, people, term
from untold.releases.published import PublishedAccount, PublishedClaim, PublishedReport, PublishedSource
from untold.tallies.ledger.page.markup import anchor, element, isolated, text
from untold.tallies.ledger.phrases import Phrases


def numbered(dossier: Dossier) -> dict[str, int]:
    """Return each claim's number on the page, from 1, in the order of the accounts."""
    return {claim.id: n for n, claim in enumerate(dossier.claims, 1)}


def evidence_block(dossier: Dossier, numbers: Mapping[str, int], heading: str, phrases: Phrases, *, annex: bool) -> str:
    """Return all accounts, each with its sentences; says where there is none."""
    none = element("p", text(phrases.say("letter" if annex else "dossier", "no_accounts")), class_="empty")
    if not dossier.accounts:
        return element("section", element("h2", text(heading)), none, id="evidence")
    blocks = (_account(each, dossier, numbers, phrases) for each in dossier.accounts)
    classes = {"class_": "annex"} if annex else {}
    return element("section", element("h2", text(heading)), *blocks, id="evidence", **classes)


def _account(account: PublishedAccount, dossier: Dossier, numbers: Mapping[str, int], phrases: Phrases) -> str:
    own = [each for each in dossier.claims if each.account == account.id]
    sayings = "".join(_saying(each, numbers[each.id], dossier, phrases) for each in own)
    empty = element("p", text(phrases.say("dossier", "no_claims")), class_="empty")
    source = dossier.sources.get(account.source)
    title = element("h3", element("bdi", text(_source(account.source, source, phrases))))
    report = dossier.reports.get(account.report)
    told = "" if report is None else facts_list(_report(report, account, phrases))
    return element(
        "div",
        title,
        told,
        element("ul", sayings, class_="sayings") if own else empty,
        class_="account",
    )


def _source(slug: str, source: PublishedSource | None, phrases: Phrases) -> str:
    return slug if source is None else actor_name(source.id, source.name, phrases)


def _report(report: PublishedReport, account: PublishedAccount, phrases: Phrases) -> Iterator[str]:
    yield phrases.say("dossier", "report", id=report.id)
    if report.published:
        yield phrases.say("dossier", "published", date=report.published)
    if report.url:
        yield report.url
    if account.codes:
        yield f"{phrases.say('dossier', 'code')}: {listed(account.codes, phrases)}"
    if account.stated_grade:
        yield f"{phrases.say('dossier', 'grade')}: {term('grade', account.stated_grade, phrases)}"


def _saying(claim: PublishedClaim, number: int, dossier: Dossier, phrases: Phrases) -> str:
    is_asserted = claim.modality == "asserted" or claim.kind == "denial"
    modality = None if is_asserted else phrases.say("modality", claim.modality)
    said = " \u00b7 ".join(each for each in (_amount(claim, phrases), modality, _claimant(claim, phrases)) if each)
    where = phrases.say("dossier", "claim_link", n=number)
    return element(
        "li",
        element("p", element("bdi", mixed(said), class_="said"), " ", element("span", mixed(where), class_="which")),
        passage(claim.passage, claim.withheld, phrases),
        _proof(claim, dossier.reports.get(claim.report), phrases),
        id=anchor("c", claim.id),
        class_="saying",
    )


def _claimant(claim: PublishedClaim, phrases: Phrases) -> str | None:
    return None if claim.claimant is None else actor_name(claim.claimant_id, claim.claimant, phrases)


def _amount(claim: PublishedClaim, phrases: Phrases) -> str:
    """Return what a claim says: how many and of whom; a denial says no number."""
    whom = people(claim.harm, claim.status, claim.demographic, phrases)
    if claim.kind != "denial":
        return f"{counted(claim, phrases)} \u00b7 {whom}"
    return phrases.say("kind", "denial")


def passage(words: str | None, withheld: str | None, phrases: Phrases) -> str:
    """Return a sentence as it may be shown, and what is withheld of it and why."""
    quoted = "" if words is None else element("blockquote", isolated(_in_a_line(words), dir="auto"))
    if withheld is None:
        return quoted
    reason = term("withheld", withheld, phrases)
    key = "withheld" if words is None else "masked"
    return quoted + element("p", text(phrases.say("dossier", key, reason=reason)), class_="note")


def _in_a_line(words: str) -> str:
    """Return words on one line; cells of a list, which tabs part, with a bar between them."""
    return " | ".join(" ".join(cell.split()) for cell in words.split("\t"))


def _proof(claim: PublishedClaim, report: PublishedReport | None, phrases: Phrases) -> str:
    """Return where a sentence stands and by which hashes it is proved."""
    where = None
    if claim.start is not None and claim.end is not None:
        where = phrases.say("dossier", "offsets", start=claim.start, end=claim.end)
    capture = claim.capture or (report.capture if report is not None else None)
    proofs = (
        where,
        f"{phrases.say('dossier', 'capture')}: {capture}" if capture else None,
        f"{phrases.say('dossier', 'sentence_hash')}: {claim.passage_hash}" if claim.passage_hash else None,
    )
    written = (element("p", mixed(each), class_="proof") for each in proofs if each)
    return "".join(written)
