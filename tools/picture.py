"""The picture in the README: a photograph of the page that `untold read` writes.

A drawn picture would show what we wish for; this one shows what the program
makes of the first of the articles that come with it.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browsers import chromium_path

ROOT = Path(__file__).parent.parent
PICTURE = ROOT / "docs" / "images" / "ledger.png"
ARTICLE = "src/untold/demo/articles/1-coalition-toll.txt"
WIDTH, HEIGHT = 1280, 1000  # pixels: what a laptop shows


def photograph(page_file: Path, picture: Path, browser: str) -> None:
    """Open a page in the browser at `browser` and write what is seen first to `picture`."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        page = opened.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        page.goto(page_file.as_uri())
        page.screenshot(path=picture)
        opened.close()


def main() -> int:
    """Write the picture, and return 1 where there is no browser to take it with."""
    browser = chromium_path()
    if browser is None:
        print("no Chromium to take the picture with", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "ledger.html"
        command = [sys.executable, "-m", "untold", "read", ARTICLE, "--as", "html", "--out", str(page)]
        subprocess.run(command, check=True, cwd=ROOT)
        PICTURE.parent.mkdir(parents=True, exist_ok=True)
        photograph(page, PICTURE, browser)
    print(f"{PICTURE.relative_to(ROOT)}: {PICTURE.stat().st_size:,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
