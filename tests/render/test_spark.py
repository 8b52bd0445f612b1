from coachlog.render.spark import spark


def test_the_scale_is_always_from_0_to_10():
    assert spark(list(range(11)), ascii_only=False) == "▁▂▂▃▄▅▅▆▇▇█"


def test_ascii_gives_the_figures():
    assert spark([3, 5, 10], ascii_only=True) == "3-5-10"


def test_only_the_latest_are_shown():
    assert spark([0] * 20 + [10], ascii_only=False, most=3) == "▁▁█"


def test_without_scores_there_is_nothing():
    assert spark([], ascii_only=False) == ""
