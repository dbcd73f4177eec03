"""How long files and functions are, at the median and at the 90th percentile.

Printed by every check, because growth is easiest to see when it is small: the
aim is a p90 of 300 lines for files and 30 for functions, and no function
above 50.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
FILE_AIM, FUNCTION_AIM, FUNCTION_LIMIT = 300, 30, 50  # lines: p90, p90, and never above


def percentile(sizes: list[int], share: float) -> int:
    """Return the smallest size that at least `share` of all do not exceed.

    >>> percentile([1, 2, 3, 4, 5, 6, 7, 8, 9, 100], 0.9)
    9
    """
    ordered = sorted(sizes)
    return ordered[max(0, -(-len(ordered) * round(share * 100) // 100) - 1)] if ordered else 0


def function_sizes(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the lines and the name of each function in a file, its docstring left out."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield _body_lines(node), f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"


def _body_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    first = node.body[0]
    is_documented = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    docstring = (first.end_lineno or 0) - first.lineno + 1 if is_documented else 0
    return (node.end_lineno or 0) - node.lineno + 1 - docstring


def main() -> int:
    """Print the sizes under src/, and return 1 where a function is above the limit."""
    paths = sorted((ROOT / "src").rglob("*.py"))
    files = [len(path.read_text("utf-8").splitlines()) for path in paths]
    functions = [size for path in paths for size in function_sizes(path)]
    lengths = [size for size, _ in functions]
    for what, sizes, aim in (("files", files, FILE_AIM), ("functions", lengths, FUNCTION_AIM)):
        p90 = percentile(sizes, 0.9)
        print(f"{what}: {len(sizes)}, median {percentile(sizes, 0.5)}, p90 {p90} lines (aim: {aim} or fewer)")
    too_long = [(size, where) for size, where in functions if size > FUNCTION_LIMIT]
    for size, where in sorted(too_long, reverse=True):
        print(f"{where}: {size} lines, above {FUNCTION_LIMIT}: split it by notion")
    return 1 if too_long else 0


if __name__ == "__main__":
    sys.exit(main())
