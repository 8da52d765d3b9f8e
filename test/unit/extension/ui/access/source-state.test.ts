import { describe, expect, it } from "vitest";
import type { CertificateAccess } from "../../../../../extension/src/platform/capabilities.ts";
import type { HostState } from "../../../../../extension/src/store/host-state.ts";
import {
  markOf,
  type SourceFacts,
  type SourceState,
  sourceState,
  sourceStates,
} from "../../../../../extension/src/ui/access/source-state.ts";
import { type SourceId, sourceIds } from "../../../../../shared/observation/observation.ts";

const facts: SourceFacts = {
  on: true,
  refused: false,
  siteAccess: true,
  certificates: "not-told-yet",
  delivered: false,
  hostWaits: false,
};
const works: HostState = { kind: "works", version: "1" };

describe("the state of a source", () => {
  it.each<[SourceId, Partial<SourceFacts>, SourceState]>([
    ["firefox-security-info", {}, "ready"],
    ["firefox-security-info", { certificates: "works" }, "works"],
    ["firefox-security-info", { siteAccess: false }, "no-site-access"],
    ["chromium-security-info", {}, "ready"],
    ["chromium-security-info", { certificates: "works" }, "works"],
    ["chromium-security-info", { certificates: "flag-off" }, "flag-off"],
    ["chromium-security-info", { certificates: "flag-off", siteAccess: false }, "no-site-access"],
    ["net-error", {}, "ready"],
    ["net-error", { delivered: true }, "works"],
    ["net-error", { delivered: true, siteAccess: false }, "no-site-access"],
    ["net-error", { certificates: "flag-off" }, "ready"],
    ["native-host", {}, "looking"],
    ["native-host", { host: works }, "works"],
    ["native-host", { host: works, hostWaits: true }, "waits"],
    ["native-host", { host: works, siteAccess: false }, "no-site-access"],
    ["native-host", { host: works, hostWaits: true, siteAccess: false }, "no-site-access"],
    ["native-host", { host: { kind: "not-installed" } }, "not-installed"],
    ["native-host", { host: { kind: "not-installed" }, siteAccess: false }, "not-installed"],
    ["native-host", { host: { kind: "ended" } }, "ended"],
    ["native-host", { host: { kind: "garbled" } }, "garbled"],
    ["native-host", { host: { kind: "silent" } }, "silent"],
    ["own-fetch", {}, "ready"],
    ["own-fetch", { certificates: "works" }, "works"],
    ["own-fetch", { certificates: "flag-off" }, "flag-off"],
    ["own-fetch", { siteAccess: false }, "no-site-access"],
    ["owned", {}, "looking"],
    ["owned", { owned: 0 }, "empty"],
    ["owned", { owned: 3 }, "works"],
    ["owned", { owned: 3, siteAccess: false }, "works"],
  ])("%s with %j is %s", (id, change, expected) => {
    expect(sourceState(id, { ...facts, ...change })).toBe(expected);
  });

  const both = [true, false];
  const hosts: readonly (HostState | undefined)[] = [
    undefined,
    works,
    { kind: "not-installed" },
    { kind: "ended" },
    { kind: "garbled" },
    { kind: "silent" },
  ];
  const accesses: readonly CertificateAccess[] = ["works", "flag-off", "no-site-access", "not-told-yet"];
  const combinations = both.flatMap((on) =>
    both.flatMap((refused) =>
      both.flatMap((siteAccess) =>
        both.flatMap((delivered) =>
          both.flatMap((hostWaits) =>
            accesses.flatMap((certificates) =>
              hosts.flatMap((host) =>
                [undefined, 0, 1].map(
                  (owned): SourceFacts => ({
                    on,
                    refused,
                    siteAccess,
                    delivered,
                    hostWaits,
                    certificates,
                    host,
                    owned,
                  }),
                ),
              ),
            ),
          ),
        ),
      ),
    ),
  );

  it.each(sourceIds)("keeps its promises in every combination: %s", (id) => {
    const wrong = combinations.filter((each) => {
      const state = sourceState(id, each);
      // Off is off, whatever else is known; and only what is off says so.
      if (!each.on) return state !== (each.refused ? "refused" : "off");
      if (state === "off" || state === "refused") return true;
      // Nothing that needs sites claims to work without access to them.
      if (state === "works" && id !== "owned" && !each.siteAccess) return true;
      return !sourceStates.includes(state);
    });
    expect(wrong).toEqual([]);
  });

  it("is reached by some source, each of them", () => {
    const reached = new Set(sourceIds.flatMap((id) => combinations.map((each) => sourceState(id, each))));
    expect([...reached].sort()).toEqual([...sourceStates].sort());
  });

  it("is marked as good only where it works", () => {
    expect(sourceStates.filter((state) => markOf(state) === "good")).toEqual(["works"]);
    expect(sourceStates.filter((state) => markOf(state) === "fault")).toEqual([
      "not-installed",
      "ended",
      "garbled",
      "silent",
    ]);
  });
});
