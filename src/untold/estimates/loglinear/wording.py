"""What a log-linear estimate assumes, and why there is none, in sentences for somebody who is no statistician."""

from itertools import combinations

from untold.estimates.capture_table import CaptureTable
from untold.estimates.estimate import Refusal
from untold.estimates.loglinear.fitting import Criterion, ModelFits

_MODELS_SHOWN = 5
_IDENTIFYING = (
    "However some lists depend on each other, there is no dependence of all lists together; "
    "no data can show whether that is so."
)
_ALIKE = (
    "Within the stratum, {unit} differ in their chance to be listed only as far as dependence between lists can stand "
    "for it; where some are seldom listed by anybody, the estimate is too low."
)


def assumptions_of(table: CaptureTable, criterion: Criterion, *, averaged: bool) -> tuple[str, ...]:
    """Return the assumptions of a fit, each a sentence; the second is what identifies the number."""
    unit = table.unit
    chosen = (
        f"Models of which lists depend on each other are averaged, each with the weight that {criterion} gives it."
        if averaged
        else f"The model that {criterion} prefers is taken as if it had been known beforehand."
    )
    return (
        f"The lists are about the same people, place and time, and which {unit} stand on two lists is known.",
        _IDENTIFYING,
        _ALIKE.format(unit=unit),
        chosen,
    )


def weights_of(fits: ModelFits, criterion: Criterion) -> str:
    """Return the weightiest models with their weights and estimates, as a person reads them."""
    weights = fits.weights(criterion)
    order = [row for row in weights.argsort()[::-1][:_MODELS_SHOWN] if weights[row] > 0]
    return "; ".join(f"{fits.models.name(row)} {weights[row]:.3f}: {fits.estimates[row]:,.0f}" for row in order)


def notes_of(fits: ModelFits, criterion: Criterion, left_out_names: tuple[str, ...]) -> tuple[str, ...]:
    """Return what a reader must know of the models: which were left out, and which end where lists never meet."""
    notes = []
    if left_out_names:
        share = fits.weight_left_out(criterion)
        shown = ", ".join(left_out_names[:_MODELS_SHOWN]) + (", …" if len(left_out_names) > _MODELS_SHOWN else "")
        notes.append(
            f"{len(left_out_names):,} of {len(fits.models):,} models are left out, because their likelihood has no "
            f"maximum that says how many are on no list ({shown}); they would have {share:.1%} of the weight."
        )
    limits = int((fits.determined & ~fits.exists).sum())
    if limits:
        notes.append(
            f"{limits:,} models expect nobody where lists never meet: there the likelihood has a limit and no "
            "maximum, and the estimate is the one at the limit."
        )
    return tuple(notes)


def pairs_apart(table: CaptureTable) -> tuple[tuple[str, str], ...]:
    """Return the pairs of lists that share nobody.

    >>> pairs_apart(CaptureTable(("A", "B", "C"), (1, 3, 4), (5, 2, 4)))
    (('A', 'C'), ('B', 'C'))
    """
    shared = [pattern for pattern, count in zip(table.patterns, table.counts, strict=True) if count]
    return tuple(
        (table.lists[one], table.lists[other])
        for one, other in combinations(range(table.width), 2)
        if not any(pattern >> one & pattern >> other & 1 for pattern in shared)
    )


def refusal_of_pairs(apart: tuple[tuple[str, str], ...]) -> Refusal:
    """Return the refusal of a table whose model with all pairs says nothing of the unseen, with the pairs named."""
    named = " and ".join(f"{one} with {other}" for one, other in apart)
    return Refusal(
        "the model with an effect for each pair of lists is not identified: any number on no list fits as well, "
        f"because of the pairs that never meet ({named})",
        "join lists that cover different people into one, leave one of them out, or find a list that overlaps both",
    )
