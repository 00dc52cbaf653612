import { afterEach, expect, test } from "vitest";
import { deviceClock } from "../offline/clock.ts";
import { MemoryKeyValue, SimpleStorage } from "../storage/simple.ts";
import { MADE, script } from "../testing/scripts.ts";
import { findScript, type Found } from "./fetch-script.ts";

const { fetch: network, location: place } = globalThis;

afterEach(() => {
  Object.assign(globalThis, { fetch: network, location: place });
});

/** What is found with a workout of this morning on the device, and how many workouts are left on it. */
async function found(answer: () => Response): Promise<{ found: Found; left: number }> {
  const storage = new SimpleStorage(new MemoryKeyValue());
  await storage.keepScripts([script()], MADE);
  Object.assign(globalThis, { fetch: async () => answer(), location: new URL("https://example.org/workout/") });
  const here = { storage, clock: deviceClock(), now: () => MADE };
  return { found: await findScript("https://example.org/script.json", "planned", here), left: (await storage.scripts()).length };
}

const says = (code: string) => () =>
  new Response(JSON.stringify({ code, message: "Not now." }), { status: 409, headers: { "Content-Type": "application/json" } });

test("where the server says that there is no plan, no workout of before can be begun without a network", async () => {
  expect(await found(says("no-plan"))).toMatchObject({ found: { kind: "no-workout", message: "Not now." }, left: 0 });
});

test("where the check comes before the next workout, none of before can be begun without a network", async () => {
  expect(await found(says("look-again-mornings"))).toMatchObject({ found: { checkFirst: true }, left: 0 });
  expect(await found(says("no-plan"))).toMatchObject({ found: { checkFirst: false } });
});

test("where only this workout does not fit, and where there is no network, what is kept stays", async () => {
  expect(await found(says("nothing-fits-today"))).toMatchObject({ found: { kind: "no-workout" }, left: 1 });
  const none = () => {
    throw new TypeError("no network");
  };
  expect(await found(none)).toMatchObject({ found: { kind: "script", fresh: false }, left: 1 });
});
