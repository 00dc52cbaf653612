/** Takes a person's things off this device, when the server says that they signed out or erased their data. */

import type { Forget, Storage } from "../storage/kept.ts";
import { keyValue } from "../storage/simple.ts";
import { tellForgotten } from "../signals.ts";
import { forgetBrought } from "./keep-scripts.ts";
import { tellWorker } from "./worker-link.ts";

/** A page that says `<meta name="unbend-forget" content="plans|everything">` is obeyed; whether it says so. */
export async function forgetIfAsked(storage: Storage): Promise<boolean> {
  const asked = document.querySelector<HTMLMetaElement>('meta[name="unbend-forget"]')?.content;
  if (asked !== "plans" && asked !== "everything") return false;
  await forget(storage, asked);
  return true;
}

async function forget(storage: Storage, what: Forget): Promise<void> {
  await storage.forget(what);
  forgetBrought(keyValue());
  tellForgotten();
  void tellWorker({ type: "forget" });
}
