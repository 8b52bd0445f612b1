"""Identifiers and handles."""

import uuid

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coachlog.base import ids


def test_an_id_is_a_uuid_of_version_7():
    made = uuid.UUID(ids.new_id())

    assert (made.version, made.variant) == (7, uuid.RFC_4122)
    assert len({ids.new_id() for _ in range(1000)}) == 1000


@pytest.mark.parametrize(
    ("name", "handles"),
    [
        ("Amina El Idrissi", ["amina", "amina-e", "amina-el-idrissi"]),
        ("Bo", ["bo"]),
        ("Jean-Luc Œuvre", ["jean", "jean-l", "jean-luc-oeuvre"]),
        ("Łukasz Ørsted", ["lukasz", "lukasz-o", "lukasz-orsted"]),
        ("Client 10", ["client-10"]),
        ("Client 01", ["client-01"]),
        ("Client 00", ["client-00"]),
        ("Medewerker Noord 12", ["medewerker-12", "medewerker-n-12", "medewerker-noord-12"]),
        ("Medewerker A7", ["medewerker", "medewerker-a7"]),
        ("12 Jan Peeters", ["12-jan", "12-jan-p", "12-jan-peeters"]),
        ("2026 10", ["2026", "2026-10"]),
        ("李小龍", ["person"]),
        ("🙂", ["person"]),
    ],
)
def test_handles_nicest_first(name, handles):
    assert ids.handles_for(name) == handles


@given(st.text())
@example("㏆")
def test_every_name_has_a_handle_that_is_its_own_slug(name):
    for handle in ids.handles_for(name):
        assert handle
        assert ids.slug(handle) == handle
        assert handle.isascii()
