"""A method's file is read strictly; whatever is wrong is told with its place."""

from pathlib import Path

import pytest

from tests import samples
from workshop_desk.base.paths import methods_folder
from workshop_desk.domain.commands import PlanSession
from workshop_desk.domain.rounds import Rounds
from workshop_desk.domain.settings import Settings
from workshop_desk.domain.steps import Audience, Naming, StepKind
from workshop_desk.domain.timer import AtZero, Timer, TimerMode
from workshop_desk.domain.units import Language, Seconds
from workshop_desk.methods.catalogue import all_methods, methods_in
from workshop_desk.methods.folders import shipped_folder
from workshop_desk.methods.loader import LARGEST, load, parse
from workshop_desk.methods.planning import plan
from workshop_desk.methods.schema import Complaint, Method

GOOD = """
id = "tiny"
icon = "clock"
name = { fr = "Petit", en = "Tiny" }
purpose = { fr = "But", en = "Aim" }
outputs = { fr = "Rien", en = "Nothing" }
group = { min = 2, ideal = 3, max = 4 }

[[roles]]
id = "one"
title = { fr = "Une", en = "One" }
ordinary = true

[[steps]]
id = "a"
title = { fr = "A", en = "A" }
minutes = { min = 1, typ = 2, max = 3 }
who = { fr = "Tous", en = "All" }
rules = { fr = "Règle", en = "Rule" }
advice = { fr = "Conseil", en = "Advice" }
long_prompt = { fr = "Longue", en = "Long" }

[[steps.activities]]
key = "ideas"
kind = "board"
title = { fr = "Idées", en = "Ideas" }
prompt = { fr = "Une idée ?", en = "An idea?" }
tags = [{ id = "x", title = { fr = "x", en = "x" } }]

[[steps.activities]]
key = "vote"
kind = "vote"
title = { fr = "Vote", en = "Vote" }
prompt = { fr = "Laquelle ?", en = "Which one?" }
source = "ideas"
audience = "held"
naming = "anonymous"

[[presets]]
id = "short"
title = { fr = "Court", en = "Short" }
minutes = { a = 2 }
"""


VOTE = """kind = "vote"
title = { fr = "Vote", en = "Vote" }
prompt = { fr = "Laquelle ?", en = "Which one?" }
source = "ideas"
"""
SCALE = """kind = "scale"
title = { fr = "Note", en = "Mark" }
prompt = { fr = "Combien ?", en = "How much?" }
levels = [{ fr = "un", en = "one" }]
"""


def read(text: str) -> tuple[Method | None, tuple[Complaint, ...]]:
    reading = parse("tiny.toml", text)
    return reading.method, reading.complaints


def test_a_good_file() -> None:
    method, complaints = read(GOOD)
    assert complaints == ()
    assert method is not None
    assert method.name.in_language(Language("fr")) == "Petit"
    board, vote = method.steps[0].activities
    assert (board.kind, board.audience, board.naming) == (
        StepKind.BOARD,
        Audience.ROOM,
        Naming.NAMED,
    )
    assert (vote.audience, vote.naming, vote.source) == (Audience.HELD, Naming.ANONYMOUS, "ideas")
    assert method.preset("short") is method.presets[0]
    assert method.preset("long") is None
    assert method.presets[0].total == 2


