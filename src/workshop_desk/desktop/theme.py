"""The look of the windows: palettes and the desk's style sheet, all from `tokens.toml`.

How a desk widget gets its style: plain Qt classes look right by themselves; the rest goes by dynamic
properties, set before the widget is shown (`widget.setProperty(name, value)`), or changed later with
`restyle(widget, name, value)`:

- QPushButton, QToolButton `kind`: "main", "tonal", "framed" (the default), "text", "danger", "link";
  `scale`: "small" (28), "big" (48); `square`: True for an icon alone.
- QLabel `kind`: "title", "heading", "strong", "body", "small", "label", "muted", "number", "clock";
  `tone`: "ink", "ink_2", "ink_3", "primary", "success", "warning", "danger", "info", "on_primary".
- QLabel `chip`: "neutral", "success", "warning", "danger", "info", "primary", "marker".
- QFrame `kind`: "card", "projected" (À l'écran), "private" (Pour vous seul), "panel", "bar" (top),
  "footer" (bottom bar), "rehearsal" (the bar over one), "nav", "side", "rule" (a hairline),
  "current" (the filled step row).
- QFrame `banner`: "warning", "danger", "success", "info". QFrame `kind`="toast", "dialog", "float".
- QPushButton `nav`: True for an entry of the navigation (checkable).
- QFrame `kind`="segments" holding checkable QPushButtons with `segment`: True.
- QLineEdit, QPlainTextEdit `state`: "wrong" for what must be corrected.
- QAbstractItemView `kind`: "plain" inside a card (no frame of its own).

The keyboard's focus ring is painted by `parts/focus.py`, because a style sheet cannot leave a gap.
"""

from dataclasses import dataclass, fields, replace
from enum import StrEnum
from functools import cache
from pathlib import Path
from string import Template
from typing import Any

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget

from workshop_desk.base.kept import kept
from workshop_desk.base.resources import resources
from workshop_desk.domain.timer import TimerPhase


class Look(StrEnum):
    """The four palettes."""

    DESK_LIGHT = "desk_light"
    DESK_DARK = "desk_dark"
    STAGE_LIGHT = "stage_light"
    STAGE_DARK = "stage_dark"

    @property
    def dark(self) -> bool:
        """Tell whether this is for a dim room."""
        return self in {Look.DESK_DARK, Look.STAGE_DARK}

    @property
    def on_stage(self) -> bool:
        """Tell whether this is for the projector."""
        return self in {Look.STAGE_LIGHT, Look.STAGE_DARK}


@dataclass(frozen=True, slots=True)
class TimerLook:
    """How a timer's phase looks; `edge` outlines an arc that its colour alone would not show."""

    arc: QColor
    edge: QColor | None
    pill_bg: QColor
    pill_fg: QColor
    shape: str


@dataclass(frozen=True, slots=True)
class NoteLook:
    """One colour of sticky note."""

    key: str
    bg: QColor
    edge: QColor
    ink: QColor
    letter: str
    pattern: str


@dataclass(frozen=True, slots=True)
class Palette:
    """Every colour by meaning. On the stage `surface` and `sunken` are the panel.

    `track` lies under arcs and ribbons; `done` is a ribbon segment that has passed; `quiet` a bar
    that is not the point of its chart; `note_line` the outline of a white note.
    """

    look: Look
    bg: QColor
    surface: QColor
    sunken: QColor
    panel: QColor
    track: QColor
    line: QColor
    line_strong: QColor
    ink: QColor
    ink_2: QColor
    ink_3: QColor
    primary: QColor
    primary_hover: QColor
    primary_press: QColor
    primary_soft: QColor
    on_primary: QColor
    marker: QColor
    marker_deep: QColor
    success: QColor
    success_soft: QColor
    warning: QColor
    warning_soft: QColor
    danger: QColor
    danger_soft: QColor
    info: QColor
    info_soft: QColor
    focus: QColor
    scrim: QColor
    done: QColor
    quiet: QColor
    timer: tuple[tuple[TimerPhase, TimerLook], ...]
    notes: tuple[NoteLook, ...]

    def timer_look(self, phase: TimerPhase) -> TimerLook:
        """Return how the timer looks in a phase."""
        return dict(self.timer)[phase]

    def note(self, index: int) -> NoteLook:
        """Return the note colour of the theme with this number, round again after the sixth."""
        return self.notes[index % len(self.notes)]


@cache
def tokens() -> dict[str, Any]:
    """Return the design tokens as they are in the file, read once."""
    path = resources() / "design" / "tokens.toml"
    read: dict[str, Any] = kept("tokens", (path, Path(__file__)), lambda: _read(path))
    return read


def _read(path: Path) -> dict[str, Any]:
    # Loaded when the file is new: reading TOML takes longer than all that is painted with it.
    import tomllib  # noqa: PLC0415

    return tomllib.loads(path.read_text(encoding="utf-8"))


