"""The layouts that Untold knows, by the name that `--from` takes."""

from contextlib import suppress
from importlib import import_module

from untold.claims.columns.layout import Layout
from untold.codebook.errors import UnknownWording, UnreadableReport
from untold.reports.lists import ListReport

# Each is imported where it is used: the reading grammar behind one of them takes a second to load.
_PLACES: dict[str, tuple[tuple[str, str], ...]] = {
    "airwars": (("airwars", "AIRWARS"),),
    "ucdp": (("ucdp", "UCDP"),),
    "acled": (("acled", "ACLED"),),
    "ibc": (("ibc", "IBC"), ("ibc_people", "IBC_INDIVIDUALS")),
    "ibc-individuals": (("ibc_people", "IBC_INDIVIDUALS"),),
    "bureau": (("bureau", "BUREAU"),),
    "aoav": (("aoav", "AOAV"),),
    "centcom": (("centcom", "CENTCOM"),),
    "statements": (("statements", "STATEMENTS"),),
    "daily": (("daily", "DAILY_LEBANON"), ("daily", "DAILY_WEST_BANK"), ("daily", "DAILY_GAZA")),
}
LAYOUT_NAMES = tuple(_PLACES)


def layouts_named(name: str) -> tuple[Layout, ...]:
    """Return the layouts of one publisher; raises `UnknownWording` for a name that is none of `LAYOUT_NAMES`.

    >>> [layout.name for layout in layouts_named("ucdp")]
    ['ucdp']
    """
    if name not in _PLACES:
        raise UnknownWording(name, "list layout")
    found = (getattr(import_module(f"untold.claims.columns.{module}"), each) for module, each in _PLACES[name])
    return tuple(layout for layout in found if isinstance(layout, Layout))


def layout_in_use(name: str) -> Layout | None:
    """Return the layout of that very name, null for none: a mapping's name is known to its casebook alone."""
    publisher = name if name in _PLACES else name.partition("-")[0]
    found = layouts_named(publisher) if publisher in _PLACES else ()
    return next((layout for layout in found if layout.name == name), None)


def looking_like(listed: ListReport) -> str | None:
    """Return the name of the publisher whose columns a file has, null for none: a hint, never a choice.

    The Bureau's headings have many forms, so that other lists have them too: it is tried last.
    """
    for name in sorted(LAYOUT_NAMES, key=lambda each: each == "bureau"):
        for layout in layouts_named(name):
            with suppress(UnreadableReport):
                next(iter(layout.entries(listed)), None)
                return name
    return None


def fitting(listed: ListReport, layouts: tuple[Layout, ...]) -> Layout:
    """Return the first of a publisher's layouts that finds its rows in a file.

    Raises `UnreadableReport` of the first one where none does, with the layout
    that the file looks like.
    """
    first: UnreadableReport | None = None
    for layout in layouts:
        try:
            next(iter(layout.entries(listed)), None)
        except UnreadableReport as error:
            first = first or error
        else:
            return layout
    like = looking_like(listed)
    remedy = "write a mapping with --suggest" if like is None else f"it looks like --from {like}"
    raise UnreadableReport(listed.origin, first.why if first else "fits no layout", remedy)
