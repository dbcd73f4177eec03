"""A report cut into sentences, furniture left out.

A wire text breaks its lines at eighty columns, a pasted page breaks them at
paragraphs, and a list breaks them at items: a line break ends a sentence only
where the line looks finished.
"""

from bisect import bisect_left
from functools import lru_cache
from string import ascii_letters, ascii_uppercase

from untold.claims.reading import kinds as K
from untold.claims.reading.constructions import closed_set
from untold.claims.reading.lexicon import lexicon
from untold.claims.reading.openings import END
from untold.claims.reading.tokens import Cut, Form, Sentence, cut
from untold.codebook.actors import Actor
from untold.codebook.folding import fold, lowered
from untold.codebook.wordlists import word_list
from untold.reports.report import Report

_NUMBER_OR_UNIT = K.NUMBER | K.UNIT
_PREPOSITION_OR_SAY = K.PREPOSITION | K.SAY
_NUMBER_OR_TIME = K.NUMBER | K.TIME
_LONGEST = 300  # tokens; what goes on longer is a list or an attack, and is read in pieces
_DATE_WORDS = 3  # weekday, day, month before the year
_WRAPPED_LINE = 55  # a line at least this long may go on in the next
_ABBREVIATIONS = frozenset(word_list("grammar")["abbreviations"]["words"])
_CREDITS = closed_set("sentences", "credits")
_AGENCIES = closed_set("sentences", "agencies")
_CREDIT_WITHIN = 7  # words of "(TRT World and Agencies)", its brackets among them
_YEAR_DIGITS = 4
_NO_CAPITALS = str.maketrans("", "", ascii_uppercase)
_NO_LETTERS = str.maketrans("", "", ascii_letters)


@lru_cache(maxsize=2)
def folded_and_low(text: str) -> tuple[str, str]:
    """Return a report's text folded, and the same in lower case; kept for the report that is being read."""
    folded = fold(text)
    return folded, lowered(folded)


def sentences(report: Report) -> list[Sentence]:
    """Return the report's sentences in order; furniture yields none."""
    folded, low = folded_and_low(report.text)
    trust_case = not _is_capitals(folded)
    found: list[Sentence] = []
    paragraph = 0
    for zone in report.zones:
        if zone.kind == "furniture":
            continue
        words = cut(folded, low, zone.start, zone.end, lexicon(), trust_case=trust_case)
        paragraph += 1
        paragraph = _split(words, folded, zone.kind, paragraph, found)
    return found


def closes_dateline(words: list[Form], index: int, begin: int) -> bool:
    """Tell whether a full date ends here that parts a headline from its story ("… AFP Monday 6 Jun 2016 Ten …")."""
    if (
        len(words[index].word) != _YEAR_DIGITS
        or index - begin < _DATE_WORDS
        or not words[index - 1].mask & K.MONTH
        or not words[index - 2].mask & K.NUMBER
    ):
        return False
    after = words[index + 1]
    weekday = words[index - 3]
    if not weekday.mask & K.WEEKDAY or not (after.cased or after.word in '"(' or after.mask & _NUMBER_OR_UNIT):
        return False
    before = words[index - 4] if index - 4 >= begin else None
    return before is None or not before.mask & _PREPOSITION_OR_SAY


def _is_capitals(folded: str) -> bool:
    sample = folded[:600]
    if sample.isascii():  # counted by what is left without them, ten times faster
        letters = len(sample) - len(sample.translate(_NO_LETTERS))
        upper = len(sample) - len(sample.translate(_NO_CAPITALS))
    else:
        letters = sum(map(str.isalpha, sample))
        upper = sum(map(str.isupper, sample))
    return upper > 0.6 * max(1, letters)  # wires of the 1980s are all capitals


