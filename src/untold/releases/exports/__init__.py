"""Incidents in the columns of the field's own lists: for those who load Airwars', UCDP's, Iraq Body Count's or ACLED's.

A list that speaks nobody's language is read by nobody. So a release is also
written in others' columns, with what is lost on the way said for each of them.
"""

from untold.releases.exports.writing import EXPORT_NAMES, ExportRows, as_csv, export_rows, write_exports

__all__ = ["EXPORT_NAMES", "ExportRows", "as_csv", "export_rows", "write_exports"]
