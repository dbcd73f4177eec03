"""Several files of a folder are replaced as one, whenever the power fails."""

import contextlib
from pathlib import Path

import pytest

from untold.reports import replacing
from untold.reports.replacing import finish_replacing, newest, replace_together

OLD, NEW = {"a": b"old a", "b": b"old b"}, {"a": b"new a", "b": b"new b"}


class PowerFailure(BaseException):
    """Nothing catches it, as nothing catches a power failure."""


def fail_at(monkeypatch: pytest.MonkeyPatch, step: int) -> None:
    """Let the power fail at the given rename or removal of the replacing."""
    steps = iter(range(step + 1))

    def counted(real: object) -> object:
        def act(*arguments: object, **named: object) -> object:
            if next(steps, None) is None:
                raise PowerFailure
            return real(*arguments, **named)  # type: ignore[operator]

        return act

    monkeypatch.setattr(replacing, "replace_file", counted(replacing.replace_file))
    monkeypatch.setattr(Path, "replace", counted(Path.replace))


def contents(folder: Path) -> dict[str, bytes]:
    return {name: newest(folder, name).read_bytes() for name in OLD}


@pytest.mark.parametrize("step", range(6))
def test_a_reader_finds_all_of_the_old_or_all_of_the_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    replace_together(tmp_path, OLD)
    with monkeypatch.context() as patch:
        fail_at(patch, step)
        with contextlib.suppress(PowerFailure):
            replace_together(tmp_path, NEW)
    seen = contents(tmp_path)
    finish_replacing(tmp_path)

    assert seen in (OLD, NEW)
    assert contents(tmp_path) == seen
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b"]


def test_a_file_that_is_as_it_should_be_is_not_touched(tmp_path: Path) -> None:
    replace_together(tmp_path, OLD)
    before = (tmp_path / "a").stat().st_mtime_ns
    replace_together(tmp_path, {**OLD, "b": b"new b"})

    assert (tmp_path / "a").stat().st_mtime_ns == before
    assert (tmp_path / "b").read_bytes() == b"new b"
