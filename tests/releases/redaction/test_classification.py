"""Every field of every record that a casebook keeps has its word: a new one fails until somebody gives it one."""

import ast
import importlib
import pkgutil
from dataclasses import fields, is_dataclass
from pathlib import Path
from types import ModuleType
from typing import Any, get_args, get_origin, get_type_hints

import pytest

import untold
from untold.allegations.allegation import Allegation, Request
from untold.claims.account import Account
from untold.claims.claim import Claim
from untold.codebook.errors import BrokenVocabulary
from untold.incidents.incident import Incident
from untold.incidents.victims import Victim
from untold.releases import redaction
from untold.releases.published import TABLES
from untold.releases.redaction.classification import classification, disposal
from untold.reports.archive import Receipt
from untold.reports.report import Report

_OF_A_LINE = {"who", "when", "why", "undo"}
KEPT = (Report, Receipt, Claim, Account, Incident, Victim, Allegation, Request)


def parts_of(kind: type[Any]) -> set[type[Any]]:
    """Return a record with every record that it holds."""
    found, waiting = set(), [kind]
    while waiting:
        one = waiting.pop()
        found.add(one)
        held = {each for hint in get_type_hints(one).values() for each in _records_in(hint)}
        waiting.extend(held - found)
    return found


def _records_in(hint: Any) -> set[type[Any]]:
    if is_dataclass(hint) and isinstance(hint, type):
        return {hint}
    return {each for part in get_args(hint) for each in _records_in(part)} if get_origin(hint) is not None else set()


def modules() -> list[ModuleType]:
    names = (each.name for each in pkgutil.walk_packages(untold.__path__, "untold."))
    return [importlib.import_module(name) for name in names if name.endswith((".hand", ".judgements", ".answers"))]


def hand_lines() -> set[type[Any]]:
    """Return every record of a line that a person writes: it has who, when and why, and can be undone."""
    found = {
        one
        for module in modules()
        for one in vars(module).values()
        if isinstance(one, type)
        and is_dataclass(one)
        and {"who", "when", "why", "undo"} <= {f.name for f in fields(one)}
    }
    return {one for one in found if not one.__name__.startswith("_")}


ALL = sorted({one for kept in KEPT for one in parts_of(kept)} | hand_lines(), key=lambda one: one.__name__)


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.__name__)
def test_every_field_of_a_kept_record_is_classified(kind: type[Any]) -> None:
    assert set(classification().get(kind.__name__, {})) == {each.name for each in fields(kind)}


def test_no_record_is_classified_that_a_casebook_does_not_keep() -> None:
    assert set(classification()) == {kind.__name__ for kind in ALL}


def test_lines_of_all_lists_under_hand_are_known() -> None:
    assert {"Word", "Judgement", "VictimWord", "Override", "Put", "Determined", "Asked", "CheckAnswer"} <= {
        kind.__name__ for kind in hand_lines()
    }


def test_a_field_that_holds_a_record_is_said_to_be_of_parts_or_withheld_whole() -> None:
    for kind in ALL:
        for name, hint in get_type_hints(kind).items():
            said = classification()[kind.__name__][name].fate
            if not _records_in(hint):
                assert said != "parts", (kind, name)
            else:
                assert said != "published", (kind, name)


def test_names_of_people_of_kin_and_of_staff_are_withheld() -> None:
    known = classification()

    assert {known[record][field].fate for record, field in (
        ("PersonName", "spelling"), ("Victim", "family"), ("Consent", "by"), ("SignOff", "who"), ("Override", "who"),
        ("Word", "who"), ("Judgement", "why"), ("Age", "low"), ("Report", "origins"), ("Account", "text"),
    )} == {"withheld"}  # fmt: skip


@pytest.mark.parametrize(
    "words", ["secret: for nobody", "withheld", "changed", "published: as it is", "", "withheld: "]
)
def test_a_word_that_is_none_or_gives_no_reason_is_refused(words: str) -> None:
    with pytest.raises(BrokenVocabulary, match=r"fields\.toml, A\.b"):
        disposal("A.b", words)


def makers() -> list[tuple[str, ast.Call]]:
    """Return every place in which a published record is made out of a casebook's."""
    folder = Path(redaction.__file__).parent
    trees = [ast.walk(ast.parse(path.read_text("utf-8"))) for path in sorted(folder.glob("of_*.py"))]
    calls = [node for tree in trees for node in tree if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)]
    return [(call.func.id, call) for call in calls if isinstance(call.func, ast.Name) and call.func.id in PUBLISHED]


PUBLISHED = {record.__name__: record for record, _ in TABLES.values()}


def test_every_published_record_is_made_by_naming_each_of_its_fields() -> None:
    for name, call in makers():
        assert call.args == []
        assert [each.arg for each in call.keywords] == [each.name for each in fields(PUBLISHED[name])], name

    assert {name for name, _ in makers()} == set(PUBLISHED)


def test_nothing_of_a_record_is_copied_whole_on_its_way_out() -> None:
    folder = Path(redaction.__file__).parent
    names = {
        node.id if isinstance(node, ast.Name) else node.attr
        for path in folder.glob("of_*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Name | ast.Attribute)
    }

    assert not names & {"asdict", "astuple", "fields", "__dict__", "vars", "to_builtins", "replace", "getattr"}
