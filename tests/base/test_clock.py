"""Clocks, ids, paths and resources of this machine."""

import uuid
from datetime import UTC

from workshop_desk.base import clock, ids, paths
from workshop_desk.base.resources import resources


def test_the_boot_clock_only_goes_forward() -> None:
    first, second = clock.now_boot(), clock.now_boot()
    assert 0 < first <= second


def test_the_wall_clock_is_utc() -> None:
    assert clock.now_utc().tzinfo is UTC


def test_the_boot_id_stays() -> None:
    assert clock.boot_id() == clock.boot_id()


def test_ids_are_in_order_of_making() -> None:
    made = [ids.new_id() for _ in range(200)]
    assert made == sorted(made)
    assert len(set(made)) == 200
    assert {uuid.UUID(one).version for one in made} == {7}


def test_blind_ids_do_not_tell_when_they_were_made() -> None:
    assert uuid.UUID(ids.blind_id()).version == 4


def test_codes_and_tokens() -> None:
    code = ids.new_code("AB", 12)
    assert len(code) == 12
    assert set(code) <= {"A", "B"}
    assert len(ids.new_token()) >= 43
    assert ids.new_token() != ids.new_token()


def test_paths_are_of_this_program() -> None:
    assert paths.data_file().name == "workshop-desk.sqlite"
    assert "workshop-desk" in str(paths.cache_folder())
    assert "workshop-desk" in str(paths.log_folder())
    assert paths.documents_folder().name == "Workshop Desk"


def test_the_resources_are_there() -> None:
    for folder in ("methods", "locale", "design", "fonts"):
        assert (resources() / folder).is_dir()
