"""Ages, sexes and names as lists word them: "17-19", "six months" as "6 months", "Adult", "F", "A / B".

What is not worded in a known way is not known; nothing is guessed, and no
message repeats the cell of a person.
"""

import re

from untold.incidents.victims.naming import is_description
from untold.incidents.victims.victim import UNKNOWN_AGE, Age, AgeBand, Gender, PersonName, person_names

_YEARS = re.compile(r"(\d{1,3})(?:\s*[-\u2013]\s*(\d{1,3}))?(?:\s*(?:years?|yrs?|y)\b.*)?")
_BELOW_A_YEAR = re.compile(r"\d{1,2}\s*(?:months?|weeks?|days?)(?:\s+old)?")
_BANDS: dict[str, AgeBand] = {
    **dict.fromkeys(("child", "boy", "girl", "baby", "infant", "newborn", "teenager", "طفل", "طفلة"), "child"),
    **dict.fromkeys(("adult", "man", "woman", "بالغ"), "adult"),
    **dict.fromkeys(("elder", "elderly", "old", "مسن", "مسنة"), "elder"),
}
_GENDERS: dict[str, Gender] = {
    **dict.fromkeys(("f", "female", "woman", "girl", "أنثى", "انثى", "امرأة"), "female"),
    **dict.fromkeys(("m", "male", "man", "boy", "ذكر", "رجل"), "male"),
}
_BETWEEN_SPELLINGS = re.compile(r"\s*[/;|\n]\s*|\s+(?:aka|a\.k\.a\.)\s+", re.IGNORECASE)


def age_of(words: str | None) -> Age | None:
    """Return the age that the words state, an unknown one where there are none, null where they state no age.

    >>> age_of("17-19"), age_of("6 months"), age_of("Adult")
    (Age(low=17, high=19, band=None), Age(low=0, high=0, band=None), Age(low=None, high=None, band='adult'))
    >>> age_of(""), age_of("tall")
    (Age(low=None, high=None, band=None), None)
    """
    plain = (words or "").strip().casefold()
    if plain in {"", "unknown", "-"}:
        return UNKNOWN_AGE
    if plain in _BANDS:
        return Age(band=_BANDS[plain])
    if _BELOW_A_YEAR.fullmatch(plain):
        return Age(0, 0)
    years = _YEARS.fullmatch(plain)
    if years is None:
        return None
    low, high = int(years[1]), int(years[2] or years[1])
    return Age(low, high) if low <= high <= 130 else None  # noqa: PLR2004 - nobody is older


def gender_of(words: str | None) -> Gender | None:
    """Return the sex that the words state, null where they state none.

    >>> gender_of("Female"), gender_of("m"), gender_of("?")
    ('female', 'male', None)
    """
    return _GENDERS.get((words or "").strip().casefold())


def names_of(*cells: str | None) -> tuple[PersonName, ...]:
    """Return every spelling in the cells, in every script; a description of somebody unknown is no name.

    >>> len(names_of("Sami Invented / Sami Mukhtara", "سامي المخترع")), names_of("Unidentified man")
    (3, ())
    """
    spellings = [each for cell in cells for each in _BETWEEN_SPELLINGS.split(cell or "")]
    return person_names(*(each for each in spellings if not is_description(each)))
