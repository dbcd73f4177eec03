"""The docket: every allegation that is known, made anew from statements, reports and what people entered.

Nothing in it was typed twice. It follows the incidents when they are matched
again, keeps the ids that were given, and the same input makes the same docket.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from untold.allegations.allegation import Allegation, Request
from untold.allegations.doubts import checked
from untold.allegations.gathering import Gathered, gather
from untold.allegations.hand import Asked, Determined, Put
from untold.allegations.hand_steps import steps_of_determined, steps_of_put
from untold.allegations.incidents import IncidentsTold
from untold.allegations.reading.record import OfficialReport
from untold.allegations.report_steps import Unread, steps_of_reports, unread_answers
from untold.allegations.requests import requests_of
from untold.allegations.statement_steps import steps_of_statements
from untold.allegations.statements import ListedStatement
from untold.claims.claim import Claim


@dataclass(frozen=True, slots=True)
class Entered:
    """What people entered: every line of the three lists, those taken back among them."""

    put: tuple[Put, ...] = ()
    determined: tuple[Determined, ...] = ()
    asked: tuple[Asked, ...] = ()


@dataclass(frozen=True, slots=True)
class Docket:
    """The allegations by actor, entry and id; the requests; and what of the input is in none of them.

    `names` leads from each name under which an allegation goes or went to its
    id. `unread` are answers of reports whose finding could not be read, `lost`
    the names of what people's lines are about and that is not there any more.
    """

    allegations: tuple[Allegation, ...]
    requests: tuple[Request, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    unread: tuple[Unread, ...] = ()
    lost: tuple[str, ...] = ()

    def find(self, name: str) -> tuple[Allegation, ...]:
        """Return the allegations of a name: an id or one of before, an incident's code, an account's id."""
        identity = self.names.get(name, name)
        own = tuple(each for each in self.allegations if each.id == identity)
        return own or tuple(each for each in self.allegations if name in (each.incident, each.account))


def make_docket(
    statements: Iterable[ListedStatement],
    reports: Sequence[OfficialReport],
    entered: Entered,
    *,
    told: IncidentsTold,
    claims: Mapping[str, Claim],
    kept: Sequence[Allegation] = (),
) -> Docket:
    """Return the docket of all that is known; `kept` is the one before, whose ids stay."""
    steps = tuple(
        chain(
            steps_of_put(entered.put, told),
            steps_of_statements(statements, told, claims),
            steps_of_reports(reports, told),
            steps_of_determined(entered.determined),
        )
    )
    gathered, lost = gather(steps, {each.id for each in kept})
    allegations = tuple(checked(each.allegation, told) for each in gathered)
    names = _names(gathered)
    requests, of_nothing = requests_of(entered.asked, allegations, names)
    about = (key.removeprefix("name ") for step in lost for key in step.keys if key.startswith("name "))
    return Docket(allegations, requests, names, unread_answers(reports), tuple(dict.fromkeys((*about, *of_nothing))))


def _names(gathered: Iterable[Gathered]) -> dict[str, str]:
    return {name: each.allegation.id for each in gathered for name in each.names}
