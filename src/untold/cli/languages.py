"""In which language a page is written, checked before it is made."""

import typer


def page_language(value: str | None) -> str | None:
    """Return a language as it was typed; raises `typer.BadParameter` for one that nobody has written phrases in."""
    from untold.tallies.ledger.phrases import LANGUAGES

    if value is not None and value.split("-")[0].lower() not in LANGUAGES:
        message = f"no page is written in {value!r}; write one of {', '.join(LANGUAGES)}"
        raise typer.BadParameter(message)
    return value
