"""Every error that Untold raises on purpose, in one tree.

A caller who catches `UntoldError` has caught them all. The class is the fact,
the attributes carry its parts, the message says what, where and what to do.

```text
UntoldError
├── UnknownWording          the codebook has no rule for a phrase
├── MisquotedClaim          a passage does not equal the text at its offsets
├── BrokenVocabulary        a word list in the codebook contradicts itself
├── UnreadableCoordinates   a text is no point on the earth
├── UnreadableReport        an input could not be read; nothing was kept of it
│   └── RefusedAddress      an address that the fetching guard will not touch
├── UnreadableRow           a row of a list holds a value that its column cannot mean
├── UnknownAccount          no account of the record has that id
├── UnknownIncident         no incident that may leave has that code
├── SummedSnapshots         somebody tried to add running totals, each of which holds the one before
├── UnusableLists           lists, patterns or counts that no estimate can be made from
├── EngineUnusable          what should run a match is not there or does not answer
├── BrokenPolicy            a policy of redaction sets a key that there is not, or a value that it cannot have
├── ReleaseRefused          a release would overwrite something, or would not hold up
├── BrokenRelease           a folder is no release, or not as it was published
├── CasebookError           the casebook is locked, missing, or has an unknown format
└── PortTaken               another program listens where a page was to be served
```
"""


class UntoldError(Exception):
    """The root: every error below is one."""


class UnknownWording(UntoldError):
    """A phrase looked like a count, a date or a role, but the codebook does not define it."""

    def __init__(self, phrase: str, kind: str = "count") -> None:
        super().__init__(f"no rule in the codebook for the {kind} {phrase!r}")
        self.phrase = phrase
        self.kind = kind


class MisquotedClaim(UntoldError):
    """A passage's words are not the report's words at its offsets."""

    def __init__(self, report: str, start: int, end: int, text: str) -> None:
        super().__init__(f"report {report}: characters {start} to {end} are not {text!r}")
        self.report = report
        self.start = start
        self.end = end
        self.text = text


class BrokenVocabulary(UntoldError):
    """A word list contradicts itself or names what another list does not know."""

    def __init__(self, where: str, why: str) -> None:
        super().__init__(f"{where}: {why}")
        self.where = where
        self.why = why


class UnreadableCoordinates(UntoldError):
    """A text that should give a point on the earth gives none, or more than one."""

    def __init__(self, value: str, why: str, expected: str) -> None:
        shown = value if len(value) <= 60 else f"{value[:60]}…"  # noqa: PLR2004 (a line)
        super().__init__(f"{shown!r}: {why}; expected {expected}")
        self.value = value
        self.why = why
        self.expected = expected


class UnreadableReport(UntoldError):
    """An input could not be read, so nothing of it was kept."""

    def __init__(self, origin: str, why: str, remedy: str) -> None:
        super().__init__(f"{origin}: {why}; {remedy}")
        self.origin = origin
        self.why = why
        self.remedy = remedy


class RefusedAddress(UnreadableReport):
    """The fetching guard refuses an address, and says why."""


class UnreadableRow(UntoldError):
    """One cell of a list does not say what its column is for.

    `sheet` is null where the file has one sheet without a name, `row` counts as
    a spreadsheet does (the header is row 1), `column` is null where the whole
    row is meant. With `is_refused` nothing of the row is taken; without it the
    row is in, and only this cell of it is not read.
    """

    def __init__(
        self,
        origin: str,
        row: int,
        column: str | None,
        *,
        value: str,
        expected: str,
        sheet: str | None = None,
        is_refused: bool = True,
    ) -> None:
        where = ", ".join(
            part
            for part in (
                f"sheet '{sheet}'" if sheet else "",
                f"row {row}",
                f"column {column}" if column else "",
            )
            if part
        )
        super().__init__(f"{origin}, {where}: {_shortened(value)}{expected}")
        self.origin = origin
        self.sheet = sheet
        self.row = row
        self.column = column
        self.value = value
        self.expected = expected
        self.is_refused = is_refused


def _shortened(value: str) -> str:
    """Return the beginning of what is wrong with a value, which is quoted as it looks, no longer than a line bears."""
    longest = 60
    if not value:
        return "is empty; expected "
    plain = " ".join(value.replace("\t", " | ").split())
    return f"'{plain}' is not " if len(plain) <= longest else f"'{plain[:longest]}…' is not "


class UnknownAccount(UntoldError):
    """No account of the record has that id."""

    def __init__(self, account: str) -> None:
        super().__init__(f"no account {account}; ids stand in accounts.jsonl, and in untold match --as json")
        self.account = account


class UnknownIncident(UntoldError):
    """No incident has that code, or its policy lets none of it leave."""

    def __init__(self, origin: str, code: str) -> None:
        remedy = "untold grade lists the codes, and the policy the states and the sources that may"
        super().__init__(f"{origin}: holds no incident {code} that may leave; {remedy}")
        self.origin = origin
        self.code = code


class SummedSnapshots(UntoldError):
    """Running totals were to be added up, although each of them holds the people of the one before."""

    def __init__(self, day: str) -> None:
        super().__init__(
            f"the running total of {day} holds the people of the snapshots before it: such totals are never added; "
            "take the step from one to the next instead"
        )
        self.day = day


class UnusableLists(UntoldError):
    """Lists, patterns or counts are no capture table."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(f"{what}: {remedy}")
        self.what = what
        self.remedy = remedy


class EngineUnusable(UntoldError):
    """What should run a match (Spark, its Java, its cluster) is not there, or gives up."""

    def __init__(self, engine: str, why: str, remedy: str) -> None:
        super().__init__(f"{engine}: {why}; {remedy}")
        self.engine = engine
        self.why = why
        self.remedy = remedy


class BrokenPolicy(UntoldError):
    """A policy of redaction cannot be kept as it is written; nothing is published by it."""

    def __init__(self, origin: str, key: str, value: object, expected: str) -> None:
        shown = repr(value)
        shown = shown if len(shown) <= 60 else f"{shown[:60]}…"  # noqa: PLR2004 (a line)
        super().__init__(f"{origin}: {key} is {shown}; expected {expected}")
        self.origin = origin
        self.key = key
        self.value = value
        self.expected = expected


class ReleaseRefused(UntoldError):
    """A release would overwrite something, or what it says would not hold up; nothing was written."""

    def __init__(self, why: str, remedy: str) -> None:
        super().__init__(f"{why}; {remedy}")
        self.why = why
        self.remedy = remedy


class BrokenRelease(UntoldError):
    """A folder is no release, or not as it was published."""

    def __init__(self, folder: str, why: str, remedy: str) -> None:
        super().__init__(f"{folder}: {why}; {remedy}")
        self.folder = folder
        self.why = why
        self.remedy = remedy


class CasebookError(UntoldError):
    """The casebook cannot be used as it stands."""

    def __init__(self, folder: str, why: str, remedy: str) -> None:
        super().__init__(f"{folder}: {why}; {remedy}")
        self.folder = folder
        self.why = why
        self.remedy = remedy


class PortTaken(UntoldError):
    """Another program listens on the port."""

    def __init__(self, port: int) -> None:
        super().__init__(f"port {port}: another program listens there; choose one with --port, or --port 0")
        self.port = port
