"""Reads a method's file: TOML in, a method or complaints out."""

import re
import tomllib
from pathlib import Path

from workshop_desk.domain.people import Role
from workshop_desk.domain.steps import Activity, Audience, Naming, StepKind, Tag
from workshop_desk.domain.timer import AtZero, TimerMode
from workshop_desk.domain.units import ActivityId, StepId
from workshop_desk.methods.checker import check
from workshop_desk.methods.schema import (
    OPTIONS,
    Complaint,
    Group,
    Method,
    MethodStep,
    Minutes,
    Pace,
    Preset,
    Reading,
    When,
)
from workshop_desk.methods.table import Source, Table

LARGEST = 1_000_000
"""Bytes of a method's file; more is not a method."""


def load(path: Path) -> Reading:
    """Read one file; whatever is wrong with it is told, never raised."""
    try:
        if path.stat().st_size > LARGEST:
            return _broken(path.name, None, f"is larger than {LARGEST} bytes")
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        return _broken(path.name, None, f"cannot be read: {error.strerror}")
    except UnicodeDecodeError:
        return _broken(path.name, None, "is not UTF-8 text")
    return parse(path.name, text)


def parse(file: str, text: str) -> Reading:
    """Read a method from the text of a file with this name."""
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"at line (\d+)", str(error))
        return _broken(file, int(found[1]) if found else None, f"is not TOML: {error}")
    source = Source(file, text)
    method = _method(Table(source, "", values))
    if not source.complaints:
        check(method, source)
    if method.id and file != f"{method.id}.toml":
        source.complain("", "id", f"must be the name of the file: {file.removesuffix('.toml')!r}")
    complaints = tuple(source.complaints)
    return Reading(file, None if complaints else method, complaints)


def _broken(file: str, line: int | None, reason: str) -> Reading:
    return Reading(file, None, (Complaint(file, line, "", reason),))


def _method(table: Table) -> Method:
    method = Method(
        id=table.text("id"),
        icon=table.text("icon"),
        name=table.wording("name"),
        purpose=table.wording("purpose"),
        group=_group(table.table("group")),
        roles=tuple(_role(one) for one in table.tables("roles")),
        steps=tuple(_step(one) for one in table.tables("steps")),
        presets=tuple(_preset(one) for one in table.tables("presets")),
        outputs=table.wording("outputs"),
    )
    table.done()
    return method


def _group(table: Table) -> Group:
    group = Group(min=table.whole("min"), ideal=table.whole("ideal"), max=table.whole("max"))
    table.done()
    return group


def _role(table: Table) -> Role:
    role = Role(
        id=table.text("id"),
        title=table.wording("title"),
        limit=table.whole("limit", 0),
        ordinary=table.yes("ordinary"),
        private_sheet=table.yes("private_sheet"),
    )
    table.done()
    return role


def _step(table: Table) -> MethodStep:
    minutes = table.table("minutes")
    step = MethodStep(
        id=table.text("id"),
        label=table.text("label", ""),
        title=table.wording("title"),
        minutes=Minutes(minutes.count("min"), minutes.count("typ"), minutes.count("max")),
        who=table.wording("who"),
        rules=table.wording("rules"),
        advice=table.wording("advice"),
        long_prompt=table.wording("long_prompt"),
        when=table.one_of("when", When, When.DURING) or When.DURING,
        frame=table.yes("frame"),
        pace=_pace(table),
        activities=tuple(
            _activity(one, place) for place, one in enumerate(table.tables("activities", needed=False))
        ),
    )
    minutes.done()
    table.done()
    return step


def _pace(table: Table) -> Pace:
    return Pace(
        counts=table.one_of("counts", TimerMode, TimerMode.DOWN) or TimerMode.DOWN,
        at_zero=table.one_of("at_zero", AtZero, AtZero.KEEP) or AtZero.KEEP,
        hard=table.yes("hard"),
        questions=table.count("questions", 0.0),
        rounds=table.whole("rounds", 0),
        change=table.count("change", 0.0),
        decides=table.yes("decides"),
        muted=table.yes("muted"),
    )


def _activity(table: Table, place: int) -> Activity:
    kind = table.one_of("kind", StepKind)
    if kind is None:
        kind = StepKind.TALK
    else:
        for key in table.keys():  # noqa: SIM118 - a table is not a mapping
            if key not in OPTIONS[kind] and key in OPTIONS_OF_ANY:
                table.complain(key, f"means nothing for the kind {kind.value!r}")
    activity = Activity(
        id=ActivityId(""),
        step=StepId(""),
        position=place,
        key=table.text("key"),
        kind=kind,
        title=table.wording("title"),
        prompt=table.wording("prompt"),
        lead=table.wording("lead", needed=False),
        who=table.texts("who"),
        meanwhile=table.yes("meanwhile"),
        audience=table.one_of("audience", Audience, Audience.ROOM) or Audience.ROOM,
        naming=table.one_of("naming", Naming, Naming.NAMED) or Naming.NAMED,
        silent=table.yes("silent"),
        most=table.whole("most", 0),
        longest=table.whole("longest", 280),
        dots=table.whole("dots", 0),
        source=table.text("source", ""),
        tags=tuple(_tag(one) for one in table.tables("tags", needed=False)),
        most_tags=table.whole("most_tags", 1),
        levels=table.wordings("levels"),
        icon=table.text("icon", ""),
        confirm=table.wording("confirm", needed=False),
        ask_sharing=table.yes("ask_sharing"),
        sheet=table.text("sheet", ""),
    )
    table.done()
    return activity


OPTIONS_OF_ANY = frozenset[str]().union(*OPTIONS.values())


def _tag(table: Table) -> Tag:
    tag = Tag(table.text("id"), table.wording("title"))
    table.done()
    return tag


def _preset(table: Table) -> Preset:
    minutes = table.table("minutes")
    preset = Preset(
        id=table.text("id"),
        title=table.wording("title"),
        minutes=tuple((step, minutes.count(step)) for step in minutes.keys()),  # noqa: SIM118
        margin=table.count("margin", 0.0),
    )
    table.done()
    return preset
