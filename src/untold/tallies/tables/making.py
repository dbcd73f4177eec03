"""From a record to its tables: the incidents with all that tallies ask of them, once, for every later question."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from untold.claims.account import Account, AccountDate
from untold.claims.claim import Attribution, Claim, Party
from untold.codebook.actors import all_actors
from untold.codebook.folding import name_key
from untold.incidents.incident import Incident
from untold.incidents.matching.traits import days_of
from untold.tallies.ranging.said import party_key, said_in, source_of
from untold.tallies.tables.columns import table_columns, table_of
from untold.tallies.tables.ranges import ranges_table
from untold.tallies.tables.record import TABLES, Tables
from untold.tallies.tables.whereabouts import country_of, governorate_of, named, place_keys, place_of

_EPOCH = date(1970, 1, 1)
_MONTH, _YEAR = 7, 4  # lengths of an ISO prefix


@dataclass(frozen=True, slots=True)
class _Rows:
    """The columns of each table while they grow."""

    columns: dict[str, dict[str, list[object]]] = field(
        default_factory=lambda: {name: {column: [] for column in table_columns()[name].columns} for name in TABLES}
    )

    def add(self, table: str, **values: object) -> None:
        own = self.columns[table]
        for name, value in values.items():
            own[name].append(value)


def make_tables(incidents: Iterable[Incident], accounts: Mapping[str, Account], claims: Mapping[str, Claim]) -> Tables:
    """Return the tables of a record; `accounts` and `claims` hold it by id, people's words applied.

    Incidents are in the order of their codes. Withdrawn ones are left out, as
    are accounts and claims that the record no longer holds.
    """
    standing = sorted((each for each in incidents if each.state != "withdrawn"), key=lambda each: each.code)
    rows = _Rows()
    _add_places(rows, standing)
    for n, incident in enumerate(standing):
        _add_incident(rows, n, incident)
        _add_parties(rows, n, incident.attributions)
        for account in (accounts[each] for each in incident.accounts if each in accounts):
            _add_account(rows, n, account, [claims[each] for each in account.claims if each in claims])
    made = {name: table_of(name, columns) for name, columns in rows.columns.items()}
    return Tables(**made, ranges=ranges_table(made["claims"], "widest"))


def _add_places(rows: _Rows, incidents: Sequence[Incident]) -> None:
    """Add what must be known of all places at once: under which name each cell goes."""
    cells = [governorate_of(each.place) for each in incidents]
    own = rows.columns["incidents"]
    own["governorate"].extend(named(cells))
    own["place"].extend(named([place_of(each.place) for each in incidents]))
    for n, (incident, cell) in enumerate(zip(incidents, cells, strict=True)):
        for key in place_keys(incident.place, cell):
            rows.add("places", incident=n, key=key)


def _add_incident(rows: _Rows, n: int, incident: Incident) -> None:
    place, days = incident.place, _days(incident.date)
    rows.add(
        "incidents",
        n=n,
        code=incident.code,
        state=incident.state,
        start=incident.date.start,
        end=incident.date.end,
        first_day=None if days is None else days[0],
        last_day=None if days is None else days[1],
        month=_within(days, _MONTH),
        year=_within(days, _YEAR),
        lat=place.lat,
        lon=place.lon,
        country=country_of(place),
        grade=None if incident.grade is None else incident.grade.value,
        strike_status=None if incident.strike_status is None else incident.strike_status.value,
        parties=len(_blamed(incident.attributions)),
        actors=_blamed(incident.attributions),
    )
    for means in dict.fromkeys(incident.means):
        rows.add("means", incident=n, means=means)
    for kind in dict.fromkeys(incident.infrastructure):
        rows.add("infrastructure", incident=n, infrastructure=kind)


def _days(stated: AccountDate) -> tuple[date, date] | None:
    """Return the first and the last day that a date leaves open."""
    days = days_of(stated.start, stated.end)
    return None if days is None else (_EPOCH + timedelta(days[0]), _EPOCH + timedelta(days[1]))


def _within(days: tuple[date, date] | None, length: int) -> str | None:
    """Return the month or the year that holds all of an incident's days, null where there may be two."""
    if days is None:
        return None
    first, last = (day.isoformat()[:length] for day in days)
    return first if first == last else None


def _blamed(attributions: Iterable[Attribution]) -> list[str]:
    """Return who is blamed, each once."""
    return list(dict.fromkeys(_actor_key(each) for each in attributions if each.role != "denied"))


def _actor_key(party: Attribution) -> str:
    return party.id or name_key(party.name)


def _add_parties(rows: _Rows, n: int, attributions: Iterable[Attribution]) -> None:
    for each in {(_actor_key(one), one.role): one for one in attributions}.values():
        rows.add("parties", incident=n, actor=_actor_key(each), name=_name(each.id, each.name), role=each.role)


def _add_account(rows: _Rows, n: int, account: Account, claims: Sequence[Claim]) -> None:
    said = said_in(account, claims)
    for key, name in _sources(account, claims, {each.claim for each in said}).items():
        rows.add(
            "accounts",
            incident=n,
            account=account.id,
            report=account.report,
            source=key,
            source_name=name,
            publisher=party_key(account.source, account.report),
            grade=account.stated.grade,
            strike_status=account.stated.strike_status,
        )
    for each in said:
        rows.add(
            "claims",
            incident=n,
            claim=each.claim,
            account=each.account,
            source=each.source,
            publisher=each.publisher,
            harm=each.group.harm,
            status=each.group.status,
            demographic=each.group.demographic,
            low=each.low,
            high=each.high,
            nth=each.nth,
            of_a_person=each.of_a_person,
            is_conceded=each.is_conceded,
        )


def _sources(account: Account, claims: Iterable[Claim], counted: set[str]) -> dict[str, str]:
    """Return, with their names, whose words an account brings; who only publishes it, where it counts nobody."""
    parties = [source_of(claim, account.source) for claim in claims if claim.id in counted] or [account.source]
    return {party_key(each, account.report): _source_name(each, account.report) for each in parties}


def _source_name(party: Party, report: str) -> str:
    return _name(party.id, party.name) or f"report {report}"


def _name(slug: str | None, worded: str) -> str:
    known = all_actors().get(slug or "")
    return worded if known is None else known.name
