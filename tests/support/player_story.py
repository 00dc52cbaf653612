"""What the stories of the player share: a short script, and a hand that presses, rates and waits."""

import copy
import json
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from playwright.sync_api import BrowserContext, Page, expect

from support.player_site import PREFIX, ROOT, Site
from support.visitor import pass_time

SAMPLE = ROOT / "frontend" / "src" / "testing" / "sample-script.json"


NEXT, READY, WORK, REST = 3, 2, 4, 4  # seconds: a workout of half a minute


@cache
def _sample() -> dict[str, Any]:
    text = SAMPLE.read_text().replace("/figures/", f"{PREFIX}/figures/").replace('"/letter/"', f'"{PREFIX}/letter/"')
    whole: dict[str, Any] = json.loads(text)
    return whole


def short_script(**changes: Any) -> dict[str, Any]:
    """The sample with less of each: one set of two, and shorter waits."""
    script, now = copy.deepcopy(_sample()), datetime.now(UTC)
    script |= {"made_at": now.isoformat(), "expires_at": (now + timedelta(days=7)).isoformat()}
    script["day"] = now.date().isoformat()
    script["items"] = [_shortened(item) for item in script["items"][1:]]
    script["seconds"] = sum(item["seconds"] for item in script["items"])
    return script | changes


def _shortened(item: dict[str, Any]) -> dict[str, Any]:
    seconds = {"next": NEXT, "get-ready": READY, "rest": REST, "switch-side": REST}
    kept = [segment for segment in item["segments"] if segment["set"] == 1][:6]
    segments = [segment | {"seconds": seconds.get(segment["kind"], WORK)} for segment in kept]
    easier = item["easier"] and _shortened(item["easier"])
    return item | {"segments": segments, "seconds": sum(one["seconds"] for one in segments), "easier": easier}


def opened(context: BrowserContext, site: Site, *, complaints: list[str] | None = None) -> Page:
    """The player's page, whose clock the test moves."""
    page = context.new_page()
    if complaints is not None:
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
    page.clock.install()
    page.clock.pause_at(datetime.now(UTC) + timedelta(seconds=1))
    page.goto(site.player)
    return page


def press(page: Page, name: str) -> None:
    """Presses the button of this name, and lets the page show what comes of it."""
    page.get_by_role("button", name=name, exact=True).locator("visible=true").first.click()
    page.clock.run_for(50)


def rate(page: Page, value: int, question: str = "") -> None:
    scale = page.locator("fieldset.scale", has_text=question) if question else page.locator("fieldset.scale")
    scale.locator(".scale-step").nth(value).click()


def started(page: Page, *, pain: int = 2) -> None:
    """From the first question to the first exercise."""
    press(page, "None of these")
    rate(page, pain)
    press(page, "Go on")
    press(page, "Start")
    expect(page.locator(".player-stage")).to_be_visible()


def finish(page: Page, site: Site) -> None:
    pass_time(page, site.script["seconds"] + 1)
    expect(page.get_by_role("heading", name="Well done")).to_be_visible()


KEPT = """new Promise(done => { const opening = indexedDB.open('unbend'); opening.onsuccess = () => {
  const database = opening.result, names = [...database.objectStoreNames], counts = {};
  const reading = database.transaction(names);
  for (const name of names)
    reading.objectStore(name).count().onsuccess = event => { counts[name] = event.target.result };
  reading.oncomplete = () => { database.close(); done(counts) } } })"""


LEFT_BY_ANOTHER = """new Promise(done => { const opening = indexedDB.open('unbend'); opening.onsuccess = () => {
  const writing = opening.result.transaction('outbox', 'readwrite');
  const entry = { id: 'theirs', kind: 'answered', version: 1, happened_at: '2026-01-01T08:00:00Z',
                  data: { findings: { fever: 'no' } } };
  writing.objectStore('outbox').put({ id: 'theirs', person: 'somebody-else', added: 1, entry });
  writing.oncomplete = () => { opening.result.close(); done() } } })"""


def kept_on(page: Page) -> dict[str, int]:
    """How much there is of each sort on the device."""
    counts: dict[str, int] = page.evaluate(KEPT)
    return counts


def signs_out(page: Page, site: Site, *, shared: bool) -> None:
    page.goto(f"{site.address}{PREFIX}/leaving/")
    expect(page.locator("[data-unsent]")).to_contain_text("1 result is not sent yet.")
    if shared:
        page.get_by_label("Others use this device").check()
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url(f"{site.address}{PREFIX}/signed-out/*")
    page.wait_for_function("caches.has('unbend-figures').then(there => !there)")
