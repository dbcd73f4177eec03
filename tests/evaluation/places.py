"""Places: what a name in Airwars' list means, against the coordinates that Airwars gives it.

Each row is asked by its name in both scripts, Syria and its governorate. Once
the gazetteer alone answers, once with the record's own places from all other
rows, so that no row helps itself. A place that is put wrong without a doubt
is the error that counts most: `wrong` is of the rows whose coordinates are
the named place's own. Where they are a strike's, some thirty kilometres from
the town that the row names, no name could tell: `wrong_or_apart` counts those too.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from tests.evaluation.corpora import csv_rows, data_folder, present
from tests.evaluation.measurement import Measurement, Outcome, share_right
from untold.claims.account import Account, AccountDate, AccountPlace
from untold.claims.claim import Party
from untold.codebook.folding import is_arabic
from untold.incidents.places.distance import distance_km
from untold.incidents.places.gazetteer import gazetteer
from untold.incidents.places.names import folded_key, name_keys
from untold.incidents.places.own_places import OwnPlaces, own_places
from untold.incidents.places.precision import radius_km
from untold.incidents.places.resolution import Candidate, Resolution, query_of
from untold.incidents.places.resolving import resolve
from untold.incidents.places.wording import is_plain

AIRWARS = "airwars_coalition_syria_2014_2016.csv"
NAME_PAIRS = "gaza_moh_t4p/dict_ar_en.csv"
RIGHT_KM = 10.0
_RUNGS = {"neighbourhood_area": "neighbourhood", "nearby_landmark": "landmark", "": None}
_WHOLE_PLACES = ("village", "town", "city", "subdistrict", "district")
Verdict = Literal["right", "wrong", "ambiguous_with", "ambiguous_without", "unknown"]


@dataclass(frozen=True, slots=True)
class Asked:
    """A row's place, with the answer and how it compares with the row's own coordinates."""

    account: Account
    resolution: Resolution
    verdict: Verdict

    @property
    def line(self) -> str:
        """The answer in a line, without the row's name."""
        found = self.resolution.chosen
        shown = "nothing" if found is None else f"{found.lat:.3f}, {found.lon:.3f} ± {self.resolution.radius_km} km"
        return f"{self.verdict}: {shown} ({self.resolution.reason})"


def accounts() -> tuple[Account, ...]:
    """Return Airwars' rows that have coordinates, as accounts; the list's country column is of one country."""
    return tuple(_account(row) for row in csv_rows(present(data_folder() / AIRWARS)) if row["lat"])


def _account(row: dict[str, str]) -> Account:
    place = AccountPlace(
        row["location"] or None,
        row["location_ar"] or None,
        float(row["lat"]),
        float(row["lon"]),
        _RUNGS.get(row["geo_accuracy"], row["geo_accuracy"]),
        admin1=row["governorate"] or None,
        country="SYR",
    )
    return Account(f"airwars:{row['code']}", "list", Party("airwars", "Airwars"), (), AccountDate(), place)


@cache
def asked(*, with_own: bool) -> tuple[Asked, ...]:
    """Return every row's place with the answer, with the other rows' places or without."""
    rows = accounts()
    return tuple(
        _asked(row, own_places(rows[:n] + rows[n + 1 :]) if with_own else OwnPlaces()) for n, row in enumerate(rows)
    )


def _asked(row: Account, own: OwnPlaces) -> Asked:
    resolution = resolve(query_of(row.place), gazetteer(), own)
    return Asked(row, resolution, _verdict(row.place, resolution))


def _verdict(truth: AccountPlace, resolution: Resolution) -> Verdict:
    if resolution.chosen is not None:
        return "right" if _is_right(truth, resolution.chosen, resolution.radius_km) else "wrong"
    if resolution.verdict == "ambiguous":
        is_among = any(_is_right(truth, each, 0.0) for each in resolution.candidates)
        return "ambiguous_with" if is_among else "ambiguous_without"
    return "unknown"


