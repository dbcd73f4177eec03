"""A text cut into tokens, each with every class that its words can have.

Tokens are cut once for the whole report; phrases of several words ("at least",
"Syrian Observatory for Human Rights") become one token. Offsets are the
report's own, because the fold keeps every character in its place.
"""

import re
from bisect import bisect_left
from functools import cache
from itertools import accumulate, count

import msgspec

from untold.claims.reading import kinds as K
from untold.claims.reading.lexicon import Entry, Lexicon, Node
from untold.claims.reading.openings import openings
from untold.codebook.folding import lowered
from untold.codebook.places import KnownPlace

_ACTOR_OR_PLACE = K.ACTOR | K.PLACE
_PATTERNS = (
    r"[^\W\d_][^\W_]++(?:'(?!s(?!\w))[^\W_]++)*+",  # 1 words of two letters or more, which most tokens are
    r"(?:[^\W\d_]\.){2,}",  # 2 dotted capitals
    r"[^\W\d_](?:'(?!s(?!\w))[^\W_]++)*+",  # 3 words that begin with a single letter
    r"\d{1,2}:\d{2}(?!\w)|\d{1,2}[./]\d{1,2}[./]\d{2,4}(?!\w)",  # 4 clocks and dotted dates
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\w)|\d+(?:\.\d+)?(?!\w)",  # 5 numbers, with thousands separators
    r"[^\W_]+(?:'(?!s(?!\w))[^\W_]+)*",  # 6 words that begin with a digit
    r"'s(?!\w)",  # 7 the possessive
    r"--|[^\w\s]",  # 8 marks
)
_DOTTED = 2
_MASKS = (0, 0, 0, 0, K.TIME, K.NUMBER, 0, 0, K.PUNCTUATION)  # by the number of the pattern
_GAP = r"[\s_]*+"


