/** Before a sign-out: says what is not sent yet, and takes it off a device that others use when asked to. */

import { make } from "../dom.ts";
import type { PageWords } from "../words.ts";

/** A line and a box to tick, while anything of this person waits. */
export function showUnsent(host: HTMLElement, own: number, words: PageWords): void {
  if (host.dataset["shown"] === String(own)) return;
  host.dataset["shown"] = String(own);
  if (own === 0) return host.replaceChildren();
  const text = own === 1 ? words("unsent-one") : words("unsent-many", { count: own });
  const box = make("input", { type: "checkbox" });
  host.replaceChildren(
    make(
      "div",
      { class: "notice notice-warn" },
      make(
        "div",
        {},
        make("p", { text }),
        make("label", { class: "choice" }, box, make("span", { class: "choice-words", text: words("unsent-drop") })),
      ),
    ),
  );
}

/** The form is sent only after what was to go is gone. */
export function dropBeforeLeaving(host: HTMLElement, drop: () => Promise<void>): void {
  host.closest("form")?.addEventListener("submit", (submit) => {
    if (host.querySelector<HTMLInputElement>("input:checked") === null) return;
    submit.preventDefault();
    const form = submit.target as HTMLFormElement;
    void drop().finally(() => form.submit());
  });
}
