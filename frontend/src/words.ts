/**
 * The words that a person reads. `words.en.json` holds them in English: "page" for every page, "player" for the workout,
 * "coach" for the workout with the camera, "test" for a self-test that it measures. The server translates each and puts
 * those that a page needs into its `#words` as JSON. A part in braces, as in `{count}`, is filled in here; a translation
 * keeps it as it is.
 */

import type english from "./words.en.json";

export type PlayerWord = keyof (typeof english)["player"];
export type PageWord = keyof (typeof english)["page"];
export type Values = Readonly<Record<string, string | number>>;
export type Words<Key extends string> = (key: Key, values?: Values) => string;
export type PlayerWords = Words<PlayerWord>;
export type PageWords = Words<PageWord>;

/** The words of the page; a word that it does not hold is shown by its key, so that a gap is seen and not hidden. */
export function wordsOf<Key extends string>(all: Readonly<Record<string, string>>): Words<Key> {
  return (key, values = {}) => filled(all[key] ?? key, values);
}

export function filled(text: string, values: Values): string {
  return text.replace(/\{([a-z-]+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

export function readWords<Key extends string>(part: keyof typeof english): Words<Key> {
  const text = document.getElementById("words")?.textContent;
  const all = text ? (JSON.parse(text) as Partial<Record<typeof part, Record<string, string>>>) : {};
  return wordsOf<Key>(all[part] ?? {});
}
