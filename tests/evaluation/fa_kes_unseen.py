"""FA-KES, held out: the same measures over articles that nothing was developed on.

The other labelled sets say whether a change breaks what was right. This one
says what to expect of a text that nobody here has read.
"""

from tests.evaluation import fa_kes
from tests.evaluation.labels import UNSEEN
from tests.evaluation.measurement import Measurement


def measure() -> list[Measurement]:
    """Return the measures over the articles that are held out."""
    return fa_kes.measure(UNSEEN, "fa_kes_unseen")
