"""Messages on a screen are broken between words; what has to be copied stays whole."""

import pytest


@pytest.mark.parametrize("columns", [30, 44, 80])
def test_a_message_is_broken_between_words(columns, program, call):
    call("coachee", "new", "--name", "Amina El Idrissi de Bruxelles et de Namur")

    shown = program.on_terminal(
        "session", "plan", "amina", "tomorrow", "14:00", columns=columns
    ).out

    whole = " ".join(shown.split())
    assert "Amina El Idrissi de Bruxelles et de Namur is planned: Wed 25 Nov 2026, 14:00." in whole
    assert all(len(line) <= columns for line in shown.splitlines())


def test_in_a_pipe_a_message_is_one_line(run, call):
    call("coachee", "new", "--name", "Amina El Idrissi de Bruxelles et de Namur")

    told = run("session", "plan", "amina", "tomorrow", "14:00").err

    assert "Amina El Idrissi de Bruxelles et de Namur is planned: Wed 25 Nov 2026, 14:00." in told
