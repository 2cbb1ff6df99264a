"""Numbers and lists as people write them."""

from workshop_desk.i18n import numbers


def test_numbers_and_lists() -> None:
    assert numbers.number(1234.5, "fr") == "1\u202f234,5"
    assert numbers.number(1234.5, "en") == "1,234.5"
    assert numbers.join_list(["a", "b", "c"], "fr") == "a, b et c"
    assert numbers.join_list(["a", "b", "c"], "en") == "a, b and c"
    assert numbers.join_list(["a"], "fr") == "a"
    assert numbers.join_list([], "fr") == ""
