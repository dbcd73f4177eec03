"""An incident's numbers against each other: groups above their whole, concessions and lists above the highest count.

Each source alone may add up, and the incident made of them does not: one says
nine civilians, another eleven children. Nothing is repaired; whoever tallies
children should know that the incident has more of them than people.
"""

from collections.abc import Iterable, Iterator, Sequence

from untold.claims.claim import CELLS_READER, Claim, Harm, Status
from untold.incidents.building.ranges import is_counted
from untold.incidents.incident import CasualtyRange, Incident
from untold.incidents.persons import is_of_a_person
from untold.tallies.checks.finding import Finding, identified
from untold.tallies.checks.whole_record import WholeRecord
from untold.tallies.checks.words import counted
from untold.tallies.wording import listed

_Key = tuple[Harm, Status | None]
_PARTS = ("children", "women", "men")
_NAMES = {
    "civilian": "civilians", "combatant": "fighters", "armed_forces": "soldiers", "police": "police officers",
    "unknown": "people of unknown status", None: "people",
}  # fmt: skip
_WITHOUT_STATUS = frozenset({None, "unknown"})


def check_demographics(record: WholeRecord) -> Iterator[Finding]:
    """Yield the incidents in which the floors of children, women and men exceed the ceiling of their group."""
    for incident in record.incidents:
        wholes = {(each.harm, each.status): each for each in incident.ranges if each.demographic is None}
        for key, whole in wholes.items():
            parts = [each for each in incident.ranges if each.demographic and (each.harm, each.status) == key]
            floors = [each.low for each in parts if each.low]
            if whole.high is not None and sum(floors) > whole.high:
                claims = _of_ranges(record, (*parts, whole))
                if _are_of_lists(claims) and not _is_one_row(record, claims):
                    yield _above(record, incident, whole, [each for each in parts if each.low])


def check_groups_of_incidents(record: WholeRecord) -> Iterator[Finding]:
    """Yield the incidents in which the floor of one group, or of several, exceeds the ceiling of everybody."""
    for incident in record.incidents:
        wholes = {(each.harm, each.status): each for each in incident.ranges if each.demographic is None}
        for (harm, status), whole in wholes.items():
            if status is not None or whole.high is None:
                continue
            groups = [each for key, each in wholes.items() if key[0] == harm and key[1] not in _WITHOUT_STATUS]
            above = [each for each in groups if each.low is not None and each.low > whole.high]
            if above and _are_of_lists(_of_ranges(record, (*above, whole))):
                yield _group_above(record, incident, whole, above)


def check_concessions(record: WholeRecord) -> Iterator[Finding]:
    """Yield the incidents for which a belligerent concedes more people than anybody else counts.

    Of several concessions of one harm the highest counts; the other numbers of
    a text that tells of it may be of other people.
    """
    for incident in record.incidents:
        claims = _claims_in(record, incident)
        conceded = [each for each in claims if each.kind == "concession" and each.count.low]
        for harm in dict.fromkeys(each.harm for each in conceded):
            most = max((each for each in conceded if each.harm == harm), key=lambda each: each.count.low or 0)
            others = [each for each in claims if each.kind != "concession" and each.harm == harm]
            if most.reader != CELLS_READER:
                others = [each for each in others if each.report != most.report]
            highest = _highest(each for each in others if each.demographic is None)
            if highest is not None and (most.count.low or 0) > highest:
                yield _conceded(record, incident, most, highest, others)


def check_persons(record: WholeRecord) -> Iterator[Finding]:
    """Yield the incidents for which one source lists more persons than any source counts."""
    for incident in record.incidents:
        claims = _claims_in(record, incident)
        persons = [each for each in claims if is_of_a_person(each)]
        if not persons:
            continue
        counts = [each for each in claims if not is_of_a_person(each) and each.demographic is None]
        for harm in dict.fromkeys(each.harm for each in persons):
            highest = _highest(each for each in counts if each.harm == harm and each.kind != "concession")
            lists: dict[str, list[Claim]] = {}
            for each in persons:
                if each.harm == harm:
                    lists.setdefault(each.report, []).append(each)
            longest = max(lists.values(), key=len)
            if highest is not None and len(longest) > highest:
                yield _listed(record, incident, harm, longest, highest)


def _are_of_lists(claims: Sequence[Claim]) -> bool:
    """Return whether all claims are cells of lists: two numbers of one text may be of two groups of people."""
    return all(each.reader == CELLS_READER for each in claims)


