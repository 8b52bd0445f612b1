"""Fits the answers of a draft to a method whose questions were made anew since."""

from coachlog.interview.method import Method
from coachlog.interview.situation import Situation


def fit_figures(
    answers: dict[str, object], method: Method, situation: Situation
) -> dict[str, object]:
    """Return *answers* with each single figure where all goals are scored now.

    It becomes the score of the only goal. Without goals, it answers the question for one figure;
    with several, it is not known which goal it is for, so each is asked for.
    """
    fitted = dict(answers)
    for question in method.questions:
        figure = answers.get(question.id)
        if question.kind != "goal_scores" or not isinstance(figure, int):
            continue
        del fitted[question.id]
        single = next((q for q in method.questions if q.fills == "reality.score"), None)
        if len(situation.goals) == 1:
            fitted[question.id] = [{"goal": situation.goals[0].number, "score": figure}]
        elif single and not situation.goals:
            fitted[single.id] = figure
    return fitted
