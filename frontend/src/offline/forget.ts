/** Takes a person's things off this device, when the server says that they signed out or erased their data. */

import type { Forget, Storage } from "../storage/kept.ts";
import { tellWorker } from "./worker-link.ts";

/** A page that says `<meta name="unbend-forget" content="plans|everything">` is obeyed. */
export async function forgetIfAsked(storage: Storage): Promise<void> {
  const asked = document.querySelector<HTMLMetaElement>('meta[name="unbend-forget"]')?.content;
  if (asked !== "plans" && asked !== "everything") return;
  await forget(storage, asked);
}

async function forget(storage: Storage, what: Forget): Promise<void> {
  await storage.forget(what);
  void tellWorker({ type: "forget" });
}
