"""The Noto fonts that papers fall back to."""

from workshop_desk.base.noto import noto_folders


def test_there_are_fonts_for_other_scripts() -> None:
    names = [path.name for folder in noto_folders() for path in folder.glob("*.ttf")]
    for script in ("Arabic", "Hebrew", "Devanagari", "Thai", "Georgian"):
        assert any(script in name for name in names)
