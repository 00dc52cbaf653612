import { expect, test } from "vitest";
import { MemoryKeyValue } from "../storage/simple.ts";
import { keepSettings, muted, readSettings } from "./settings.ts";

const ons = (sound: { voice: boolean; beeps: boolean } | undefined, values = new MemoryKeyValue()) => {
  const { voice, beeps } = readSettings(sound, values);
  return [voice.on, beeps.on];
};

test("the player sounds as the person said in their settings, and all is on where they said nothing", () => {
  expect(ons(undefined)).toEqual([true, true]);
  expect(ons({ voice: false, beeps: true })).toEqual([false, true]);
  expect(ons({ voice: true, beeps: false })).toEqual([true, false]);
});

test("a switch that was touched on the device wins, and the others still follow the person's settings", () => {
  const values = new MemoryKeyValue();
  const before = readSettings({ voice: true, beeps: true }, values);
  keepSettings(before, { ...before, voice: { ...before.voice, on: false } }, values);
  expect(ons({ voice: true, beeps: true }, values)).toEqual([false, true]);
  expect(ons({ voice: true, beeps: false }, values)).toEqual([false, false]);
});

test("sound off and on again is a touch of both", () => {
  const values = new MemoryKeyValue();
  const before = readSettings({ voice: false, beeps: false }, values);
  const off = muted(before, true);
  keepSettings(before, off, values);
  keepSettings(off, muted(off, false), values);
  expect(ons({ voice: false, beeps: false }, values)).toEqual([true, true]);
});

test("what is kept and cannot be read is as if nothing were kept", () => {
  const values = new MemoryKeyValue();
  values.setItem("unbend.sound", "{");
  expect(ons({ voice: false, beeps: true }, values)).toEqual([false, true]);
});
