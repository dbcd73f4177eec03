"""The simple ones: two lists that are independent, and the least that many lists allow.

They need a pencil, and everybody in the field knows them. Each holds only under
an assumption that lists of casualties seldom meet, so each says it.
"""

from math import exp, log, sqrt
from statistics import NormalDist

from untold.estimates.capture_table import CaptureTable
from untold.estimates.estimate import Diagnostic, Estimate, Fit, Method, Refusal

Stratum = tuple[tuple[str, str | None], ...]
_TWO = 2
_SAME = "The lists are about the same people, place and time, and which {unit} stand on two lists is known."
_INDEPENDENT = (
    "The two lists are independent: being on one changes nothing about being on the other. No data of two lists can "
    "show whether that is so; where one list was copied from the other or both reach the same {unit}, "
    "the estimate is too low."
)
_ONE_ALIKE = "On one list at least, all {unit} of the stratum had the same chance to be."
_BOUND = (
    "This is the least number that fits: {unit} may differ in their chance to be listed as they will, "
    "but lists are independent of each other for each of them, and equally long."
)


def lincoln_petersen(table: CaptureTable, *, level: float = 0.95, stratum: Stratum = ()) -> Fit:
    """Return n1 n2 / m of two lists with m in common (Petersen 1896; Lincoln 1930).

    The variance is n1 n2 (n1 - m)(n2 - m) / m³ (Sekar and Deming 1949), the
    interval log-normal in the number unseen (Burnham and others 1987; Chao 1987).
    """
    if table.width != _TWO or not _shared(table):
        return _refused("lincoln-petersen", table, level, stratum, _no_pair(table))
    one, other, both = _sizes(table)
    point = one * other / both
    variance = one * other * (one - both) * (other - both) / both**3
    return _answered("lincoln-petersen", table, level, stratum, (point, variance))


def chapman(table: CaptureTable, *, level: float = 0.95, stratum: Stratum = ()) -> Fit:
    """Return (n1 + 1)(n2 + 1) / (m + 1) - 1 (Chapman 1951), nearly without bias where m is small.

    The variance is (n1 + 1)(n2 + 1)(n1 - m)(n2 - m) / ((m + 1)² (m + 2)) (Seber
    1970), the interval log-normal in the number unseen. It has a value where no
    unit is on both lists, which is then set by the formula and not by the data,
    and refused here.
    """
    if table.width != _TWO or not _shared(table):
        return _refused("chapman", table, level, stratum, _no_pair(table))
    one, other, both = _sizes(table)
    point = (one + 1) * (other + 1) / (both + 1) - 1
    variance = (one + 1) * (other + 1) * (one - both) * (other - both) / ((both + 1) ** 2 * (both + 2))
    return _answered("chapman", table, level, stratum, (point, variance))


def chao(table: CaptureTable, *, level: float = 0.95, stratum: Stratum = ()) -> Fit:
    """Return Chao's lower bound of three lists or more: n + (t - 1)/t f1² / (2 f2).

    f1 units are on one list alone and f2 on two. Chao 1987 gives it for many
    occasions; with t of them the least number has the factor (t - 1)/t (Chao
    1989), without which a few lists overshoot what they allow. The variance is
    f2 (c² r⁴ / 4 + c² r³ + c r² / 2), with c the factor and r = f1/f2, which is
    Chao's where c is 1; the interval is log-normal in the number unseen.
    """
    once, twice = _seen(table, 1), _seen(table, _TWO)
    if table.width == _TWO:
        reason = "a bound needs three lists; of two, it is no bound but the two lists taken as equally long"
        refusal = Refusal(reason, "use chapman or lincoln-petersen, or find a third list")
        return _refused("chao", table, level, stratum, refusal)
    if not twice:
        refusal = Refusal("nobody is on exactly two lists", "match the lists' rows first, or find lists that overlap")
        return _refused("chao", table, level, stratum, refusal)
    factor, ratio = (table.width - 1) / table.width, once / twice
    point = table.enumerated + factor * once * ratio / 2
    variance = twice * (factor**2 * ratio**4 / 4 + factor**2 * ratio**3 + factor * ratio**2 / 2)
    return _answered("chao", table, level, stratum, (point, variance), {"on_one_list": once, "on_two_lists": twice})


def lognormal_interval(point: float, variance: float, enumerated: int, level: float = 0.95) -> tuple[float, float]:
    """Return an interval whose number unseen is log-normal, so that it never falls below what was enumerated.

    >>> lognormal_interval(150.0, 400.0, 100)
    (123.498..., 206.389...)
    """
    unseen = point - enumerated
    if unseen <= 0 or variance <= 0:
        return point, point
    width = NormalDist().inv_cdf((1 + level) / 2) * sqrt(log(1 + variance / unseen**2))
    return enumerated + unseen / exp(width), enumerated + unseen * exp(width)


def _sizes(table: CaptureTable) -> tuple[int, int, int]:
    one, other = (table.on_list(name) for name in table.lists)
    return one, other, _shared(table)


def _shared(table: CaptureTable) -> int:
    return _seen(table, _TWO)


def _seen(table: CaptureTable, times: int) -> int:
    """Return how many units are on exactly so many lists."""
    both = zip(table.patterns, table.counts, strict=True)
    return sum(count for pattern, count in both if pattern.bit_count() == times)


def _no_pair(table: CaptureTable) -> Refusal:
    if table.width != _TWO:
        return Refusal(f"this is for two lists, not {table.width}", "choose two of them, or another method")
    return Refusal("nobody is on both lists", "match the lists' rows first, or find lists that overlap")


def _assumptions(method: Method, unit: str) -> tuple[str, ...]:
    sentences = (_SAME, _BOUND) if method == "chao" else (_SAME, _INDEPENDENT, _ONE_ALIKE)
    return tuple(sentence.format(unit=unit) for sentence in sentences)


def _answered(
    method: Method,
    table: CaptureTable,
    level: float,
    stratum: Stratum,
    found: tuple[float, float],
    more: dict[str, Diagnostic] | None = None,
) -> Fit:
    point, variance = found
    low, high = lognormal_interval(point, variance, table.enumerated, level)
    diagnostics = {"standard_error": sqrt(variance), **(more or {})}
    return _fit(method, table, level, stratum, ends=(point, low, high), diagnostics=diagnostics)


def _refused(method: Method, table: CaptureTable, level: float, stratum: Stratum, refusal: Refusal) -> Fit:
    return _fit(method, table, level, stratum, refused=refusal)


def _fit(
    method: Method,
    table: CaptureTable,
    level: float,
    stratum: Stratum,
    *,
    ends: tuple[float, float, float] | None = None,
    diagnostics: dict[str, Diagnostic] | None = None,
    refused: Refusal | None = None,
) -> Fit:
    point, low, high = ends or (None, None, None)
    return Fit(
        Estimate(
            method=method,
            status="estimable" if ends else "not_estimable",
            enumerated=table.enumerated,
            point=point,
            low=low,
            high=high,
            level=level,
            lists=table.lists,
            stratum=stratum,
            assumptions=_assumptions(method, table.unit),
            diagnostics=diagnostics or {},
            refused=refused,
            seed=None,
            table=table.hash,
            notes=("A lower bound, not an estimate of the number.",) if method == "chao" and ends else (),
        )
    )
