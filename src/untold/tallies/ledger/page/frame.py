"""The sheet that every page is printed on: one file, no script, no request, in both directions of writing.

A page is mailed, printed, kept and opened without a network. So its style is
in it, and its policy lets nothing run and nothing be asked for, whatever a
report smuggles into the words.
"""

import base64
import hashlib
from dataclasses import dataclass
from importlib import resources

from untold.tallies.ledger.page.markup import element, join, text


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around a page's content.

    `title` is the window's, in plain words; `language` a tag and `direction`
    `ltr` or `rtl`; `skip` are the words of the link that leads keyboards past
    the banner, and the id it leads to. `banner` is markup under the name.
    `styles` are sheets of the page's own, after the house's.
    """

    title: str
    language: str
    direction: str
    skip: tuple[str, str]
    banner: str
    styles: tuple[str, ...] = ()


def sheet(frame: Frame, *content: str) -> str:
    """Return a whole HTML page around its content, which is markup already."""
    words, target = frame.skip
    skip = element("a", text(words), href=f"#{target}", class_="skip")
    brand = element("p", text("Untold"), class_="brand")
    banner = element("header", brand, frame.banner, class_="banner")
    root = {"lang": frame.language, "dir": frame.direction}
    return f"<!doctype html>\n{element('html', _head(frame), element('body', skip, banner, *content), **root)}\n"


def own_style(package: str, name: str) -> str:
    """Return a style sheet that lies beside a page's code."""
    return resources.files(package).joinpath(name).read_text(encoding="utf-8")


def _head(frame: Frame) -> str:
    style = own_style(__name__.rpartition(".")[0], "page.css") + "".join(frame.styles)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    # No script, no request, no form, no frame: what a report smuggles in finds no door.
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return join(
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        '<meta name="color-scheme" content="light dark">',
        element("title", text(f"{frame.title} \u2013 Untold")),
        f"<style>{style}</style>",
        "</head>",
    )
