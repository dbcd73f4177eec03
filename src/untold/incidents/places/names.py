"""Names of places under which two spellings meet, and how alike two names are.

One village is Siha in one report and Sihah in the next, الرقة in one and
Ar-Raqqah in another. The keys here bring such spellings together; the
likeness orders candidates for a person and never makes two near-miss names
one place by itself.
"""

import re
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import Indel

from untold.codebook.folding import is_arabic, name_key
from untold.incidents.places.letters import ARABIC_ARTICLE, is_article
from untold.incidents.places.skeletons import skeletons

LONGEST_NAME = 200  # characters; whatever is longer is a text, and has no keys

# What two names have in common, as a likeness. `SAME_NAME` is the least that may be taken for one name; anything
# below is a near miss. By evidence: the same letters; the same but for the article; the same consonants, three or
# more; the same two consonants, which say little (Hama, Homa and Hum are all "hm").
EXACT, FOLDED, SKELETON, SHORT_SKELETON = 1.0, 0.95, 0.8, 0.75
SAME_NAME = SHORT_SKELETON
_LONG_VOWELS, _SHORT_BASE, _SHORT_VOWELS = 0.1, 0.6, 0.25  # of the likeness of all letters, where both names are Latin
_NEAR_MISS = 0.7  # the most that names of different consonants reach, and Arabic ones of different letters
_SHORT = 2

_GAPS = re.compile(r"[\n\t/_]+")
_UNSEEN = re.compile(
    "[\0-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]+"
)  # controls, marks of direction
_ARABIC_VARIANTS = str.maketrans({"ء": None, "ی": "ي", "ک": "ك", "ھ": "ه", "ہ": "ه", "ە": "ه"})
_FINAL_ALEF = re.compile("(?<=[\u0621-\u064a]{2})[اه]+$")  # مرقدا and مرقده: the same, as it is heard
_MARKS = re.compile(r"[^\w\s]")


@lru_cache(maxsize=65536)
def exact_key(name: str) -> str:
    """Return the name without case, accents, marks and Arabic letter variants; its article stays.

    >>> exact_key("Ar-Raqqah"), exact_key("الرَّقّة")
    ('ar raqqah', 'الرقه')
    """
    if len(name) > LONGEST_NAME:
        return ""
    visible = _UNSEEN.sub("", _GAPS.sub(" ", name))
    return " ".join(_MARKS.sub("", name_key(visible).translate(_ARABIC_VARIANTS)).split())


@lru_cache(maxsize=65536)
def folded_key(name: str) -> str:
    """Return the name's `exact_key` without articles and spaces, so that "Al Bab", "al-Bab" and "Bab" are one.

    >>> folded_key("Deir ez-Zor"), folded_key("دير الزور"), folded_key("Al-Bab") == folded_key("Bab")
    ('deirzor', 'ديرزور', True)
    """
    words = exact_key(name).split()
    pairs = pairwise([*words, ""])
    return _FINAL_ALEF.sub("ه", "".join(without_article(word) for word, after in pairs if not is_article(word, after)))


def name_keys(name: str) -> tuple[str, ...]:
    """Return the keys under which the name is found, the surer first; names that share one may be one.

    The first is the folded key, the others, marked "~", are consonant
    skeletons in which both scripts meet; a name of a single consonant has no
    skeleton. Of what is no name at all there are none.

    >>> name_keys("الرقة")[1:], name_keys("Ar-Raqqah"), name_keys("Rakka")
    (('~rk', '~rkh'), ('raqqah', '~rk', '~rkh'), ('rakka', '~rk'))
    """
    folded = folded_key(name)
    return (folded, *(f"~{skeleton}" for skeleton in skeletons(exact_key(name)))) if folded else ()


def same_name_score(a: str, b: str) -> float:
    """Return how alike two names are, 0 to 1: 1 the same letters, `SAME_NAME` and above the same consonants.

    Below `SAME_NAME` the consonants differ: a near miss, which is never one
    name without other evidence, however few letters it misses. No string
    measure tells near-miss Arabic names apart.

    >>> same_name_score("Siha", "Sihah") >= SAME_NAME, same_name_score("Siha", "Saida") >= SAME_NAME
    (True, False)
    """
    if not (folded_a := folded_key(a)) or not (folded_b := folded_key(b)):
        return 0.0
    if exact_key(a) == exact_key(b):
        return EXACT
    if folded_a == folded_b:
        return FOLDED
    return _by_consonants(a, b, folded_a, folded_b)


def without_article(word: str) -> str:
    """Return a word in Arabic letters without the article that is written onto it."""
    return word[2:] if word.startswith(ARABIC_ARTICLE) and len(word) >= 4 else word  # noqa: PLR2004 (two letters stay)


def _by_consonants(a: str, b: str, folded_a: str, folded_b: str) -> float:
    likeness = Indel.normalized_similarity(folded_a, folded_b)
    if is_arabic(a) and is_arabic(b):
        return _NEAR_MISS * likeness  # Arabic writes what tells حسان from حسين: other letters are another name
    ours, theirs = skeletons(exact_key(a)), skeletons(exact_key(b))
    is_one_script = is_arabic(a) == is_arabic(b)
    if shared := set(ours) & set(theirs):
        is_short = min(map(len, shared)) <= _SHORT
        if not is_one_script:
            return SHORT_SKELETON if is_short else SKELETON
        return _SHORT_BASE + _SHORT_VOWELS * likeness if is_short else SKELETON + _LONG_VOWELS * likeness
    best = max((Indel.normalized_similarity(x, y) for x in ours for y in theirs), default=0.0)
    return _NEAR_MISS * ((best + likeness) / 2 if is_one_script else best)
