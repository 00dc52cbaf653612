"""A week's plan as pages in the terminal."""

from rich.console import Console

from unbend.catalogue.text import Texts
from unbend.cli.paper import heading, line, paper
from unbend.cli.show_check import show_answer
from unbend.planning.plan import Item, LeftOut, NeedShare, Plan, Session
from unbend.service.dose_words import alike, days_in_words, dose_in_words, number_of, often_in_words
from unbend.service.plan import Advice
from unbend.service.wording import in_groups, in_one_line, sentence


def show_advice(advice: Advice, texts: Texts, *, explain: bool) -> None:
    """The safety answer, the week, and when asked the reason for everything."""
    console = paper()
    show_answer(advice.safety, texts.safety, console=console)
    if advice.plan is None:
        return
    if advice.plan.sessions:
        _show_week(console, advice.plan, texts)
    else:
        heading(console, texts.safety.messages["no_plan_nothing_fits"])
    if advice.lesson:
        title = texts.lessons[advice.lesson].title
        heading(console, texts.reasons["lesson"].format(lesson=f"{title} (unbend catalogue show {advice.lesson})"))
    if explain:
        _show_needs(console, advice.plan.needs, texts)
        _show_left_out(console, advice.plan.left_out, texts)
        _show_solved(console, advice)


def _show_week(console: Console, plan: Plan, texts: Texts) -> None:
    heading(console, f"Week {plan.week}: {sentence(plan.phase_why, texts)}")
    line(console, texts.reasons[plan.phase.value], indent=2)
    for why in plan.timing:
        line(console, sentence(why, texts), indent=2)
    _show_different(console, plan, texts)
    for session, days in alike(plan):
        _show_session(console, session, days, texts)
    console.print()
    line(console, texts.safety.messages["how_to"], indent=2, style="dim")
    if plan.between:
        heading(console, "Between workouts")
        for item in plan.between:
            name = texts.exercises[item.exercise].name
            often = often_in_words(item.times_a_week)
            line(
                console, f"- {name}, {often}: {dose_in_words(item.dose, texts)}. {sentence(item.why, texts)}", indent=2
            )


def _show_different(console: Console, plan: Plan, texts: Texts) -> None:
    """What is other than in the week before; nothing where nothing is."""
    if not plan.because:
        return
    heading(console, texts.safety.messages["week_different"])
    for group in in_groups(plan.because, texts):
        line(console, f"- {in_one_line(group)}", indent=2)


def _show_session(console: Console, session: Session, days: list[str], texts: Texts) -> None:
    heading(console, f"{days_in_words(days, texts)}: {number_of(session.minutes, 'minute')}")
    if session.short_because:
        line(console, sentence(session.short_because, texts), indent=2, style="dim")
    for item in session.items:
        _show_item(console, item, texts)


def _show_item(console: Console, item: Item, texts: Texts) -> None:
    words = texts.exercises[item.exercise]
    amount = dose_in_words(item.dose, texts, sides=item.sides, extra_sets=item.extra_sets)
    line(console, f"- {words.name} ({texts.names['slot'][item.slot.value]}): {amount}", indent=2)
    for why in item.why:
        line(console, sentence(why, texts), indent=6, style="dim")
    sources = dict.fromkeys(source for why in item.why for source in why.sources)
    line(console, f"id: {item.exercise}; sources: {', '.join(sources)}", indent=6, style="dim")


def _show_needs(console: Console, needs: tuple[NeedShare, ...], texts: Texts) -> None:
    heading(console, "What your back was to get, and what it gets (points a week)")
    for share in needs:
        line(console, f"- {texts.names['need'][share.need]}: wanted {share.want}, got {share.got}", indent=2)
        for why in share.why:
            doubt = f" (unverified: {why.unverified})" if why.unverified else ""
            line(console, sentence(why, texts) + doubt, indent=6, style="dim")


def _show_left_out(console: Console, left_out: tuple[LeftOut, ...], texts: Texts) -> None:
    heading(console, "Not in this week, and why")
    for left in left_out:
        line(console, f"- {texts.exercises[left.exercise].name}: {sentence(left.because, texts)}", indent=2)


def _show_solved(console: Console, advice: Advice) -> None:
    solved = advice.plan.solved if advice.plan else None
    if solved is None:
        return
    proof = "each workout is proven the best there is" if solved.status == "OPTIMAL" else f"gap {solved.gap:.1%}"
    heading(console, "How it was made")
    line(console, f"Solver: {solved.status} ({proof}), {advice.seconds:.2f} s.", indent=2)
