"""The latent class model: people of a few kinds, each kind with its own chances of being on each list.

Lists are seldom independent, because some people are hard to find for all of
them. If within a kind the lists are independent, the overlaps say how many of
each kind nobody found.
"""

from untold.estimates.latent_class.fit import fit_latent_class
from untold.estimates.latent_class.options import Options
from untold.estimates.latent_class.sampling import Sample, sample

__all__ = ["Options", "Sample", "fit_latent_class", "sample"]
