"""The forms of a table: CSV, Parquet, JSON Lines, GeoJSON, one SQLite file, and a workbook on request.

People load a table with what they know: a spreadsheet, a notebook, a map. Each
form holds the same rows in the same order, and writes them as they come, so
that a record of any size is published by a laptop.
"""

from untold.releases.forms.batches import BATCH, Batch, batches
from untold.releases.forms.columnar import ParquetForm
from untold.releases.forms.comma_separated import CsvForm
from untold.releases.forms.database import Database
from untold.releases.forms.features import GeoJsonForm
from untold.releases.forms.lines import JsonLinesForm

__all__ = ["BATCH", "Batch", "CsvForm", "Database", "GeoJsonForm", "JsonLinesForm", "ParquetForm", "batches"]
