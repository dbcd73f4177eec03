"""What the record itself puts beside the claims: its tallies, each source's own, and what was conceded."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from untold.claims.claim import Party
from untold.tallies.comparison.documented import figure_of_tally
from untold.tallies.comparison.figure import Figure
from untold.tallies.comparison.own_scopes import own_scope
from untold.tallies.tally import Tally, TallyScope, Window

_MOST_SOURCES = 8  # get a tally of their own; of a hundred outlets most tell of one incident each
_MOST_OWN_SCOPES = 6


@dataclass(frozen=True, slots=True)
class Tellers:
    """Who tells of incidents, the one that tells of most first, and whether a belligerent answers beside them."""

    sources: tuple[Party, ...] = ()
    has_answers: bool = False


def _nobody(codes: Sequence[str]) -> Tellers:
    del codes
    return Tellers()


def _nothing(asked: TallyScope) -> Sequence[Figure]:
    del asked
    return ()


@dataclass(frozen=True, slots=True)
class Counted:
    """What the record's incidents answer.

    `count` gives a scope's tally with the codes of its incidents, `tellers` who
    tells of incidents by their codes, and `concede` what was conceded on a scope.
    """

    count: Callable[[TallyScope], Tally]
    tellers: Callable[[Sequence[str]], Tellers] = _nobody
    concede: Callable[[TallyScope], Sequence[Figure]] = _nothing


def computed(asked: TallyScope, counted: Counted) -> list[Figure]:
    """Return the record's figures on a scope: all sources together, each by itself, and what was conceded.

    Where one source alone tells of the incidents, and nobody answers, the tally is its own.
    """
    whole = counted.count(asked)
    if not whole.incidents:
        return list(counted.concede(asked))
    tellers = counted.tellers(whole.codes)
    first = tellers.sources[:_MOST_SOURCES]
    if len(first) == 1 and not tellers.has_answers:
        return [figure_of_tally(whole, "tally:1", source=first[0]), *counted.concede(asked)]
    own = ((source, counted.count(replace(asked, sources=(source.id or source.name,)))) for source in first)
    each = [
        figure_of_tally(one, f"tally:{n}", source=source) for n, (source, one) in enumerate(own, 2) if one.incidents
    ]
    return [figure_of_tally(whole, "tally:1"), *each, *counted.concede(asked)]


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


def _has_incidents(country: str, scope: TallyScope, counted: Counted) -> bool:
    if len(scope.countries) == 1:
        return True
    wide = replace(scope, countries=(country,), window=Window(), actors=(), grades=())
    return counted.count(wide).incidents > 0