def _is_right(truth: AccountPlace, found: Candidate, open_km: float | None) -> bool:
    """Return whether an answer is within 10 km of the truth, or within what both say that they leave open."""
    far = distance_km(found.lat, found.lon, truth.lat or 0.0, truth.lon or 0.0)
    return far <= max(RIGHT_KM, (open_km or 0.0) + (radius_km(truth.precision) if truth.precision else 0.0))


def pairs() -> Iterator[tuple[str, str]]:
    """Yield the Arabic–Latin pairs of given names."""
    with present(data_folder() / NAME_PAIRS).open(encoding="utf-8", newline="") as lines:
        for row in csv.reader(lines):
            if len(row) == 2 and is_arabic(row[0]) and row[1].isascii() and folded_key(row[1]):
                yield row[0], row[1]


def _meet(unit: str, arabic: str, latin: str) -> Outcome:
    ours, theirs = name_keys(arabic), name_keys(latin)
    return Outcome(unit, bool(set(ours) & set(theirs)), " ".join(ours), " ".join(theirs))


def measure() -> list[Measurement]:
    """Return the shares of rows by verdict, for the gazetteer alone and with own places, and how names meet."""
    by_list = [m for prefix, own in (("gazetteer", False), ("own", True)) for m in _shares(prefix, asked(with_own=own))]
    given = [(a, b) for a, b in pairs() if len(name_keys(a)) > 1 and len(name_keys(b)) > 1]
    rows = [account.place for account in accounts()]
    placed = {(row.name_local, row.name) for row in rows if row.name and row.name_local and is_plain(row.name)}
    return [
        *by_list,
        share_right("places.given_names_meet", NAME_PAIRS, (_meet(a, a, b) for a, b in given)),
        share_right("places.place_names_meet", AIRWARS, (_meet(a, a, b) for a, b in sorted(placed))),
    ]


def _shares(prefix: str, rows: Sequence[Asked]) -> Iterator[Measurement]:
    yield share_right(f"places.{prefix}_right", AIRWARS, _outcomes(rows, {"right"}))
    yield share_right(f"places.{prefix}_among", AIRWARS, _outcomes(rows, {"right", "ambiguous_with"}))
    yield _wrong(f"places.{prefix}_wrong", [row for row in rows if row.account.place.precision in _WHOLE_PLACES])
    yield _wrong(f"places.{prefix}_wrong_or_apart", rows)
    yield _share_of(f"places.{prefix}_ambiguous", rows, {"ambiguous_with", "ambiguous_without"})
    yield _share_of(f"places.{prefix}_unknown", rows, {"unknown"})
    yield share_right(
        f"places.{prefix}_radius_holds", AIRWARS, map(_within, (row for row in rows if row.resolution.chosen))
    )


def _wrong(measure: str, rows: Sequence[Asked]) -> Measurement:
    others = share_right(measure, AIRWARS, _outcomes(rows, {"right", "ambiguous_with", "ambiguous_without", "unknown"}))
    return Measurement(measure, 1 - others.value, others.n, AIRWARS, others.misses, lower_is_better=True)


def _within(row: Asked) -> Outcome:
    place, found = row.account.place, row.resolution.chosen
    far = distance_km(found.lat, found.lon, place.lat or 0.0, place.lon or 0.0) if found else 0.0
    return Outcome(row.account.id, far <= (row.resolution.radius_km or 0.0), f"{far:.1f} km away", row.line)


def _share_of(measure: str, rows: Sequence[Asked], verdicts: set[str]) -> Measurement:
    hit = [row for row in rows if row.verdict in verdicts]
    return Measurement(measure, len(hit) / len(rows), len(rows), AIRWARS)


def _outcomes(rows: Iterable[Asked], verdicts: set[str]) -> Iterator[Outcome]:
    for row in rows:
        place = row.account.place
        yield Outcome(row.account.id, row.verdict in verdicts, f"{place.lat}, {place.lon} {place.precision}", row.line)
