"""Arabic names within English lines: each in its own direction, whatever stands around it.

Without that a terminal that honors both directions shows "الرقة (Raqqa, 3)"
with its brackets and numbers on the wrong side, and turns a whole line that
begins with an Arabic name.
"""

import re
import textwrap

from untold.tallies.ledger.cleaning import printable

_RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_RUN = re.compile(f"[{_RIGHT_TO_LEFT}]+(?:[\\s'\u2019-]+[{_RIGHT_TO_LEFT}]+)*")
_ISOLATE, _END = "\u2067", "\u2069"  # right-to-left isolate, pop directional isolate
WIDTH = 80  # columns: the narrowest terminal that people keep


def isolated(words: str) -> str:
    r"""Return words on one line, harmless, with each run of right-to-left letters isolated.

    >>> isolated("Ar Raqqah (الرقة), 3 killed")
    'Ar Raqqah (\u2067الرقة\u2069), 3 killed'
    """
    return _RUN.sub(lambda run: f"{_ISOLATE}{run[0]}{_END}", printable(words))


def wrapped(words: str, *, indent: str = "", hanging: str = "        ") -> str:
    """Return words as lines of at most `WIDTH` columns, as far as they have spaces to break at.

    >>> wrapped("unknown: " + "no " * 30).count("\\n")
    1
    """
    lines = textwrap.wrap(
        printable(words), WIDTH, initial_indent=indent, subsequent_indent=hanging, break_long_words=False,
        break_on_hyphens=False,
    )  # fmt: skip
    return "\n".join(_RUN.sub(lambda run: f"{_ISOLATE}{run[0]}{_END}", line) for line in lines)


def counted(number: int, noun: str) -> str:
    """Return a number with its noun.

    >>> counted(1, "time"), counted(1200, "time")
    ('1 time', '1,200 times')
    """
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
