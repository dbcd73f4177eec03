"""Who was harmed: people, as far as the accounts tell, compared but never joined by a program.

A person is in several lists under several spellings. What may be one person is
proposed with its reasons, a person decides, and nobody is named without a ground.
"""

from untold.incidents.victims.comparing import Compared, Proposal, compare_people
from untold.incidents.victims.hand import (
    VictimWord,
    keep_word,
    kept_words,
    people,
    standing_words,
    undecided,
    with_register_ids,
)
from untold.incidents.victims.keeping import keep_victims, kept_victims, victims_named, with_victims
from untold.incidents.victims.particulars import Particulars, particulars_of
from untold.incidents.victims.proposing import Register, propose_duplicates, reconcile
from untold.incidents.victims.publishing import Policy, PublicVictim, publishable, redacted
from untold.incidents.victims.tables import read_register, read_victims
from untold.incidents.victims.victim import Age, Consent, PersonName, Victim, person_names

__all__ = [
    "Age",
    "Compared",
    "Consent",
    "Particulars",
    "PersonName",
    "Policy",
    "Proposal",
    "PublicVictim",
    "Register",
    "Victim",
    "VictimWord",
    "compare_people",
    "keep_victims",
    "keep_word",
    "kept_victims",
    "kept_words",
    "particulars_of",
    "people",
    "person_names",
    "propose_duplicates",
    "publishable",
    "read_register",
    "read_victims",
    "reconcile",
    "redacted",
    "standing_words",
    "undecided",
    "victims_named",
    "with_register_ids",
    "with_victims",
]
