/** The storage in IndexedDB. */

import type { State } from "../player/state.ts";
import type { Script } from "../script.ts";
import { completed, openDatabase, result } from "./database.ts";
import {
  inOrder,
  isOver,
  runOf,
  type Forget,
  type KeptScript,
  type Refused,
  type Run,
  type Storage,
  type Waiting,
} from "./kept.ts";

const STORES = ["outbox", "refused", "scripts", "runs"] as const;
type StoreName = (typeof STORES)[number];
const SCRIPT = "script";
const STATE = "state";

export class IndexedStorage implements Storage {
  private keptScript: string | null = null;

  private constructor(private database: IDBDatabase) {}

  static async open(): Promise<IndexedStorage> {
    return new IndexedStorage(await openDatabase());
  }

  async waiting(): Promise<Waiting[]> {
    return inOrder(await this.all<Waiting>("outbox"));
  }

  refused(): Promise<Refused[]> {
    return this.all<Refused>("refused");
  }

  /** The script is large and stays the same; only the state is written each second. */
  async keepRun({ script, state }: Run, outgoing: readonly Waiting[]): Promise<void> {
    await this.write(["runs", "outbox"], (store) => {
      if (this.keptScript !== script.id) store("runs").put(script, SCRIPT);
      store("runs").put(state, STATE);
      for (const waiting of outgoing) store("outbox").put(waiting);
    });
    this.keptScript = script.id;
  }

  async run(): Promise<Run | null> {
    const [store] = await this.stores(["runs"], "readonly");
    const runs = store("runs");
    const script = result<Script | undefined>(runs.get(SCRIPT));
    const state = result<State | undefined>(runs.get(STATE));
    return runOf(await script, await state);
  }

  settle(acknowledged: readonly string[], refused: readonly Refused[]): Promise<void> {
    return this.write(["outbox", "refused"], (store) => {
      for (const id of acknowledged) store("outbox").delete(id);
      for (const one of refused) {
        store("refused").put(one);
        store("outbox").delete(one.id);
      }
    });
  }

  drop(refused: string): Promise<void> {
    return this.write(["refused"], (store) => store("refused").delete(refused));
  }

  async keepScripts(scripts: readonly Script[], now: number): Promise<void> {
    const old = (await this.all<KeptScript>("scripts")).filter(({ script }) => isOver(script, now));
    await this.write(["scripts"], (store) => {
      for (const { day, variant } of old) store("scripts").delete([day, variant]);
      for (const script of scripts) store("scripts").put({ day: script.day, variant: script.variant, script });
    });
  }

  async scripts(): Promise<Script[]> {
    return (await this.all<KeptScript>("scripts")).map(({ script }) => script);
  }

  forget(what: Forget): Promise<void> {
    this.keptScript = null;
    const names: readonly StoreName[] = what === "everything" ? STORES : ["scripts", "runs"];
    return this.write(names, (store) => names.forEach((name) => store(name).clear()));
  }

  private async all<Value>(name: StoreName): Promise<Value[]> {
    const [store] = await this.stores([name], "readonly");
    return result<Value[]>(store(name).getAll());
  }

  private async write(
    names: readonly StoreName[],
    act: (store: (name: StoreName) => IDBObjectStore) => void,
  ): Promise<void> {
    const [store, transaction] = await this.stores(names, "readwrite");
    act(store);
    await completed(transaction);
  }

  /** The stores in a transaction; a database that the browser closed meanwhile is opened again. */
  private async stores(
    names: readonly StoreName[],
    mode: IDBTransactionMode,
  ): Promise<[(name: StoreName) => IDBObjectStore, IDBTransaction]> {
    let transaction: IDBTransaction;
    try {
      transaction = this.database.transaction([...names], mode);
    } catch (problem) {
      if (!(problem instanceof DOMException) || problem.name !== "InvalidStateError") throw problem;
      this.database = await openDatabase();
      transaction = this.database.transaction([...names], mode);
    }
    return [(name) => transaction.objectStore(name), transaction];
  }
}
