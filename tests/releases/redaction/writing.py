"""Small casebooks of our own, written record by record, and what a policy lets out of them."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec

from tests.made_claims import made_claim
from untold.allegations.allegation import Allegation, Determination
from untold.claims.account import Account, AccountDate, AccountPlace
from untold.claims.claim import Claim, Party
from untold.codebook.counts import Count
from untold.incidents.incident import CasualtyRange, Incident
from untold.incidents.victims import Victim
from untold.releases.published import PublishedRecord
from untold.releases.redaction import published_records
from untold.releases.redaction.policy import Policy
from untold.releases.redaction.policy_file import policy_over
from untold.reports.casebook import open_casebook
from untold.reports.report import Passage, Report, Source

KEY = bytes(32)
DAY = AccountDate("2016-07-08", "2016-07-08", "day", "night")
PLACE = AccountPlace("Tal Zahra", "تل زهرة", 36.123456, 37.987654, "exact_location", None, "Aleppo", "SYR")
TEXT = "At least 3 civilians were killed in Tal Zahra."
WATCH = Party("alder-watch", "Alder Watch")
SOHR = Party("sohr", "SOHR")


def report(id: str = "r1", **fields: Any) -> Report:  # noqa: A002
    """Return a report whose text is one sentence, unless the test gives another."""
    bare = Report(
        id=id, origins=("/home/somebody/a.html",), source=Source("sohr", "SOHR"), url="https://news.example.org/a",
        title="A title", language="en", published="2016-07-09", published_reason="said", date_candidates=(), text=TEXT,
        zones=(), capture="ab" * 32, captured_at="2016-07-10T12:30:01+00:00", media_type="text/html",
    )  # fmt: skip
    return replace(bare, **fields)


def claim(id: str = "r1:0:0", text: str = TEXT, **fields: Any) -> Claim:  # noqa: A002
    """Return a claim that its report's first sentence makes of three civilians, unless the test says otherwise."""
    of = id.partition(":")[0]
    given = {
        "report": of,
        "status": "civilian",
        "medium": SOHR,
        "quote": Passage(of, 0, len(text), text),
        "evidence": {},
    }
    return made_claim(id, fields.pop("count", Count.at_least(3)), **{**given, **fields})


def account(id: str = "r1:0", *claims: str, **fields: Any) -> Account:  # noqa: A002
    """Return an account of that day in that place."""
    of = id.partition(":")[0]
    return replace(Account(id, of, SOHR, claims or (f"{of}:0:0",), DAY, PLACE, codes=("A1",)), **fields)


def incident(code: str = "U-1", *accounts: str, **fields: Any) -> Incident:
    """Return an incident of these accounts, which is published."""
    return replace(Incident(code, (), accounts or ("r1:0",), DAY, PLACE, state="published"), **fields)


def cell(low: int, claims: Sequence[str] = ("r1:0:0",), demographic: Any = None, **fields: Any) -> CasualtyRange:
    """Return a range of civilians killed, from its floor to the same ceiling."""
    bare = CasualtyRange(
        "killed", "civilian", demographic, low, None, low, "lowest floor, highest ceiling", tuple(claims)
    )
    return replace(bare, **fields)


def allegation(id: str = "us-led-coalition:7", *steps: Determination, **fields: Any) -> Allegation:  # noqa: A002
    """Return an allegation about the first incident, put to the coalition."""
    bare = Allegation(id, "U-1", None, Party("us-led-coalition", "the Coalition"), "2016-08-01", "open", steps)
    return replace(bare, **fields)


class Cases:
    """A casebook that is being written, and what leaves it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "cases"
        with open_casebook(self.folder):
            pass

    def write(self, **records: Sequence[Any]) -> "Cases":
        """Write the records of each file, named without its ending; return the casebook."""
        for name, some in records.items():
            (self.folder / f"{name}.jsonl").write_bytes(msgspec.json.Encoder().encode_lines(list(some)))
        return self

    def plain(self, **records: Sequence[Any]) -> "Cases":
        """Write one published incident with one account of one claim of one report, and these records over them."""
        bare: dict[str, Sequence[Any]] = {
            "reports": [report()], "claims": [claim()], "accounts": [account()], "incidents": [incident()],
        }  # fmt: skip
        return self.write(**{**bare, **records})

    def out(self, policy: Policy | None = None, key: bytes = KEY, **keys: Any) -> list[PublishedRecord]:
        """Return everything that leaves by a policy, or by the shipped one with these keys over it."""
        return list(published_records(self.folder, policy or policy_over(keys), key))

    def rows(self, kind: type[Any], policy: Policy | None = None, **keys: Any) -> list[Any]:
        """Return the records of a kind that leave."""
        return [each for each in self.out(policy, **keys) if type(each) is kind]

    def one(self, kind: type[Any], policy: Policy | None = None, **keys: Any) -> Any:
        """Return the only record of a kind that leaves."""
        (found,) = self.rows(kind, policy, **keys)
        return found


def victim(*names: str, accounts: Sequence[str] = ("r1:0",)) -> Victim:
    """Return a victim of an account by these names."""
    from untold.incidents.victims import person_names

    return Victim("v1", "killed", tuple(accounts), person_names(*names))
