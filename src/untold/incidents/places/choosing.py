"""Which of several places a name means, if it means one: doubt is kept, and the reason is said."""

from collections.abc import Sequence

from untold.incidents.places.distance import distance_km
from untold.incidents.places.own_places import SAME_SPOT_KM
from untold.incidents.places.resolution import Candidate

# Tuned on airwars_coalition_syria_2014_2016.csv, November 2026: at most two names in a hundred may be put wrong.
ACCEPTED = 0.82  # the same consonants, three or more; or two with a province that agrees
RIVAL = 0.08  # whoever comes so close to the best is its rival
_LARGE, _FAR_LARGER = 50_000, 20  # people, times: a city that needs no saying which
_FAR_OFTENER = 4  # times: a place that the record knows so much better than its namesake


def choose(candidates: Sequence[Candidate]) -> tuple[Candidate | None, str]:
    """Return the candidate that a name means, or null, and why; the candidates come likeliest first."""
    if not candidates:
        return None, "no place of this name is known"
    best = candidates[0]
    if best.score < ACCEPTED:
        return None, f"the likeliest, {best.name}, is not like enough: {_joined(best)}"
    if best.precision == "nearby" and all(each.precision == "nearby" for each in candidates if each.score >= ACCEPTED):
        return None, f"{_joined(best)}; but only strikes in or about it are known, and not the place"
    rivals = [each for each in candidates[1:] if each.score >= best.score - RIVAL]
    elsewhere = [each for each in rivals if _is_elsewhere(best, each)]
    if not elsewhere:
        return best, _joined(best)
    return _favored([best, *rivals]) or (None, _in_words(best, elsewhere))


def _joined(candidate: Candidate) -> str:
    return "; ".join(candidate.reasons)


def _is_elsewhere(one: Candidate, other: Candidate) -> bool:
    return distance_km(one.lat, one.lon, other.lat, other.lon) > SAME_SPOT_KM


def _favored(rivals: Sequence[Candidate]) -> tuple[Candidate, str] | None:
    """Return the one that is so much larger, or so much oftener in the record, that a source need not say which."""
    largest = max(rivals, key=lambda each: each.population or 0)
    others = [each for each in rivals if _is_elsewhere(largest, each)]
    people = largest.population or 0
    if people >= _LARGE and all(people >= _FAR_LARGER * (each.population or 1) and _is_rare(each) for each in others):
        return (
            largest,
            f"{_joined(largest)}; it is by far the largest of {len(others) + 1} places of this name",
        )
    oftenest = max(rivals, key=lambda each: len(each.accounts))
    others = [each for each in rivals if _is_elsewhere(oftenest, each)]
    known = len(oftenest.accounts)
    if known >= _FAR_OFTENER and all(known >= _FAR_OFTENER * max(len(each.accounts), 1) for each in others):
        return oftenest, f"{_joined(oftenest)}; {known} accounts put this name there"
    return None


def _is_rare(candidate: Candidate) -> bool:
    return len(candidate.accounts) < _FAR_OFTENER


def _in_words(best: Candidate, elsewhere: Sequence[Candidate]) -> str:
    far = ", ".join(
        f"{each.name} {distance_km(best.lat, best.lon, each.lat, each.lon):.0f} km away" for each in elsewhere[:3]
    )
    return f"{len(elsewhere) + 1} places may bear this name: {best.name}, and {far}"
