"""A folder put in place whole: written beside its place, and moved there in one step or not at all.

A release that was half written and looks finished is a false one under a real
name. So nobody sees the folder before its last file is there, and nothing that
was published is ever written over.
"""

import errno
import fcntl
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from untold.codebook.errors import ReleaseRefused

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@contextmanager
def placed_whole(folder: Path) -> Iterator[Path]:
    """Give a folder to write into, and move it to `folder` at the end; after an error nothing is left of it.

    What a killed program left is removed by the next that writes to that place.

    Raises `ReleaseRefused` where something stands in its place, another
    program is writing there, or the disk is full.
    """
    check_free(folder)
    with _made(folder.parent):
        yield from _placed(folder)


@contextmanager
def _made(parent: Path) -> Iterator[None]:
    """Make the folders above that are missing; after an error those that are still empty go again."""
    missing = [each for each in (parent, *parent.parents) if not each.exists()]
    parent.mkdir(parents=True, exist_ok=True)
    try:
        yield
    except BaseException:
        for each in missing:
            with suppress(OSError):
                each.rmdir()
        raise


def _placed(folder: Path) -> Iterator[Path]:
    part = folder.parent / f".{folder.name}.part"
    handle = _locked(part, folder)
    try:
        yield part
        _sync(part)
        check_free(folder)
        part.rename(folder)
    except BaseException as error:
        shutil.rmtree(part, ignore_errors=True)
        if not _is_full(error):
            raise
        raise ReleaseRefused(f"{folder}: the disk is full, and nothing was written", "free some space") from None
    finally:
        os.close(handle)
    _sync_folder(folder.parent)


def check_free(folder: Path) -> None:
    """Raise `ReleaseRefused` where a folder cannot be made because something is there."""
    if folder.is_symlink() or (folder.exists() and not (folder.is_dir() and not any(folder.iterdir()))):
        raise ReleaseRefused(f"{folder} is there already, and a release is never written over", "give another --out")


def _locked(part: Path, folder: Path) -> int:
    """Make the folder to write into, empty, and hold it for this program alone."""
    part.mkdir(exist_ok=True)
    handle = os.open(part, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(handle)
        raise ReleaseRefused(f"another program is writing {folder}", "wait until it has finished") from None
    for left in part.iterdir():
        shutil.rmtree(left) if left.is_dir() else left.unlink()
    return handle


def _is_full(error: BaseException) -> bool:
    if isinstance(error, sqlite3.OperationalError):
        return "disk is full" in str(error)
    return isinstance(error, OSError) and error.errno in _FULL


def _sync(folder: Path) -> None:
    """Have every file on the disk before the folder is moved: after a power cut it is whole or not there."""
    for place, _, names in os.walk(folder):
        for name in names:
            _sync_file(Path(place, name))
        _sync_folder(Path(place))


def _sync_file(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
