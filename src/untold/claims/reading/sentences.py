"""A report cut into sentences, furniture left out.

A wire text breaks its lines at eighty columns, a pasted page breaks them at
paragraphs, and a list breaks them at items: a line break ends a sentence only
where the line looks finished.
"""

from untold.claims.reading import kinds as K
from untold.claims.reading.lexicon import lexicon
from untold.claims.reading.tokens import Sentence, Token, cut
from untold.codebook.folding import fold, lowered
from untold.codebook.wordlists import word_list
from untold.reports.report import Report

_LONGEST = 300  # tokens; what goes on longer is a list or an attack, and is read in pieces
_DATE_WORDS = 3  # weekday, day, month before the year
_WRAPPED_LINE = 55  # a line at least this long may go on in the next
_ABBREVIATIONS = frozenset(word_list("grammar")["abbreviations"]["words"])
_YEAR_DIGITS = 4


def sentences(report: Report) -> list[Sentence]:
    """Return the report's sentences in order; furniture yields none."""
    folded = fold(report.text)
    low = lowered(folded)
    trust_case = not _is_capitals(folded)
    found: list[Sentence] = []
    paragraph = 0
    for zone in report.zones:
        if zone.kind == "furniture":
            continue
        tokens = cut(folded, low, zone.start, zone.end, lexicon(), trust_case=trust_case)
        paragraph += 1
        paragraph = _split(tokens, folded, zone.kind, paragraph, found)
    return found


def closes_dateline(tokens: list[Token], index: int, begin: int) -> bool:
    """Tell whether a full date ends here that parts a headline from its story ("… AFP Monday 6 Jun 2016 Ten …")."""
    if (
        len(tokens[index].word) != _YEAR_DIGITS
        or index - begin < _DATE_WORDS
        or not tokens[index - 1].mask & K.MONTH
        or not tokens[index - 2].mask & K.NUMBER
    ):
        return False
    after = tokens[index + 1]
    weekday = tokens[index - 3]
    if not weekday.mask & K.WEEKDAY or not (after.cased or after.word in '"(' or after.mask & (K.NUMBER | K.UNIT)):
        return False
    before = tokens[index - 4] if index - 4 >= begin else None
    return before is None or not before.mask & (K.PREPOSITION | K.SAY)


def _is_capitals(folded: str) -> bool:
    sample = folded[:600]
    upper = sum(map(str.isupper, sample))
    return upper > 0.6 * max(1, sum(map(str.isalpha, sample)))  # wires of the 1980s are all capitals


def _split(tokens: list[Token], folded: str, zone: str, paragraph: int, found: list[Sentence]) -> int:
    """Add the sentences of one zone to `found`; return the number of its last paragraph."""
    begin = 0
    last = len(tokens) - 1
    has_lines = "\n" in folded
    for index, token in enumerate(tokens):
        if index == last:
            found.append(Sentence(len(found), tokens[begin:], zone, paragraph))
            break
        after = tokens[index + 1]
        if index - begin >= _LONGEST:
            found.append(Sentence(len(found), tokens[begin : index + 1], zone, paragraph))
            begin = index + 1
            continue
        if token.mask & K.NUMBER and closes_dateline(tokens, index, begin):
            found.append(Sentence(len(found), tokens[begin : index + 1], zone, paragraph))
            begin = index + 1
            continue
        ends_line = has_lines and "\n" in folded[token.end : after.start] and _finished(folded, token, after)
        if ends_line or (token.mask & K.PUNCTUATION and _ends_sentence(tokens, index, begin)):
            found.append(Sentence(len(found), tokens[begin : index + 1], zone, paragraph))
            begin = index + 1
            paragraph += ends_line
    return paragraph


def _finished(folded: str, token: Token, after: Token) -> bool:
    gap = folded[token.end : after.start]
    if gap.count("\n") > 1 or token.word in '.!?:"':
        return True
    if not _may_open(after):
        return False
    line_start = folded.rfind("\n", 0, token.start) + 1
    return token.end - line_start < _WRAPPED_LINE


def _ends_sentence(tokens: list[Token], index: int, begin: int) -> bool:
    token, after = tokens[index], tokens[index + 1]
    if token.word in '")' and index > begin and tokens[index - 1].word in ".!?":
        return after.start > token.end and _may_open(after)
    if token.word not in ".!?":
        return False
    if after.start == token.end:
        return False  # a closing quote, a bracket, a dotted name
    before = tokens[index - 1]
    if token.word == "." and (before.word in _ABBREVIATIONS or (len(before.word) == 1 and before.word.isalpha())):
        return False
    return _may_open(after)


def _may_open(token: Token) -> bool:
    return token.cased or token.word in '"([-—' or bool(token.mask & (K.NUMBER | K.TIME))
