"""Reading claims out of a report's words, by a grammar over the codebook's word lists."""

from untold.claims.reading.counting import read_count
from untold.claims.reading.reader import read_claims

__all__ = ["read_claims", "read_count"]
