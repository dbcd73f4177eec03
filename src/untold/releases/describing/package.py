"""`datapackage.json`: the tables for programs that read Data Packages, with types, keys and references."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from untold.releases.describing.licences import LICENCES
from untold.releases.manifest import WrittenFile
from untold.releases.release import DATABASE, Release
from untold.releases.table import Column, Table

_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_PREFIX = r"\d{4}(-\d{2}){0,2}"  # no date type holds a month, so these are texts of a pattern
_MEDIA_TYPES = {
    "csv": "text/csv",
    "parquet": "application/vnd.apache.parquet",
    "jsonl": "application/jsonl",
    "geojson": "application/geo+json",
    "sqlite": "application/vnd.sqlite3",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def package_file(release: Release, tables: Sequence[Table], files: Mapping[str, WrittenFile]) -> str:
    """Return the `datapackage.json` (Data Package 2.0) of a release; `files` are those written so far, by path."""
    whole = {
        "$schema": _PROFILE,
        "name": f"untold-release-{release.number}",
        "title": release.title,
        "version": str(release.number),
        "created": f"{release.date}T00:00:00Z",
        **_licences(release),
        **({"contributors": [{"title": release.publisher, "roles": ["publisher"]}]} if release.publisher else {}),
        "resources": [
            *(_resource(table, files, has_hxl=release.has_hxl) for table in tables),
            _file("untold-sqlite", files[DATABASE]),
        ],
    }
    return f"{json.dumps(whole, ensure_ascii=False, indent=2)}\n"


def _licences(release: Release) -> dict[str, Any]:
    if release.licence is None:
        return {}
    known = LICENCES[release.licence]
    return {"licenses": [{"name": known.id, "title": known.title, "path": known.url}]}


def _resource(table: Table, files: Mapping[str, WrittenFile], *, has_hxl: bool) -> dict[str, Any]:
    """Return a table as a resource: its CSV file, its schema, and the other forms of the same rows."""
    own = f"csv/{table.name}.csv"
    forms = [each for path, each in files.items() if path.rpartition("/")[2].partition(".")[0] == table.name]
    return {
        **_file(table.name, files[own]),
        "type": "table",
        "title": table.title,
        "description": table.description,
        "encoding": "utf-8",
        **({"dialect": {"headerRows": [1], "commentRows": [2]}} if has_hxl else {}),
        "schema": _schema(table),
        "forms": [_described(each) for each in forms if each.path != own],
    }


def _file(name: str, written: WrittenFile) -> dict[str, Any]:
    return {"name": name, **_described(written)}


def _described(written: WrittenFile) -> dict[str, Any]:
    ending = written.path.rpartition(".")[2]
    return {
        "path": written.path,
        "format": ending,
        "mediatype": _MEDIA_TYPES[ending],
        "bytes": written.length,
        "hash": f"sha256:{written.sha256}",
    }


def _schema(table: Table) -> dict[str, Any]:
    return {
        "fields": [_field(column) for column in table.columns],
        **({"primaryKey": list(table.key)} if table.key else {}),
        "foreignKeys": [
            {
                "fields": [each.column],
                "reference": {"resource": "" if each.table == table.name else each.table, "fields": [each.key]},
            }
            for each in table.references
        ],
    }


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {
        **({"required": True} if column.is_required else {}),
        **({"enum": list(column.values)} if column.values else {}),
        **({"pattern": _PREFIX} if column.type == "date" else {}),
    }
    return {
        "name": column.name,
        "type": "string" if column.type == "date" else column.type,
        "description": column.description,
        **({"constraints": constraints} if constraints else {}),
        **({"unit": column.unit} if column.unit else {}),
        **({"hxl": column.hxl} if column.hxl else {}),
    }
