"""The page that explains the adaptation gives the numbers that the program uses, and says what is unverified."""

import os
from pathlib import Path

from support.people import catalogue
from unbend.catalogue.load_text import load_texts
from unbend.catalogue.programme import ProgrammeRule

PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "adaptation.md"
HEAD = ("| rule | numbers | sources | unverified |", "|---|---|---|---|")
REWRITE = os.environ.get("UNBEND_REWRITE_GOLDEN") == "1"


def row(rule: ProgrammeRule) -> str:
    numbers = ", ".join(f"{key} {_plain(value)}" for key, value in (rule.sets or {}).items())
    words = load_texts().adaptation[rule.id].rule
    return f"| {words} (`{rule.id}`) | {numbers} | {', '.join(rule.sources)} | {rule.unverified or ''} |"


def _plain(value: object) -> str:
    if isinstance(value, list | tuple):
        return "; ".join(_plain(one).replace("; ", " days: ") for one in value)
    return f"{value:g}" if isinstance(value, int | float) else str(value)


def test_the_table_holds_every_rule_with_its_numbers_sources_and_doubts() -> None:
    text = PAGE.read_text(encoding="utf-8")
    before, _, _ = text.partition(HEAD[0])
    table = "\n".join([*HEAD, *map(row, catalogue().adaptation_rules)]) + "\n"
    if REWRITE:
        PAGE.write_text(before + table, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == before + table


def test_the_numbers_in_its_sentences_are_those_of_the_rules() -> None:
    numbers, text = catalogue().adaptation, " ".join(PAGE.read_text(encoding="utf-8").split())
    for said in (
        f"pain rose by {numbers.stop_rise}, or to more than {numbers.stop_pain}",
        f"the next morning was {numbers.next_day_down} worse",
        f"the next morning was {numbers.next_day_stay} worse",
        f"the effort was {numbers.hard_effort} or more",
    ):
        assert said in text
    words = {2: "two", 3: "three", 6: "sixth"}
    up = text.partition("- **Up**")[2].partition("- **Down**")[0]
    assert words[numbers.times_to_earn] in up
    assert f"{words[numbers.bad_workouts]} of the last {words[numbers.last_workouts]} workouts" in text
    assert f"From the {words[catalogue().parameters.change_after_weeks]} week on" in text
    assert f"new things, {words[catalogue().parameters.new_things_later_weeks]}," in text
    assert f"until {words[numbers.flare_days]} settled days" in text
