"""Made-up ids: the same for the same thing, and of no use to who does not hold the key.

An id of the record is a hash of what it names: whoever has a document can
compute its id and look whether a release holds it. So what is protected goes
by ids that are hashes under a key. The key stays with the casebook, readable
by its owner alone, and in no release.

The same key gives the same ids in every release, so that a correction can be
followed. What two releases give away together is therefore that a protected
claim is still the same claim, and no more; ids of protected reports and
sources are made anew for each incident, so that nothing joins two incidents.
"""

import hmac
import re
from base64 import b32encode
from hashlib import sha256
from pathlib import Path

from untold.codebook.errors import CasebookError
from untold.reports.casebook import Casebook
from untold.reports.replacing import replace_file

KEY_BYTES = 32
_FILE = "release.key"
_ID_DIGITS = 20  # hex digits, 80 bits: no two of a billion things meet
_CODE_LETTERS = 12  # of base 32, 60 bits
_MARK = "p-"
_MADE_UP = re.compile(f"{_MARK}[0-9a-f]{{{_ID_DIGITS}}}")


class Pseudonyms:
    """The made-up ids under one key; raises `ValueError` for a key that could be tried out."""

    __slots__ = ("_key",)

    def __init__(self, key: bytes) -> None:
        if len(key) < KEY_BYTES:
            msg = f"a key of {len(key)} bytes; it needs {KEY_BYTES}"
            raise ValueError(msg)
        self._key = key

    def __repr__(self) -> str:
        return "Pseudonyms(withheld)"

    def id_of(self, kind: str, *names: str) -> str:
        """Return the made-up id of a thing of that kind.

        >>> Pseudonyms(bytes(32)).id_of("report", "r1"), Pseudonyms(bytes(32)).id_of("claim", "r1")
        ('p-9f54a17d1ea6dd7e5306', 'p-b1e7da13636af8369201')
        """
        return _MARK + self._digest(kind, *names).hex()[:_ID_DIGITS]

    def code_of(self, code: str) -> str:
        """Return the made-up code of an incident whose own code is a hash of something protected."""
        return f"U-{b32encode(self._digest('code', code)).decode()[:_CODE_LETTERS]}"

    def proof_of(self, words: str) -> str:
        """Return a hash of withheld words that proves them to who holds the key, and that nobody else can try out."""
        return f"hmac-sha256:{self._digest('words', words).hex()}"

    def _digest(self, *parts: str) -> bytes:
        return hmac.digest(self._key, "\0".join(parts).encode("utf-8", "surrogatepass"), sha256)


def is_made_up(name: str) -> bool:
    """Return whether an id is one of ours already: that of a release that came in, which tells nothing.

    >>> is_made_up("p-9f54a17d1ea6dd7e5306"), is_made_up("p-1")
    (True, False)
    """
    return _MADE_UP.fullmatch(name) is not None


def release_key(casebook: Casebook, fresh: bytes) -> bytes:
    """Return the casebook's key, which is `fresh`, some random bytes, where it had none yet.

    Raises `CasebookError` where the key that is kept is no key.
    """
    path = casebook.path(_FILE)
    if not path.exists():
        Pseudonyms(fresh)
        replace_file(path, fresh.hex().encode() + b"\n", mode=0o600)
    return kept_key(casebook.folder)


def kept_key(folder: str | Path) -> bytes:
    """Return the key that a casebook keeps; raises `CasebookError` where there is none or it is none."""
    path = Path(folder) / _FILE
    try:
        key = bytes.fromhex(path.read_text("ascii"))
        Pseudonyms(key)
    except FileNotFoundError:
        raise CasebookError(str(folder), f"has no {_FILE}", "make a release from it first") from None
    except ValueError:
        raise CasebookError(str(folder), f"{_FILE} holds no key", "restore it from a backup") from None
    return key