def _compiled(pattern: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return a pattern for any text, and the same for plain text, a fifth faster."""
    plain = pattern.replace(r"[^\W\d_]", "[A-Za-z]").replace(r"[^\W_]", "[A-Za-z0-9]").replace(r"\d", "[0-9]")
    return re.compile(pattern), re.compile(plain, re.ASCII)


# One group for each kind of token, so that the match itself says which it is.
_TOKEN, _ASCII_TOKEN = _compiled("|".join(f"({pattern})" for pattern in _PATTERNS))
# A token and the gap after it: pieces leave nothing out, so that their lengths say where each begins.
_PIECE, _ASCII_PIECE = _compiled(f"(?:{'|'.join(_PATTERNS)}){_GAP}")
_OPENING, _ASCII_OPENING = _compiled(_GAP)


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
    opens: int  # the searches that may begin here, as `openings` names them

    def value(self, kind: int) -> object:
        """Return what the word lists say of this token as one of `kind`."""
        return None if self.entry is None else self.entry.values.get(kind)

    @property
    def number(self) -> float | None:
        """The figure that a number in digits stands for."""
        return _number(self.word) if self.mask & K.NUMBER else None


class Form(msgspec.Struct, gc=False, eq=False, frozen=True):
    """What a token is by its spelling alone, whatever stands around it."""

    word: str
    inside: str  # how it stands inside a phrase, where dotted capitals keep their last dot
    length: int
    cased: bool
    mask: int
    entry: Entry | None
    opens: int
    country: str | None  # that it names, as a place or a nationality
    following: dict[str, Node] | None  # the words with which it begins a phrase

    def value(self, kind: int) -> object:
        """Return what the word lists say of this spelling as one of `kind`."""
        return None if self.entry is None else self.entry.values.get(kind)


_END = Form(
    "", "", 0, cased=False, mask=0, entry=None, opens=0, country=None, following=None
)  # no phrase goes on past it
_FORMS_KEPT = 50_000
_LONGEST_KEPT = 40  # characters


class _Forms(dict[str, Form]):
    """The form of each spelling met so far: most words of a report have been met before."""

    def __init__(self, lexicon: Lexicon, *, trust_case: bool) -> None:
        super().__init__()
        self._phrases = lexicon.phrases
        self._joined: dict[str, Form] = {}  # phrases of several words
        self.trust_case = trust_case

    def __missing__(self, piece: str) -> Form:
        form = self._form(piece)
        if len(piece) <= _LONGEST_KEPT:
            if len(self) >= _FORMS_KEPT:
                self.clear()
            self[piece] = form
        return form

    def phrase(self, spelled: str, forms: list[Form], index: int, last: int, entry: Entry) -> Form:
        """Return a known phrase of several forms as one; a figure inside a name is no number."""
        form = self._joined.get(spelled)
        if form is None:
            words = forms[index : last + 1]
            word = " ".join([words[0].word, *[inner.inside for inner in words[1:]]])
            opens = openings(word, entry.mask, cased=words[0].cased)
            form = Form(word, word, len(spelled), words[0].cased, entry.mask, entry, opens, _country(entry), None)
            if len(self._joined) >= _FORMS_KEPT:
                self._joined.clear()
            self._joined[spelled] = form
        return form

    def _form(self, piece: str) -> Form:
        match = (_ASCII_TOKEN if piece.isascii() else _TOKEN).match(piece)
        spelled, kind = (match[0], match.lastindex or 0) if match is not None else (piece, 0)
        inside = lowered(spelled)
        word = inside.rstrip(".") if kind == _DOTTED else inside
        node = self._phrases.get(word)
        entry = None if node is None else _named(node, spelled if self.trust_case else "")
        cased = spelled[0] != inside[0]
        if entry is None and cased and word.endswith("s"):
            entry = _bare(word, self._phrases)
        mask = _MASKS[kind] if entry is None else _MASKS[kind] | entry.mask
        following = node.following if node is not None and node.following else None
        opens = openings(word, mask, cased=cased)
        return Form(word, inside, len(spelled), cased, mask, entry, opens, _country(entry), following)


@cache
def _forms(lexicon: Lexicon, trust_case: bool) -> _Forms:  # noqa: FBT001 (a cache takes no keywords apart)
    return _Forms(lexicon, trust_case=trust_case)


class Cut:
    """The words and known phrases of a stretch of text, in order; tokens are made of them where they are asked for."""

    __slots__ = ("_glued", "forms", "starts")

    def __init__(self, forms: list[Form], starts: list[int], glued: frozenset[int]) -> None:
        self.forms = forms
        self.starts = starts
        self._glued = glued

    def __len__(self) -> int:
        """Return how many words and phrases there are."""
        return len(self.forms)

    def end(self, index: int) -> int:
        """Return the offset at which a word or phrase ends."""
        return self.starts[index] + self.forms[index].length

    def tokens(self, begin: int, stop: int) -> list[Token]:
        """Return the tokens from one index up to another, each new: times mark them as their own."""
        glued = self._glued
        pairs = zip(self.starts[begin:stop], self.forms[begin:stop], strict=True)
        return [
            Token(form.word, at, at + form.length, at in glued, form.cased, form.mask, form.entry, form.opens)
            for at, form in pairs
        ]


def cut(folded: str, low: str, begin: int, stop: int, lexicon: Lexicon, *, trust_case: bool = True) -> Cut:
    """Return the words of a stretch of a folded text, known phrases joined, every class marked, longest phrase first.

    `low` is the same text in lower case. Names that must have their capitals
    count only where `trust_case` says that the text is not all capitals.
    """
    known = _forms(lexicon, trust_case)
    forms, starts = _pieces(folded, begin, stop, known)
    glued = _take_hyphens(folded, low, forms, starts) if "-" in folded else frozenset[int]()
    return Cut(*_with_phrases(forms, starts, folded, known), glued)


def _with_phrases(forms: list[Form], starts: list[int], folded: str, known: _Forms) -> tuple[list[Form], list[int]]:
    """Return the forms and where they begin, each known phrase of several words in the place of its words."""
    joined: list[Form] = []
    begins: list[int] = []
    done = 0  # what stands before it has its place
    pairs = zip(count(), forms, forms[1:])  # ends before the last, which nothing follows
    for index in [at for at, form, after in pairs if form.following is not None and after.inside in form.following]:
        found = _longest(forms, starts, index, folded if known.trust_case else "") if index >= done else None
        if found is None:
            continue
        last, entry = found
        joined += forms[done:index]
        begins += starts[done:index]
        spelled = folded[starts[index] : starts[last] + forms[last].length]
        joined.append(known.phrase(spelled, forms, index, last, entry))
        begins.append(starts[index])
        done = last + 1
    return joined + forms[done:-1], begins + starts[done:-1]


def _pieces(folded: str, begin: int, stop: int, known: _Forms) -> tuple[list[Form], list[int]]:
    """Return the form of every piece of a stretch, `_END` last, and where each begins."""
    opening, piece = (_ASCII_OPENING, _ASCII_PIECE) if folded.isascii() else (_OPENING, _PIECE)
    gap = opening.match(folded, begin, stop)
    pieces = piece.findall(folded, begin, stop)
    forms = list(map(known.__getitem__, pieces))
    forms.append(_END)
    return forms, list(accumulate(map(len, pieces), initial=begin if gap is None else gap.end()))


def _take_hyphens(folded: str, low: str, forms: list[Form], starts: list[int]) -> frozenset[int]:
    """Take out the hyphens that join two words; return where the second word of each begins."""
    glued: list[int] = []
    taken: list[int] = []
    at = folded.find("-", starts[0], starts[-1])
    while at >= 0:
        if at and folded[at - 1].isalnum():
            index = bisect_left(starts, at)
            if folded[at + 1 : at + 2].isalnum():
                glued.append(at + 1)
                taken.append(index)
            elif (
                forms[index].length == 1
                and index
                and forms[index - 1].length == 2  # noqa: PLR2004 (the length of the article)
                and low[at - 2 : at] in ("al", "el")
                and folded[at + 2 : at + 3].isupper()
            ):
                glued.append(at + 2)  # "al- Mogambo"
                taken.append(index)
        at = folded.find("-", at + 1, starts[-1])
    for index in reversed(taken):
        del forms[index], starts[index]
    return frozenset(glued)


def _number(word: str) -> float | None:
    plain = word.replace(",", "")
    return float(plain) if "." in plain else int(plain)


def _named(node: Node, spelled: str) -> Entry | None:
    """Return what a phrase is; a name in capitals counts only where it is spelled with them."""
    for entry in node.entries:
        if entry.cased_as is None or spelled.rstrip(".") in entry.cased_as:
            return entry
    return None


def _longest(forms: list[Form], starts: list[int], index: int, written: str) -> tuple[int, Entry] | None:
    """Return the last word of the longest phrase of several that begins at `index`, and what it is."""
    found = None
    last = index
    following = forms[index].following
    while following is not None and (node := following.get(forms[last + 1].inside)) is not None:
        last += 1
        entry = _named(node, written[starts[index] : starts[last] + forms[last].length]) if node.entries else None
        if entry is not None:
            found = last, entry
        following = node.following
    return found


def _country(entry: Entry | None) -> str | None:
    """Return the country, ISO 3166-1 alpha-3, that a phrase names as a place or a nationality."""
    if entry is None:
        return None
    place = entry.values.get(K.PLACE)
    if isinstance(place, KnownPlace) and place.country:
        return place.country
    return str(entry.values[K.DEMONYM]) if entry.mask & K.DEMONYM else None


def _bare(word: str, starts: dict[str, Node]) -> Entry | None:
    """Return the name whose apostrophe was lost ("Syrias", "Daeshs")."""
    if len(word) > 4:  # noqa: PLR2004 (shorter words are words)
        node = starts.get(word[:-1])
        for entry in node.entries if node is not None else ():
            if entry.cased_as is None and entry.mask & _ACTOR_OR_PLACE:
                return entry
    return None


class Sentence:
    """One sentence: its tokens, and the zone and paragraph in which it stands."""

    __slots__ = (
        "_begin",
        "_cut",
        "_stop",
        "_tokens",
        "_words",
        "end",
        "forms",
        "index",
        "mask",
        "paragraph",
        "start",
        "zone",
    )

    def __init__(self, index: int, cut: Cut, begin: int, stop: int, zone: str, paragraph: int) -> None:
        self.index = index
        self.zone = zone
        self.paragraph = paragraph
        mask = 0  # every class of every token
        self.forms = cut.forms[begin:stop]  # what each token is by its spelling alone
        for form in self.forms:
            mask |= form.mask
        self.mask = mask
        self.start = cut.starts[begin]
        self.end = cut.end(stop - 1)
        self._cut, self._begin, self._stop = cut, begin, stop
        self._tokens: list[Token] | None = None
        self._words: frozenset[str] | None = None

    @property
    def tokens(self) -> list[Token]:
        """The sentence's tokens, made on the first asking: nobody asks for those of many a sentence."""
        if self._tokens is None:
            self._tokens = self._cut.tokens(self._begin, self._stop)
        return self._tokens

    @property
    def words(self) -> frozenset[str]:
        """Every word and known phrase of the sentence."""
        if self._words is None:
            self._words = frozenset([form.word for form in self.forms])
        return self._words
