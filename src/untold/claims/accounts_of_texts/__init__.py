"""Accounts of texts: what one report says of each incident that it tells of.

A round-up is split into its incidents before anything is matched; a text that
cannot be read yet is still one account, with its day and its places.
"""

from untold.claims.accounts_of_texts.accounts import accounts_of_report
from untold.claims.accounts_of_texts.keeping import keep_accounts_of_reports

__all__ = ["accounts_of_report", "keep_accounts_of_reports"]
