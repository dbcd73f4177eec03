"""The README of a release: what it is, how to check it with one command, and what each column means.

Whoever opens the folder in ten years has neither the program nor its authors.
"""

from collections.abc import Iterator, Sequence
from importlib import resources
from string import Template

from untold.releases.describing.citation import citation_line
from untold.releases.describing.licences import LICENCES
from untold.releases.release import DATABASE, MANIFEST, Release
from untold.releases.table import Column, Table


def readme(release: Release, tables: Sequence[Table]) -> str:
    """Return the README of a release."""
    words = resources.files("untold.releases.describing").joinpath("readme.md").read_text("utf-8")
    return Template(words).substitute(
        title=shown(release.title),
        number=release.number,
        date=release.date,
        citation=shown(citation_line(release)),
        licence=_licence(release),
        manifest=MANIFEST,
        previous=_previous(release),
        database=DATABASE,
        policy=shown(release.policy),
        program=release.program,
        tables="\n".join(_contents(release)),
        dictionary="".join(f"{line}\n" for table in tables for line in _dictionary(table)).rstrip(),
    )


def shown(text: str) -> str:
    r"""Return a publisher's words as Markdown that shows them and does nothing else.

    >>> shown("a [link](x)")
    'a \\[link\\](x)'
    """
    return "".join(f"\\{c}" if c in "\\`*_[]<>#|" else c for c in " ".join(text.split()))


def _licence(release: Release) -> str:
    if release.licence is None:
        return "No licence is granted."
    known = LICENCES[release.licence]
    return f"Licence of the tables: [{known.title}]({known.url})."


def _previous(release: Release) -> str:
    if release.previous is None:
        return ""
    before = release.previous
    return (
        f"The release before is number {before.number}, of {before.date}; "
        f"the SHA-256 of its `{MANIFEST}` is `{before.manifest}`.\n"
    )


def _contents(release: Release) -> Iterator[str]:
    yield "| Table | Rows | Withheld in part |\n|---|--:|--:|"
    for each in release.tables:
        yield f"| `{each.name}` | {each.rows:,} | {each.redacted:,} |"


def _dictionary(table: Table) -> Iterator[str]:
    yield f"\n### {table.name}\n\n{table.description}\n\n| Column | Type | Meaning |\n|---|---|---|"
    for column in table.columns:
        yield f"| `{column.name}` | {column.type} | {_meaning(column)} |"


def _meaning(column: Column) -> str:
    unit = f" In {column.unit}." if column.unit else ""
    values = f" One of {', '.join(f'`{value}`' for value in column.values)}." if column.values else ""
    return f"{column.description}{unit}{values}".replace("|", "\\|")
