"""The rule's lengths and points, as data: what a reader of a match may see, question and change.

A threshold inside code is a decision that nobody can point at. All of them
stand in `rule.toml`, or in a file of the same shape that a person gives, and a
run's result is a function of the accounts, the judgements and these.
"""

from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

import msgspec

from untold.codebook.errors import BrokenVocabulary

COMPARED = ("date", "place", "actors", "killed", "injured", "copy", "story", "code")  # beside the taxonomies


class Window(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How far two accounts of one incident may lie apart, in days and kilometres."""

    days: int
    kilometres: float
    name_kilometres: float = 0.0
    code_days: int = 7
    code_kilometres: float = 80.0
    narrow_days: int = 6


class Counts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """By how much two ranges of people may miss each other and still be close."""

    people: int = 2
    share: float = 0.25


class Taxonomy(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A ladder of columns `<name>_1` (finest) to `<name>_<levels>` (coarsest), and what agreeing on each is worth."""

    levels: int
    points: tuple[int, ...]


class Limits(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """From how many points a pair is linked or shown; `margin` null: ties are broken by nearness, never ambiguous."""

    link: int
    review: int
    margin: int | None = None


class Blocks(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How accounts are brought together before they are compared."""

    bucket_days: int = 2
    cell_kilometres: float = 20.0
    widest_radius_km: float = 12.0
    widest_span_days: int = 45
    most_members: int = 2000


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Everything that the rule's outcome depends on, beside accounts and judgements."""

    comparisons: tuple[str, ...]
    window: Window
    decision: Limits
    points: dict[str, dict[str, int]]
    taxonomies: dict[str, Taxonomy] = {}
    counts: Counts = Counts()
    blocking: Blocks = Blocks()

    def worth(self, comparison: str, level: str) -> int:
        """Return the points of a level, 0 where none are set."""
        return self.points.get(comparison, {}).get(level, 0)


@cache
def standard_settings() -> Settings:
    """Return the settings that come with the program.

    >>> standard_settings().window.days
    1
    """
    return _shaped((files("untold.incidents.matching") / "rule.toml").read_bytes(), "rule.toml")


def read_settings(path: Path) -> Settings:
    """Return the settings of a file; raises `BrokenVocabulary` where it has another shape."""
    return _shaped(path.read_bytes(), str(path))


def settings_digest(settings: Settings) -> str:
    """Return 16 hex digits that change whenever a setting does."""
    return sha256(msgspec.json.encode(settings, order="sorted")).hexdigest()[:16]


def _shaped(content: bytes, where: str) -> Settings:
    try:
        settings = msgspec.toml.decode(content, type=Settings)
    except (msgspec.ValidationError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BrokenVocabulary(where, str(error)) from None
    _check(settings, where)
    return settings


def _check(settings: Settings, where: str) -> None:
    """Raise `BrokenVocabulary` for what no rule can be made of; names become columns of SQL, so they are checked."""
    for name in settings.comparisons:
        if name not in settings.taxonomies and name not in COMPARED:
            raise BrokenVocabulary(where, f"compares {name!r}, which is no taxonomy and none of {', '.join(COMPARED)}")
    for name, taxonomy in settings.taxonomies.items():
        if not name.isidentifier() or not name.isascii():
            raise BrokenVocabulary(where, f"the taxonomy {name!r} is no name of a column")
        if taxonomy.levels < 1 or len(taxonomy.points) != taxonomy.levels:
            raise BrokenVocabulary(f"{where}, taxonomies.{name}", f"needs points for each of {taxonomy.levels} levels")