def color(text: str) -> QColor:
    """Return a colour of the tokens: RRGGBB after a #, with the alpha last where there is one."""
    digits = text.removeprefix("#")
    parts = [int(digits[at : at + 2], 16) for at in range(0, len(digits), 2)]
    return QColor(*parts)


def mix(front: QColor, ground: QColor, share: float) -> QColor:
    """Return `share` of one colour over another, opaque."""
    parts = zip(
        (front.red(), front.green(), front.blue()),
        (ground.red(), ground.green(), ground.blue()),
        strict=True,
    )
    return QColor(*(round(a * share + b * (1 - share)) for a, b in parts))


@cache
def palette(look: Look) -> Palette:
    """Return a palette; the only place that colours come from."""
    all_tokens = tokens()
    shade = "dark" if look.dark else "light"
    named = {name: color(text) for name, text in all_tokens["color"][shade].items()}
    if look.on_stage:
        named |= {name: color(text) for name, text in all_tokens["color"][f"stage_{shade}"].items()}
        named |= {"surface": named["panel"], "sunken": named["panel"]}
    else:
        named |= {"panel": named["surface"], "track": named["sunken"]}
    named["done"] = mix(named["primary"], named["bg"], 0.38)
    named["quiet"] = mix(named["primary"], named["bg"], 0.47)
    return Palette(
        look=look,
        timer=tuple((phase, _timer_look(all_tokens["timer"][shade][phase])) for phase in TimerPhase),
        notes=tuple(_note_look(key, look) for key in all_tokens["sticky"]),
        **named,
    )


def hard_end_palette(look: Palette) -> Palette:
    """Return a stage's palette for the end of a pitch: white on red, whether the room is dim or not."""
    rule = tokens()["timer"]["rule"]
    ground, ink = color(rule["hard_stop_bg"]), color(rule["hard_stop_fg"])
    return replace(look, bg=ground, panel=ink, primary=ground, ink=ink, ink_2=ink)


def desk_palette(*, dark: bool) -> Palette:
    """Return the desk's palette."""
    return palette(Look.DESK_DARK if dark else Look.DESK_LIGHT)


def stage_palette(*, dark: bool) -> Palette:
    """Return the stage's palette, light unless the room is dim."""
    return palette(Look.STAGE_DARK if dark else Look.STAGE_LIGHT)


def qss(look: Palette) -> str:
    """Return the desk's style sheet in a palette."""
    template = (resources() / "design" / "desk.qss").read_text(encoding="utf-8")
    values: dict[str, object] = {
        one.name: _css(value)
        for one in fields(look)
        if isinstance(value := getattr(look, one.name), QColor)
    }
    all_tokens = tokens()
    values |= {f"font_{name}": all_tokens["font"][name] for name in ("display", "text")}
    values |= {f"size_{name}": role["size"] for name, role in all_tokens["type"]["desk"].items()}
    values |= {f"radius_{name}": size for name, size in all_tokens["radius"].items()}
    return Template(template).substitute(values)


def qt_palette(look: Palette) -> QPalette:
    """Return Qt's own palette for what the style sheet does not reach."""
    result = QPalette()
    role = QPalette.ColorRole
    for target, value in (
        (role.Window, look.bg),
        (role.WindowText, look.ink),
        (role.Base, look.surface),
        (role.AlternateBase, look.sunken),
        (role.Text, look.ink),
        (role.PlaceholderText, look.ink_3),
        (role.Button, look.surface),
        (role.ButtonText, look.ink),
        (role.ToolTipBase, look.ink),
        (role.ToolTipText, look.bg),
        (role.Highlight, look.primary),
        (role.HighlightedText, look.on_primary),
        (role.Link, look.primary),
        (role.Mid, look.line),
        (role.Dark, look.line_strong),
    ):
        result.setColor(target, value)
    for target in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, target, look.ink_3)
    return result


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Change a property that the style sheet looks at, and let the widget follow."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def _timer_look(one: dict[str, str]) -> TimerLook:
    return TimerLook(
        arc=color(one["arc"]),
        edge=color(one["edge"]) if "edge" in one else None,
        pill_bg=color(one["pill_bg"]),
        pill_fg=color(one["pill_fg"]),
        shape=one["shape"],
    )


def _note_look(key: str, look: Look) -> NoteLook:
    del look
    one = tokens()["sticky"][key]
    ink = color(tokens()["sticky_text"]["ink"])
    return NoteLook(key, color(one["bg"]), color(one["edge"]), ink, one["letter"], one["pattern"])


def _css(value: QColor) -> str:
    if value.alpha() == 255:  # noqa: PLR2004 - opaque
        return value.name()
    return f"rgba({value.red()}, {value.green()}, {value.blue()}, {value.alpha()})"