@pytest.mark.parametrize(
    ("old", "new", "key", "reason"),
    [
        ('icon = "clock"', "", "icon", "is missing"),
        ('icon = "clock"', 'icon = "clock"\ncolour = "red"', "colour", "is not known here"),
        ('icon = "clock"', "icon = 3", "icon", "must be a text"),
        ('name = { fr = "Petit", en = "Tiny" }', 'name = { fr = "Petit" }', "name", "'en'"),
        ('name = { fr = "Petit", en = "Tiny" }', 'name = { fr = "", en = "x" }', "name", "'fr'"),
        ('name = { fr = "Petit", en = "Tiny" }', 'name = "Tiny"', "name", "in each language"),
        ('en = "Tiny" }', 'en = "Tiny", de = "Klein" }', "name", "'de'"),
        ('id = "a"', 'id = "a"\ncounts = "until"', "steps[0].counts", "time of day"),
        ('id = "a"', 'id = "a"\ncounts = "sideways"', "steps[0].counts", "none of"),
        ('id = "a"', 'id = "a"\nat_zero = "explode"', "steps[0].at_zero", "none of"),
        ('id = "a"', 'id = "a"\nquestions = 2', "steps[0].questions", "hard end"),
        ('id = "a"', 'id = "a"\nchange = 0.5', "steps[0].change", "there are none"),
        ('id = "a"', 'id = "a"\nrounds = 61', "steps[0].rounds", "at most"),
        ('id = "a"', 'id = "a"\nrounds = 3\nchange = 0.5', "steps[0].change", "no time"),
        ('kind = "board"', 'kind = "dance"', "steps[0].activities[0].kind", "none of"),
        ('kind = "board"', 'kind = "board"\ndots = 2', "steps[0].activities[0].dots", "means nothing"),
        ('kind = "board"', 'kind = "board"\nwho = ["boss"]', "steps[0].activities[0].who", "'boss'"),
        ('kind = "board"', "kind = \"board\"\nwho = 'one'", "steps[0].activities[0].who", "list"),
        ('kind = "board"', 'kind = "board"\nmost = -1', "steps[0].activities[0].most", "whole"),
        ('kind = "board"', 'kind = "board"\nmost = true', "steps[0].activities[0].most", "whole"),
        ('kind = "board"', 'kind = "board"\nsilent = 1', "steps[0].activities[0].silent", "true or"),
        ('kind = "board"', 'kind = "board"\nlongest = 9999', "steps[0].activities[0].longest", "2000"),
        ('kind = "board"', 'kind = "board"\nmost_tags = 2', "steps[0].activities[0].most_tags", "1 to"),
        ('kind = "board"', 'kind = "board"\nmeanwhile = true', "activities[0].meanwhile", "before it"),
        ('key = "vote"', 'key = "vote"\nmeanwhile = true', "activities[1].who", "other roles"),
        ('source = "ideas"', 'source = "facts"', "steps[0].activities[1].source", "no board"),
        (
            'kind = "board"',
            'kind = "board"\naudience = "facilitator"',
            "activities[1].source",
            "to read",
        ),
        ('kind = "vote"', 'kind = "scale"', "steps[0].activities[1].source", "means nothing"),
        ('audience = "held"', 'audience = "all"', "steps[0].activities[1].audience", "none of"),
        ("typ = 2", "typ = 9", "steps[0].minutes", "min ≤ typ ≤ max"),
        ("typ = 2", 'typ = "2"', "steps[0].minutes.typ", "number"),
        ("typ = 2, ", "", "steps[0].minutes.typ", "is missing"),
        ("{ a = 2 }", "{ a = 4 }", "presets[0].minutes", "at most 3"),
        ("{ a = 2 }", "{ b = 2 }", "presets[0].minutes", "'b'"),
        ("{ a = 2 }", "{ }", "presets[0].minutes", "no step"),
        ("ordinary = true", "", "roles", "exactly one"),
        ("ordinary = true", "ordinary = true\nlimit = 1", "roles[0].limit", "ordinary"),
        ("ordinary = true", "ordinary = true\nprivate_sheet = true", "roles[0].private_sheet", "one"),
        ("ideal = 3", "ideal = 9", "group", "ideal"),
        ('id = "tiny"', 'id = "other"', "id", "name of the file"),
        ('id = "tiny"', 'id = "T!"', "id", "a-z"),
        ('id = "short"', 'id = "Short!"', "presets", "a-z"),
        ('kind = "board"', "", "steps[0].activities[0].kind", "is missing"),
        ('title = { fr = "Court", en = "Short" }', "", "presets[0].title", "is missing"),
        (VOTE, SCALE, "steps[0].activities[1].levels", "2 to 10"),
        ('"board"', '"write"\naudience = "author"\nnaming = "anonymous"', "naming", "its author"),
        ('kind = "board"', 'kind = "write"\nsheet = "keep"', "activities[0].sheet", "private sheet"),
        ("tags = [{", 'tags = [{ id = "x", title = { fr = "x", en = "x" } }, {', "tags", "twice"),
        ('id = "a"', 'id = "a"\nwhen = "never"', "steps[0].when", "none of"),
        ('id = "a"', 'id = "a"\nwhen = "after"', "steps[0]", "after the session"),
        ('"Une idée ?"', '"' + "mot " * 40 + '"', "steps[0].activities[0].prompt", "last row"),
        ('"An idea?"', '"' + "x" * 25 + '"', "steps[0].activities[0].prompt", "'en'"),
    ],
)
def test_what_is_wrong_is_told(old: str, new: str, key: str, reason: str) -> None:
    assert old in GOOD
    method, complaints = read(GOOD.replace(old, new, 1))
    assert method is None
    told = [str(one) for one in complaints]
    assert any(key in one and reason in one for one in told), told


def test_a_complaint_names_the_line() -> None:
    text = GOOD.replace('audience = "held"', 'audience = "all"')
    _, (complaint,) = read(text)
    line = next(n for n, one in enumerate(text.splitlines(), 1) if 'audience = "all"' in one)
    assert complaint.line == line
    assert str(complaint).startswith(f"tiny.toml:{line}: steps[0].activities[1].audience: ")


