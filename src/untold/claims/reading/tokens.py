"""A text cut into tokens, each with every class that its words can have.

Tokens are cut once for the whole report; phrases of several words ("at least",
"Syrian Observatory for Human Rights") become one token. Offsets are the
report's own, because the fold keeps every character in its place.
"""

import re

from untold.claims.reading import kinds as K
from untold.claims.reading.lexicon import Entry, Lexicon, Node

# Clocks and dotted dates; numbers with thousands separators; possessive s; dotted capitals; words; other marks.
_TOKEN = re.compile(
    r"\d{1,2}:\d{2}(?!\w)|\d{1,2}[./]\d{1,2}[./]\d{2,4}(?!\w)"
    r"|\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\w)|\d+(?:\.\d+)?(?!\w)|'s(?!\w)|(?:[^\W\d_]\.){2,}"
    r"|[^\W_]+(?:'(?!s(?!\w))[^\W_]+)*|--|[^\w\s]"
)


class Token:
    """One word, number, mark or known phrase of the text."""

    __slots__ = ("cased", "end", "entry", "glued", "mask", "number", "start", "word")

    def __init__(self, word: str, start: int, end: int, *, glued: bool, cased: bool) -> None:
        self.word = word  # in lower case; the words of a phrase joined by spaces
        self.start = start
        self.end = end
        self.glued = glued  # a hyphen joins it to the token before
        self.cased = cased  # it begins with a capital
        self.mask = 0
        self.entry: Entry | None = None
        self.number: float | None = None

    def value(self, kind: int) -> object:
        """Return what the word lists say of this token as one of `kind`."""
        return None if self.entry is None else self.entry.values.get(kind)

    def __repr__(self) -> str:
        """Return the word and its offsets, for a developer."""
        return f"<{self.word} {self.start}:{self.end}>"


def cut(folded: str, low: str, begin: int, stop: int) -> list[Token]:
    """Return the bare tokens of a stretch of a folded text, in order, hyphens turned into `glued`."""
    tokens: list[Token] = []
    hyphen_end = -1
    append = tokens.append
    for match in _TOKEN.finditer(folded, begin, stop):
        start, end = match.span()
        first = folded[start]
        if first == "-" and end - start == 1 and 0 < start and folded[start - 1].isalnum():
            if folded[end : end + 1].isalnum():
                hyphen_end = end
                continue
            if tokens and tokens[-1].word in ("al", "el") and folded[end + 1 : end + 2].isupper():
                hyphen_end = end + 1  # "al- Mogambo"
                continue
        word = low[start:end]
        token = Token(word.rstrip(".") or word, start, end, glued=start == hyphen_end, cased=first.isupper())
        if first.isdigit():
            token.number = _number(token.word)
            if token.number is not None:
                token.mask = K.NUMBER
            elif ":" in token.word or "." in token.word or "/" in token.word:
                token.mask = K.TIME
        elif not first.isalnum() and token.word != "'s":
            token.mask = K.PUNCTUATION
        append(token)
    return tokens


def _number(word: str) -> float | None:
    plain = word.replace(",", "")
    try:
        return float(plain) if "." in plain else int(plain)
    except ValueError:
        return None


def classify(tokens: list[Token], lexicon: Lexicon, folded: str, *, trust_case: bool) -> list[Token]:
    """Return the tokens with known phrases joined and every class marked, longest phrase first."""
    known: list[Token] = []
    append = known.append
    starts = lexicon.phrases
    count = len(tokens)
    index = 0
    while index < count:
        token = tokens[index]
        node = starts.get(token.word)
        found = None if node is None else _longest(tokens, index, node, folded if trust_case else None)
        if found is None:
            if token.mask == 0 and token.cased:
                _mark_bare(token, starts)
            append(token)
            index += 1
            continue
        last, entry = found
        if last > index:
            joined = " ".join([piece.word for piece in tokens[index : last + 1]])
            token = Token(joined, token.start, tokens[last].end, glued=token.glued, cased=token.cased)
        token.entry = entry
        token.mask |= entry.mask
        append(token)
        index = last + 1
    return known


def _longest(tokens: list[Token], index: int, node: Node | None, folded: str | None) -> tuple[int, Entry] | None:
    """Return the last token of the longest phrase that begins at `index`, and what it is.

    A name in capitals counts only where `folded`, the text as written, shows its capitals.
    """
    found = None
    last = index
    count = len(tokens)
    while node is not None:
        for entry in node.entries:
            if entry.cased_as is None or (folded is not None and folded[tokens[index].start : tokens[last].end].rstrip(".") in entry.cased_as):
                found = last, entry
                break
        last += 1
        node = node.following.get(tokens[last].word) if node.following and last < count else None
    return found


def _mark_bare(token: Token, starts: dict[str, Node]) -> None:
    """Mark a name whose apostrophe was lost ("Syrias", "Daeshs") as the name."""
    if token.word.endswith("s") and len(token.word) > 4:  # noqa: PLR2004 (shorter words are words)
        node = starts.get(token.word[:-1])
        for entry in node.entries if node is not None else ():
            if entry.cased_as is None and entry.mask & (K.ACTOR | K.PLACE):
                token.entry = entry
                token.mask |= entry.mask


class Sentence:
    """One sentence: its tokens, and the zone and paragraph in which it stands."""

    __slots__ = ("end", "index", "paragraph", "start", "tokens", "zone")

    def __init__(self, index: int, tokens: list[Token], zone: str, paragraph: int) -> None:
        self.index = index
        self.tokens = tokens
        self.zone = zone
        self.paragraph = paragraph
        self.start = tokens[0].start
        self.end = tokens[-1].end
