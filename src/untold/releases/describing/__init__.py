"""What stands beside the tables: what they are, how to check them, how to cite them, and who may use them."""

from collections.abc import Mapping, Sequence

from untold.releases.describing.citation import citation_file
from untold.releases.describing.for_datasette import datasette_file
from untold.releases.describing.licences import licence_text
from untold.releases.describing.readme import readme
from untold.releases.release import Release
from untold.releases.table import Table


def describing_files(release: Release, tables: Sequence[Table]) -> Mapping[str, str]:
    """Return the texts that describe a release, by their names in it."""
    return {
        "README.md": readme(release, tables),
        "LICENSE.txt": licence_text(release.licence),
        "CITATION.cff": citation_file(release),
        "datasette.json": datasette_file(release, tables),
    }
