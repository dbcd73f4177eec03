"""Log-linear models of lists: which dependences between lists the overlaps ask for, and how many they leave unseen."""

from untold.estimates.loglinear.estimating import LoglinearOptions, fit_loglinear
from untold.estimates.loglinear.existence import Identification, identification
from untold.estimates.loglinear.fitting import Criterion, ModelFits, fit_table
from untold.estimates.loglinear.models import Models, all_pairs_model, hierarchical_models, model_name, model_of
from untold.estimates.loglinear.profiling import ProfileInterval, profile_interval, profiles_of

__all__ = [
    "Criterion",
    "Identification",
    "LoglinearOptions",
    "ModelFits",
    "Models",
    "ProfileInterval",
    "all_pairs_model",
    "fit_loglinear",
    "fit_table",
    "hierarchical_models",
    "identification",
    "model_name",
    "model_of",
    "profile_interval",
    "profiles_of",
]
