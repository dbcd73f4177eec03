"""The scope on which the record would have to be counted to stand beside somebody else's number.

A monitor's total of eighteen months and a tally of two years can hardly be
compared; the same record counted over the same eighteen months can. So the
question is turned round: a claim's own country, actor and days become the
scope of a tally, as far as the claim states them.
"""

from dataclasses import replace

from untold.tallies.comparison.figure import Figure
from untold.tallies.comparison.places import countries_of, spots
from untold.tallies.comparison.scope import Scope
from untold.tallies.tally import TallyScope


def own_scope(figure: Figure, asked: TallyScope) -> TallyScope | None:
    """Return the scope of a tally that counts what a figure counts, or null where the figure does not say enough.

    What the figure leaves open is taken from what was asked for: the actors and
    the days, but never the place. Grades and sources are those asked for.
    """
    scope = figure.scope
    where = _where(scope)
    if where is None or scope.status == "unknown" or any(each.id is None for each in scope.actors):
        return None
    countries, places = where
    actors = tuple(each.id for each in scope.actors if each.id is not None)
    return replace(
        asked,
        harm=scope.harm,
        status=scope.status,
        demographic=scope.demographic,
        countries=countries,
        places=places,
        actors=actors or asked.actors,
        window=scope.window or asked.window,
    )


def _where(scope: Scope) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Return whole countries, or the names of smaller places with their one country; null where neither is clear."""
    if not scope.places:
        return None
    whole = countries_of(scope.places)
    if whole:
        return whole, ()
    found = spots(scope.places)
    countries = {spot.country for spot in found}
    if len(countries) != 1 or None in countries or any(spot.name is None for spot in found):
        return None
    smaller = tuple(place.name for place in scope.places if not countries_of([place]))
    return tuple(country for country in countries if country is not None), smaller
