"""How much of the posterior the cap on N cuts off, and where the upper end would be without it.

Draws under the cap are draws without it, given that N stays below it. The mean
of one over the share kept at each draw says how much is beyond.
"""

import numpy as np

from untold.estimates.diagnostics import Draws
from untold.estimates.latent_class.cap import is_felt, log_beta, log_share


def beyond_cap(seen: Draws, units: int, unseen_cap: int) -> float:
    """Return the share of the posterior that lies beyond the cap, from draws of the chance of being on any list."""
    log_b = log_beta(units, unseen_cap)
    felt = [q for q in seen.ravel() if is_felt(units, unseen_cap, q)]
    shares = np.array([log_share(units, unseen_cap, log_b, q) for q in felt])
    surplus = float(np.expm1(np.minimum(-shares, 700.0)).sum()) / seen.size
    return surplus / (1.0 + surplus)


def quantile_without_cap(whole: Draws, part: float, beyond: float) -> float | None:
    """Return the quantile that the posterior would have without the cap; null where it lies beyond it."""
    part /= 1.0 - beyond
    return float(np.quantile(whole, part)) if part <= 1.0 else None
