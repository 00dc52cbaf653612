import { expect, test } from "vitest";
import { outdated, routeOf, samePage } from "./routes.ts";

const places = {
  scope: "https://home.example/back/",
  built: "https://home.example/back/static/built/",
  later: ["pose-full-1a2b.task", "pyodide-1a2b/pyodide.mjs"],
};
const get = (url: string, mode = "cors") => routeOf({ method: "GET", mode, url: `https://home.example${url}` }, places);

test.each([
  ["/back/static/built/page-1a2b.js", "cors", "asset"],
  ["/back/static/built/pose-full-1a2b.task", "cors", "later"],
  ["/back/static/built/pyodide-1a2b/pyodide.mjs", "cors", "later"],
  ["/back/figures/abc/glute-bridge/right-moving.svg", "cors", "figure"],
  ["/back/workout/?variant=short", "navigate", "page"],
  ["/back/progress/", "navigate", "page"],
  ["/back/workout/script.json", "cors", "pass"],
  ["/back/api/v1/entries", "cors", "pass"],
  ["/other/", "navigate", "pass"],
  ["/other/figures/abc/x/right-moving.svg", "cors", "pass"],
])("%s (%s) is taken as %s", (url, mode, route) => {
  expect(get(url, mode)).toBe(route);
});

test("a file of the coach that this version no longer has is not taken for one of it", () => {
  expect(get("/back/static/built/pose-full-0000.task")).toBe("asset");
});

test("what is sent to the server never comes out of a cache", () => {
  expect(routeOf({ method: "POST", mode: "navigate", url: "https://home.example/back/check/" }, places)).toBe("pass");
});

test("another site's files are left alone", () => {
  expect(routeOf({ method: "GET", mode: "navigate", url: "https://elsewhere.example/back/" }, places)).toBe("pass");
});

test("pictures of an older catalogue are let go, those of the same stay", () => {
  const kept = ["https://h/figures/old/a/right-end.svg", "https://h/figures/new/b/right-end.svg"];
  expect(outdated(kept, ["https://h/figures/new/c/right-end.svg"])).toEqual([kept[0]]);
  expect(outdated(kept, [])).toEqual([]);
});

test("a variant of the workout is the same page", () => {
  expect(samePage("https://h/workout/?variant=short", "https://h/workout/")).toBe(true);
  expect(samePage("https://h/workouts/", "https://h/workout/")).toBe(false);
});
