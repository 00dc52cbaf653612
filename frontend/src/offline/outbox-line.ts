/** The line on every page that says what waits, what could not be taken, and what stands in the way. */

import { make } from "../dom.ts";
import type { Refused, Storage } from "../storage/kept.ts";
import type { PageWords } from "../words.ts";
import { roughly } from "./clock.ts";
import type { Status } from "./sender.ts";

export interface LineActions {
  readonly storage: Storage;
  readonly words: PageWords;
  readonly signIn: string | null;
  readonly person: string | null;
  readonly changed: () => void;
}

export async function showOutbox(host: HTMLElement, status: Status, actions: LineActions): Promise<void> {
  const { words } = actions;
  const refused = status.refused > 0 ? await refusedList(actions) : null;
  const outdated = status.outdated && reloadLine("reload-for-new", words);
  const lines = [
    waits(status, words),
    hindrance(status, actions),
    belongsToOthers(status, words),
    clockLine(status, words),
    refused,
    outdated,
  ];
  const shown = lines.filter((line): line is HTMLElement => line !== null && line !== false);
  if (host.dataset["shown"] === JSON.stringify(status)) return;
  host.dataset["shown"] = JSON.stringify(status);
  host.replaceChildren(...shown);
}

function waits({ waiting, others }: Status, words: PageWords): HTMLElement | null {
  const own = waiting - others;
  return own === 0 ? null : make("p", { text: own === 1 ? words("waits-one") : words("waits-many", { count: own }) });
}

function hindrance({ waiting, others, trouble }: Status, { words, signIn }: LineActions): HTMLElement | null {
  if (waiting === others || trouble === null) return null;
  if (trouble === "reload") return reloadLine("reload-to-send", words);
  if (trouble !== "sign-in") return make("p", { class: "soft", text: words(trouble) });
  const way = signIn === null ? null : make("a", { href: signIn, text: words("sign-in") });
  return make("p", {}, `${words("sign-in-to-send")} `, way);
}

function belongsToOthers({ others }: Status, words: PageWords): HTMLElement | null {
  if (others === 0) return null;
  const text = others === 1 ? words("others-one") : words("others-many", { count: others });
  return make("p", { class: "soft", text });
}

function clockLine({ ahead }: Status, words: PageWords): HTMLElement | null {
  const wrong = roughly(ahead);
  return wrong === null ? null : make("p", { text: words(wrong.word, { count: wrong.count }) });
}

/** What it was is shown to whom it is about; others see only that there is something. */
async function refusedList({ storage, words, person, changed }: LineActions): Promise<HTMLElement> {
  const all = await storage.refused();
  const refused = all.filter((one) => one.person === person);
  if (refused.length === 0) {
    return make("p", {
      class: "soft",
      text: all.length === 1 ? words("refused-one") : words("refused-many", { count: all.length }),
    });
  }
  const title = refused.length === 1 ? words("refused-one") : words("refused-many", { count: refused.length });
  const drop = (id: string) => () => void storage.drop(id).then(changed);
  const lines = refused.map((one) =>
    make(
      "li",
      {},
      make("span", { text: refusedWords(one, words) }),
      make("button", { class: "button button-plain", type: "button", press: drop(one.id) }, words("refused-drop")),
    ),
  );
  return make(
    "details",
    { class: "outbox-refused" },
    make("summary", { text: `${title} ${words("refused-show")}` }),
    make("ul", {}, ...lines),
  );
}

function refusedWords({ entry, message }: Refused, words: PageWords): string {
  const what = words(entry.kind === "practised" ? "refused-practised" : "refused-answered");
  return `${what}, ${new Date(entry.happened_at).toLocaleString(document.documentElement.lang || undefined)}. ${message}`;
}

function reloadLine(word: "reload-for-new" | "reload-to-send", words: PageWords): HTMLElement {
  const reload = () => location.reload();
  return make(
    "p",
    {},
    `${words(word)} `,
    make("button", { class: "button button-quiet", type: "button", press: reload }, words("reload")),
  );
}
