"""What the latent class model assumes, and why it refuses, in words for people who publish numbers."""

from untold.estimates.estimate import Refusal
from untold.estimates.latent_class.options import Options

TWO_LISTS = Refusal(
    "with fewer than three lists nothing tells people who are hard to find from lists that seldom meet",
    "add a list that was made independently of these",
)


def assumptions(options: Options, cap: int) -> tuple[str, ...]:
    """Return the assumptions of an estimate, the identifying one first."""
    return (
        "People are of a few kinds; within a kind, being on one list does not change the chance of being on another.",
        "Everybody, also of those on no list, had some chance of being on each list.",
        "Nobody else is hidden: a kind of which nobody at all was found is not in the number.",
        "No record is of two people, no person has two records on one list, and no match is missed.",
        "The place, the time and who counts as a victim are the same for all lists.",
        (
            f"Before the data, the whole number N has weight 1/N up to {cap:,}; at most {options.classes} kinds, "
            f"their shares from a stick-breaking prior with concentration Gamma({options.a:g}, {options.b:g}); "
            "any chance of being on a list is as likely as any other."
        ),
    )


def end_set_by_cap(cap: int) -> Refusal:
    """Return the refusal of an interval whose upper end is set by the cap on N."""
    return Refusal(
        f"the upper end is set by the cap of {cap:,} on the whole number, and not by the data",
        "the overlaps are too few: add a list, or join strata so that more people are on two lists",
    )


def chains_apart(medians: tuple[float, ...]) -> Refusal:
    """Return the refusal of chains that settle at different numbers."""
    return Refusal(
        f"the chains settle at different numbers, from about {min(medians):,.0f} to about {max(medians):,.0f}: "
        "the data have more than one explanation, and how probable each is was not found out",
        "allow more draws, or look at the estimates with each list left out",
    )


def too_few_draws(bulk: float, tail: float, options: Options) -> Refusal:
    """Return the refusal of draws that say too little."""
    return Refusal(
        f"the draws are worth {bulk:,.0f} independent ones in the middle and {tail:,.0f} at the ends, "
        f"where {options.effective:,} are asked for",
        "allow more draws",
    )
