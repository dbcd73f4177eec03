"""A module that loads when somebody first uses it, and not when somebody names it.

Libraries name others at their head that a report may never need, and those
bring along still others.
"""

import sys
from importlib.util import find_spec, module_from_spec
from types import ModuleType
from typing import Any


class _Late(ModuleType):
    """A module that holds nothing yet."""

    def __getattr__(self, name: str) -> Any:
        """Load the module, as it is about to be used."""
        module: ModuleType = self
        module.__class__ = ModuleType  # before it loads, as loading asks for names too
        if module.__spec__ is not None and module.__spec__.loader is not None:
            module.__spec__.loader.exec_module(module)
        return getattr(module, name)


def put_off(name: str) -> None:
    """Have a module load at its first use; one that is loaded already, or not installed, is left as it is.

    `importlib.util.LazyLoader` would not do: with it the second `import` of a
    module is a use.

    >>> put_off("json")
    """
    spec = None if name in sys.modules else find_spec(name)
    if spec is not None:
        module = module_from_spec(spec)
        module.__class__ = _Late
        sys.modules[name] = module
