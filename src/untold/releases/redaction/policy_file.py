"""A policy from its file: every key known, every value possible, else one line that names both.

A misspelt key that is silently ignored would publish what somebody meant to
protect. So a file that sets anything the program does not know is refused
whole, and so is a list that holds one thing it should not.
"""

import tomllib
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Any, get_args

from untold.claims.claim import Demographic, Harm
from untold.codebook.errors import BrokenPolicy
from untold.codebook.folding import name_key
from untold.codebook.vocabularies import geo_crosswalk
from untold.releases.published import TABLES, columns_of
from untold.releases.redaction.policy import UNSTATED, Claimants, InDoubt, Policy, RestingOn, SmallCells

SHIPPED = "policy.toml"
_MOST_PEOPLE = 100
_Read = Callable[[Any], Any]


@cache
def standard_policy() -> Policy:
    """Return the policy that ships with the program.

    >>> standard_policy().name, standard_policy().states
    ('untold-1', ('published',))
    """
    return _policy(SHIPPED, _shipped())


def read_policy(path: str | Path) -> Policy:
    """Return the policy of a file over the shipped one; raises `BrokenPolicy` for a key or a value that it cannot have.

    Raises `OSError` where the file cannot be read.
    """
    origin = str(path)
    try:
        own = tomllib.loads(Path(path).read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BrokenPolicy(origin, "the file", str(error), "TOML in UTF-8") from None
    return policy_over(own, origin)


def policy_over(own: Mapping[str, Any], origin: str = "policy") -> Policy:
    """Return the shipped policy with the keys of `own`, as a TOML file holds them, in place of its.

    Raises `BrokenPolicy` for a key or a value that it cannot have.

    >>> policy_over({"small_cells": {"below": 5}}).small_cells.below
    5
    """
    return _policy(origin, {**_shipped(), **_flat(own, origin)})


def _shipped() -> dict[str, Any]:
    text = (files("untold.releases.redaction") / SHIPPED).read_text("utf-8")
    return _flat(tomllib.loads(text), SHIPPED)


def _flat(table: Mapping[str, Any], origin: str, above: str = "") -> dict[str, Any]:
    """Return the keys with dots between them, each with its value; refuses those that there are not."""
    found: dict[str, Any] = {}
    for name, value in table.items():
        key = f"{above}{name}"
        if key in _TABLES:
            if not isinstance(value, dict):
                raise BrokenPolicy(origin, key, value, "a table of keys")
            found |= _flat(value, origin, f"{key}.")
        elif (read := _reader(key)) is not None:
            found[key] = _value(origin, key, value, read)
        else:
            raise BrokenPolicy(origin, key, value, f"no such key; one of {', '.join(_beside(above))}")
    return found


def _beside(above: str) -> list[str]:
    """Return the keys that there are under one."""
    known = [each.removeprefix(above) for each in (*_KEYS, *_TABLES) if each.rpartition(".")[0] == above[:-1]]
    return list(_rungs()) if known == ["*"] else known


def _reader(key: str) -> tuple[_Read, str] | None:
    table, _, name = key.partition(".squares.")
    if table == "places":
        return _KEYS["places.squares.*"] if name in _rungs() else None
    if key.startswith("addresses.kept_parameters."):
        return _KEYS["addresses.kept_parameters.*"]
    return _KEYS.get(key)


def _value(origin: str, key: str, value: object, reader: tuple[_Read, str]) -> Any:
    read, expected = reader
    try:
        return read(value)
    except (ValueError, TypeError):
        raise BrokenPolicy(origin, key, value, expected) from None


def _policy(origin: str, keys: Mapping[str, Any]) -> Policy:
    _check_withheld(origin, keys["fields.withhold"])
    return Policy(
        name=keys["name"],
        states=keys["incidents.states"],
        drafts_before_review=keys["incidents.drafts_before_review"],
        claims_of_no_incident=keys["claims.of_no_incident"],
        withhold=frozenset(keys["fields.withhold"]),
        squares=MappingProxyType(_under(keys, "places.squares.")),
        protected_sources=_folded(keys["protected.sources"]),
        protected_reports=frozenset(keys["protected.reports"]),
        protected_incidents=frozenset(keys["protected.incidents"]),
        protected_label=keys["protected.label"],
        claimants=keys["claims.named"],
        passages=keys["passages.publish"],
        passages_in_doubt=keys["passages.in_doubt"],
        passages_of_accounts=keys["passages.of_accounts"],
        account_hosts=keys["addresses.account_hosts"],
        kept_parameters=MappingProxyType(_under(keys, "addresses.kept_parameters.")),
        small_cells=SmallCells(
            keys["small_cells.below"],
            keys["small_cells.resting_on"],
            keys["small_cells.demographics"],
            keys["small_cells.harms"],
        ),
        public_reason=keys["reasons.public"],
    )


def _folded(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(names) | {name_key(each) for each in names}


def _under(keys: Mapping[str, Any], above: str) -> dict[str, Any]:
    return {key.removeprefix(above): value for key, value in keys.items() if key.startswith(above)}


def _check_withheld(origin: str, columns: tuple[str, ...]) -> None:
    """Refuse a column that there is not, and one without which rows could not be told apart."""
    for each in columns:
        table, _, column = each.partition(".")
        if table not in TABLES or column not in columns_of(table):
            raise BrokenPolicy(origin, "fields.withhold", each, "a table and a column of a release, claims.passage")
        if not columns_of(table)[column]:
            raise BrokenPolicy(origin, "fields.withhold", each, "a column that can be empty")


def _rungs() -> tuple[str, ...]:
    return (*geo_crosswalk(), UNSTATED)


def _is(kind: type) -> _Read:
    def read(value: object) -> object:
        if type(value) is not kind:
            raise TypeError
        return value

    return read


def _words(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise TypeError
    return value


def _word_list(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError
    return tuple(_words(each) for each in value)


def _choice(*choices: str) -> tuple[_Read, str]:
    def read(value: object) -> object:
        if value not in choices:
            raise ValueError
        return value

    return read, f"one of {', '.join(choices)}"


def _choices(*choices: str) -> tuple[_Read, str]:
    def read(value: object) -> tuple[str, ...]:
        found = _word_list(value)
        if not set(found) <= set(choices):
            raise ValueError
        return found

    return read, f"a list of some of {', '.join(choices)}"


def _side(value: object) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | float) or value not in _SIDES:
        raise ValueError
    return _SIDES[value]


def _people(value: object) -> int:
    if type(value) is not int or not 0 <= value <= _MOST_PEOPLE:
        raise ValueError
    return value


# Finer than 0.001, a hundred metres, is an exact point. Every side is a power of ten: the squares nest.
_SIDES = {0: Decimal(0), 0.001: Decimal("0.001"), 0.01: Decimal("0.01"), 0.1: Decimal("0.1"), 1: Decimal(1)}
_TRUTH = (_is(bool), "true or false")
_SOME_WORDS = (_word_list, 'a list of words, ["…", "…"]')
_TABLES = frozenset(
    {
        "incidents", "claims", "fields", "places", "places.squares", "protected", "passages", "addresses",
        "addresses.kept_parameters", "small_cells", "reasons",
    }
)  # fmt: skip
_KEYS: Mapping[str, tuple[_Read, str]] = MappingProxyType(
    {
        "name": (_words, "a word or two"),
        "incidents.states": _choices("draft", "in_review", "published"),
        "incidents.drafts_before_review": _TRUTH,
        "claims.of_no_incident": _TRUTH,
        "claims.named": _choice(*get_args(Claimants)),
        "fields.withhold": _SOME_WORDS,
        "places.squares.*": (_side, "0 for no point, or 0.001, 0.01, 0.1 or 1 degrees"),
        "protected.sources": _SOME_WORDS,
        "protected.reports": _SOME_WORDS,
        "protected.incidents": _SOME_WORDS,
        "protected.label": (_words, "a word or two"),
        "passages.publish": _TRUTH,
        "passages.in_doubt": _choice(*get_args(InDoubt)),
        "passages.of_accounts": _TRUTH,
        "addresses.account_hosts": _SOME_WORDS,
        "addresses.kept_parameters.*": _SOME_WORDS,
        "small_cells.below": (_people, f"a whole number from 0 to {_MOST_PEOPLE}"),
        "small_cells.resting_on": _choice(*get_args(RestingOn)),
        "small_cells.demographics": _choices(*get_args(Demographic)),
        "small_cells.harms": _choices(*get_args(Harm)),
        "reasons.public": (_words, 'a beginning, such as "public:"'),
    }
)

# The keys as the documentation names them: of open tables the table.
KEYS = tuple(key.removesuffix(".*") for key in _KEYS)
