"""What the latent class model is told before it looks: its priors, its cap, and how good its draws must be.

Each of them is shown beside the estimate, because another choice is another
estimate.
"""

from dataclasses import dataclass

from untold.codebook.errors import UnusableLists

_CAP = 21  # of the reference runs: twenty unseen for each one that was seen
_FEWEST_WARM_UP, _FEWEST_DRAWS = 100, 10


@dataclass(frozen=True, slots=True)
class Options:
    """Options of the latent class model; the defaults are those of LCMCR (Manrique-Vallier 2016).

    `classes` is the truncation of the stick-breaking prior, `a` and `b` shape
    and rate of the Gamma prior of its concentration. `most` caps the whole
    number N (prior 1/N below it); null is 21 times the enumerated. `level` is
    that of the interval.

    After `warm_up`, draws are taken from each of `chains` until R-hat is below
    `rhat` and bulk and tail effective sample sizes reach `effective`: at least
    `draws` at a time, and at most `most_draws` from a chain.

    >>> Options().cap(4_400)
    92400
    """

    classes: int = 10
    a: float = 0.25
    b: float = 0.25
    most: int | None = None
    level: float = 0.95
    chains: int = 4
    warm_up: int = 600
    draws: int = 250
    most_draws: int = 16_000
    effective: int = 1_000
    rhat: float = 1.01

    def __post_init__(self) -> None:
        if min(self.classes, self.chains) < 2:  # noqa: PLR2004 (one class is independence, one chain agrees with itself)
            msg = "the latent class model needs at least two classes and two chains"
            raise ValueError(msg)
        if min(self.a, self.b) <= 0 or not 0 < self.level < 1:
            msg = "a and b are above 0, and the level lies between 0 and 1"
            raise ValueError(msg)
        if self.warm_up < _FEWEST_WARM_UP or not _FEWEST_DRAWS <= self.draws <= self.most_draws:
            msg = f"a chain warms up for {_FEWEST_WARM_UP} draws at least, and gives {_FEWEST_DRAWS} or more"
            raise ValueError(msg)

    def cap(self, enumerated: int) -> int:
        """Return the largest whole number N of the prior; raises `UnusableLists` where more are enumerated."""
        most = self.most if self.most is not None else _CAP * enumerated
        if most < enumerated:
            raise UnusableLists(f"a cap of {most:,} on {enumerated:,} enumerated units", "raise the cap")
        return most
