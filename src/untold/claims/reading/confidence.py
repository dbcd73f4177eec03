"""How sure a reading is: the share of judged readings by the same rule that were right, less what its doubts cost.

The shares come from the labelled articles and judged samples (`make evaluate`
prints them beside what was found), so a confidence of 0.9 means nine of ten.
"""

from functools import cache

from untold.codebook.wordlists import word_list


@cache
def confidence(rule: str, doubts: tuple[str, ...]) -> float:
    """Return the probability that harm and count of a reading by `rule` are right, given its named doubts."""
    table = word_list("confidence")
    share = float(table["rules"].get(rule, table["rules"]["other"]))
    for doubt in doubts:
        share *= float(table["doubts"].get(doubt, 1.0))
    return round(share, 2)
