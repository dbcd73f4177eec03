"""One point for many places: coordinates that are a geocoder's fallback and no village's.

Where a program does not find a village it often gives the middle of the
district, to seven digits. Five villages on one point are not five villages.
"""

from collections.abc import Iterator, Sequence

from untold.claims.account import Account
from untold.codebook.folding import name_key
from untold.incidents.places.precision import radius_km
from untold.tallies.checks.finding import Finding, identified
from untold.tallies.checks.whole_record import WholeRecord
from untold.tallies.checks.words import account_passages

_MANY = 5  # names on one point: two spellings, a quarter and its town make three or four
_SHOWN = 8  # accounts and names of a finding


def check_points(record: WholeRecord) -> Iterator[Finding]:
    """Yield each point that one list gives, to the last digit, to five or more places of other names."""
    points: dict[tuple[str, float, float], list[Account]] = {}
    for account in record.accounts.values():
        place = account.place
        if place.lat is not None and place.lon is not None and place.name and _is_exact(place.precision):
            points.setdefault((account.id.partition(":")[0], place.lat, place.lon), []).append(account)
    for (_, lat, lon), accounts in points.items():
        names = {name_key(each.place.name or ""): each.place.name or "" for each in accounts}
        if len(names) >= _MANY:
            yield _finding(record, f"{lat:g}, {lon:g}", accounts, [*names.values()])


def _is_exact(precision: str | None) -> bool:
    return precision is not None and radius_km(precision) <= radius_km("village")


def _finding(record: WholeRecord, point: str, accounts: Sequence[Account], names: Sequence[str]) -> Finding:
    shown = accounts[:_SHOWN]
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    found = Finding(
        "",
        "one_point_many_places",
        "warning",
        f"{len(names)} places share the point {point}: {', '.join(names[:_SHOWN])}{more}.",
        accounts=tuple(each.id for each in shown),
        stated=point,
        residual=len(names),
        unit="records",
        passages=tuple(passage for each in shown[:3] for passage in account_passages(record, each, "places")[:1]),
    )
    return identified(found, accounts[0].id.partition(":")[0], point, sorted(names))
