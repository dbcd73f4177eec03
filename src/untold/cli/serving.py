"""A folder served to this machine alone.

The page needs no server; this one exists for people whose browser will not
open a file from the disk. It listens on the loopback address, so nobody else
on the network can read along.
"""

from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from untold.codebook.errors import PortTaken

_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Cache-Control": "no-store",
}


class FolderHandler(SimpleHTTPRequestHandler):
    """Files of one folder, with headers that keep a page to itself; no listing of what else is there."""

    server_version = "untold"
    sys_version = ""

    def end_headers(self) -> None:
        """Send the safe headers with every answer."""
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    def list_directory(self, path: str) -> None:  # type: ignore[override]
        """Refuse to list a folder (`path`): only pages that somebody wrote are shown."""
        del path
        self.send_error(404)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (the base class's name)
        """Log nothing: who reads what is nobody's business."""


def serve_folder(folder: Path, port: int, announce: Callable[[str], None]) -> None:
    """Serve until interrupted; `announce` is told the address once the server listens.

    Raises `PortTaken` where it cannot.
    """
    handler = partial(FolderHandler, directory=str(folder))
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    except OSError as error:
        raise PortTaken(port) from error
    with server:
        announce(f"http://127.0.0.1:{server.server_port}/")
        server.serve_forever()
