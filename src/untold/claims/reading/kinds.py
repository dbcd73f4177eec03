"""What a word can be to the grammar: one bit for each class.

A word often belongs to several classes ("reported" says, and it hedges), so a
token carries the union of its bits and a value for each class that needs one.
"""

# The thirty that the grammar asks for most come first: Python tells two numbers of thirty bits apart twice as fast.
NUMBER = 1 << 0  # digits
EXACT = 1 << 1  # "a total of": leaves the number as it is
ARTICLE = 1 << 2  # "a", "an"
PERSON = 1 << 3  # value: PersonNoun
NOT_PEOPLE = 1 << 4  # "vehicles", "kilometers"
PARTICIPLE = 1 << 5  # the forms of harm; value: the harm
GERUND = 1 << 6
FINITE = 1 << 7
DIES = 1 << 8
STATE = 1 << 9
HARM_NOUN = 1 << 10
EVENT = 1 << 11
TOLL = 1 << 12
LOSING = 1 << 13
BE = 1 << 14
HAVE = 1 << 15
PREPOSITION = 1 << 16
AND = 1 << 17
CLAUSE = 1 << 18
INCLUDING = 1 << 19
ADVERB = 1 << 20
SAY = 1 << 21  # value: say, deny, concede, retract
SOURCE_NOUN = 1 << 22
ACTOR = 1 << 23  # value: Actor
PLACE = 1 << 24  # value: KnownPlace
DEMONYM = 1 << 25  # value: ISO 3166-1 alpha-3
MEANS = 1 << 26  # value: the slug
TIME = 1 << 27  # part of a date, an hour or a period: counts nobody
PUNCTUATION = 1 << 28
GROUP = 1 << 29  # no word, but people counted

UNIT = 1 << 30  # "seven"
SCALE = 1 << 31  # "hundred", "dozen"
FIXED = 1 << 32  # "half a million"
VAGUE = 1 << 33  # "dozens of"
UNBOUNDED = 1 << 34  # "several"
NOBODY = 1 << 35  # "no", "none"
QUALIFIER = 1 << 36  # "at least"; value: the qualifier
OTHERS = 1 << 37  # "others", "more"
MODAL = 1 << 38
NOT = 1 << 39
ACCORDING = 1 << 40
RECORD = 1 << 41
ANAPHOR = 1 << 42  # "the organization"
PRONOUN = 1 << 43
MONTH = 1 << 44
WEEKDAY = 1 << 45
ALONE = 1 << 46
SO_FAR = 1 << 47
POSSESSIVE = 1 << 48  # "her", "his", "their"
TOTAL = 1 << 49  # "number", "tally"
LEAVING = 1 << 50
FAMILY = 1 << 51
TITLE = 1 << 52
EVENT_NAME = 1 << 53  # value: Event, a dated event
RELATIVE_DAY = 1 << 54
SPAN_WORD = 1 << 55
COUNTS = 1 << 56  # "counted": gives a number without a word of harm
INTENDS = 1 << 57  # "threatened to"
HARMED = 1 << 58  # "among the dead": says the harm of those it includes

HARM_VERB = PARTICIPLE | GERUND | FINITE | DIES
HARM = HARM_VERB | STATE | HARM_NOUN | EVENT | TOLL
COUNTING = NUMBER | UNIT | SCALE | FIXED | VAGUE | UNBOUNDED | NOBODY | QUALIFIER | ARTICLE | EXACT
