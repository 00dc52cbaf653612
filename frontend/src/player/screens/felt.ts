/** How the exercises felt: one tap for all that was done, and below it each by itself. Nothing is chosen before. */

import type { Felt } from "../../entry.ts";
import { make, show, write } from "../../dom.ts";
import type { Item } from "../../script.ts";
import { feltOf, wasDone } from "../results.ts";
import type { State } from "../state.ts";
import { attemptsOf, itemOf, latest } from "../timeline.ts";
import { choices, type Option } from "./parts.ts";
import type { House, Screen } from "./screen.ts";

const FELT = ["easy", "right", "hard"] as const;

/** An exercise that was done, by its place in the script. */
interface Done {
  readonly index: number;
  readonly item: Item;
}

/** Null where nothing was done: what hurt, and what was left out, is not asked about. */
export function feltQuestions(house: House, state: State): Screen | null {
  const done = doneIn(house, state);
  const [first] = done;
  if (first === undefined) return null;
  const alone = house.words("after-felt-one", { name: first.item.name });
  return done.length === 1 ? one(house, state, first, alone) : all(house, state, done);
}

function doneIn({ script }: House, state: State): Done[] {
  return state.items.flatMap((attempts, index) => {
    const item = itemOf(script, index, latest(attempts));
    return wasDone(item, latest(attempts)) ? [{ index, item }] : [];
  });
}

function all(house: House, state: State, done: readonly Done[]): Screen {
  const { words, dispatch } = house;
  const row = choices({
    name: "felt-all",
    legend: words("after-felt"),
    options: options(house, "all"),
    chosen: state.felt_all ?? null,
    choose: (felt) => dispatch({ kind: "all-felt", felt }),
  });
  const singles = done.map((each) => one(house, state, each, each.item.name));
  const noted = make("p", { class: "soft" });
  const details = make(
    "details",
    { class: "player-felt" },
    make("summary", { text: words("felt-singly") }),
    ...singles.map(({ element }) => element),
  );
  const update = (next: State) => {
    for (const single of singles) single.update(next);
    const told = notedOf(house, next, done);
    show(noted, told.length > 0);
    write(noted, words("felt-noted", { list: told.join("; ") }));
  };
  return { element: make("div", { class: "player-felt-all" }, row, noted, details), update };
}

/** One exercise: what was said of it, or of all. */
function one(house: House, state: State, { index, item }: Done, legend: string): Screen {
  const choose = (felt: Felt) => house.dispatch({ kind: "felt", item: index, felt });
  const chosenIn = (now: State) => feltOf(item, latest(attemptsOf(now, index)), now);
  const element = choices({
    name: `felt-${index}`,
    legend,
    options: options(house, "felt"),
    chosen: chosenIn(state),
    choose,
  });
  const update = (next: State) => {
    for (const input of element.querySelectorAll("input")) input.checked = input.value === chosenIn(next);
  };
  return { element, update };
}

/** What was said of single ones, where it is not what was said of all. */
function notedOf({ words }: House, state: State, done: readonly Done[]): string[] {
  return done.flatMap(({ index, item }) => {
    const { felt } = latest(attemptsOf(state, index));
    if (felt === null || felt === state.felt_all) return [];
    return [words("felt-of", { name: item.name, felt: words(`felt-${felt}`) })];
  });
}

function options({ words }: House, of: "all" | "felt"): Option<Felt>[] {
  return FELT.map((value) => ({ value, text: words(`${of}-${value}`) }));
}
