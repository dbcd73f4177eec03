"""Low, best and high as UCDP means them: the lowest and the highest reliable number, and the most likely one.

UCDP lets only reliable reports in, and is careful with the best: it goes by
the most reliable source, and where two are equal by the lower number. What is
reliable its coders know; here it is written down.

Source: UCDP GED Codebook, `best`, `high` and `low`. Who is reliable is our reading of it.
"""

from collections.abc import Sequence

from untold.codebook.actors import all_actors
from untold.tallies.ranging.hierarchy import Hierarchy, highest, rank_name
from untold.tallies.ranging.majority import majority
from untold.tallies.ranging.ranged import Ranged, hull
from untold.tallies.ranging.spoken import PassedOver, Spoken, claims_of

_UNRELIABLE = "its source is a party to the fighting, or one that the codebook does not know"


def by_reliable(voices: Sequence[Spoken], order: Hierarchy) -> Ranged:
    """Return the bounds of the reliable voices, and the most reliable one's number as `best`.

    Reliable is a source that the codebook knows and that is no party to the
    fighting. Where none is, all are taken, and `why` says so.
    """
    reliable = [each for each in voices if is_reliable(each)]
    taken = reliable or list(voices)
    top, rank = highest(taken, order)
    low, high = hull(taken)
    best = majority(top)
    out = tuple(dict.fromkeys(claim for each in voices if each not in taken for claim in claims_of(each)))
    used = tuple(dict.fromkeys(claim for each in taken for claim in claims_of(each)))
    whose = "the reliable sources" if reliable else "all sources, for none is reliable"
    why = f"bounds of {whose}; best by {rank_name(rank, order)}: {best.why}"
    return Ranged(low, best.best, high, used, (PassedOver(out, _UNRELIABLE),) if out else (), why)


def is_reliable(voice: Spoken) -> bool:
    """Return whether a voice rests on somebody whom the codebook knows and who is no party to the fighting."""
    known = (all_actors().get(source) for source in voice.sources)
    return any(each is not None and not each.can_harm for each in known)
