"""What the belligerent itself published, beside the incidents: its statements and its log of strikes.

A statement answers one incident and must find it though its date or place is
off by a little; a line of the log is evidence that somebody struck near there
that day, and never the same thing as the incident.
"""

from untold.incidents.official.answers import Answer, answers_in, answers_kept
from untold.incidents.official.facts import IncidentFacts, facts_of
from untold.incidents.official.linking import StatementCandidate, StatementLink, StatementLinker
from untold.incidents.official.vicinity import StrikeLine, StrikeLog, Vicinity, is_log_line, strike_line
from untold.incidents.official.whereabouts import Whereabouts

__all__ = [
    "Answer",
    "IncidentFacts",
    "StatementCandidate",
    "StatementLink",
    "StatementLinker",
    "StrikeLine",
    "StrikeLog",
    "Vicinity",
    "Whereabouts",
    "answers_in",
    "answers_kept",
    "facts_of",
    "is_log_line",
    "strike_line",
]
