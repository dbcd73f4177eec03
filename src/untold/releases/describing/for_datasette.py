"""`datasette.json`: titles, descriptions and licence, for who opens the SQLite file in Datasette."""

import json
from collections.abc import Sequence
from pathlib import PurePath

from untold.releases.describing.citation import citation_line
from untold.releases.describing.licences import LICENCES
from untold.releases.release import DATABASE, Release
from untold.releases.table import Table


def datasette_file(release: Release, tables: Sequence[Table]) -> str:
    """Return the metadata that Datasette shows: `datasette untold.sqlite --metadata datasette.json`."""
    licence = LICENCES[release.licence] if release.licence else None
    whole = {
        "title": release.title,
        "description": citation_line(release),
        "license": licence.title if licence else "no licence granted",
        **({"license_url": licence.url} if licence else {}),
        "databases": {
            PurePath(DATABASE).stem: {
                "tables": {
                    table.name: {
                        "title": table.title,
                        "description": table.description,
                        "columns": {column.name: column.description for column in table.columns},
                    }
                    for table in tables
                }
            }
        },
    }
    return f"{json.dumps(whole, ensure_ascii=False, indent=2)}\n"
