"""What a comparison says around its numbers: the ledger's phrases, and its own beside them."""

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources

from untold.claims.claim import Place
from untold.codebook.actors import all_actors
from untold.codebook.places import find_place
from untold.tallies.comparison.figure import Figure
from untold.tallies.comparison.scope import Scope
from untold.tallies.ledger.phrases import Phrases, phrases_for


def comparison_phrases(language: str | None) -> Phrases:
    """Return the phrases of a language by its tag, English where there are none."""
    return _with_own(phrases_for(language).language)


@cache
def _with_own(language: str) -> Phrases:
    text = resources.files(__name__).joinpath(f"{language}.toml").read_text(encoding="utf-8")
    return Phrases(language, {**phrases_for(language).tables, **tomllib.loads(text)})


def whose(figure: Figure, phrases: Phrases) -> str:
    """Return whose number it is; an actor of the codebook by its name in the page's language where that is its own."""
    if figure.source is not None:
        return _named(figure.source.id, figure.source.name, phrases)
    return phrases.say("comparison", "together" if figure.report is None else "itself")


def facts(scope: Scope, phrases: Phrases) -> tuple[str, ...]:
    """Return what a number counts, field by field: of whom, where, by whom, when, by which grades."""
    return tuple(fact for fact in _facts(scope, phrases) if fact)


def _facts(scope: Scope, phrases: Phrases) -> Iterator[str]:
    yield people(scope, phrases)
    yield place(scope, phrases)
    yield actors(scope, phrases)
    yield time(scope, phrases)
    yield grades(scope, phrases)
    yield phrases.say("fact", scope.extent)


def people(scope: Scope, phrases: Phrases) -> str:
    """Return what harm was done to whom: "killed, civilians, children"."""
    status = phrases.say("fact", "everybody") if "status" in scope.unbounded else ""
    status = phrases.say("status", scope.status) if scope.status else status
    demographic = phrases.say("demographic", scope.demographic) if scope.demographic else ""
    affiliation = scope.affiliation.name if scope.affiliation else ""
    parts = (phrases.say("harm", scope.harm), status, demographic, affiliation)
    return phrases.say("fact", "comma").join(part for part in parts if part)


def place(scope: Scope, phrases: Phrases) -> str:
    """Return where; a country of the codebook by its name in the page's language."""
    if "places" in scope.unbounded:
        return phrases.say("fact", "everywhere")
    names = [_place_name(each, phrases) for each in scope.places]
    return phrases.say("fact", "and").join(names) or phrases.say("fact", "no_place")


def actors(scope: Scope, phrases: Phrases) -> str:
    """Return by whom."""
    if "actors" in scope.unbounded:
        return phrases.say("fact", "by_anybody")
    names = phrases.say("fact", "and").join(_named(each.id, each.name, phrases) for each in scope.actors)
    return (
        phrases.say("fact", "by_alone" if scope.is_alone else "by", names=names)
        if names
        else phrases.say("fact", "no_actor")
    )


def time(scope: Scope, phrases: Phrases) -> str:
    """Return when: the words, and the days that they come to."""
    words, days = words_of(scope), days_of(scope, phrases)
    if words and days:
        return f"{words} ({days})"
    return words or days or phrases.say("fact", "no_time")


def grades(scope: Scope, phrases: Phrases) -> str:
    """Return the grades that are counted and whose they are; empty where no grade is stated."""
    if scope.grades is None:
        return ""
    if not scope.grades:
        return phrases.say("fact", "any_grade")
    names = phrases.say("fact", "or").join(phrases.tables["grade"].get(each, each) for each in scope.grades)
    return phrases.say("fact", f"grades_{scope.grades_by or 'ours'}", names=names)


def words_of(scope: Scope) -> str:
    """Return the time as worded, on one line; empty where there are no words for it."""
    return " ".join(scope.period.words.split()) if scope.period.words else ""


def days_of(scope: Scope, phrases: Phrases) -> str:
    """Return the days that a scope comes to; empty where it comes to none."""
    window = scope.window
    if window is None:
        return ""
    if window.start is None:
        return phrases.say("fact", "always") if window.end is None else phrases.say("fact", "until", end=window.end)
    if window.end is None:
        return phrases.say("fact", "since", start=window.start)
    if window.start == window.end:
        return window.start
    return phrases.say("fact", "from_to", start=window.start, end=window.end)


def _named(slug: str | None, name: str, phrases: Phrases) -> str:
    known = all_actors().get(slug or "")
    return known.name_ar if known and known.name_ar and phrases.language == "ar" else name


def _place_name(place: Place, phrases: Phrases) -> str:
    known = find_place(place.name)
    return known.name_ar if known and known.name_ar and phrases.language == "ar" else place.name
