"""The article the project started from, line by line: everything that must be right in it.

Each line is a yes or a no. A claim is found by its harm and its count, so a
line about a claim that was not read is a no, never an error.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from tests.evaluation.corpora import seed_report
from tests.evaluation.measurement import Measurement, Outcome, share_right
from tests.evaluation.reading import count_stretch, shown
from untold.claims.claim import Claim
from untold.claims.reading import read_claims
from untold.codebook.counts import Count
from untold.reports.report import Passage, Report

CORPUS = "seed"
Holds = Callable[[Claim], bool]


@dataclass(frozen=True, slots=True)
class Reading:
    """The article and the claims read in it."""

    report: Report
    claims: tuple[Claim, ...]

    def of(self, count: Count) -> list[Claim]:
        """Return the claims of that count."""
        return [claim for claim in self.claims if claim.count == count]


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that must hold of the claim of one count."""

    count: Count
    what: str
    holds: Holds


@cache
def reading(published: str | None = None) -> Reading:
    """Return the article as it was pasted, read once per run and publication date."""
    report = seed_report(published)
    return Reading(report, read_claims(report))


def _claimant(slug: str) -> Holds:
    return lambda claim: claim.claimant is not None and claim.claimant.id == slug


def _is(field: str, value: object) -> Holds:
    return lambda claim: getattr(claim, field) == value


def _by(*slugs: str) -> Holds:
    return lambda claim: any(a.id in slugs for a in claim.attributed_to)


def _in(*countries: str) -> Holds:
    return lambda claim: {place.country for place in claim.places} == set(countries)


def _affiliated(slug: str) -> Holds:
    return lambda claim: claim.affiliation is not None and claim.affiliation.id == slug


def _window(start: str | None, end: str | None) -> Holds:
    return lambda claim: (claim.period.start, claim.period.end) == (start, end)


def _starts(*prefixes: str) -> Holds:
    return lambda claim: claim.period.start in prefixes


_FIGHTERS = {"harm": "killed", "status": "combatant", "scope": "cumulative", "part_of": None, "modality": "asserted"}
_SOHR = _claimant("sohr")
_AIRWARS = _claimant("airwars")
_COALITION = ("us-led-coalition",)


def _lines() -> Iterator[Line]:
    yield from _of(Count.exactly(380), harm="killed", status="civilian", part_of=None, scope="period")
    yield from _of(Count.exactly(380), modality="asserted", kind="casualty", restates=None)
    yield Line(Count.exactly(380), "said by SOHR", _SOHR)
    yield Line(Count.exactly(380), "by the coalition", _by(*_COALITION))
    yield Line(Count.exactly(380), "means airstrike", _is("means", "airstrike"))
    yield Line(Count.exactly(380), "in Syria", _in("SYR"))
    yield Line(Count.exactly(380), "window open", _window(None, None))
    yield Line(Count.exactly(380), "18 months", lambda c: c.period.duration == "P18M")
    yield Line(Count.exactly(380), "before publication", lambda c: c.period.basis == "before_publication")
    for number, group in ((99, "children"), (67, "women")):
        yield from _of(Count.exactly(number), harm="killed", status="civilian", demographic=group, scope="period")
        yield Line(Count.exactly(number), "said by SOHR", _SOHR)
        yield Line(Count.exactly(number), "in Syria", _in("SYR"))
        yield Line(Count.exactly(number), "by the coalition", _by(*_COALITION))
    yield from _totals()
    yield from _airwars()


def _totals() -> Iterator[Line]:
    yield from _of(Count.exactly(4643), harm="casualties", scope="cumulative", part_of=None, modality="asserted")
    yield Line(Count.exactly(4643), "said by SOHR", _SOHR)
    yield Line(Count.exactly(4643), "since September 2014", _starts("2014-09"))
    yield Line(Count.exactly(4643), "has a note", lambda claim: bool(claim.note))
    for number, slug in ((4108, "islamic-state"), (136, "nusra-front")):
        yield from _of(Count.exactly(number), **_FIGHTERS)
        yield Line(Count.exactly(number), "said by SOHR", _SOHR)
        yield Line(Count.exactly(number), f"of {slug}", _affiliated(slug))
    yield from _of(Count.exactly(21), harm="killed", status="civilian", kind="concession", modality="conceded")
    yield from _of(Count.exactly(21), scope="cumulative", part_of=None, places=())
    yield Line(Count.exactly(21), "said by the White House", _claimant("white-house"))
    yield Line(Count.exactly(21), "window not stated", _window(None, None))
    yield from _of(Count.at_most(400), harm="killed", status="civilian", part_of=None)


