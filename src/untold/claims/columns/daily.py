"""Daily series of three places, as one data set collects them; each layout is a mapping like anybody's own.

Sources: Tech for Palestine, descriptions of its daily data sets. Whatever a
column of these holds, a mapping file can say of another monitor's series.
"""

from importlib.resources import files

from untold.claims.columns.layout import Layout
from untold.claims.columns.mapping import layout_of
from untold.claims.columns.mapping_file import mapping_from


def _layout(name: str) -> Layout:
    content = (files("untold.claims.columns") / "words" / f"{name}.toml").read_bytes()
    return layout_of(mapping_from(f"columns/words/{name}.toml", content))


DAILY_GAZA = _layout("daily_gaza")
DAILY_WEST_BANK = _layout("daily_west_bank")
DAILY_LEBANON = _layout("daily_lebanon")
