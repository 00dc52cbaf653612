import { expect, test } from "vitest";
import type { Script } from "../script.ts";
import { MemoryKeyValue, SimpleStorage } from "../storage/simple.ts";
import { script } from "../testing/scripts.ts";
import { Clock } from "./clock.ts";
import { keepScripts, offered, type Shelf } from "./keep-scripts.ts";

const SOON = new Date(Date.now() + 86_400_000).toISOString();
const made = (variant: Script["variant"], id: string = variant) =>
  script(undefined, { id, variant, expires_at: SOON });

class Bench implements Shelf {
  readonly values = new MemoryKeyValue();
  readonly storage = new SimpleStorage(new MemoryKeyValue());
  readonly clock = new Clock(new MemoryKeyValue());
  readonly events: string[] = [];
  pictures: readonly string[] = [];

  constructor(public answers: Record<string, Script | number | "no network">) {}

  idle = async () => void this.events.push("idle");
  keepPictures = async (urls: readonly string[]) => void (this.pictures = urls);

  fetch = async (url: string): Promise<Response> => {
    this.events.push(`asks ${url}`);
    await new Promise((done) => setTimeout(done, 1));
    this.events.push(`has ${url}`);
    const answer = this.answers[url];
    if (answer === "no network" || answer === undefined) throw new TypeError("no network");
    const status = typeof answer === "number" ? answer : 200;
    return new Response(JSON.stringify(answer), { status, headers: { "Content-Type": "application/json" } });
  };

  keeps(mark: string, ...urls: string[]): Promise<void> {
    return keepScripts(
      urls.map((url) => ({ url, mark })),
      this,
    );
  }

  get asked(): number {
    return this.events.filter((event) => event.startsWith("asks")).length;
  }

  get here(): Promise<string[]> {
    return this.storage.scripts().then((scripts) => scripts.map(({ id }) => id).sort());
  }
}

const all = { "/p": made("planned"), "/s": made("short"), "/n": made("no-floor") };

test("all that the page offers is brought one after the other, each when the page is idle, then the pictures", async () => {
  const bench = new Bench(all);
  await bench.keeps("monday", "/p", "/s", "/n");
  expect(bench.events).toEqual(["/p", "/s", "/n"].flatMap((url) => ["idle", `asks ${url}`, `has ${url}`]));
  expect(await bench.here).toEqual(["no-floor", "planned", "short"]);
  expect(bench.pictures).toContain("/f/moving.svg");
});

test("it is asked for once a day and plan, and again when anything changed", async () => {
  const bench = new Bench(all);
  await bench.keeps("monday", "/p", "/s");
  bench.pictures = [];
  await bench.keeps("monday", "/p", "/s");
  expect(bench.asked).toBe(2);
  expect(bench.pictures).toContain("/f/moving.svg");
  await bench.keeps("tuesday", "/p", "/s");
  expect(bench.asked).toBe(4);
});

test("what was taken off the device is asked for again", async () => {
  const bench = new Bench(all);
  await bench.keeps("monday", "/p");
  await bench.storage.forget("plans");
  await bench.keeps("monday", "/p");
  expect(bench.asked).toBe(2);
});

test("that there is no such workout today is remembered; that nobody answered is not", async () => {
  const bench = new Bench({ "/p": 409, "/s": "no network", "/n": 500 });
  await bench.keeps("monday", "/p", "/s", "/n");
  bench.answers = all;
  await bench.keeps("monday", "/p", "/s", "/n");
  expect(bench.events.filter((event) => event === "asks /p")).toHaveLength(1);
  expect(await bench.here).toEqual(["no-floor", "short"]);
});

test("a page that names no mark asks each time", async () => {
  const bench = new Bench(all);
  await bench.keeps("", "/p");
  await bench.keeps("", "/p");
  expect(bench.asked).toBe(2);
});

test("each address is offered once, and only the first to who saves data", () => {
  const element = (url: string) => ({ dataset: { keepScript: url, keepMark: "m" } });
  const page = { querySelectorAll: () => [element("/p"), element(""), element("/s"), element("/p")] };
  const urls = (isSaving: boolean) => offered(page as unknown as ParentNode, isSaving).map(({ url }) => url);
  expect(urls(false)).toEqual(["/p", "/s"]);
  expect(urls(true)).toEqual(["/p"]);
});
