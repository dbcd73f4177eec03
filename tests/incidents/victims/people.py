"""Invented people, and records of them in several spellings."""

from typing import Any

from untold.claims.account import Account, AccountDate, AccountPlace
from untold.claims.claim import Party
from untold.incidents.victims import Age, Particulars, Victim, person_names

CANARY = "Zubayda Canarywing al-Mukhtara"
CANARY_AR = "زبيدة كناريوينغ المخترعة"
DAY = AccountDate("2015-06-10", "2015-06-10", "day")
VILLAGE = AccountPlace(name="Tal Zahra", name_local="تل زهرة", lat=36.0, lon=38.0, country="SYR")
SOHR = Party("sohr", "SOHR")


def victim(**fields: Any) -> Victim:
    """Return a victim with the marked name, unless the test names another."""
    given = {"id": "v1", "harm": "killed", "accounts": ("a",), "names": person_names(CANARY, CANARY_AR)}
    return Victim(**{**given, **fields})


def record(id: str = "p1", name: str = CANARY, **fields: Any) -> Particulars:  # noqa: A002
    """Return what is known of one record of the person with the marked name."""
    given: dict[str, Any] = {"names": person_names(name), "gender": "female", "age": Age(34, 34)}
    return Particulars(id, **{**given, "dates": (DAY,), "places": (VILLAGE,), **fields})


def account(id: str = "a") -> Account:  # noqa: A002
    """Return an account of that day in the village."""
    return Account(id=id, report="r", source=SOHR, claims=(), date=DAY, place=VILLAGE)
