"""The tables of a release: what each row shows, what each column means, and how records become rows."""

from untold.releases.tables.filling import filled_tables
from untold.releases.tables.shapes import SHAPES

__all__ = ["SHAPES", "filled_tables"]
