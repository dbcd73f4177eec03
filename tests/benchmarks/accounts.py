"""Accounts made by rule, with their incidents known: a world in which a match can be counted right or wrong.

No list of real incidents says which of its rows are one, so how well a match
does at a hundred thousand accounts can only be measured on a made world. This
one is built to be as awkward as the lists of the field are, in numbers that
stand here and nowhere else:

- **Regions** of 320 by 320 km hold 160 places with a name each; a place draws
  incidents by Zipf's law, so that the largest town has one every other day.
  Eight incidents fall a day in every region, for up to three years, and then
  another region begins: the density is the same at any size.
- **Incidents** have a day, a spot within 1.5 km of their place's middle, one
  actor of five, a means of six, 0 to 60 killed (geometric, mean 5) and injured.
- **Accounts**: each of seven sources reports an incident with its own chance
  (0.55 down to 0.2; 2.6 accounts on average, those with none are gone).
- **Dates** are off by a day in 12 of 100, a week wide in 2, missing in 1.
- **Places** are given as an exact location, a village, a town, a subdistrict or
  a province, and scattered accordingly; 8 of 100 have a name and no
  coordinates; names are spelled in several ways.
- **Numbers** are exact in 60 of 100, a range in 15, a floor in 10, off by up to
  a fifth in 15; civilians alone in half; missing in 12.
- **Actors** are stated as known in 45 of 100, suspected in 30, another one is
  suspected in 2, and nobody is named in the rest. **Means** are missing in 25,
  a sibling of the true one in 15.
- **Copies**: 6 of 100 accounts are printed again by another source.
- **Codes**: 5 of 100 cite the code of an earlier account.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import cos, radians
from random import Random

from tests.made_claims import made_claim
from untold.claims.account import Account, AccountDate, AccountPlace, Stated
from untold.claims.claim import Attribution, Claim, Harm, Party, Status
from untold.codebook.counts import Count
from untold.reports.report import Passage

_DEGREE_KM = 111.195
_DAYS, _A_DAY, _PLACES, _SIDE_KM = 1096, 8, 160, 320.0
_CHANCES = {"alder": 0.55, "birch": 0.5, "cedar": 0.45, "elm": 0.4, "fir": 0.3, "hazel": 0.2, "larch": 0.2}
_ACTORS = ("us-led-coalition", "russia", "syrian-armed-forces", "islamic-state", "turkish-armed-forces")
_MEANS = ("airstrike", "drone_strike", "artillery", "missile_rocket", "ied", "small_arms")
_SIBLING = {"airstrike": "drone_strike", "drone_strike": "airstrike", "artillery": "missile_rocket"}
_PRECISIONS = (
    ("exact_location", 0.1, 25),
    ("village", 1.5, 35),
    ("town", 2.5, 25),
    ("subdistrict", 9.0, 9),
    ("province", 60.0, 6),
)
_SYLLABLES = (
    "bal",
    "dor",
    "fen",
    "gam",
    "hir",
    "jas",
    "kel",
    "lun",
    "mar",
    "nis",
    "pol",
    "rud",
    "sab",
    "tev",
    "wad",
    "zem",
)
_NOWHERE = Passage("made", 0, 0, "")


@dataclass(frozen=True, slots=True)
class Made:
    """An account with its claims, the number of its incident, and the text of which it is a copy, if it is."""

    account: Account
    claims: tuple[Claim, ...]
    incident: int
    copy_group: str | None


@dataclass(frozen=True, slots=True)
class _Incident:
    number: int
    day: date
    lat: float
    lon: float
    name: str
    region: int
    actor: str
    means: str
    killed: int
    injured: int


def make_accounts(size: int, seed: int = 1) -> Iterator[Made]:
    """Yield `size` accounts, the same for the same seed."""
    dice = Random(seed)  # noqa: S311 - a made world keeps no secrets
    made = 0
    for incident in _incidents(dice):
        for account in _accounts(incident, dice):
            yield account
            made += 1
            if made == size:
                return


def _incidents(dice: Random) -> Iterator[_Incident]:
    number = region = 0
    while True:
        places = [_place(region, dice) for _ in range(_PLACES)]
        weights = [1 / rank for rank in range(1, _PLACES + 1)]
        for day in range(_DAYS):
            for name, lat, lon in dice.choices(places, weights, k=_A_DAY):
                number += 1
                yield _incident(number, region, date(2013, 1, 1) + timedelta(day), (name, lat, lon), dice)
        region += 1


def _place(region: int, dice: Random) -> tuple[str, float, float]:
    """Return a place of a region; regions stand in a grid, so that none touches another."""
    south, west = 10 + 6 * (region % 8), -60 + 6 * (region // 8 % 30)
    name = "".join(dice.choice(_SYLLABLES) for _ in range(3)).capitalize()
    north_km, east_km = dice.uniform(0, _SIDE_KM), dice.uniform(0, _SIDE_KM)
    lat = south + north_km / _DEGREE_KM
    return name, lat, west + east_km / (_DEGREE_KM * cos(radians(lat)))


def _incident(number: int, region: int, day: date, place: tuple[str, float, float], dice: Random) -> _Incident:
    name, lat, lon = place
    lat, lon = _scattered(lat, lon, 1.5, dice)
    killed = min(int(dice.expovariate(1 / 5)), 60)
    actor, means = dice.choice(_ACTORS), dice.choice(_MEANS)
    return _Incident(number, day, lat, lon, name, region, actor, means, killed, int(dice.expovariate(1 / 8)))


def _scattered(lat: float, lon: float, kilometres: float, dice: Random) -> tuple[float, float]:
    north, east = dice.gauss(0, kilometres / 2), dice.gauss(0, kilometres / 2)
    return lat + north / _DEGREE_KM, lon + east / (_DEGREE_KM * cos(radians(lat)))


def _accounts(incident: _Incident, dice: Random) -> Iterator[Made]:
    earlier: Account | None = None
    speaking = [source for source, chance in _CHANCES.items() if dice.random() < chance]
    silent = [source for source in _CHANCES if source not in speaking]
    for source in speaking:
        made = _account(incident, source, earlier, dice)
        earlier = made.account
        if silent and dice.random() < 0.06:
            group = made.account.id
            yield replace(made, copy_group=group)
            yield _copy(made, silent.pop(), group, dice)
        else:
            yield made


def _copy(made: Made, source: str, group: str, dice: Random) -> Made:
    """Return the account as another source prints it: the same words, and sometimes a vaguer place."""
    account = replace(
        made.account,
        id=f"{source}:{made.incident}",
        source=Party(source, source),
        codes=(f"{source[:2]}{made.incident}",),
    )
    if dice.random() < 0.3:
        account = replace(account, place=replace(account.place, lat=None, lon=None, precision=None))
    return Made(account, made.claims, made.incident, group)


def _account(incident: _Incident, source: str, earlier: Account | None, dice: Random) -> Made:
    cited = earlier.codes if earlier is not None and dice.random() < 0.05 else ()
    account = Account(
        id=f"{source}:{incident.number}",
        report=source,
        source=Party(source, source),
        claims=(),
        date=_date(incident.day, dice),
        place=_told_place(incident, dice),
        attributed_to=_attributed(incident.actor, dice),
        means=_told_means(incident.means, dice),
        codes=(f"{source[:2]}{incident.number}",),
        stated=Stated(codes=cited),
    )
    claims = tuple(_claims(incident, account.id, dice))
    return Made(replace(account, claims=tuple(claim.id for claim in claims)), claims, incident.number, None)


def _date(day: date, dice: Random) -> AccountDate:
    luck = dice.random()
    if luck < 0.01:
        return AccountDate()
    if luck < 0.03:
        start = day - timedelta(dice.randrange(7))
        return AccountDate(start.isoformat(), (start + timedelta(6)).isoformat(), "week")
    told = day + timedelta(dice.choice((1, 1, 1, -1))) if luck < 0.15 else day
    return AccountDate(told.isoformat(), told.isoformat(), "day")


def _told_place(incident: _Incident, dice: Random) -> AccountPlace:
    name = _spelled(incident.name, dice)
    admin1, country = f"Province {incident.region}", "SYR"
    if dice.random() < 0.08:
        return AccountPlace(name, admin1=admin1, country=country)
    ((precision, kilometres, _),) = dice.choices(_PRECISIONS, [weight for *_, weight in _PRECISIONS])
    lat, lon = _scattered(incident.lat, incident.lon, kilometres, dice)
    named = None if precision == "province" else name
    return AccountPlace(named, None, round(lat, 5), round(lon, 5), precision, None, admin1, country)


def _spelled(name: str, dice: Random) -> str:
    luck = dice.random()
    if luck < 0.2:
        return f"Al-{name}"
    if luck < 0.3:
        return name.upper()
    return name.replace("e", "i") if luck < 0.4 else name


def _attributed(actor: str, dice: Random) -> tuple[Attribution, ...]:
    luck = dice.random()
    if luck < 0.45:
        return (Attribution(actor, actor, "known"),)
    if luck < 0.75:
        return (Attribution(actor, actor, "suspected"),)
    if luck < 0.77:
        other = dice.choice(_ACTORS)
        return (Attribution(other, other, "suspected"),)
    return ()


def _told_means(means: str, dice: Random) -> str | None:
    luck = dice.random()
    if luck < 0.25:
        return None
    return _SIBLING.get(means, means) if luck < 0.4 else means


def _claims(incident: _Incident, account: str, dice: Random) -> Iterator[Claim]:
    if dice.random() >= 0.12:
        status: Status | None = "civilian" if dice.random() < 0.5 else None
        yield _claim(f"{account}:1", "killed", status, _count(incident.killed, dice))
    if dice.random() >= 0.4:
        yield _claim(f"{account}:2", "injured", None, _count(incident.injured, dice))


def _count(number: int, dice: Random) -> Count:
    luck = dice.random()
    if luck < 0.6:
        return Count.exactly(number)
    if luck < 0.75:
        return Count.between(max(number - dice.randrange(3), 0), number + dice.randrange(1, 4))
    if luck < 0.85:
        return Count.at_least(max(number - dice.randrange(2), 0))
    return Count.exactly(max(number + round(number * dice.uniform(-0.2, 0.2)), 0))


def _claim(claim_id: str, harm: Harm, status: Status | None, count: Count) -> Claim:
    return made_claim(claim_id, count, report="made", harm=harm, status=status, quote=_NOWHERE)
