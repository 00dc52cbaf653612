/** Python in this browser: `unbend.motion` runs here as it does everywhere. */

import { Asking } from "./asking.ts";
import type { PythonArgument, PythonQuestion } from "./python-worker.ts";

export type { PythonArgument } from "./python-worker.ts";

export interface PythonUrls {
  readonly worker: string;
  /** Pyodide's own beginning; its other parts lie beside it. */
  readonly pyodide: string;
  /** The zip of our own packages. */
  readonly packages: string;
}

export interface Python {
  /**
   * What a function of the module returns, which is a text, or nothing (then it is empty). A whole number arrives as
   * `int`, another as `float`, null as None, an array as a `memoryview` of floats. Rejects with the last line of what Python says when it fails.
   */
  call(name: string, ...given: PythonArgument[]): Promise<string>;
  close(): void;
}

/** Starts it and imports the module; rejects where the browser cannot. */
export async function startPython(urls: PythonUrls, module = "unbend.motion.live"): Promise<Python> {
  const full = (url: string) => new URL(url, document.baseURI).href;
  const worker = new Asking(new Worker(urls.worker, { type: "module" }));
  try {
    const start = { pyodide: full(urls.pyodide), packages: full(urls.packages), module };
    await worker.ask({ start } satisfies PythonQuestion);
  } catch (problem) {
    worker.close();
    throw problem;
  }
  return {
    call: (name, ...given) => worker.ask<string>({ name, given } satisfies PythonQuestion),
    close: () => worker.close(),
  };
}
