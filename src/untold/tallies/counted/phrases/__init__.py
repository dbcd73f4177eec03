"""What a tally says around its numbers: the comparison's phrases, and its own beside them."""

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources

from untold.codebook.actors import all_actors
from untold.codebook.places import countries
from untold.incidents.places.governorates import find_governorates
from untold.tallies.comparison.phrases import comparison_phrases
from untold.tallies.comparison.phrases.notes import heading
from untold.tallies.comparison.phrases.notes import question as grades_asked
from untold.tallies.ledger.phrases import Phrases
from untold.tallies.tally import Dimension, TallyScope

# Where the names of a field's values stand; what is in no table is called by its slug.
_TABLES: dict[Dimension, str] = {
    "role": "party_role",
    "grade": "grade",
    "strike_status": "strike_status",
    "status": "status",
    "demographic": "demographic",
    "means": "means",
    "infrastructure": "infrastructure",
}


def tally_phrases(language: str | None) -> Phrases:
    """Return the phrases of a language by its tag, English where there are none."""
    return _with_own(comparison_phrases(language).language)


@cache
def _with_own(language: str) -> Phrases:
    text = resources.files(__name__).joinpath(f"{language}.toml").read_text(encoding="utf-8")
    return Phrases(language, {**comparison_phrases(language).tables, **tomllib.loads(text)})


def scope_heading(scope: TallyScope, phrases: Phrases) -> str:
    """Return what a tally counts, in a line: of whom, where, by whom and when."""
    return heading(scope, phrases)


def scope_facts(scope: TallyScope, phrases: Phrases) -> Iterator[str]:
    """Yield what else a tally asks: grades, and what a heading has no room for."""
    if scope.grades:
        yield next(grades_asked(scope, phrases))
    asked: dict[str, tuple[Dimension, tuple[str, ...]]] = {
        "roles": ("role", scope.roles),
        "strike_statuses": ("strike_status", scope.strike_statuses),
        "means_asked": ("means", scope.means),
        "infrastructure_asked": ("infrastructure", scope.infrastructure),
        "only_sources": ("source", scope.sources),
        "without": ("source", scope.without),
    }
    for key, (field, values) in asked.items():
        if values:
            yield phrases.say("tally", key, names=", ".join(value_name(field, value, phrases) for value in values))


def value_name(field: Dimension, value: str | None, phrases: Phrases) -> str:
    """Return what a cell is called: "suspected", "Aleppo", "nobody named"."""
    if value is None:
        return phrases.say("unnamed", field)
    if field in _TABLES:
        return phrases.tables[_TABLES[field]].get(value, value.replace("_", " "))
    if field in {"actor", "source"}:
        return _party_name(value, phrases)
    if field == "country" and value in countries():
        known = countries()[value]
        return known.name_ar if phrases.language == "ar" and known.name_ar else known.name
    if field == "governorate" and phrases.language == "ar":
        return _local_name(value)
    return value


def field_names(fields: tuple[Dimension, ...], phrases: Phrases) -> str:
    """Return the fields of a table as a language lists them."""
    return phrases.say("fact", "and").join(phrases.say("dimension", field) for field in fields)


def _local_name(governorate: str) -> str:
    """Return a governorate's name in its own script, where one alone bears the name and our list has that."""
    units = find_governorates(governorate)
    return units[0].name_local or governorate if len(units) == 1 else governorate


def _party_name(slug: str, phrases: Phrases) -> str:
    known = all_actors().get(slug)
    if known is None:
        return slug
    return known.name_ar if phrases.language == "ar" and known.name_ar else known.name
