"""What a word can be to the grammar: one bit for each class.

A word often belongs to several classes ("reported" says, and it hedges), so a
token carries the union of its bits and a value for each class that needs one.
"""

NUMBER = 1 << 0  # digits
UNIT = 1 << 1  # "seven"
SCALE = 1 << 2  # "hundred", "dozen"
FIXED = 1 << 3  # "half a million"
VAGUE = 1 << 4  # "dozens of"
UNBOUNDED = 1 << 5  # "several"
NOBODY = 1 << 6  # "no", "none"
QUALIFIER = 1 << 7  # "at least"; value: the qualifier
EXACT = 1 << 8  # "a total of": leaves the number as it is
ARTICLE = 1 << 9  # "a", "an"
PERSON = 1 << 10  # value: PersonNoun
OTHERS = 1 << 11  # "others", "more"
NOT_PEOPLE = 1 << 12  # "vehicles", "kilometers"
PARTICIPLE = 1 << 13  # the forms of harm; value: the harm
GERUND = 1 << 14
FINITE = 1 << 15
DIES = 1 << 16
STATE = 1 << 17
HARM_NOUN = 1 << 18
EVENT = 1 << 19
TOLL = 1 << 20
LOSING = 1 << 21
BE = 1 << 22
HAVE = 1 << 23
MODAL = 1 << 24
NOT = 1 << 25
PREPOSITION = 1 << 26
AND = 1 << 27
CLAUSE = 1 << 28
INCLUDING = 1 << 29
ADVERB = 1 << 30
SAY = 1 << 31  # value: say, deny, concede, retract
ACCORDING = 1 << 32
SOURCE_NOUN = 1 << 33
RECORD = 1 << 34
ANAPHOR = 1 << 35  # "the organization"
PRONOUN = 1 << 36
ACTOR = 1 << 37  # value: Actor
PLACE = 1 << 38  # value: KnownPlace
DEMONYM = 1 << 39  # value: ISO 3166-1 alpha-3
MEANS = 1 << 40  # value: the slug
MONTH = 1 << 41
WEEKDAY = 1 << 42
TIME = 1 << 43  # part of a date, an hour or a period: counts nobody
PUNCTUATION = 1 << 44
ALONE = 1 << 45
SO_FAR = 1 << 46
POSSESSIVE = 1 << 51  # "her", "his", "their"
TOTAL = 1 << 52  # "number", "tally"
LEAVING = 1 << 53
FAMILY = 1 << 54
TITLE = 1 << 55
EVENT_NAME = 1 << 56  # value: Event, a dated event
RELATIVE_DAY = 1 << 57
SPAN_WORD = 1 << 58
COUNTS = 1 << 59  # "counted": gives a number without a word of harm
INTENDS = 1 << 60  # "threatened to"
HARMED = 1 << 61  # "among the dead": says the harm of those it includes
GROUP = 1 << 62  # no word, but people counted

HARM_VERB = PARTICIPLE | GERUND | FINITE | DIES
HARM = HARM_VERB | STATE | HARM_NOUN | EVENT | TOLL
COUNTING = NUMBER | UNIT | SCALE | FIXED | VAGUE | UNBOUNDED | NOBODY | QUALIFIER | ARTICLE | EXACT
