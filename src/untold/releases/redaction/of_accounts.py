"""Accounts as they may leave: what one source says, without its narrative; of a protected one, that it is there."""

from collections.abc import Iterable, Iterator

from untold.claims.account import Account, AccountDate, Stated
from untold.releases.published import PublishedAccount, PublishedAttribution
from untold.releases.redaction.edge import Edge
from untold.releases.redaction.of_incidents import attributions
from untold.releases.redaction.plain_values import conceded, slug, slugs, when
from untold.releases.redaction.whereabouts import where


def published_account(account: Account, edge: Edge) -> PublishedAccount:
    """Return an account of a published incident as it may leave.

    A protected one keeps its place among the others by a made-up id and its
    claims' numbers; its day, place and codes would say who could have told.
    """
    code = edge.standing.accounts[account.id]
    is_protected = account.id in edge.standing.protected_accounts
    at = where(
        account.place,
        edge.policy,
        edge.masker,
        is_protected=is_protected or code in edge.policy.protected_incidents,
    )
    on = when(AccountDate() if is_protected else account.date)
    stated = Stated() if is_protected else account.stated
    bounds = conceded(stated.conceded)
    return PublishedAccount(
        id=edge.account(account.id),
        incident=edge.code(code),
        report=edge.report(account.report, code, is_protected=is_protected),
        source=edge.source_of_account(account),
        date_start=on.start,
        date_end=on.end,
        date_precision=on.precision,
        time_of_day=on.time_of_day,
        place_name=at.name,
        place_name_local=at.name_local,
        admin1=None if is_protected else at.admin1,
        country=None if is_protected else at.country,
        gazetteer_id=at.gazetteer_id,
        lat=at.lat,
        lon=at.lon,
        cell_degrees=at.cell_degrees,
        geo_precision=None if is_protected else at.precision,
        means=None if is_protected else slug(account.means, "weapon", "cause"),
        codes=() if is_protected else codes(account.codes, edge),
        stated_grade=slug(stated.grade, "grade"),
        stated_strike_status=slug(stated.strike_status, "strike_status"),
        stated_position=slug(stated.position, "review_status"),
        stated_reasons=slugs(stated.reasons, "review_reason", "credible_circumstance"),
        stated_codes=codes(stated.codes, edge),
        stated_previous_codes=codes(stated.previous_codes, edge),
        conceded_killed_low=bounds.killed_low,
        conceded_killed_high=bounds.killed_high,
        conceded_injured_low=bounds.injured_low,
        conceded_injured_high=bounds.injured_high,
        claims=_claims(account, edge, is_protected=is_protected),
        is_redacted=is_protected or at.is_coarser,
    )


def attributions_of_account(account: Account, edge: Edge) -> Iterator[PublishedAttribution]:
    """Yield by whom, as one account says; a protected one's is in its incident's alone."""
    if account.id not in edge.standing.protected_accounts:
        yield from attributions(account.attributed_to, edge.standing.accounts[account.id], account.id, edge)


def codes(given: Iterable[str], edge: Edge) -> tuple[str, ...]:
    """Return the codes of other parties that may be repeated: none of a protected source, none that names anybody."""
    kept = (each for each in given if each not in edge.standing.own_codes and edge.masker.plain(each) is not None)
    return tuple(dict.fromkeys(map(edge.code, kept)))


def _claims(account: Account, edge: Edge, *, is_protected: bool) -> tuple[str, ...]:
    """Return an account's claims; a protected claim of an account that is not would lead to its report."""
    protected = edge.standing.protected_claims
    return edge.claims(each for each in account.claims if is_protected or each not in protected)
