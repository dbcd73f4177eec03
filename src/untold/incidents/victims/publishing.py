"""Who may be named: by consent or by a stated policy, and a child by consent and policy together.

To be named can honor the dead and endanger the living. The answer is no until
somebody has said yes, and says on what ground.

Source: Every Casualty Counts, *Standards for Casualty Recording* (do no harm);
that a child, or a person whose age nobody knows, needs both is our own.
"""

from dataclasses import dataclass

from untold.incidents.victims.victim import AgeBand, Gender, PersonName, PersonStatus, Victim, VictimHarm

WITHHELD = "withheld"


@dataclass(frozen=True, slots=True)
class Policy:
    """What a publication may name without asking each family, and why; without a reason nothing.

    >>> Policy().reason
    ''
    """

    reason: str = ""
    names_adults: bool = False
    names_minors_with_consent: bool = False


@dataclass(frozen=True, slots=True)
class PublicVictim:
    """A victim as it may be shown: without a ground only what tells nobody apart, and `names` says nothing."""

    id: str
    names: tuple[str, ...]
    ground: str  # why the names are there, or `withheld`
    age: str  # years where the person is named, else the band, else "unknown"
    gender: Gender | None
    harm: VictimHarm
    status: PersonStatus | None
    occupations: tuple[str, ...]


def publishable(victim: Victim, policy: Policy) -> str | None:
    """Return the ground on which the person may be named, or null where nobody has given one.

    A refusal by those who may decide outweighs every policy.
    """
    consent = victim.consent
    if consent is not None and not consent.given:
        return None
    has_reason = bool(policy.reason.strip())
    if victim.age.is_minor is not False:
        may = consent is not None and policy.names_minors_with_consent and has_reason
        return f"consent of {consent.when} and policy: {policy.reason}" if consent and may else None
    if consent is not None:
        return f"consent of {consent.when}"
    return f"policy: {policy.reason}" if policy.names_adults and has_reason else None


def redacted(victim: Victim, policy: Policy) -> PublicVictim:
    """Return the victim as it may be shown under a policy; no count changes by it.

    Without a ground, names, father, family, exact age, pregnancy and register
    ids are left out, and a child's occupation too.
    """
    ground = publishable(victim, policy)
    return PublicVictim(
        victim.id,
        _spelled(victim.names) if ground else (),
        ground or WITHHELD,
        _years(victim) if ground else age_band(victim) or "unknown",
        victim.gender,
        victim.harm,
        victim.status,
        victim.occupations if ground or victim.age.is_minor is False else (),
    )


def age_band(victim: Victim) -> AgeBand | None:
    """Return the band of the victim's age, from the years where no band is stated; null where neither tells."""
    if victim.age.band is not None:
        return victim.age.band
    if victim.age.is_minor is None:
        return None
    return "child" if victim.age.is_minor else "adult"


def _years(victim: Victim) -> str:
    low, high = victim.age.low, victim.age.high
    if low is None or high is None:
        return age_band(victim) or "unknown"
    return str(low) if low == high else f"{low}\u2013{high}"


def _spelled(names: tuple[PersonName, ...]) -> tuple[str, ...]:
    return tuple(each.spelling for each in names)
