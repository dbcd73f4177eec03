"""Bayesian model averaging over the decomposable graphs of three to six lists."""

from untold.estimates.graphs.fitting import GraphOptions, fit_graphs
from untold.estimates.graphs.prior import Prior, flat, gamma_poisson, on_grid, one_over_n

__all__ = ["GraphOptions", "Prior", "fit_graphs", "flat", "gamma_poisson", "on_grid", "one_over_n"]
