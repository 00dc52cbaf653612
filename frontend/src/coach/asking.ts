/** Questions to a worker and its answers, which come in any order. */

export interface Question<Asked> {
  readonly id: number;
  readonly asked: Asked;
}

export type Answer<Answered> =
  | { readonly id: number; readonly answered: Answered }
  | { readonly id: number; readonly problem: string };

/** As much of a worker as is needed here, so that tests need none. */
export interface Asked {
  postMessage(message: unknown, transfer: Transferable[]): void;
  addEventListener(type: "message", heard: (event: MessageEvent) => void): void;
  addEventListener(type: "error" | "messageerror", heard: (event: Event) => void): void;
  terminate(): void;
}

interface Waiting {
  readonly resolve: (answered: never) => void;
  readonly reject: (problem: Error) => void;
}

export class Asking {
  readonly #worker: Asked;
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;
  #over: Error | null = null;

  constructor(worker: Asked) {
    this.#worker = worker;
    worker.addEventListener("message", ({ data }) => this.#hear(data as Answer<never>));
    for (const type of ["error", "messageerror"] as const)
      worker.addEventListener(type, (event) => this.#end(new Error(said(event))));
  }

  /** The worker's answer. Rejects with what went wrong in it, and when it ends before it answers. */
  ask<Answered>(asked: unknown, transfer: Transferable[] = []): Promise<Answered> {
    return new Promise((resolve, reject) => {
      if (this.#over !== null) return reject(this.#over);
      const id = ++this.#last;
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, asked } satisfies Question<unknown>, transfer);
    });
  }

  close(): void {
    this.#end(new Error("closed"));
  }

  #hear(answer: Answer<never>): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if ("problem" in answer) waiting?.reject(new Error(answer.problem));
    else waiting?.resolve(answer.answered);
  }

  #end(problem: Error): void {
    this.#over ??= problem;
    this.#worker.terminate();
    for (const { reject } of this.#waiting.values()) reject(this.#over);
    this.#waiting.clear();
  }
}

function said(event: Event): string {
  const { message } = event as Partial<ErrorEvent>;
  return message !== undefined && message !== "" ? message : "the worker could not be started";
}

/** The worker's side: every question gets one answer. */
export function answering<A>(
  scope: DedicatedScope,
  answer: (asked: A) => unknown,
): void {
  scope.addEventListener("message", async ({ data }) => {
    const { id, asked } = data as Question<A>;
    try {
      scope.postMessage({ id, answered: await answer(asked) });
    } catch (problem) {
      scope.postMessage({ id, problem: problem instanceof Error ? problem.message : String(problem) });
    }
  });
}

export interface DedicatedScope {
  addEventListener(type: "message", heard: (event: MessageEvent) => void): void;
  postMessage(message: unknown): void;
}
