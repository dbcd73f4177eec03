"""Modules that load at their first use."""

import json
import sys

import pytest

from untold.reports.late_loading import put_off


def test_a_module_put_off_is_there_at_its_first_use(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "wave", raising=False)
    put_off("wave")
    import wave

    assert "open" not in vars(wave)
    assert callable(wave.open)
    assert "open" in vars(wave)


def test_a_module_that_is_loaded_stays_as_it_is() -> None:
    put_off("json")

    assert sys.modules["json"] is json


def test_a_module_that_is_not_installed_is_missing_as_ever() -> None:
    put_off("no_such_module_anywhere")

    with pytest.raises(ModuleNotFoundError):
        __import__("no_such_module_anywhere")
