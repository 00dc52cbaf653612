/// <reference lib="webworker" />
/** Python in a thread of its own: the same code that counts on a server counts here. */

import type { loadPyodide } from "pyodide";
import { answering } from "./asking.ts";

declare const self: DedicatedWorkerGlobalScope;

export interface PythonStart {
  /** Pyodide's own beginning; its other parts lie beside it. */
  readonly pyodide: string;
  /** The zip of our own packages. */
  readonly packages: string;
  readonly module: string;
}

/** `null` becomes None. */
export type PythonArgument = string | number | Float32Array | null;

export type PythonQuestion =
  | { readonly start: PythonStart }
  | { readonly name: string; readonly given: readonly PythonArgument[] };

type Called = (name: string, given: readonly (PythonArgument | undefined)[]) => unknown;

const PACKAGES = "/packages.zip";
/** An array of numbers becomes a memoryview of C floats. */
const CALLED = `
import importlib, sys

def called(packages, module):
    sys.path.insert(0, packages)
    found = importlib.import_module(module)

    def call(name, given):
        return getattr(found, name)(*(one.to_py() if hasattr(one, "to_py") else one for one in given))

    return call

called
`;

let call: Called | null = null;

answering<PythonQuestion>(self, async (asked) => {
  if ("start" in asked) {
    call = await started(asked.start);
    return "";
  }
  const called = call;
  if (called === null) throw new Error("Python is not started yet");
  // What is None there is undefined here.
  const given = asked.given.map((one) => one ?? undefined);
  const answered = inOneLine(() => called(asked.name, given)) ?? "";
  if (typeof answered !== "string") throw new Error(`${asked.name} gave no text`);
  return answered;
});

async function started({ pyodide, packages, module }: PythonStart): Promise<Called> {
  const [{ loadPyodide: load }, zip] = await Promise.all([
    import(/* @vite-ignore */ pyodide) as Promise<{ loadPyodide: typeof loadPyodide }>,
    bytes(packages),
  ]);
  const python = await load({ indexURL: new URL(".", pyodide).href });
  python.FS.writeFile(PACKAGES, zip);
  const called = python.runPython(CALLED) as (packages: string, module: string) => Called;
  return inOneLine(() => called(PACKAGES, module));
}

/** Of all that Python says when something fails, the last line says what. */
function inOneLine<Made>(make: () => Made): Made {
  try {
    return make();
  } catch (problem) {
    throw new Error(String(problem).trimEnd().split("\n").at(-1));
  }
}

async function bytes(url: string): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
