import { expect, test } from "vitest";
import { answering, Asking, type Asked, type DedicatedScope } from "./asking.ts";

type Heard = (event: never) => void;

/** Both ends of a worker in one place; what is sent is copied as between threads. */
class Pair implements Asked {
  readonly #page = new Map<string, Heard>();
  ended = false;
  toWorker: Heard = () => undefined;

  readonly scope: DedicatedScope = {
    addEventListener: (_, heard) => void (this.toWorker = heard as Heard),
    postMessage: (message) => this.happen("message", { data: structuredClone(message) }),
  };

  addEventListener(type: string, heard: (event: never) => void): void {
    this.#page.set(type, heard);
  }

  postMessage(message: unknown): void {
    this.toWorker({ data: structuredClone(message) } as never);
  }

  terminate(): void {
    this.ended = true;
  }

  happen(type: string, event: object): void {
    this.#page.get(type)?.(event as never);
  }
}

function pair(answer: (asked: number) => unknown): [Asking, Pair] {
  const ends = new Pair();
  answering<number>(ends.scope, answer);
  return [new Asking(ends), ends];
}

test("each question gets its own answer, whichever is ready first", async () => {
  const ready = new Map<number, (answer: string) => void>();
  const [asking] = pair((asked) => new Promise((done) => ready.set(asked, done)));
  const [one, two] = [asking.ask<string>(1), asking.ask<string>(2)];
  ready.get(2)?.("second");
  expect(await two).toBe("second");
  ready.get(1)?.("first");
  expect(await one).toBe("first");
});

test("what goes wrong in the worker comes back to who asked, and the next question is answered", async () => {
  const [asking] = pair((asked) => {
    if (asked === 1) throw new Error("no camera here");
    return "well";
  });
  await expect(asking.ask(1)).rejects.toThrow("no camera here");
  expect(await asking.ask(2)).toBe("well");
});

test("nobody waits for ever for a worker that could not be started", async () => {
  const [asking, ends] = pair(() => new Promise(() => undefined));
  const asked = asking.ask(1);
  ends.happen("error", {});
  await expect(asked).rejects.toThrow("the worker could not be started");
  await expect(asking.ask(2)).rejects.toThrow("the worker could not be started");
  expect(ends.ended).toBe(true);
});

test("closing ends the worker and refuses what is still open", async () => {
  const [asking, ends] = pair(() => new Promise(() => undefined));
  const asked = asking.ask(1);
  asking.close();
  await expect(asked).rejects.toThrow("closed");
  expect(ends.ended).toBe(true);
});
