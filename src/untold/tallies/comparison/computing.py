"""What the record itself puts beside the claims: its tallies, each source's own, and what was conceded."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from untold.claims.claim import Party
from untold.tallies.comparison.documented import figure_of_tally
from untold.tallies.comparison.figure import Figure
from untold.tallies.comparison.own_scopes import own_scope
from untold.tallies.tally import Tally, TallyScope, Window

_MOST_SOURCES = 8
_MOST_OWN_SCOPES = 6


def _nothing(asked: TallyScope) -> Sequence[Figure]:
    del asked
    return ()


@dataclass(frozen=True, slots=True)
class Counted:
    """What the record's incidents answer.

    `count` gives a scope's tally and `concede` what was conceded on it;
    `sources` are those who tell of incidents, in the order in which they are shown.
    """

    count: Callable[[TallyScope], Tally]
    sources: tuple[Party, ...] = ()
    concede: Callable[[TallyScope], Sequence[Figure]] = _nothing


def computed(asked: TallyScope, counted: Counted) -> list[Figure]:
    """Return the record's figures on a scope: all sources together, each by itself, and what was conceded.

    Where one source alone tells of the incidents, the tally is its own.
    """
    whole = counted.count(asked)
    if not whole.incidents:
        return list(counted.concede(asked))
    own = [(source, tally) for source, tally in _by_source(asked, counted) if tally.incidents]
    if len(own) == 1:
        return [figure_of_tally(whole, "tally:1", source=own[0][0]), *counted.concede(asked)]
    each = [figure_of_tally(tally, f"tally:{n}", source=source) for n, (source, tally) in enumerate(own, 2)]
    return [figure_of_tally(whole, "tally:1"), *each[:_MOST_SOURCES], *counted.concede(asked)]


def on_own_scopes(listed: Sequence[Figure], asked: TallyScope, counted: Counted) -> Iterator[Figure]:
    """Yield a tally for each of the first claims that state another scope than was asked for.

    No tally is made of a country in which the record has no incident: it would
    compare two countries with one.
    """
    record = next((figure for figure in listed if figure.id == "tally:1"), None)
    done = {asked}
    claims = [figure for figure in listed if figure.claim is not None]
    for figure in claims:
        scope = own_scope(figure, asked)
        if record is None or scope is None or scope in done or len(done) > _MOST_OWN_SCOPES:
            continue
        done.add(scope)
        tally = counted.count(scope)
        if tally.incidents and all(_has_incidents(country, scope, counted) for country in scope.countries):
            yield figure_of_tally(tally, f"tally:of:{figure.id}", source=record.source, of=figure.id)


def _by_source(asked: TallyScope, counted: Counted) -> Iterator[tuple[Party, Tally]]:
    """Yield each source with the tally of what it alone says; where sources are asked for, only of those."""
    for source in counted.sources:
        name = source.id or source.name
        if not asked.sources or name in asked.sources:
            yield source, counted.count(replace(asked, sources=(name,)))


def _has_incidents(country: str, scope: TallyScope, counted: Counted) -> bool:
    if len(scope.countries) == 1:
        return True
    wide = replace(scope, countries=(country,), window=Window(), actors=(), grades=())
    return counted.count(wide).incidents > 0
