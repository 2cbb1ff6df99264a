"""Nothing grows too large: files, classes, functions, folders. Without exceptions."""

import ast
from collections.abc import Iterator
from statistics import median

from tests.house.source import PACKAGE, name, python_files, tree

FILE, MEDIAN, CLASS, METHODS, FUNCTION, DEEP = 400, 150, 250, 20, 50, 2

Function = ast.FunctionDef | ast.AsyncFunctionDef


def _nodes(kind: type[ast.AST]) -> Iterator[tuple[str, ast.AST]]:
    for path in python_files():
        for node in ast.walk(tree(path)):
            if isinstance(node, kind):
                yield f"{name(path)}:{node.lineno} {node.name}", node


def _lines(node: ast.AST) -> int:
    return node.end_lineno - node.lineno + 1


def _lengths() -> dict[str, int]:
    return {name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in python_files()}


def test_files() -> None:
    assert not {path: lines for path, lines in _lengths().items() if lines > FILE}


def test_the_median_file() -> None:
    lengths = [lines for path, lines in _lengths().items() if path.startswith("src/")]
    assert median(lengths) <= MEDIAN


def test_classes() -> None:
    large = {place: _lines(node) for place, node in _nodes(ast.ClassDef) if _lines(node) > CLASS}
    assert not large


def test_public_methods() -> None:
    """In tests a state machine's rules are its methods, so only the program's classes count."""
    crowded = {}
    for place, node in _nodes(ast.ClassDef):
        if not place.startswith("src/"):
            continue
        methods = [one.name for one in node.body if isinstance(one, Function)]
        public = [method for method in methods if not method.startswith("_")]
        if len(public) > METHODS:
            crowded[place] = len(public)
    assert not crowded


def test_functions() -> None:
    long = {}
    for kind in (ast.FunctionDef, ast.AsyncFunctionDef):
        for place, node in _nodes(kind):
            if _lines(node) > FUNCTION:
                long[place] = _lines(node)
    assert not long


def test_folders_are_two_deep_at_most() -> None:
    deep = {
        name(path) for path in PACKAGE.rglob("*.py") if len(path.relative_to(PACKAGE).parts) - 1 > DEEP
    }
    assert not deep


def test_base_stays_small() -> None:
    assert len(list((PACKAGE / "base").glob("*.py"))) - 1 <= 10
