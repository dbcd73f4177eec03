"""How to cite a release: a `CITATION.cff`, which reference managers read, and the same as one line."""

import json
from collections.abc import Iterator

from untold.releases.release import Release

_MESSAGE = "If you use this release, cite it with its number, and cite the claimants: a number is its claimant's."


def citation_line(release: Release) -> str:
    """Return how the release is cited in prose."""
    who = f"{release.publisher}. " if release.publisher else ""
    return f"{who}{release.title}. Release {release.number}, {release.date}."


def citation_file(release: Release) -> str:
    """Return the `CITATION.cff` of a release (Citation File Format 1.2.0, which asks for an author)."""
    return "".join(f"{line}\n" for line in _lines(release))


def _lines(release: Release) -> Iterator[str]:
    yield "cff-version: 1.2.0"
    yield f"message: {_quoted(_MESSAGE)}"
    yield "type: dataset"
    yield f"title: {_quoted(release.title)}"
    yield f"version: {_quoted(str(release.number))}"
    yield f"date-released: {release.date}"
    yield "authors:"
    yield f"  - name: {_quoted(release.publisher or 'The recorders of this release')}"
    if release.licence is not None:
        yield f"license: {release.licence}"


def _quoted(text: str) -> str:
    """Return a text as YAML: every JSON string is one."""
    return json.dumps(text, ensure_ascii=False)
