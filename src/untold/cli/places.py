"""`untold place`: where a name lies, with candidates, scores and reasons."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from untold.cli.output import write_whole


class PlaceForm(StrEnum):
    """The forms in which a place can be had."""

    TABLE = "table"
    JSON = "json"


def _near(value: str | None) -> str | None:
    if value is not None:
        from untold.codebook.coordinates.writings import parse_coordinates
        from untold.codebook.errors import UnreadableCoordinates

        try:
            parse_coordinates(value)
        except UnreadableCoordinates as error:
            raise typer.BadParameter(str(error)) from None
    return value


def _country(value: str | None) -> str | None:
    from untold.codebook.places import countries, find_place

    if value is None or value in countries():
        return value
    place = find_place(value)
    if place is None or place.kind != "country":
        message = f"{value!r} is no country; write its ISO 3166-1 alpha-3 code, such as SYR, or its name"
        raise typer.BadParameter(message)
    return place.country


def place(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="A name in either script, a phrase around one, or coordinates.")
    ],
    *,
    local: Annotated[str | None, typer.Option("--local", help="The name in the other script.")] = None,
    country: Annotated[
        str | None, typer.Option(callback=_country, help="The country: SYR or Syria. Without it, exact spellings only.")
    ] = None,
    province: Annotated[str | None, typer.Option(help="The province that the source states.")] = None,
    near: Annotated[
        str | None, typer.Option(callback=_near, metavar="LAT,LON", help="A point that the place lies about.")
    ] = None,
    casebook: Annotated[
        Path | None, typer.Option("--casebook", exists=True, file_okay=False, help="Look in its own places, too.")
    ] = None,
    form: Annotated[PlaceForm, typer.Option("--as", help="The form of the answer.")] = PlaceForm.TABLE,
    out: Annotated[Path | None, typer.Option("--out", dir_okay=False, help="Write to this file.")] = None,
) -> None:
    """Show what a place's name means: resolved, ambiguous or unknown, and why.

    Nothing is kept, and nobody is asked over the network: the places are those
    of GeoNames (CC BY 4.0) with 500 people and more, and the casebook's own.

    Example: untold place Membij --country SYR

    Example: untold place "near الرقة" --country SYR --province Raqqa --casebook cases

    Example: untold place "37S DV 580 651" --country SYR
    """
    from untold.cli.located import located, place_json, place_lines
    from untold.incidents.places.resolution import PlaceQuery

    answer = located(PlaceQuery(name, local, country, province, _point(near)), casebook)
    text = place_lines(answer) if form is PlaceForm.TABLE else place_json(answer)
    if out is not None:
        write_whole(out, text)
    else:
        sys.stdout.write(text)


def _point(near: str | None) -> tuple[float, float] | None:
    from untold.codebook.coordinates.writings import parse_coordinates

    if near is None:
        return None
    point = parse_coordinates(near)
    return point.lat, point.lon
