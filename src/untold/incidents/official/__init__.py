"""What the belligerent itself published, beside the incidents: its statements and its log of strikes.

A statement answers one incident and must find it though its date or place is
off by a little; a line of the log is evidence that somebody struck near there
that day, and never the same thing as the incident.
"""

from untold.incidents.official.facts import IncidentFacts, facts_of
from untold.incidents.official.linking import StatementCandidate, StatementLink, StatementLinker

__all__ = ["IncidentFacts", "StatementCandidate", "StatementLink", "StatementLinker", "facts_of"]
