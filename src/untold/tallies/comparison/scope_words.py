"""A scope in a few English words, field by field, for the sentences of a comparison."""

from untold.claims.claim import Party
from untold.tallies.comparison.scope import Scope
from untold.tallies.wording import listed

_BY = {"ours": "as we grade", "source": "as the sources themselves state"}


def when(scope: Scope) -> str:
    """Return a scope's time in its own words, else its days."""
    if scope.period.words:
        return f"\u201c{' '.join(scope.period.words.split())}\u201d"
    if scope.extent == "tally":
        return days(scope)
    dates = [date for date in (scope.period.start, scope.period.end) if date]
    return " to ".join(dict.fromkeys(dates)) or scope.period.duration or "a time not stated"


def days(scope: Scope) -> str:
    """Return the days that a scope comes to: "2014-09-23 to 2016-03-23", "until 2016-03-31", "since 2014-09-01".

    >>> from untold.tallies.tally import Window
    >>> days(Scope("tally", "killed", window=Window(None, "2016-03-31")))
    'until 2016-03-31'
    """
    window = scope.window
    if window is None:
        return "a time not stated"
    if window.start is None:
        return "at any time" if window.end is None else f"until {window.end}"
    if window.end is None:
        return f"since {window.start}"
    return window.start if window.start == window.end else f"{window.start} to {window.end}"


def where(scope: Scope) -> str:
    """Return a scope's places as worded, joined by "and"."""
    if "places" in scope.unbounded:
        return "everywhere"
    return listed(place.name for place in scope.places) or "a place not stated"


def by_whom(scope: Scope) -> str:
    """Return who is said to have done it."""
    if "actors" in scope.unbounded:
        return "anybody"
    return together(scope.actors) + (" alone" if scope.is_alone else "")


def together(actors: tuple[Party, ...]) -> str:
    """Return actors who are named together."""
    return " with ".join(each.name for each in actors)


def grades(scope: Scope) -> str:
    """Return the grades that a scope counts and whose they are: "graded confirmed or fair, as we grade".

    >>> grades(Scope("tally", "killed", grades=("fair",), grades_by="ours"))
    'graded fair, as we grade'
    """
    if scope.grades is None:
        return "no grade stated"
    if not scope.grades:
        return "of any grade"
    *most, last = scope.grades
    names = f"{', '.join(most)} or {last}" if most else last
    return f"graded {names}, {_BY[scope.grades_by or 'ours']}"


def status(scope: Scope) -> str:
    """Return the status of the people counted."""
    if "status" in scope.unbounded:
        return "everybody"
    return "not stated" if scope.status is None else scope.status.replace("_", " ")
