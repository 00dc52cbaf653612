/** The same storage on a plain key-value store, for browsers that withhold IndexedDB. */

import type { State } from "../player/state.ts";
import type { Script } from "../script.ts";
import { inOrder, isOver, runOf, type Forget, type Refused, type Run, type Storage, type Waiting } from "./kept.ts";

export interface KeyValue {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

const PLANS = ["scripts", "run-script", "run"];

/** Keeps things for as long as the page lives, where the browser lets nothing be kept at all. */
export class MemoryKeyValue implements KeyValue {
  private readonly values = new Map<string, string>();

  getItem(key: string): string | null {
    return this.values.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    this.values.set(key, value);
  }

  removeItem(key: string): void {
    this.values.delete(key);
  }
}

/** What the browser grants, else the page's own memory. */
export function keyValue(): KeyValue {
  try {
    localStorage.setItem("unbend.probe", "1");
    localStorage.removeItem("unbend.probe");
    return localStorage;
  } catch {
    return new MemoryKeyValue();
  }
}

export class SimpleStorage implements Storage {
  private keptScript: string | null = null;

  constructor(readonly values: KeyValue) {}

  async waiting(): Promise<Waiting[]> {
    return inOrder(this.read<Waiting[]>("outbox") ?? []);
  }

  async refused(): Promise<Refused[]> {
    return this.read<Refused[]>("refused") ?? [];
  }

  /** Entries are written first: an entry kept twice counts once, a lost one never. */
  async keepRun(run: Run, outgoing: readonly Waiting[]): Promise<void> {
    if (outgoing.length > 0) {
      const ids = new Set(outgoing.map(({ id }) => id));
      this.write("outbox", [...(await this.waiting()).filter(({ id }) => !ids.has(id)), ...outgoing]);
    }
    if (this.keptScript !== run.script.id) this.write("run-script", run.script);
    this.keptScript = run.script.id;
    this.write("run", run.state);
  }

  async run(): Promise<Run | null> {
    return runOf(this.read<Script>("run-script"), this.read<State>("run"));
  }

  async settle(acknowledged: readonly string[], refused: readonly Refused[]): Promise<void> {
    const gone = new Set([...acknowledged, ...refused.map(({ id }) => id)]);
    if (refused.length > 0)
      this.write("refused", [...(await this.refused()).filter(({ id }) => !gone.has(id)), ...refused]);
    this.write(
      "outbox",
      (await this.waiting()).filter(({ id }) => !gone.has(id)),
    );
  }

  async drop(refused: string): Promise<void> {
    this.write(
      "refused",
      (await this.refused()).filter(({ id }) => id !== refused),
    );
  }

  async keepScripts(scripts: readonly Script[], now: number): Promise<void> {
    const replaced = (kept: Script) => scripts.some(({ day, variant }) => day === kept.day && variant === kept.variant);
    const others = (await this.scripts()).filter((kept) => !isOver(kept, now) && !replaced(kept));
    this.write("scripts", [...others, ...scripts]);
  }

  async scripts(): Promise<Script[]> {
    return this.read<Script[]>("scripts") ?? [];
  }

  async forget(what: Forget): Promise<void> {
    this.keptScript = null;
    const names = what === "everything" ? ["outbox", "refused", ...PLANS] : PLANS;
    for (const name of names) this.values.removeItem(`unbend.${name}`);
  }

  private read<Value>(name: string): Value | null {
    const found = this.values.getItem(`unbend.${name}`);
    return found === null ? null : (JSON.parse(found) as Value);
  }

  private write(name: string, value: unknown): void {
    this.values.setItem(`unbend.${name}`, JSON.stringify(value));
  }
}
