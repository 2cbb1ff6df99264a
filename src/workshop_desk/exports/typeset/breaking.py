"""Where a line may end.

After spaces, hyphens and dashes, and between ideographs; never before : ; ! ? or inside guillemets.
"""

_SPACES = frozenset(" \t\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000")
_GLUE = frozenset("\u00a0\u202f\u2007\u2060\ufeff\u2011")
_NO_START = frozenset("!?:;,.…)]}»”’%·、。，．：；！？）」』】〉》々ー")
_NO_END = frozenset("([{«“‘（「『【〈《")
_AFTER = frozenset("-\u2010\u2012\u2013\u2014/\u200b")
_IDEOGRAPHS = (range(0x2E80, 0xA000), range(0xAC00, 0xD7A4), range(0x20000, 0x40000))
_FIRST_IDEOGRAPH = chr(_IDEOGRAPHS[0].start)


def breaks(text: str) -> tuple[int, ...]:
    """Return the places before which a line may begin, the end of the text included."""
    places = [place for place in range(1, len(text)) if _may_break(text, place)]
    return (*places, len(text)) if text else ()


def is_space(character: str) -> bool:
    """Tell whether a character vanishes at the end of a line."""
    return character in _SPACES


def _may_break(text: str, place: int) -> bool:
    before, after = text[place - 1], text[place]
    if before in _GLUE or after in _GLUE or after in _SPACES:
        return False
    if before in _SPACES:
        if after in _NO_START:
            return False
        head = text[:place].rstrip()
        return not head or head[-1] not in _NO_END
    if before in _AFTER:
        return _after_hyphen(text, place)
    return (_ideograph(before) or _ideograph(after)) and after not in _NO_START and before not in _NO_END


def _after_hyphen(text: str, place: int) -> bool:
    if text[place - 1] == "\u200b":
        return True
    return text[place - 2 : place - 1].isalpha() and text[place].isalpha()


def _ideograph(character: str) -> bool:
    return character >= _FIRST_IDEOGRAPH and any(ord(character) in block for block in _IDEOGRAPHS)