def _airwars() -> Iterator[Line]:
    yield from _of(Count.at_least(1044), harm="killed", status="civilian", part_of=None, scope="cumulative")
    yield Line(Count.at_least(1044), "said by Airwars", _AIRWARS)
    yield Line(Count.at_least(1044), "in Syria and Iraq", _in("SYR", "IRQ"))
    yield from _of(Count.exactly(519), harm="killed", status="civilian", scope="cumulative", modality="asserted")
    yield Line(Count.exactly(519), "said by Airwars", _AIRWARS)
    yield Line(Count.exactly(519), "in Syria", _in("SYR"))
    yield Line(Count.exactly(519), "by the coalition", _by("us-led-coalition"))


def _of(count: Count, **fields: object) -> Iterator[Line]:
    for field, value in fields.items():
        yield Line(count, f"{field} {value}", _is(field, value))


def line_outcomes(read: Reading) -> Iterator[Outcome]:
    """Yield one outcome per line: exactly one claim of that count, and the line holds of it."""
    for line in _lines():
        found = read.of(line.count)
        right = len(found) == 1 and line.holds(found[0])
        yield Outcome(f"{line.count}: {line.what}", right, line.what, str(found[0]) if found else "not read")


def link_outcomes(read: Reading) -> Iterator[Outcome]:
    """Yield one outcome per part of a whole and per rounding."""
    links = (
        (Count.exactly(99), "part_of", Count.exactly(380)),
        (Count.exactly(67), "part_of", Count.exactly(380)),
        (Count.exactly(519), "part_of", Count.at_least(1044)),
        (Count.at_most(400), "restates", Count.exactly(380)),
    )
    for count, field, other in links:
        wanted = [claim.id for claim in read.of(other)]
        given = [getattr(claim, field) for claim in read.of(count)]
        yield Outcome(f"{count}: {field} {other}", bool(given) and wanted == given, str(wanted), str(given))


def page_outcomes(read: Reading, dated: Reading) -> Iterator[Outcome]:
    """Yield what must hold of the page: its dates, its furniture, its passages."""
    published = read.report.published
    yield Outcome("publication date is null", published is None, "null", str(published))
    furniture = _in_furniture(read)
    yield Outcome("nothing is read in furniture", not furniture, "nothing", shown(furniture))
    counts = sorted(str(claim.count) for claim in read.claims)
    yield Outcome("no claim beside the ten", len(counts) == 10, "10 claims", str(counts))
    crooked = [p for claim in read.claims for p in passages(claim) if read.report.text[p.start : p.end] != p.text]
    yield Outcome("every passage is the text's", not crooked, "none crooked", str(crooked))
    resolved = [(c.period.start, c.period.end) for c in dated.of(Count.exactly(380))]
    right = [(s or "")[:7] == "2014-09" and (e or "")[:7] == "2016-03" for s, e in resolved] == [True]
    yield Outcome("a given date resolves the window", right, "2014-09 to 2016-03", str(resolved))


def passages(claim: Claim) -> list[Passage]:
    """Return every passage that a claim rests on."""
    grouped = [p if isinstance(p, tuple) else (p,) for p in claim.evidence.values()]
    return [claim.quote, *(passage for group in grouped for passage in group)]


def _in_furniture(read: Reading) -> Sequence[Claim]:
    zones = [zone for zone in read.report.zones if zone.kind == "furniture"]
    return [c for c in read.claims if any(z.start <= count_stretch(c).start < z.end for z in zones)]


def measure() -> list[Measurement]:
    """Return the share of lines that are right."""
    read, dated = reading(), reading("2016-03-23")
    lines = [*line_outcomes(read), *link_outcomes(read), *page_outcomes(read, dated)]
    return [share_right("seed.lines", CORPUS, lines)]
