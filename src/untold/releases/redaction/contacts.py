"""What leads to a person or a doorstep in a text: addresses, numbers to call, handles, and points on the earth."""

import re
from collections.abc import Iterator

from untold.codebook.folding import fold

Span = tuple[int, int]

_CONTACTS = re.compile(
    r"(?:https?://|www\.|wa\.me/|t\.me/)\S+"  # links, whatever they lead to
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"  # mail
    r"|(?<![\w@])@\w{2,}"  # handles
    r"|(?:\+|\b00)\d(?:[ ().\-/]?\d){7,}"  # numbers to call, with their country
    r"|(?<![\d.,])0\d{2}(?:[ ().\-/]?\d){6,}"  # without it
    r"|(?<![\d.,])\d{9,}"  # of an account, a document, a message
)
_DEGREES = r"[+-]?\d{1,3}(?:[.\u066b]\d{3,}|,\d{4,})(?:\s*°)?(?:\s*[NSEWnsew]\b)?"  # no "1,044"
_SECONDS = r"(?:\s*\d{1,2}(?:[.,]\d+)?\s*(?:\"|''|\u2033)?)?"
_MINUTES = rf"\d{{1,3}}\s*[°º˚]\s*\d{{1,2}}(?:[.,]\d+)?\s*['\u2032]?{_SECONDS}(?:\s*[NSEW]\b)?"
_POINTS = re.compile(
    rf"{_DEGREES}\s*[,;/|\s]\s*{_DEGREES}"
    r"|(?<![\d.,])[+-]?\d{1,3}[.\u066b]\d{4,}(?!\d)"  # one of the two alone
    rf"|{_MINUTES}"
    r"|\b\d{1,2}\s?[C-HJ-NP-X]\s?[A-HJ-NP-Z]{2}[A-Z]?\s?(?:\d{1,5}\s\d{1,5}|\d{2,10})\b"  # 37S DV 580 651
    r"|\b[23456789CFGHJMPQRVWX]{8}\+[23456789CFGHJMPQRVWX]{2,3}\b"  # a plus code
)
# What a text has in any case that holds one of them: most have nothing of it, and are looked through once.
_MARKS = ("@", "/", "+", "www.")
_NINE_DIGITS = re.compile(r"\d(?:[ ().\-/]?\d){8}")
_MAY_BE_POINT = re.compile(r"\d(?:[.,\u066b]\d{3}|\s?[C-HJ-NP-X]\s?[A-Z]{2}|\s*[°º˚])|\+")


def contacts(text: str) -> Iterator[Span]:
    """Yield where a text holds something by which somebody can be reached.

    >>> text = "Call +000 999 123 456 or write to nobody@example.org, 1,044 did"
    >>> [text[slice(*span)] for span in contacts(text)]
    ['+000 999 123 456', 'nobody@example.org']
    """
    folded = fold(text)
    if not any(mark in folded for mark in _MARKS) and _NINE_DIGITS.search(folded) is None:
        return iter(())
    return (each.span() for each in _CONTACTS.finditer(folded))


def points(text: str) -> Iterator[Span]:
    """Yield where a text states a point on the earth, finer than a square that may be published.

    >>> text = "at 36.12345, 37.98765 (37S FV 002 107), 12.5 km from 36.1, 37.9"
    >>> [text[slice(*span)] for span in points(text)]
    ['36.12345, 37.98765', '37S FV 002 107']
    """
    folded = fold(text)
    return iter(()) if _MAY_BE_POINT.search(folded) is None else (each.span() for each in _POINTS.finditer(folded))