def test_the_same_key_twice() -> None:
    _, complaints = read(GOOD.replace('key = "vote"', 'key = "ideas"'))
    assert any("twice" in one.reason for one in complaints)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("[[roles]]", "[roles]"),
        ("group = {", "group = 3\nrest = {"),
        ("[[presets]]", "[[other]]"),
        ("minutes = { min = 1, typ = 2, max = 3 }", "minutes = 2"),
        ("tags = [{", "tags = [3, {"),
        ("tags = [{", "levels = 3\ntags = [{"),
    ],
)
def test_the_wrong_shape_is_told_and_never_raises(old: str, new: str) -> None:
    assert old in GOOD
    method, complaints = read(GOOD.replace(old, new, 1))
    assert method is None
    assert complaints


def test_a_method_needs_a_preset_and_a_step_its_activities() -> None:
    text = GOOD[: GOOD.index("[[presets]]")]
    begin, end = text.index("[[steps.activities]]"), len(text)
    _, complaints = read("presets = []\n" + text[:begin] + text[end:])
    told = {(one.key, one.reason) for one in complaints}
    assert told == {("presets", "there must be one at least"), ("steps[0]", "has no activities")}


def test_what_is_not_toml_has_a_line() -> None:
    _, (complaint,) = read("id = 'x'\nname = = 3")
    assert complaint.line == 2
    assert "not TOML" in complaint.reason


def test_files_that_are_no_text(tmp_path: Path) -> None:
    binary, large = tmp_path / "binary.toml", tmp_path / "large.toml"
    binary.write_bytes(b"\xff\xfe\x00")
    large.write_bytes(b"#" * (LARGEST + 1))
    assert "UTF-8" in load(binary).complaints[0].reason
    assert "larger" in load(large).complaints[0].reason
    assert "cannot be read" in load(tmp_path / "none.toml").complaints[0].reason
    assert load(tmp_path / "none.toml").complaints[0].line is None


def test_a_broken_file_never_stops_the_rest(tmp_path: Path) -> None:
    (tmp_path / "tiny.toml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "broken.toml").write_text("id = ", encoding="utf-8")
    methods = methods_in([shipped_folder(), tmp_path, tmp_path / "nowhere"])
    assert methods.get("tiny") is not None
    assert methods.get("codev") is not None
    assert methods.get("broken") is None
    assert [one.file for one in methods.complaints] == ["broken.toml"]


def test_the_facilitators_own_method_takes_the_place(tmp_path: Path) -> None:
    text = (shipped_folder() / "roti.toml").read_text(encoding="utf-8")
    own = tmp_path / "roti.toml"
    own.write_text(text.replace('icon = "clock"', 'icon = "star"', 1), encoding="utf-8")
    method = all_methods(tmp_path).get("roti")
    assert method is not None
    assert method.icon == "star"


def test_own_methods_lie_beside_the_data() -> None:
    folder = methods_folder()
    folder.mkdir(parents=True)
    (folder / "tiny.toml").write_text(GOOD, encoding="utf-8")
    try:
        assert all_methods().get("tiny") is not None
    finally:
        (folder / "tiny.toml").unlink()
        folder.rmdir()


def test_a_step_may_say_how_it_counts_and_ends() -> None:
    said = 'id = "a"\ncounts = "up"\nat_zero = "go_on"\nhard = true\nquestions = 2'
    said += "\nrounds = 2\nchange = 0.5\nmuted = true"
    method, complaints = read(GOOD.replace('id = "a"', said, 1))
    assert complaints == ()
    assert method is not None
    (step,) = planned(method).steps
    assert (step.timer.mode, step.timer.at_zero) == (TimerMode.UP, AtZero.GO_ON)
    assert (step.timer.hard, step.timer.questions) == (True, 120)
    assert step.rounds == Rounds(2, Seconds(45.0), Seconds(30.0))
    assert step.rounds.length == step.timer.length == 120
    assert step.decides
    assert step.muted


def test_a_step_counts_down_in_one_stretch_unless_it_says_otherwise() -> None:
    method, _ = read(GOOD)
    assert method is not None
    (step,) = planned(method).steps
    assert step.timer == Timer(Seconds(120.0))
    assert step.rounds is None


def planned(method: Method) -> PlanSession:
    names = iter(range(100))
    return plan(
        method,
        "short",
        title="",
        language=Language("fr"),
        settings=Settings(),
        now=samples.START,
        code="K7QM",
        new_id=lambda: str(next(names)),
    )
