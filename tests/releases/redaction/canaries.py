"""Canaries: marked words that no release may hold, and a search that finds them however they are written."""

import base64
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing, suppress
from functools import cache
from pathlib import Path
from urllib.parse import quote

import pyarrow.parquet as pq

MARK, MARK_AR, DIGITS = "kanari", "كناري", "739173"
_MARKS = (MARK, MARK.upper(), MARK.title(), MARK_AR, DIGITS)


def found_in(folder: Path) -> list[str]:
    """Return where a mark stands in a folder, in any file, file's name or page, in any of the encodings."""
    layers = [layer for path in sorted(folder.rglob("*")) for layer in _layers(folder, path)]
    return sorted({f"{label}: {how}" for label, content in layers for how in hits(content)})


def hits(content: bytes) -> list[str]:
    """Return in which ways some bytes hold a mark."""
    return [how for how, pattern in _patterns() if pattern in content]


def _layers(folder: Path, path: Path) -> Iterator[tuple[str, bytes]]:
    """Yield a file as it lies, its name, and whatever is packed in it."""
    name = path.relative_to(folder).as_posix()
    yield f"name of {name}", name.encode()
    if path.is_dir():
        return
    content = path.read_bytes()
    yield name, content
    yield from ((f"{name}, packed", packed) for packed in unpacked(content))
    if path.suffix == ".parquet":
        table = pq.read_table(path)
        yield f"{name}, rows", repr(table.to_pylist()).encode("utf-8", "surrogatepass")
        yield f"{name}, schema", str(table.schema).encode()
    if path.suffix == ".sqlite":
        with closing(sqlite3.connect(path)) as database:
            yield f"{name}, rows", "\n".join(database.iterdump()).encode("utf-8", "surrogatepass")


def unpacked(content: bytes) -> Iterator[bytes]:
    """Yield every gzip stream inside some bytes."""
    at = content.find(b"\x1f\x8b\x08")
    while at >= 0:
        with suppress(zlib.error):
            yield zlib.decompressobj(wbits=31).decompress(content[at:])
        at = content.find(b"\x1f\x8b\x08", at + 1)


@cache
def _patterns() -> tuple[tuple[str, bytes], ...]:
    return tuple(dict.fromkeys((how, pattern) for mark in _MARKS for how, pattern in _written(mark)))


def _written(mark: str) -> Iterator[tuple[str, bytes]]:
    plain = mark.encode()
    yield "as it is", plain
    yield "reversed", mark[::-1].encode()
    for encoding in ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"):
        yield encoding, mark.encode(encoding)
        yield f"base64 of {encoding}", _aligned(mark.encode(encoding), 0)
    for offset in range(3):
        yield f"base64 at {offset}", _aligned(plain, offset)
    yield "hex", plain.hex().encode()
    yield "HEX", plain.hex().upper().encode()
    yield "percent", "".join(f"%{byte:02X}" for byte in plain).encode()
    yield "percent, as a browser does", quote(mark).encode()
    yield "entities", "".join(f"&#{ord(letter)};" for letter in mark).encode()
    yield "hex entities", "".join(f"&#x{ord(letter):x};" for letter in mark).encode()
    yield "escapes", "".join(f"\\u{ord(letter):04x}" for letter in mark).encode()
    if not mark.isdigit():
        yield "mojibake", plain.decode("latin-1").encode()
        yield "spaced", " ".join(mark).encode()


def _aligned(plain: bytes, offset: int) -> bytes:
    """Return the middle of what base64 makes of some bytes that begin at an offset, which stays whatever is around."""
    written = base64.b64encode(b"\0" * offset + plain + b"\0" * 3)
    return written[4 if offset else 0 : (offset + len(plain)) // 3 * 4]
