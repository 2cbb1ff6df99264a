"""What must not be there: vague names, colours in code, swallowed bugs, other people's addresses."""

import ast
import re
from pathlib import Path

from tests.house.source import PACKAGE, ROOT, TESTS, name, own_files, python_files, tree

VAGUE = {"utils", "util", "misc", "common", "helpers", "helper", "manager", "managers", "shared"}
COLOUR = re.compile(r"""#[0-9A-Fa-f]{6}\b|["']#[0-9A-Fa-f]{3}["']""")
ANSWER_EVEN_TO_BUGS = {
    "src/workshop_desk/base/log.py",  # catches bugs: that is its work
    "src/workshop_desk/live/writer.py",  # every asker gets an answer, also after a bug
    "src/workshop_desk/live/batch.py",  # one asker's bug must not cost the others theirs
    "src/workshop_desk/phones/serve.py",  # who hears of the network must not take the phones down
}
ELSEWHERE = ("/work" + "/shared", "shared" + "/reference", "shared" + "/design", "shared" + "/house")
HOSTS = (
    "pypi" + ".org",
    "pythonhosted" + ".org",
    "npmjs" + ".org",
    "npmjs" + ".com",
    "anaconda" + ".org",
)


def _texts() -> dict[Path, str]:
    """Return the project's own text files."""
    found = {}
    for path in own_files():
        data = path.read_bytes()
        if b"\0" not in data[:8000]:
            found[path] = data.decode("utf-8", errors="replace")
    return found


def _with(words: tuple[str, ...]) -> list[str]:
    return [f"{name(path)}: {word}" for path, text in _texts().items() for word in words if word in text]


def test_files_are_named_after_what_they_hold() -> None:
    vague = [name(path) for path in python_files() if path.stem.strip("_") in VAGUE]
    vague += [name(path) for path in PACKAGE.rglob("*") if path.is_dir() and path.name in VAGUE]
    assert not vague


def test_an_init_file_holds_one_docstring() -> None:
    wrong = []
    for path in PACKAGE.rglob("__init__.py"):
        body = tree(path).body
        if len(body) != 1 or ast.get_docstring(tree(path)) is None:
            wrong.append(name(path))
    assert not wrong


def test_colours_live_in_the_tokens() -> None:
    wrong = [
        f"{name(path)}:{number}"
        for path in PACKAGE.rglob("*.py")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if COLOUR.search(line)
    ]
    assert not wrong


def test_no_bug_is_swallowed() -> None:
    """Whoever catches everything raises it again, but for the few who must answer even so."""
    wrong = []
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.ExceptHandler) and _catches_all(node.type):
                again = isinstance(node.body[-1], ast.Raise)
                if not again and name(path) not in ANSWER_EVEN_TO_BUGS:
                    wrong.append(f"{name(path)}:{node.lineno}")
    assert not wrong


def test_every_painter_ends() -> None:
    """A painter still at work on a widget after a mistake takes the whole program down with it."""
    left = [
        f"{name(path)}:{number}"
        for path in PACKAGE.rglob("*.py")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if re.search(r"= QPainter\(", line)
    ]
    assert not left


def _catches_all(kind: ast.expr | None) -> bool:
    if kind is None:
        return True
    kinds = kind.elts if isinstance(kind, ast.Tuple) else [kind]
    return any(isinstance(one, ast.Name) and one.id in {"Exception", "BaseException"} for one in kinds)


def test_nothing_comes_from_elsewhere() -> None:
    assert not _with(ELSEWHERE)


def test_no_registry_is_named() -> None:
    assert not _with(HOSTS)


def test_no_method_is_named_in_the_code() -> None:
    """A method is a file; code that asks which one it is would make it more than that."""
    asks = re.compile(r"""method(_id|\.id)?\s*(==|!=|in)\s*[("'{\[]""")
    wrong = [
        f"{name(path)}:{number}"
        for path in PACKAGE.rglob("*.py")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if asks.search(line)
    ]
    assert not wrong


def test_every_room_of_the_program_has_a_room_of_tests() -> None:
    rooms = {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").is_file()}
    tested = {path.name for path in TESTS.iterdir() if path.is_dir()}
    assert rooms - tested <= {"app"}  # app is the wiring: tests/room plays it whole


def test_the_project_is_where_it_is_thought_to_be() -> None:
    assert (ROOT / "pyproject.toml").is_file()
    assert len(own_files()) > 100
