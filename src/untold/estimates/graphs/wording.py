"""What an average over graphs assumes, in sentences for somebody who has never seen a graph."""

from untold.estimates.capture_table import CaptureTable
from untold.estimates.graphs.prior import Prior

_IDENTIFYING = (
    "Two lists at least do not depend on each other among {unit} of whom the other lists say the same: "
    "how these two overlap there says how many {unit} are on no list."
)
_GRAPHS = (
    "Every such pattern of dependence between lists (decomposable graph) was as likely before the lists were seen, "
    "but not that all lists depend on each other at once, under which lists say nothing of the unseen."
)


def assumptions_of(table: CaptureTable, prior: Prior, delta: float) -> tuple[str, ...]:
    """Return the assumptions of a fit, each a sentence; the second is what identifies the number."""
    unit = table.unit
    whole = _units(delta * 2**table.width, unit)
    return (
        f"The lists are about the same people, place and time, and which {unit} stand on two lists is known.",
        _IDENTIFYING.format(unit=unit),
        f"Within the stratum, all {unit} were as likely to be listed, but for what one list says of another.",
        _GRAPHS,
        f"Before the lists were seen, all patterns together weighed as much as {whole}.",
        prior.words,
    )


def notes_of(*, has_complete: bool, within: tuple[int, int] | None) -> tuple[str, ...]:
    """Return what a reader must know of a fit that was made only to be compared with another program's."""
    complete = ("The complete graph is in, which is not identified: what it adds comes from the prior alone.",)
    cut = (
        () if within is None else (f"The unseen are cut to {within[0]:,} to {within[1]:,}; what lies beyond is lost.",)
    )
    return (complete if has_complete else ()) + cut


def _units(weight: float, unit: str) -> str:
    return f"one of the {unit}" if weight == 1 else f"{weight:g} of the {unit}"
