"""What was typed, as a command takes it, without loading a library to cast a word to a word.

typer casts every value with pydantic, which takes longer to load than a report
takes to be read. A value that is right as it was typed passes here as it is;
every other is typer's to cast, or to refuse in its own words.
"""

from enum import StrEnum
from typing import Any

from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption


def plain(value: object, wanted: object) -> object:
    """Return a value that is of the wanted type without casting, or null where it has to be cast or refused.

    >>> plain("article.txt", str), plain(("a.txt", "b.txt"), list[str])
    ('article.txt', ['a.txt', 'b.txt'])
    >>> plain("2", int) is None
    True
    """
    if wanted == list[str] and isinstance(value, list | tuple):
        return list(value) if value and all(isinstance(each, str) for each in value) else None
    if isinstance(wanted, type) and issubclass(wanted, StrEnum):
        return next((member for member in wanted if member == value), None)
    return value if wanted in (str, int) and type(value) is wanted else None


def _take(param: TyperArgument | TyperOption, context: Any, value: object) -> tuple[bool, Any]:
    """Return whether a parameter's value needed no casting, and what it is after the parameter's own check."""
    # Not among the things that typer documents: where it is missing, typer casts.
    wanted = getattr(getattr(param, "type_descriptor", None), "annotation", None)
    kept = plain(value, wanted)
    if kept is None and (value is not None or param.required or param.nargs != 1):
        return False, None
    return True, kept if param.callback is None else param.callback(context, param, kept)


class _Argument(TyperArgument):
    def process_value(self, ctx: Any, value: Any) -> Any:
        is_taken, kept = _take(self, ctx, value)
        return kept if is_taken else super().process_value(ctx, value)


class _Option(TyperOption):
    def process_value(self, ctx: Any, value: Any) -> Any:
        is_taken, kept = _take(self, ctx, value)
        return kept if is_taken else super().process_value(ctx, value)


def _spared(params: list[Any]) -> list[Any]:
    """Return typer's parameters with the classes above: typer makes them itself, and takes nobody's class for them."""
    for param in params:
        if type(param) is TyperArgument:
            param.__class__ = _Argument
        elif type(param) is TyperOption:
            param.__class__ = _Option
    return params


class Command(TyperCommand):
    """A command of typer's that casts only what needs casting."""

    def get_params(self, ctx: Any) -> list[Any]:
        """Return the command's parameters and its `--help`."""
        return _spared(super().get_params(ctx))


class Group(TyperGroup):
    """A group of commands of typer's that casts only what needs casting."""

    def get_params(self, ctx: Any) -> list[Any]:
        """Return the group's parameters and its `--help`."""
        return _spared(super().get_params(ctx))
