"""HTML written so that no text of a report can become markup.

There is one way to put words on the page (`text`) and one to put an attribute
(`element`), and both escape. What is joined is markup already.
"""

from html import escape

from untold.tallies.ledger.cleaning import without_controls


def text(words: str) -> str:
    """Return words as HTML text."""
    return escape(without_controls(words), quote=False)


def element(tag: str, *content: str, **attributes: str) -> str:
    """Return an element around markup; a trailing underscore in an attribute's name is dropped."""
    written = "".join(f' {name.rstrip("_").replace("_", "-")}="{escape(value)}"' for name, value in attributes.items())
    return f"<{tag}{written}>{''.join(content)}</{tag}>"


def join(*markup: str) -> str:
    """Return pieces of markup, one a line."""
    return "\n".join(markup)


def isolated(words: str, **attributes: str) -> str:
    """Return a name or a number that keeps its own direction whatever stands around it."""
    return element("bdi", text(words), **attributes)


def anchor(prefix: str, identifier: str) -> str:
    """Return an identifier as an HTML id: a claim's colons are legal there and awkward in a style sheet."""
    return f"{prefix}-{identifier.replace(':', '-')}"
