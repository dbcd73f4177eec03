"""Texts made to make a reader slow: whatever grows faster than its input shows here.

Each takes a size in characters and is that long, so that two sizes of one
text tell linear from quadratic.
"""

from collections.abc import Callable, Iterator

Make = Callable[[int], str]


def repeated(piece: str) -> Make:
    """Return a maker of texts that repeat one piece up to a size."""
    return lambda size: (piece * (size // len(piece) + 1))[:size]


def nested(opening: str, closing: str, middle: str) -> Make:
    """Return a maker of texts with one bracket inside the other up to a size."""

    def make(size: int) -> str:
        depth = max((size - len(middle)) // (len(opening) + len(closing)), 1)
        return (opening * depth + middle + closing * depth)[:size]

    return make


TEXTS: dict[str, Make] = {
    "digits": repeated("7"),
    "digits and commas": repeated("1,234,"),
    "numbers": repeated("12 "),
    "comma list of numbers": repeated("12, "),
    "number words": repeated("twenty one hundred and "),
    "two dozen hundred": repeated("two dozen hundred thousand "),
    "and": repeated("and "),
    "killed": repeated("killed "),
    "killed 1": repeated("killed 1 "),
    "1 killed and": repeated("1 killed and "),
    "at least": repeated("at least "),
    "at least at least 5": repeated("at least 5 or more than "),
    "between": repeated("between 3 and "),
    "including": repeated("5 people including "),
    "of whom": repeated("9 people, of whom "),
    "among them": repeated("12 dead, among them "),
    "kin": repeated("a mother, her three children, his two sons and "),
    "occupations": repeated("two paramedics, three journalists, "),
    "said": repeated("said the source said "),
    "according to": repeated("according to "),
    "quotes": repeated('"'),
    "quoted words": repeated('"killed 5" '),
    "nested quotes": nested('"(', ')"', "5 killed"),
    "nested brackets": nested("(", ")", "5 civilians were killed"),
    "square brackets": nested("[", "]", "5 civilians were killed"),
    "long word": repeated("a"),
    "long capital word": repeated("K"),
    "capital letters": repeated("AL-QAEDA IN IRAQ SYRIA "),
    "capital initials": repeated("U.S. "),
    "title words": repeated("Mr. Abu Bakr Al "),
    "hyphens": repeated("al-"),
    "full stops": repeated(". "),
    "dots": repeated("."),
    "spaces": repeated(" "),
    "newlines": repeated("\n"),
    "dates": repeated("on 5 March 2016 "),
    "months": repeated("March "),
    "since": repeated("since the start of "),
    "places": repeated("in Aleppo, in Homs, near "),
    "apostrophes": repeated("'s "),
    "dashes": repeated("12\u201315 "),
    "arabic digits": repeated("\u0661\u0662 "),
    "combining marks": repeated("e\u0301"),
    "one long sentence": repeated("3 civilians were killed in Aleppo and 5 soldiers were wounded by an airstrike, "),
    "many sentences": repeated("3 civilians were killed in Aleppo. SOHR said 5 soldiers were wounded by airstrikes. "),
    "pronouns": repeated("They said it. "),
    "the group": repeated("The group said that the organization said "),
    "questions": repeated("Were 5 people killed? "),
    "money and ages": repeated("$5 million, aged 12, 3-year-old, "),
}


def texts(size: int) -> Iterator[tuple[str, str]]:
    """Yield each text's name and the text, `size` characters long."""
    for name, make in TEXTS.items():
        yield name, make(size)
