/** The page of the workout player: finds the script, takes up what was cut short, and starts. */

import "./page.ts";
import { make } from "./dom.ts";
import { deviceClock } from "./offline/clock.ts";
import { keepOffline } from "./offline/worker-link.ts";
import type { StartCoach } from "./player/coaching.ts";
import { figureUrls, findScript, variantOf, type Found } from "./player/fetch-script.ts";
import { oneTab } from "./player/one-tab.ts";
import { Player } from "./player/player.ts";
import { messageScreen } from "./player/screens/after.ts";
import { button, link } from "./player/screens/parts.ts";
import { takenUp } from "./player/take-up.ts";
import { readAddresses } from "./addresses.ts";
import { tellAppended } from "./signals.ts";
import { waitingOf, type Run, type Storage } from "./storage/kept.ts";
import { NewerStorage } from "./storage/database.ts";
import { storage } from "./storage/open.ts";
import { uuid } from "./unique.ts";
import { readWords, type PlayerWord, type PlayerWords } from "./words.ts";

const root = document.getElementById("player");
if (root !== null) void open(root);

/** Opens the workout, once no other tab has it. */
async function open(root: HTMLElement): Promise<void> {
  const words = readWords<PlayerWord>("player");
  const tab = oneTab();
  let player: Player | null = null;
  const begin = async () => {
    player = await opened(root, words);
    if (player === null) tab.release();
  };
  const leave = async (asked: boolean) => {
    await player?.leave(asked);
    root.replaceChildren(elsewhere("handed").element);
  };
  const elsewhere = (where: "elsewhere" | "handed") => {
    const here = button({ text: words("go-on-here"), press: () => void tab.takeOver(leave).then(begin) });
    const home = link(words("home"), root.dataset["homeUrl"] ?? ".", "quiet");
    return messageScreen(words(`${where}-title`), words(`${where}-text`), here, home);
  };
  root.classList.add("player");
  if (await tab.claim(leave)) await begin();
  else root.replaceChildren(elsewhere("elsewhere").element);
}

/** The workout as it runs in this tab; null where there is none, which the page explains. */
async function opened(root: HTMLElement, words: PlayerWords): Promise<Player | null> {
  root.replaceChildren(make("p", { class: "lead", role: "status", text: words("loading") }));
  try {
    return await play(root, words, await storage());
  } catch (problem) {
    const newer = problem instanceof NewerStorage;
    const reload = button({ text: words("reload"), press: () => location.reload() });
    const screen = newer
      ? messageScreen(words("newer-title"), words("newer-text"), reload)
      : messageScreen(words("no-script-title"), words("no-script-text"), reload);
    root.replaceChildren(screen.element);
    if (!newer) throw problem;
    return null;
  }
}

async function play(root: HTMLElement, words: PlayerWords, storage: Storage): Promise<Player | null> {
  const { scriptUrl = "", homeUrl = ".", letterUrl = "" } = root.dataset;
  const [kept, clock] = [await storage.run(), deviceClock()];
  const sent = await isSent(kept, storage);
  const found = await findScript(scriptUrl, variantOf(location.search), { storage, clock, now: Date.now });
  const opening = { run: uuid(), zone: -new Date().getTimezoneOffset(), ahead: clock.stamping(Date.now()) };
  const heard = sent && found.kind === "script" && found.fresh;
  const start = takenUp(kept, scriptOf(found, kept), opening, Date.now(), heard);
  if (start === null) {
    explain(root, words, found, homeUrl);
    return null;
  }
  if (start.left !== null) await putAway(storage, start.left);
  if (found.kind === "script") void keepOffline(figureUrls([found.script]));
  const camera = { cameraPage: root.dataset["cameraUrl"] ?? null, startCoach: await coach(root.dataset["coach"]) };
  const place = { root, words, storage, clock, script: start.script, home: homeUrl, letter: letterUrl, ...camera };
  const player = new Player(place, start.state);
  player.start();
  return player;
}

/** The camera coach, on its own page. Without it the workout is what it is everywhere. */
async function coach(address: string | undefined): Promise<StartCoach | null> {
  if (address === undefined) return null;
  try {
    const { startCoach } = (await import(/* @vite-ignore */ address)) as typeof import("./coach/coach.ts");
    return startCoach;
  } catch {
    return null;
  }
}

/** Whether nothing that was said in the workout before still waits on this device. */
async function isSent(kept: Run | null, storage: Storage): Promise<boolean> {
  const waiting = new Set((await storage.waiting()).map(({ id }) => id));
  return kept === null || !kept.state.outgoing.some(({ id }) => waiting.has(id));
}

/** Without a network, a workout that is under way brings its own script. */
function scriptOf(found: Found, kept: Run | null) {
  if (found.kind === "script") return found.script;
  return found.kind === "none" && kept !== null ? kept.script : null;
}

async function putAway(storage: Storage, run: Run): Promise<void> {
  await storage.keepRun(run, waitingOf(run.script, run.state.outgoing, run.state.seen));
  tellAppended();
}

function explain(root: HTMLElement, words: PlayerWords, found: Found, home: string): void {
  const { signIn } = readAddresses();
  const back = link(words("home"), home, "quiet");
  const signedOut = found.kind === "sign-in";
  const told = found.kind === "no-workout" ? found.message : "";
  const key = signedOut ? "sign-in" : found.kind === "no-workout" ? "no-workout" : "no-script";
  const first = signedOut && signIn !== null ? [link(words("sign-in-title"), signIn)] : [];
  if (found.kind === "no-workout" && found.checkFirst) first.push(link(words("check-first"), root.dataset["checkUrl"] ?? home));
  root.replaceChildren(messageScreen(words(`${key}-title`), told || words(`${key}-text`), ...first, back).element);
}