def _split(words: Cut, folded: str, zone: str, paragraph: int, found: list[Sentence]) -> int:
    """Add the sentences of one zone to `found`; return the number of its last paragraph."""
    begin = 0
    forms = words.forms
    last = len(forms) - 1
    line_ends = _line_ends(words, folded) if "\n" in folded else frozenset()
    ends = [index for index, form in enumerate(forms) if form.opens & END]
    for index in sorted(line_ends.union(ends)) if line_ends else ends:
        if index >= last:
            break
        begin = _without_pieces(words, begin, index, zone, paragraph, found)
        if begin > index:
            continue
        form = forms[index]
        ends_line = False
        if not (form.mask & K.NUMBER and closes_dateline(forms, index, begin)):
            ends_line = index in line_ends and _finished(folded, words, index)
            if not (ends_line or (form.mask & K.PUNCTUATION and _ends_sentence(words, index, begin))):
                continue
        credited = form.word == ")" and forms[index - 1].word not in ".!?"
        found.append(Sentence(len(found), words, begin, index + 1, "caption" if credited else zone, paragraph))
        begin = index + 1
        paragraph += ends_line
    if forms:
        begin = _without_pieces(words, begin, last - 1, zone, paragraph, found)
        found.append(Sentence(len(found), words, begin, len(forms), zone, paragraph))
    return paragraph


def _line_ends(words: Cut, folded: str) -> frozenset[int]:
    """Return the words after which a line breaks."""
    starts = words.starts
    found: set[int] = set()
    at = folded.find("\n", starts[0], starts[-1]) if starts else -1
    while at >= 0:
        after = bisect_left(starts, at)
        if words.end(after - 1) <= at:  # else it breaks inside a phrase
            found.add(after - 1)
        at = folded.find("\n", starts[after], starts[-1])
    return frozenset(found)


def _without_pieces(words: Cut, begin: int, index: int, zone: str, paragraph: int, found: list[Sentence]) -> int:
    """Add to `found` the pieces of what goes on too long up to `index`; return where the rest begins."""
    while index - begin >= _LONGEST:
        found.append(Sentence(len(found), words, begin, begin + _LONGEST + 1, zone, paragraph))
        begin += _LONGEST + 1
    return begin


def _finished(folded: str, words: Cut, index: int) -> bool:
    start, end = words.starts[index], words.end(index)
    gap = folded[end : words.starts[index + 1]]
    if gap.count("\n") > 1 or words.forms[index].word in '.!?:"':
        return True
    if not _may_open(words.forms[index + 1]):
        return False
    line_start = folded.rfind("\n", 0, start) + 1
    return end - line_start < _WRAPPED_LINE


def _ends_sentence(words: Cut, index: int, begin: int) -> bool:
    forms = words.forms
    mark, after = forms[index].word, forms[index + 1]
    is_apart = words.starts[index + 1] > words.end(index)
    if mark in '")' and index > begin and forms[index - 1].word in ".!?":
        return is_apart and _may_open(after)
    if mark == ")" and is_apart and _closes_credit(forms, index, begin):
        return after.cased
    if mark not in ".!?" or not is_apart:
        return False  # a closing quote, a bracket, a dotted name
    before = forms[index - 1].word
    if mark == "." and (before in _ABBREVIATIONS or (len(before) == 1 and before.isalpha())):
        return False
    return _may_open(after)


def _closes_credit(forms: list[Form], index: int, begin: int) -> bool:
    """Tell whether a picture's credit closes here, and its caption with it: "… June 18 2016 (AFP photo)"."""
    for here in range(index - 1, max(index - _CREDIT_WITHIN, begin), -1):
        if forms[here].word == "(":
            named = forms[here - 1]  # "told the French Press Agency (AFP)" is no credit
            return not (_is_credit(named) or named.word in _AGENCIES) and any(
                _is_credit(form) for form in forms[here + 1 : index]
            )
    return False


def _is_credit(form: Form) -> bool:
    actor = form.value(K.ACTOR) if form.mask & K.ACTOR else None
    return form.word in _CREDITS or (isinstance(actor, Actor) and actor.kind in ("agency", "outlet"))


def _may_open(form: Form) -> bool:
    return form.cased or form.word in '"([-—' or bool(form.mask & _NUMBER_OR_TIME)
