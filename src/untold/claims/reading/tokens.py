"""A text cut into tokens, each with every class that its words can have.

Tokens are cut once for the whole report; phrases of several words ("at least",
"Syrian Observatory for Human Rights") become one token. Offsets are the
report's own, because the fold keeps every character in its place.
"""

import re

import msgspec

from untold.claims.reading import kinds as K
from untold.claims.reading.lexicon import Entry, Lexicon, Node

# One group for each kind of token, so that the match itself says which it is.
_TOKEN = re.compile(
    r"((?:[^\W\d_]\.){2,})"  # 1 dotted capitals
    r"|([^\W\d_][^\W_]*(?:'(?!s(?!\w))[^\W_]+)*)"  # 2 words
    r"|(\d{1,2}:\d{2}(?!\w)|\d{1,2}[./]\d{1,2}[./]\d{2,4}(?!\w))"  # 3 clocks and dotted dates
    r"|(\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\w)|\d+(?:\.\d+)?(?!\w))"  # 4 numbers, with thousands separators
    r"|([^\W_]+(?:'(?!s(?!\w))[^\W_]+)*)"  # 5 words that begin with a digit
    r"|('s(?!\w))"  # 6 the possessive
    r"|(--|[^\w\s])"  # 7 marks
)
_ASCII_TOKEN = re.compile(
    _TOKEN.pattern.replace(r"[^\W\d_]", "[A-Za-z]").replace(r"[^\W_]", "[A-Za-z0-9]").replace(r"\d", "[0-9]"), re.ASCII
)  # the same for plain text, a fifth faster
_DOTTED, _MARK = 1, 7


class Token(msgspec.Struct, gc=False, eq=False):
    """One word, number, mark or known phrase of the text.

    A `Struct`, because one is made for every word of every report.
    """

    word: str  # in lower case; the words of a phrase joined by spaces
    start: int
    end: int
    glued: bool  # a hyphen joins it to the token before
    cased: bool  # it begins with a capital
    mask: int
    entry: Entry | None

    def value(self, kind: int) -> object:
        """Return what the word lists say of this token as one of `kind`."""
        return None if self.entry is None else self.entry.values.get(kind)

    @property
    def number(self) -> float | None:
        """The figure that a number in digits stands for."""
        return _number(self.word) if self.mask & K.NUMBER else None


_MASKS = (0, 0, 0, K.TIME, K.NUMBER, 0, 0, K.PUNCTUATION)


def cut(folded: str, low: str, begin: int, stop: int, lexicon: Lexicon, *, trust_case: bool = True) -> list[Token]:
    """Return the tokens of a stretch of a folded text, known phrases joined, every class marked, longest phrase first.

    `low` is the same text in lower case. Names that must have their capitals
    count only where `trust_case` says that the text is not all capitals.
    """
    pieces: list[Piece] = [
        (*match.span(), match.lastindex or 0)
        for match in (_ASCII_TOKEN if folded.isascii() else _TOKEN).finditer(folded, begin, stop)
    ]
    glued: set[int] = set()
    if "-" in folded:
        pieces = _without_hyphens(folded, low, pieces, glued)
    words = [low[start:end] for start, end, _ in pieces]
    words.append("")  # no phrase goes on past the end
    tokens: list[Token] = []
    starts = lexicon.phrases
    index, count = 0, len(pieces)
    while index < count:
        start, end, kind = pieces[index]
        word = words[index]
        node = starts.get(word)
        entry: Entry | None = None
        last = index
        if node is not None:
            if node.plain is not None:
                entry = node.plain
            elif (found := _longest(words, index, node, pieces, folded if trust_case else "")) is not None:
                last, entry = found
        if kind == _DOTTED and entry is None:
            word = words[index] = word.rstrip(".")
            node = starts.get(word)
            found = None if node is None else _longest(words, index, node, pieces, folded if trust_case else "")
            last, entry = found or (index, None)
        if last > index:
            word, end = " ".join(words[index : last + 1]), pieces[last][1]
        cased = folded[start] != low[start]
        if entry is None and cased and word.endswith("s"):
            entry = _bare(word, starts)
        mask = _MASKS[kind] if last == index else 0  # a figure inside a name is no number
        if entry is not None:
            mask |= entry.mask
        tokens.append(Token(word, start, end, start in glued, cased, mask, entry))
        index = last + 1
    return tokens


Piece = tuple[int, int, int]  # start, end, which group of `_TOKEN`


def _without_hyphens(folded: str, low: str, pieces: list[Piece], glued: set[int]) -> list[Piece]:
    """Return the pieces less the hyphens that join two words; add to `glued` where the second begins."""
    kept: list[Piece] = []
    for piece in pieces:
        start, end, kind = piece
        if kind == _MARK and folded[start] == "-" and end - start == 1 and start and folded[start - 1].isalnum():
            if folded[end : end + 1].isalnum():
                glued.add(end)
                continue
            if kept and low[kept[-1][0] : kept[-1][1]] in ("al", "el") and folded[end + 1 : end + 2].isupper():
                glued.add(end + 1)  # "al- Mogambo"
                continue
        kept.append(piece)
    return kept


def _number(word: str) -> float | None:
    plain = word.replace(",", "")
    return float(plain) if "." in plain else int(plain)


def _longest(
    words: list[str], index: int, node: Node | None, pieces: list[Piece], folded: str
) -> tuple[int, Entry] | None:
    """Return the last word of the longest phrase that begins at `index`, and what it is.

    A name in capitals counts only where `folded`, the text as written, shows its capitals.
    """
    found = None
    last = index
    while node is not None:
        for entry in node.entries:
            if entry.cased_as is None or folded[pieces[index][0] : pieces[last][1]].rstrip(".") in entry.cased_as:
                found = last, entry
                break
        last += 1
        node = node.following.get(words[last])
    return found


def _bare(word: str, starts: dict[str, Node]) -> Entry | None:
    """Return the name whose apostrophe was lost ("Syrias", "Daeshs")."""
    if len(word) > 4:  # noqa: PLR2004 (shorter words are words)
        node = starts.get(word[:-1])
        for entry in node.entries if node is not None else ():
            if entry.cased_as is None and entry.mask & (K.ACTOR | K.PLACE):
                return entry
    return None


class Sentence:
    """One sentence: its tokens, and the zone and paragraph in which it stands."""

    __slots__ = ("_words", "end", "index", "mask", "paragraph", "start", "tokens", "zone")

    def __init__(self, index: int, tokens: list[Token], zone: str, paragraph: int) -> None:
        self.index = index
        self.tokens = tokens
        self.zone = zone
        self.paragraph = paragraph
        mask = 0  # every class of every token
        for token in tokens:
            mask |= token.mask
        self.mask = mask
        self.start = tokens[0].start
        self.end = tokens[-1].end
        self._words: frozenset[str] | None = None

    @property
    def words(self) -> frozenset[str]:
        """Every word and known phrase of the sentence."""
        if self._words is None:
            self._words = frozenset([token.word for token in self.tokens])
        return self._words
