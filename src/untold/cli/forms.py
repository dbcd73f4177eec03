"""The forms in which a ledger can be had."""

from enum import StrEnum


class Form(StrEnum):
    """One form of the ledger, as `--as` names it."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    HTML = "html"
    CSV = "csv"
