"""One field of a claim put right by hand, within what the record can hold.

A correction is typed by a person, so it is checked like everything that comes
from outside: a harm that the codebook does not know is refused, not stored.
"""

import re
from typing import Any

import msgspec

from untold.claims.claim import Claim
from untold.codebook.actors import all_actors, find_actor
from untold.codebook.counts import Count
from untold.codebook.errors import UnknownWording

CORRECTABLE = (
    "kind",
    "harm",
    "count",
    "status",
    "demographic",
    "affiliation",
    "part_of",
    "restates",
    "claimant",
    "attributed_to",
    "means",
    "places",
    "period",
    "scope",
    "modality",
    "note",
)

_NUMBER = r"(\d{1,3}(?:,\d{3})+|\d{1,12})"
_COUNT = re.compile(rf"(?:(at least|more than|at most|up to|less than|fewer than|about) )?{_NUMBER}")
_RANGE = re.compile(rf"{_NUMBER} ?[-\u2013] ?{_NUMBER}")
_QUALIFIED = {
    None: Count.exactly,
    "at least": Count.at_least,
    "more than": Count.more_than,
    "at most": Count.at_most,
    "up to": Count.at_most,
    "less than": Count.less_than,
    "fewer than": Count.less_than,
    "about": Count.about,
}


def corrected(claim: Claim, field: str, value: str) -> Claim:
    """Return the claim with one field as a person says it is; an empty value is "not stated".

    Raises `UnknownWording` for a field that nobody may change (the quote and
    its passages are the report's own words) and for a value it cannot hold.
    """
    if field not in CORRECTABLE:
        raise UnknownWording(field, "correctable field")
    record = msgspec.to_builtins(claim)
    record[field] = _value(field, value.strip())
    try:
        return msgspec.convert(record, Claim)
    except (msgspec.ValidationError, ValueError) as error:
        raise UnknownWording(value, field) from error


def _value(field: str, value: str) -> Any:
    match field:
        case "count":
            return msgspec.to_builtins(_count(value))
        case "claimant" | "affiliation":
            return _party(value) if value else None
        case "attributed_to":
            return [{**_party(name), "role": "known"} for name in _names(value)]
        case "places":
            return [{"name": name, "country": None} for name in _names(value)]
        case "period":
            start, _, end = value.partition("/")
            return {"start": start or None, "end": end or None, "basis": "stated"}
        case _:
            return value or None


def _count(words: str) -> Count:
    plain = words.lower()
    if plain in {"none", "nobody"}:
        return Count.nobody()
    if plain in {"", "not stated"}:
        return Count.vague()
    if (found := _RANGE.fullmatch(plain)) is not None:
        low, high = (_number(digits) for digits in found.groups())
        if low <= high:
            return Count.between(low, high)
    elif (found := _COUNT.fullmatch(plain)) is not None:
        return _QUALIFIED[found[1]](_number(found[2]))
    raise UnknownWording(words)


def _number(digits: str) -> int:
    return int(digits.replace(",", ""))


def _party(name: str) -> dict[str, str | None]:
    known = all_actors().get(name) or find_actor(name)
    return {"id": known.id, "name": known.name if name == known.id else name} if known else {"id": None, "name": name}


def _names(value: str) -> list[str]:
    return [name.strip() for name in value.split(";") if name.strip()]
