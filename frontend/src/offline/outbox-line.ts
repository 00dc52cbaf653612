/** The line on every page that says what waits, what could not be taken, and what stands in the way. */

import { make } from "../dom.ts";
import type { Refused, Storage } from "../storage/kept.ts";
import type { PageWords } from "../words.ts";
import type { Status } from "./sender.ts";

export interface LineActions {
  readonly storage: Storage;
  readonly words: PageWords;
  readonly signIn: string | null;
  readonly changed: () => void;
}

export async function showOutbox(host: HTMLElement, status: Status, actions: LineActions): Promise<void> {
  const { words } = actions;
  const refused = status.refused > 0 ? await refusedList(actions) : null;
  const lines = [waits(status, words), hindrance(status, actions), refused, status.outdated && outdatedLine(words)];
  const shown = lines.filter((line): line is HTMLElement => line !== null && line !== false);
  if (host.dataset["shown"] === JSON.stringify(status)) return;
  host.dataset["shown"] = JSON.stringify(status);
  host.replaceChildren(...shown);
}

function waits({ waiting }: Status, words: PageWords): HTMLElement | null {
  if (waiting === 0) return null;
  return make("p", { text: waiting === 1 ? words("waits-one") : words("waits-many", { count: waiting }) });
}

function hindrance({ waiting, trouble }: Status, { words, signIn }: LineActions): HTMLElement | null {
  if (waiting === 0 || trouble === null) return null;
  if (trouble !== "sign-in") return make("p", { class: "soft", text: words(trouble) });
  const way = signIn === null ? null : make("a", { href: signIn, text: words("sign-in") });
  return make("p", {}, `${words("sign-in-to-send")} `, way);
}

async function refusedList({ storage, words, changed }: LineActions): Promise<HTMLElement> {
  const refused = await storage.refused();
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

function outdatedLine(words: PageWords): HTMLElement {
  const reload = () => location.reload();
  return make(
    "p",
    {},
    `${words("reload-for-new")} `,
    make("button", { class: "button button-quiet", type: "button", press: reload }, words("reload")),
  );
}
