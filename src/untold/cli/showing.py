"""`untold demo` and `untold serve`: the ledger of a few articles, in the terminal and as a page."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from untold.cli.edge import ExitCode, complain
from untold.cli.forms import Form

PAGE = "index.html"

Port = Annotated[int, typer.Option("--port", min=0, max=65535, help="The port on this machine; 0 takes a free one.")]


def version() -> str:
    """Return the installed version, or what to say where the program runs from its source."""
    from importlib import metadata

    try:
        return metadata.version("untold")
    except metadata.PackageNotFoundError:
        return "not installed; running from source"


def demo(
    *,
    serve: Annotated[bool, typer.Option("--serve", help="Also serve the page on this machine until Ctrl-C.")] = False,
    port: Port = 8484,
    out: Annotated[Path | None, typer.Option(file_okay=False, help="Keep the page in this folder.")] = None,
    browser: Annotated[bool, typer.Option("--open", help="With --serve: open the page in the browser.")] = False,
) -> None:
    """Read the articles that come with the program, and show their ledger.

    Their words are the project's own, their figures real and sourced.

    Example: untold demo --serve
    """
    from untold.cli.inputs import Wish, read_inputs
    from untold.cli.output import put_out, write_whole
    from untold.tallies.ledger import draw_up
    from untold.tallies.ledger.page import as_page

    readings, failures = read_inputs([str(each) for each in demo_articles()], Wish("en", None, None), jobs=1)
    for failure in failures:
        complain(failure.message)
    ledger = draw_up([each.report for each in readings], [claim for each in readings for claim in each.claims])
    put_out(ledger, Form.TABLE, None, explained=False, language=None)
    with _folder(out) as folder:
        write_whole(folder / PAGE, as_page(ledger))
        if out is not None:
            from rich.console import Console

            Console(stderr=True).print(f"The same as a page: {folder / PAGE}", highlight=False)
        if serve:
            _serve(folder, port, browser=browser)
    if failures:
        raise typer.Exit(ExitCode.SOME_FAILED if readings else ExitCode.ERROR)


def serve(
    folder: Annotated[Path, typer.Argument(exists=True, file_okay=False, help="A folder with an index.html.")],
    *,
    port: Port = 8484,
) -> None:
    """Serve a folder of pages to this machine alone, until Ctrl-C.

    Example: untold serve pages/
    """
    _serve(folder, port, browser=False)


def demo_articles() -> tuple[Path, ...]:
    """Return the articles that come with the program, in order."""
    from importlib import resources

    folder = Path(str(resources.files("untold"))) / "demo" / "articles"
    return tuple(sorted(folder.glob("*.txt")))


def _serve(folder: Path, port: int, *, browser: bool) -> None:
    from untold.cli.serving import serve_folder

    def announce(address: str) -> None:
        typer.echo(f"Serving on {address} (Ctrl-C ends it)")
        if browser:
            import webbrowser

            webbrowser.open(address)

    serve_folder(folder, port, announce)


@contextmanager
def _folder(out: Path | None) -> Iterator[Path]:
    if out is None:
        from tempfile import TemporaryDirectory

        with TemporaryDirectory(prefix="untold-demo-") as made:
            yield Path(made)
        return
    out.mkdir(parents=True, exist_ok=True)
    yield out
