"""Which searches may begin at a word: told once for each spelling, not again for every token.

Six searches go over the words of a report: for the ends of its sentences, for
who speaks, for places, for times, for people counted and for hedges. Each begins at few words, and
every class and word that it may begin at stands here.
"""

from untold.claims.reading import kinds as K
from untold.claims.reading.constructions import closed_set
from untold.claims.reading.hedging import hedges_of
from untold.codebook.wordlists import word_list

SPEECH = 1 << 0  # an act of saying
PLACE = 1 << 1
TIME = 1 << 2
PEOPLE = 1 << 3  # a number of people
HEDGE = 1 << 4
END = 1 << 5  # the end of a sentence

_WHEN = word_list("when")
PAST = frozenset(_WHEN["past"]["words"])
AGES = closed_set("openings", "ages")
PARTS_OF_YEAR = frozenset(
    led for phrase in _WHEN["parts_of_year"] for led in (phrase.split()[0], f"the {phrase.split()[0]}")
)
UNTIL = closed_set("openings", "until")
LENGTHS = closed_set("openings", "lengths")  # "two years of war"
UNITS_TAKEN_UP = closed_set("openings", "units_taken_up")
MARKS = frozenset({"-", "\u2014", "\u2013", "--", ":"})  # set off a headline's claimant
RANGES = closed_set("openings", "ranges")
TIME_WORDS = PAST | AGES | PARTS_OF_YEAR | UNTIL | LENGTHS | UNITS_TAKEN_UP | RANGES | {"since", "ago"}
ARTICLES_OF_NAMES = closed_set("openings", "articles_of_names")
CLOSING = frozenset('.!?")')  # marks that may end a sentence

# A day or a window needs one of these.
DAY_WORDS = K.MONTH | K.NUMBER | K.WEEKDAY | K.RELATIVE_DAY | K.SPAN_WORD | K.TIME

_BY_CLASS = (
    (SPEECH, K.SAY | K.ACCORDING | K.RECORD | K.TOTAL | K.SOURCE_NOUN),
    (PLACE, K.PLACE | K.EVENT_NAME),
    (TIME, DAY_WORDS | K.SO_FAR),
    (PEOPLE, K.COUNTING | K.FAMILY),
    (END, K.NUMBER),  # of a year that closes a dateline
)
_BY_WORD = (
    (SPEECH, MARKS),
    (PLACE, ARTICLES_OF_NAMES),
    (TIME, TIME_WORDS),
    (PEOPLE, RANGES),
    (END, CLOSING),
)


def openings(word: str, mask: int, *, cased: bool) -> int:
    """Return the searches that may begin at a word or known phrase, a bit for each."""
    found = PLACE if cased else 0
    for search, classes in _BY_CLASS:
        if mask & classes:
            found |= search
    for search, words in _BY_WORD:
        if word in words:
            found |= search
    return found | HEDGE if hedges_of(word) else found
