"""Logs of entries of every kind, as Hypothesis strategies."""

from hypothesis import strategies as st

from support.people import Json, answers, catalogue, entry
from unbend.catalogue.words import Phase
from unbend.record.course import Ended, Outcome, PainSort
from unbend.record.kinds.next_day import COMPARED, SAT, SLEPT
from unbend.record.kinds.practised import FELT

CATALOGUE = catalogue()
FINDINGS = CATALOGUE.safety.findings


@st.composite
def logs(draw: st.DrawFn) -> list[Json]:
    """Up to eight entries of any kind within some weeks, some at the same moment, some correcting another."""
    made: list[Json] = []
    for number in range(draw(st.integers(0, 8))):
        kind = draw(st.sampled_from(sorted(DATA)))
        corrects = draw(st.sampled_from([None, None, None, *(f"e{n}" for n in range(number))]))
        made.append(entry(f"e{number}", kind, draw(st.integers(0, 20)), draw(DATA[kind]), corrects=corrects))
    return made


exercises = st.sampled_from(list(CATALOGUE.exercises))
side_seen = st.fixed_dictionaries(
    {},
    optional={
        "repetitions": st.integers(0, 40),
        "seconds": st.floats(0, 90),
        "range": st.sampled_from([{"low": 85, "high": 95}, {"low": 0, "high": 0}]),
        "form": st.floats(0, 1),
    },
)
seen = st.builds(
    lambda whole, more: {**whole, **more},
    side_seen,
    st.fixed_dictionaries(
        {},
        optional={
            "measure": st.just("knee flexion"),
            "sides": st.fixed_dictionaries({}, optional={"left": side_seen, "right": side_seen}),
            "faults": st.lists(st.sampled_from(["too-fast", "knees-fall-in"]), unique=True),
        },
    ),
)
DATA: dict[str, st.SearchStrategy[Json]] = {
    "answered": st.fixed_dictionaries({"findings": answers(FINDINGS, most=5)}),
    "audited": st.fixed_dictionaries({"audit": answers(CATALOGUE.audit, most=4)}),
    "tested": st.fixed_dictionaries({"tests": st.just({"front-plank": 30})}),
    "wished": st.fixed_dictionaries({"wishes": st.fixed_dictionaries({"minutes": st.integers(5, 90)})}),
    "declined": st.fixed_dictionaries({"exercise": exercises, "again": st.booleans()}),
    "practised": st.fixed_dictionaries(
        {
            "exercises": st.lists(
                st.fixed_dictionaries(
                    {"exercise": exercises, "felt": st.sampled_from(FELT), "outcome": st.sampled_from(list(Outcome))},
                    optional={
                        "step": st.integers(0, 5),
                        "sets": st.integers(1, 3),
                        "repetitions": st.integers(0, 40),
                        "camera": seen,
                    },
                ),
                max_size=4,
            )
        },
        optional={
            **dict.fromkeys(("pain_before", "pain_during", "pain_after", "effort"), st.integers(0, 10)),
            "pain_sort": st.lists(st.sampled_from(list(PainSort)), unique=True),
            "phase": st.sampled_from(list(Phase)),
            "ended": st.sampled_from(list(Ended)),
        },
    ),
    "kept": st.fixed_dictionaries({"exercise": exercises, "no_longer": st.booleans()}),
    "cleared": st.just({"by": "Dr A", "covers": ["leg-pain"], "allows": "gentle"}),
    "next-day": st.fixed_dictionaries(
        {"pain": st.integers(0, 10)},
        optional={
            "compared": st.sampled_from(COMPARED),
            "slept": st.sampled_from(SLEPT),
            "sat": st.sampled_from(SAT),
        },
    ),
    "measured": st.just({"measure": "rmdq-24", "answers": {}}),
    "walked": st.fixed_dictionaries({"minutes": st.integers(1, 600)}),
    "moved": st.sampled_from([{"from": "2026-02-02", "to": "2026-02-03"}, {"from": "2026-02-02"}]),
    "swapped": st.fixed_dictionaries({"exercise": exercises, "to": exercises}),
    "put-off": st.fixed_dictionaries({"exercise": exercises}),
    "preferred": st.sampled_from([{"units": "metric"}, {"time-zone": "Asia/Tokyo"}, {"voice": False}]),
    "read": st.fixed_dictionaries({"lesson": st.sampled_from(list(CATALOGUE.lessons))}),
    "set-aside": st.just({"thing": "audit:desk-hours"}),
    "advised": st.fixed_dictionaries(
        {
            "what": st.sampled_from(["safety", "plan", "script"]),
            "catalogue": st.just("abc"),
            "software": st.just("0.1"),
            "content": st.sampled_from(
                [
                    {},
                    {"plan": 3},
                    {
                        "monday": "2026-02-09",
                        "plan": {
                            "phase": "calm",
                            "phase_why": {"params": {}},
                            "sessions": [{"day": "friday", "items": []}],
                        },
                    },
                ]
            ),
        }
    ),
}
