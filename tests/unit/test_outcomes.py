"""What the outcome measures and their scoring promise, on chosen examples."""

import pytest

from unbend.assessment.outcomes import Change, Fault, OutcomeError, Score, Verdict, change, rated_change, score
from unbend.catalogue.load import read_toml, root, toml_files, typed
from unbend.catalogue.measure import Measure, MeasureText

MEASURES = {
    measure.id: measure
    for measure in typed(
        tuple[Measure, ...],
        read_toml(root() / "data" / "measures.toml")["measure"],
        where="measures.toml",
    )
}
TEXTS = {
    file.name.removesuffix(".toml"): typed(MeasureText, read_toml(file), where=file.name)
    for file in toml_files(root() / "text" / "en" / "measures")
}
SOURCES = {
    source["id"] for file in toml_files(root() / "data" / "sources") for source in read_toml(file).get("source", ())
}


def of(measure: str, value: float) -> Score:
    return Score(measure, value, MEASURES[measure].items)


def fault_of(measure: str, answers: dict[str, int | None], *, submitted: bool = False) -> tuple[Fault, str]:
    with pytest.raises(OutcomeError) as caught:
        score(MEASURES[measure], answers, submitted=submitted)
    return caught.value.fault, caught.value.about


# The files.


def test_the_agreed_measures_are_there() -> None:
    assert set(MEASURES) == {"nrs-average", "nrs-worst", "rmdq-24", "psfs", "peg", "global-change", "confidence"}


@pytest.mark.parametrize("measure", MEASURES)
def test_every_measure_has_words_for_exactly_its_items(measure: str) -> None:
    assert set(TEXTS[measure].items) == set(MEASURES[measure].items)
    assert TEXTS[measure].attribution


def test_words_exist_for_no_other_measure() -> None:
    assert set(TEXTS) == set(MEASURES)


@pytest.mark.parametrize("measure", MEASURES)
def test_every_number_of_a_measure_names_a_source_that_exists(measure: str) -> None:
    known = MEASURES[measure]
    assert set(known.sources) <= SOURCES
    if known.important is not None:
        assert known.important.source in known.sources


@pytest.mark.parametrize("measure", MEASURES)
def test_a_border_not_read_at_its_source_says_so(measure: str) -> None:
    important = MEASURES[measure].important
    if important is not None and not important.verified:
        assert MEASURES[measure].unverified


def test_the_rmdq_has_its_24_published_sentences_in_order_and_no_scale_beside_them() -> None:
    words = [TEXTS["rmdq-24"].items[item] for item in MEASURES["rmdq-24"].items]
    assert len(words) == 24
    assert words[0].ask == "I stay at home most of the time because of my back."
    assert words[14].ask == "My appetite is not very good because of my back pain."
    assert words[23].ask == "I stay in bed most of the time because of my back."
    assert all(word.low is None and word.high is None for word in words)


# Scoring.


def test_a_submitted_rmdq_counts_its_ticks_and_a_blank_line_is_0() -> None:
    ticked: dict[str, int | None] = {"stays-at-home": 1, "irritable": 1, "appetite": None}
    assert score(MEASURES["rmdq-24"], ticked, submitted=True).value == 2


def test_a_submitted_rmdq_without_a_tick_is_0() -> None:
    assert score(MEASURES["rmdq-24"], {}, submitted=True).value == 0


def test_an_unsubmitted_rmdq_is_missing_and_not_0() -> None:
    assert fault_of("rmdq-24", {"stays-at-home": 1}) == (Fault.MISSING_ITEM, "changes-position")


@pytest.mark.parametrize("answers", [{}, {"average": None}])
def test_a_missing_pain_number_is_never_0_even_when_submitted(answers: dict[str, int | None]) -> None:
    assert fault_of("nrs-average", answers, submitted=True) == (Fault.MISSING_ITEM, "average")


def test_a_given_0_is_an_answer() -> None:
    assert score(MEASURES["nrs-average"], {"average": 0}).value == 0


def test_the_peg_is_the_mean_of_all_three() -> None:
    assert score(MEASURES["peg"], {"pain": 6, "enjoyment": 4, "general-activity": 2}).value == 4
    assert fault_of("peg", {"pain": 6, "enjoyment": 4}) == (Fault.MISSING_ITEM, "general-activity")


def test_the_psfs_is_the_mean_of_the_activities_that_were_named() -> None:
    scored = score(MEASURES["psfs"], {"activity-1": 3, "activity-2": 6, "activity-3": None})
    assert (scored.value, scored.answered) == (4.5, ("activity-1", "activity-2"))
    assert fault_of("psfs", {}) == (Fault.MISSING_ITEM, "activity-1")


def test_an_unknown_item_is_refused() -> None:
    assert fault_of("peg", {"pian": 3}) == (Fault.UNKNOWN_ITEM, "pian")


@pytest.mark.parametrize("value", [-1, 11])
def test_an_answer_off_the_scale_is_refused(value: int) -> None:
    assert fault_of("nrs-worst", {"worst": value}) == (Fault.OUT_OF_RANGE, "worst")


