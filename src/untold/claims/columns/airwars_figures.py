"""The figures of Airwars' list: for each group a minimum and a maximum, killed and injured."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from untold.claims.claim import Claim, Demographic, Harm, Party, Status
from untold.claims.columns.airwars_parties import Belligerent
from untold.claims.columns.bounds import as_bounds, hull, of_group
from untold.claims.columns.cells import Cells
from untold.claims.columns.layout import Figure
from untold.codebook.counts import Count

_NO_NUMBER = "The belligerent accepts that it harmed civilians there; the list gives no number."
_HARMS: tuple[Harm, ...] = ("killed", "injured")


@dataclass(frozen=True, slots=True)
class Group:
    """One group of people as the list's columns name it; a part is within the civilians of the same harm."""

    prefix: str
    status: Status
    demographic: Demographic | None = None
    is_part: bool = False
    affiliation: str | None = None  # a trade or a role that has no field of its own


_GROUPS = (
    Group("", "civilian"),
    Group("children_", "civilian", "children", is_part=True),
    Group("women_", "civilian", "women", is_part=True),
    Group("men_", "civilian", "men", is_part=True),
    Group("human_rights_defenders_", "civilian", is_part=True, affiliation="human rights defenders"),
    Group("journalists_", "civilian", is_part=True, affiliation="journalists"),
    Group("trade_unionists_", "civilian", is_part=True, affiliation="trade unionists"),
    Group("healthcare_personnel_", "civilian", is_part=True, affiliation="healthcare personnel"),
    Group("undetermined_", "unknown"),
    Group("combatants_", "combatant"),
    Group("member_of_armed_forces_", "armed_forces"),
)


def casualty_figures(cells: Cells) -> Iterator[Figure]:
    """Yield a figure for every group and harm that the row says anything of."""
    for harm in _HARMS:
        for group in _GROUPS:
            columns = _columns(group, harm)
            count = cells.between(*columns)
            if count is not None:
                yield _figure(group, harm, columns, count)


def concession_figures(cells: Cells, parties: Sequence[Belligerent]) -> Iterator[Figure]:
    """Yield what each belligerent concedes, with its number, or without one where it only accepts that it did harm."""
    for one in parties:
        counted = [(harm, count, columns) for harm, count, columns in _conceded(one) if count is not None]
        for harm, count, columns in counted:
            yield _concession(one, harm, count, columns)
        if not counted and one.position == "credible" and one.column and cells.text(one.column):
            yield _concession(one, "casualties", Count.vague(), (one.column,), _NO_NUMBER)


def written_counts(claims: Sequence[Claim]) -> Mapping[str, str]:
    """Return the minimum and maximum of every group, and what is conceded, as the list writes them."""
    written: dict[str, str] = {}
    for harm in _HARMS:
        for group in _GROUPS:
            found = of_group(
                claims, harm, status=group.status, demographic=group.demographic, affiliation=group.affiliation
            )
            written.update(zip(_columns(group, harm), as_bounds(hull(found)), strict=True))
        conceded = of_group(claims, harm, status="civilian", kind="concession")
        columns = (f"conceded_{harm}_min", f"conceded_{harm}_max")
        written.update(zip(columns, as_bounds(hull(conceded)), strict=True))
    return written


def _columns(group: Group, harm: Harm) -> tuple[str, str]:
    return f"{group.prefix}{harm}_min", f"{group.prefix}{harm}_max"


def _figure(group: Group, harm: Harm, columns: tuple[str, str], count: Count) -> Figure:
    return Figure(
        columns,
        count,
        harm=harm,
        status=group.status,
        demographic=group.demographic,
        affiliation=None if group.affiliation is None else Party(None, group.affiliation),
        part_of=f"{harm}_min" if group.is_part else None,
    )


def _conceded(one: Belligerent) -> tuple[tuple[Harm, Count | None, tuple[str, ...]], ...]:
    return (("killed", one.killed, one.conceded[0]), ("injured", one.injured, one.conceded[1]))


def _concession(
    one: Belligerent, harm: Harm, count: Count, columns: tuple[str, ...], note: str | None = None
) -> Figure:
    return Figure(
        columns,
        count,
        harm=harm,
        status="civilian",
        kind="concession",
        modality="conceded",
        claimant=Party(one.id, one.name),
        evidence={"claimant": (one.column,)} if one.column else {},
        note=note,
    )
