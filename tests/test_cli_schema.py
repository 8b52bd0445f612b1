"""`schema`: what an input may hold, for whoever writes a script."""

import pytest

from coachlog.admin.schemas import SCHEMAS
from tests.conftest import refused


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_input_has_a_schema_that_refuses_what_it_does_not_know(call, name):
    schema = call("schema", name).json

    assert schema["properties"]
    assert schema["additionalProperties"] is False


def test_the_schema_of_a_person(call):
    schema = call("schema", "coachee").json

    assert schema["required"] == ["name"]


def test_a_schema_that_is_not_there(call):
    told = call("schema", "people")

    refused(told, 3, "no schema called people")
    assert told.err.splitlines()[1].startswith("  Choose from: session, coachee")
