import { beforeEach, describe, expect, it } from "vitest";
import { switchSource } from "../../../../extension/src/platform/settings.ts";
import { hostUse } from "../../../../extension/src/sources/host-use.ts";
import {
  type HostState,
  keepHostState,
  lastHostState,
  readHostState,
} from "../../../../extension/src/store/host-state.ts";
import { fake } from "../../../support/fake-browser.ts";

beforeEach(() => fake.reset());

describe("the native host's last state", () => {
  it.each<HostState>([
    { kind: "works", version: "0.1.0" },
    { kind: "not-installed" },
    { kind: "ended" },
    { kind: "garbled" },
    { kind: "silent" },
  ])("%j is kept", async (state) => {
    await keepHostState(state);
    expect(await lastHostState()).toEqual(state);
  });

  it.each([undefined, null, "works", {}, { kind: "works" }, { kind: "works", version: 1 }, { kind: "toString" }])(
    "is not read from %j",
    (stored) => {
      expect(readHostState(stored)).toBeUndefined();
    },
  );

  it.each<[boolean, HostState | undefined, string]>([
    [false, { kind: "works", version: "1" }, "off"],
    [true, undefined, "on"],
    [true, { kind: "works", version: "1" }, "on"],
    [true, { kind: "not-installed" }, "failing"],
    [true, { kind: "ended" }, "failing"],
  ])("switched on: %s, %j: %s", async (on, state, use) => {
    await switchSource("native-host", on);
    if (state !== undefined) await keepHostState(state);
    expect(await hostUse()).toBe(use);
  });
});
