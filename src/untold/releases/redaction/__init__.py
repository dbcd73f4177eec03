"""What may leave, and in which form: a policy, and the one edge at which it is kept.

Whoever exports in a hurry forgets a column. So nothing leaves except through
here, where every field that goes is written by name, and tests put marked words
into every other.
"""

from untold.releases.redaction.publishing import published_records

__all__ = ["published_records"]
