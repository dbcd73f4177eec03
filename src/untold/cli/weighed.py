"""The second matcher for a terminal: both matchers' figures beside each other, and whether that is a gain."""

from collections.abc import Iterator

from untold.incidents.probabilities import Gain, Measured, Weighed, WeighedPair, pair_weighed, pairs_by_telling
from untold.tallies.ledger.cleaning import printable

_MOST = 20  # pairs to review that a terminal shows


def weighed_lines(weighed: Weighed) -> str:
    """Return both matchers on the same held-out labels, the verdict in a word, and the pairs to look at first."""
    return "\n".join(_weighed_lines(weighed))


def _weighed_lines(weighed: Weighed) -> Iterator[str]:
    gain, model = weighed.gain, weighed.model
    if gain is None or model is None:
        yield f"probabilities: refused, {weighed.refused}"
        return
    by = ", ".join(f"{number:,} {basis}" for basis, number in gain.labels_by.items())
    known = f"{gain.labels_same:,} pairs known to be one incident and {gain.labels_different:,} known to be two"
    yield f"probabilities, on {known} ({by})"
    if model.reason is not None:
        yield f"  m by expectation and maximisation: {model.reason}"
    yield f"  {'matcher':<15}{'linked':>8}{'right':>8}{'precision':>11}{'recall':>8}{'F1':>7}"
    yield _line("rule", gain.rule)
    yield _line("probabilities", gain.probabilities)
    yield f"  {_said(gain)}"
    yield f"  cut-off {gain.cut_off:.2f} bits (probability {gain.cut_off_probability:.3f}), prior {model.prior:.2g}"
    yield "  measured on pairs, before clustering; the rule decides"
    pairs = pairs_by_telling(weighed)
    yield f"{len(pairs):,} pairs to review by probability: disagreements, then nearest to the cut-off"
    yield f"  {'points':>6}  {'rule':<13}{'probability':>11}  {'by it':<9}"
    yield from (_pair(each) for each in pairs[:_MOST])


def _line(name: str, each: Measured) -> str:
    shares = "".join(f"{'-' if share is None else f'{share:.3f}':>{width}}" for share, width in _shares(each))
    return f"  {name:<15}{each.linked:>8,}{each.right:>8,}{shares}{each.f1:>7.3f}"


def _shares(each: Measured) -> tuple[tuple[float | None, int], ...]:
    return (each.precision, 11), (each.recall, 8)


def _said(gain: Gain) -> str:
    if gain.gain > 0:
        return f"a gain of {gain.gain:.3f} F1 over the rule"
    return f"no gain: {-gain.gain:.3f} F1 below the rule" if gain.gain < 0 else "no gain: the same F1 as the rule"


def _pair(each: WeighedPair) -> str:
    names = f"{printable(each.a)}  {printable(each.b)}"
    return f"  {each.score:>6}  {each.verdict:<13}{each.probability:>11.3f}  {each.by_probability:<9}  {names}"


def weight_lines(weighed: Weighed, one: str, other: str) -> str:
    """Return what each comparison weighs for two accounts, in bits, as lines after the rule's evidence."""
    return "\n".join(_weight_lines(weighed, one, other))


def _weight_lines(weighed: Weighed, one: str, other: str) -> Iterator[str]:
    if weighed.refused is not None:
        yield f"probability refused: {weighed.refused}"
        return
    pair = pair_weighed(weighed, one, other)
    if pair is None:
        yield "probability not weighed: no block brings the two together"
        return
    yield from (f"probability {name:<12}{bits:>+8.2f} bits" for name, bits in pair.parts.items())
    prior = pair.weight - sum(pair.parts.values())
    yield f"probability {'prior':<12}{prior:>+8.2f} bits"
    verdicts = f"{pair.by_probability}; the rule says {pair.verdict}"
    yield f"probability {pair.probability:.3f} ({pair.weight:+.2f} bits): {verdicts}"