def _is_one_row(record: WholeRecord, claims: Sequence[Claim]) -> bool:
    """Return whether one account alone says it all, and says which is part of which: its own sum says it better."""
    return len(_accounts_of(record, claims)) == 1 and any(each.part_of for each in claims)


def _claims_in(record: WholeRecord, incident: Incident) -> list[Claim]:
    return [
        claim for account in record.accounts_of(incident) for claim in record.claims_of(account) if is_counted(claim)
    ]


def _highest(claims: Iterable[Claim]) -> int | None:
    """Return the highest number that claims allow; null where there is none, or one sets no ceiling."""
    ceilings = [each.count.high for each in claims]
    known = [each for each in ceilings if each is not None]
    return max(known) if known and len(known) == len(ceilings) else None


def _of_ranges(record: WholeRecord, ranges: Sequence[CasualtyRange]) -> list[Claim]:
    return [record.claims[each] for decided in ranges for each in decided.claims if each in record.claims]


def _above(record: WholeRecord, incident: Incident, whole: CasualtyRange, parts: Sequence[CasualtyRange]) -> Finding:
    floors = sum(each.low or 0 for each in parts)
    parts = sorted(parts, key=lambda each: _PARTS.index(each.demographic or "men"))
    said = listed(f"at least {each.low} {each.demographic}" for each in parts)
    claims = _of_ranges(record, (*parts, whole))
    found = Finding(
        "",
        "demographics_above_civilians",
        "warning",
        f"{incident.code}: {said} {whole.harm}, of at most {whole.high} {_NAMES[whole.status]}.",
        claims=tuple(each.id for each in claims),
        accounts=_accounts_of(record, claims),
        incidents=(incident.code,),
        stated=floors,
        expected=whole.high,
        residual=floors - (whole.high or 0),
        unit="people",
        passages=counted(claims),
    )
    bounds = [f"{each.demographic} {each.low}" for each in parts]
    return identified(found, sorted(found.accounts), whole.harm, whole.status, whole.high, bounds)


def _group_above(
    record: WholeRecord, incident: Incident, whole: CasualtyRange, above: Sequence[CasualtyRange]
) -> Finding:
    most = max(above, key=lambda each: each.low or 0)
    claims = _of_ranges(record, (most, whole))
    found = Finding(
        "",
        "group_above_total",
        "warning",
        f"{incident.code}: at least {most.low} {_NAMES[most.status]} {most.harm}, of at most {whole.high} people.",
        claims=tuple(each.id for each in claims),
        accounts=_accounts_of(record, claims),
        incidents=(incident.code,),
        stated=most.low,
        expected=whole.high,
        residual=(most.low or 0) - (whole.high or 0),
        unit="people",
        passages=counted(claims),
    )
    return identified(found, sorted(found.accounts), whole.harm, most.status, most.low, whole.high)


def _conceded(record: WholeRecord, incident: Incident, claim: Claim, highest: int, others: Sequence[Claim]) -> Finding:
    most = [each for each in others if each.count.high == highest and each.demographic is None]
    by_whom = claim.claimant.name if claim.claimant else "a belligerent"
    found = Finding(
        "",
        "conceded_above_recorded",
        "warning",
        f"{incident.code}: {by_whom} concedes {claim.count} {claim.harm}; the highest number of anybody else is "
        f"{highest:,}.",
        claims=(claim.id, *(each.id for each in most)),
        accounts=_accounts_of(record, (claim, *most)),
        incidents=(incident.code,),
        stated=claim.count.low,
        expected=highest,
        residual=(claim.count.low or 0) - highest,
        unit="people",
        passages=counted((claim, *most)),
    )
    return identified(found, sorted(found.accounts), claim.harm, claim.count.low, highest)


def _listed(record: WholeRecord, incident: Incident, harm: Harm, persons: Sequence[Claim], highest: int) -> Finding:
    account = _accounts_of(record, persons)
    found = Finding(
        "",
        "persons_above_count",
        "warning",
        f"{incident.code}: {len(persons)} persons are listed one by one as {harm}; the highest count of any source is "
        f"{highest:,}.",
        claims=tuple(each.id for each in persons),
        accounts=account,
        incidents=(incident.code,),
        stated=len(persons),
        expected=highest,
        residual=len(persons) - highest,
        unit="people",
    )
    return identified(found, sorted(found.accounts), harm, len(persons), highest)


def _accounts_of(record: WholeRecord, claims: Iterable[Claim]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(record.account_of[each.id] for each in claims if each.id in record.account_of))
