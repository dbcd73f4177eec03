"""The tables of a release, in the order in which a reader meets them.

What happened, who says so, what the accused answered, and where it stands.
"""

from untold.claims.claim import Harm, Status
from untold.releases.published import (
    PublishedAccount,
    PublishedAllegation,
    PublishedAttribution,
    PublishedClaim,
    PublishedContradiction,
    PublishedDetermination,
    PublishedIncident,
    PublishedRange,
    PublishedReport,
    PublishedSource,
)
from untold.releases.tables.shape import shape_of

# The groups whose bounds stand beside an incident too: their columns' name, and where the table of ranges has them.
GROUPS: dict[str, tuple[Harm, Status | None]] = {
    "killed": ("killed", None),
    "civilians_killed": ("killed", "civilian"),
    "injured": ("injured", None),
    "civilians_injured": ("injured", "civilian"),
}

INCIDENTS = shape_of(
    "incidents",
    PublishedIncident,
    order=("code",),
    key=("code",),
    point=("lat", "lon"),
    derived=(*(f"{group}_{bound}" for group in GROUPS for bound in ("low", "high")), "suppressed_ranges"),
    before="means",
)
RANGES = shape_of(
    "ranges",
    PublishedRange,
    order=("incident", "harm", "status", "demographic"),
    key=("id",),
    references={"incident": "incidents.code"},
    derived=("id",),
)
RANGE_CLAIMS = shape_of(
    "range_claims",
    None,
    order=("range", "claim"),
    key=("range", "claim"),
    references={"range": "ranges.id", "claim": "claims.id"},
    derived=("range", "claim"),
)
ATTRIBUTIONS = shape_of(
    "attributions",
    PublishedAttribution,
    order=("incident", "account", "actor", "name", "role"),
    references={"incident": "incidents.code", "account": "accounts.id"},
)
CONTRADICTIONS = shape_of(
    "contradictions",
    PublishedContradiction,
    order=("incident", "number"),
    key=("incident", "number"),
    references={"incident": "incidents.code"},
)
ACCOUNTS = shape_of(
    "accounts",
    PublishedAccount,
    order=("id",),
    key=("id",),
    references={"incident": "incidents.code", "report": "reports.id", "source": "sources.id"},
    point=("lat", "lon"),
)
CLAIMS = shape_of(
    "claims",
    PublishedClaim,
    order=("id",),
    key=("id",),
    references={
        "incident": "incidents.code",
        "account": "accounts.id",
        "report": "reports.id",
        "part_of": "claims.id",
        "restates": "claims.id",
    },
)
ALLEGATIONS = shape_of(
    "allegations",
    PublishedAllegation,
    order=("id",),
    key=("id",),
    references={"incident": "incidents.code", "account": "accounts.id"},
)
DETERMINATIONS = shape_of(
    "determinations",
    PublishedDetermination,
    order=("allegation", "number"),
    key=("allegation", "id"),
    references={"allegation": "allegations.id", "report": "reports.id"},
    derived=("number",),
    before="status",
)
REPORTS = shape_of("reports", PublishedReport, order=("id",), key=("id",), references={"source": "sources.id"})
SOURCES = shape_of("sources", PublishedSource, order=("id",), key=("id",))

SHAPES = (
    INCIDENTS,
    RANGES,
    RANGE_CLAIMS,
    ATTRIBUTIONS,
    CONTRADICTIONS,
    ACCOUNTS,
    CLAIMS,
    ALLEGATIONS,
    DETERMINATIONS,
    REPORTS,
    SOURCES,
)