@pytest.mark.parametrize("value", [True, 3.5, "3"])
def test_an_answer_that_is_no_whole_number_is_refused(value: object) -> None:
    assert fault_of("nrs-worst", {"worst": value}) == (Fault.NOT_A_WHOLE_NUMBER, "worst")  # type: ignore[dict-item]


# Change.


@pytest.mark.parametrize(
    ("measure", "before", "after", "verdict"),
    [
        ("nrs-average", 8, 6, Verdict.BETTER),  # 2 points
        ("nrs-average", 6, 8, Verdict.WORSE),
        ("nrs-average", 8, 7, Verdict.WITHIN_NOISE),
        ("nrs-average", 2, 1, Verdict.WITHIN_NOISE),  # half of it, but one step of one answer
        ("nrs-average", 0, 2, Verdict.WORSE),  # no share of 0, yet 2 points
        ("rmdq-24", 20, 15, Verdict.BETTER),  # 5 lines
        ("rmdq-24", 20, 16, Verdict.WITHIN_NOISE),
        ("rmdq-24", 10, 7, Verdict.BETTER),  # 30 %
        ("rmdq-24", 1, 0, Verdict.WITHIN_NOISE),
        ("peg", 6, 4.25, Verdict.BETTER),
        ("peg", 6, 4.5, Verdict.WITHIN_NOISE),
        ("psfs", 4, 6, Verdict.BETTER),
        ("psfs", 6, 4, Verdict.WORSE),
        ("confidence", 2, 9, Verdict.NOT_KNOWN),
    ],
)
def test_a_change_counts_only_when_it_reaches_the_border_of_its_source(
    measure: str, before: float, after: float, verdict: Verdict
) -> None:
    assert change(MEASURES[measure], of(measure, before), of(measure, after)).verdict is verdict


def test_a_change_gives_points_and_share() -> None:
    assert change(MEASURES["rmdq-24"], of("rmdq-24", 10), of("rmdq-24", 6)) == Change(
        "rmdq-24", -4, -0.4, Verdict.BETTER
    )
    assert change(MEASURES["nrs-worst"], of("nrs-worst", 0), of("nrs-worst", 1)).share is None


def test_a_mean_that_reaches_the_border_by_a_hair_counts() -> None:
    psfs = MEASURES["psfs"]
    before = score(psfs, {"activity-1": 3, "activity-2": 3, "activity-3": 4})
    after = score(psfs, {"activity-1": 5, "activity-2": 5, "activity-3": 6})
    assert change(psfs, before, after).verdict is Verdict.BETTER


def test_one_activity_alone_needs_three_points() -> None:
    psfs = MEASURES["psfs"]
    two, three = (
        change(psfs, Score("psfs", 4, ("activity-1",)), Score("psfs", 4 + n, ("activity-1",))) for n in (2, 3)
    )
    assert (two.verdict, three.verdict) == (Verdict.WITHIN_NOISE, Verdict.BETTER)


def test_scores_of_other_activities_are_not_compared() -> None:
    with pytest.raises(OutcomeError) as caught:
        change(MEASURES["psfs"], Score("psfs", 4, ("activity-1",)), Score("psfs", 8, ("activity-1", "activity-2")))
    assert (caught.value.fault, caught.value.about) == (Fault.OTHER_ITEMS, "activity-2")


def test_scores_of_another_measure_are_not_compared() -> None:
    with pytest.raises(OutcomeError) as caught:
        change(MEASURES["nrs-average"], of("nrs-average", 4), of("nrs-worst", 8))
    assert (caught.value.fault, caught.value.about) == (Fault.OTHER_MEASURE, "nrs-worst")


def test_two_ratings_of_change_are_never_subtracted() -> None:
    with pytest.raises(OutcomeError) as caught:
        change(MEASURES["global-change"], of("global-change", -1), of("global-change", 4))
    assert caught.value.fault is Fault.IS_A_CHANGE


@pytest.mark.parametrize(
    ("rating", "verdict"),
    [(3, Verdict.BETTER), (2, Verdict.WITHIN_NOISE), (0, Verdict.WITHIN_NOISE), (-3, Verdict.WORSE)],
)
def test_a_rated_change_is_read_as_it_stands(rating: int, verdict: Verdict) -> None:
    rated = rated_change(MEASURES["global-change"], score(MEASURES["global-change"], {"change": rating}))
    assert (rated.points, rated.share, rated.verdict) == (rating, None, verdict)


def test_a_state_is_not_read_as_a_change() -> None:
    with pytest.raises(OutcomeError) as caught:
        rated_change(MEASURES["confidence"], of("confidence", 9))
    assert caught.value.fault is Fault.IS_NO_CHANGE


def test_a_fault_names_measure_item_and_code() -> None:
    with pytest.raises(ValueError, match=r"^peg: missing-item: enjoyment$"):
        score(MEASURES["peg"], {"pain": 3})
