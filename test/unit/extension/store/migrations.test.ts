import { describe, expect, it } from "vitest";
import {
  currentVersion,
  type Migration,
  migrateRecord,
  migrateStores,
  migrations,
} from "../../../../extension/src/store/migrations.ts";
import { readWatchedHost } from "../../../../shared/watch/read-watched-host.ts";
import { version1 } from "./fixtures/version-1.ts";
import { version2 } from "./fixtures/version-2.ts";

const [, second] = migrations;

describe("migrations", () => {
  it("lead from version to version without a gap, and every earlier version has its fixture", () => {
    expect(migrations.map(({ to }) => to)).toEqual(Array.from({ length: currentVersion }, (_, index) => index + 1));
    // A fourth version needs the fixture of the third here.
    expect(currentVersion).toBe(3);
  });

  it("touch only stores that are there by then", () => {
    const stores = new Set<string>();
    for (const step of migrations) {
      for (const name of [...Object.keys(step.newIndexes), ...Object.keys(step.records)])
        expect(stores).toContain(name);
      for (const name of Object.keys(step.newStores)) {
        expect(stores).not.toContain(name);
        stores.add(name);
      }
    }
  });

  it("have in each fixture the stores and indexes that the steps up to its version made", () => {
    for (const [version, { keys, indexes }] of [
      [1, { ...version1, indexes: {} }],
      [2, version2],
    ] as const) {
      const steps = migrations.slice(0, version);
      const stores = steps.flatMap(({ newStores }) => Object.entries(newStores).map(([name, { key }]) => [name, key]));
      expect(keys).toEqual(Object.fromEntries(stores));
      expect(indexes).toEqual(Object.assign({}, ...steps.map(({ newIndexes }) => newIndexes)));
    }
  });

  it("from 2 to 3 leave every record as it was", () => {
    expect(migrateStores(version2.records, 2)).toEqual(version2.records);
    for (const record of version2.records.hosts) expect(readWatchedHost(record)).toEqual({ ok: true, value: record });
  });

  it("from 1 to 2 give hosts an owner and tags and leave the rest as it was", () => {
    const { hosts, marks } = version1.records;
    expect(migrateStores(version1.records, 1)).toEqual({
      hosts: hosts.map((host) => ({ ...host, owner: "", tags: [] })),
      marks,
    });
  });

  it("make records that today's reader takes without a loss", () => {
    for (const record of migrateStores(version1.records, 1)["hosts"] ?? []) {
      expect(readWatchedHost(record)).toEqual({ ok: true, value: record });
    }
    for (const record of version1.records.hosts) expect(readWatchedHost(record).ok).toBe(false);
  });

  it("do nothing twice and nothing to what is current", () => {
    const once = migrateStores(version1.records, 1);
    expect(migrateStores(once, 1)).toEqual(once);
    expect(migrateStores(once, currentVersion)).toBe(once);
  });

  it.each([[null], [undefined], ["text"], [7]])("pass over %j, which is no record", (record) => {
    expect(migrateRecord(second as Migration, "hosts", record)).toBe(record);
  });
});
