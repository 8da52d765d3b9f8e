import { describe, expect, it } from "vitest";
import {
  createWatchedRows,
  type HostSource,
  type WatchedRowsState,
} from "../../../../../extension/src/ui/dashboard/watched-rows.ts";
import { failure, success } from "../../../../../shared/result.ts";
import { defaultThresholds } from "../../../../../shared/verdict/verdict.ts";
import type { WatchedHost } from "../../../../../shared/watch/watched-host.ts";
import { until } from "../../../../support/until.ts";
import { day, manyHosts, now, watched } from "../../../shared/watch/watched-hosts.ts";

/** A store of plain values, by id, as IndexedDB keeps it. */
function storeOf(hosts: readonly WatchedHost[]) {
  const kept = new Map(hosts.map((host) => [host.id, host]));
  const sorted = () => [...kept.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
  const end = ({ lastSeen }: WatchedHost): number => lastSeen?.notAfter ?? Number.POSITIVE_INFINITY;
  const source: HostSource = {
    count: async () => success(kept.size),
    soonest: async (count) =>
      success(
        sorted()
          .sort((one, other) => end(one) - end(other))
          .slice(0, count),
      ),
    batch: async (last, count) => {
      const batch = sorted()
        .filter(({ id }) => last === undefined || id > last)
        .slice(0, count);
      const id = batch.length < count ? undefined : batch.at(-1)?.id;
      return success({ hosts: batch, ...(id !== undefined && { last: id }) });
    },
    byId: async (ids) => success(ids.flatMap((id) => kept.get(id) ?? [])),
  };
  return { kept, source };
}

const start = { now, thresholds: defaultThresholds, sort: "end", descending: false } as const;
const addresses = ({ rows }: WatchedRowsState): readonly string[] => rows.map(({ address }) => address);

describe("the rows of a watch list", () => {
  it("come the soonest first, then all of them, in order", async () => {
    const states: WatchedRowsState[] = [];
    await createWatchedRows(storeOf(manyHosts(1000)).source, start, (state) => states.push(state)).load();
    expect(states[0]).toMatchObject({ rows: { length: 60 }, reading: { total: 1000 } });
    const last = states.at(-1);
    expect(last?.rows.length).toBe(1000);
    expect(last?.reading).toBeUndefined();
    const ends = last?.rows.map(({ verdict }) => verdict.notAfter ?? 0) ?? [];
    expect(ends).toEqual([...ends].sort((one, other) => one - other));
    expect(last && states[0] && addresses(last).slice(0, 20)).toEqual(states[0] && addresses(states[0]).slice(0, 20));
  });

  it("follow the news: changed, added and forgotten", async () => {
    const { kept, source } = storeOf([watched("a.example", { ahead: 5 }), watched("b.example", { ahead: 50 })]);
    let state: WatchedRowsState | undefined;
    const rows = createWatchedRows(source, start, (next) => {
      state = next;
    });
    await rows.load();
    const added = watched("c.example", { ahead: 1 });
    kept.delete("a.example:443");
    kept.set(added.id, added);
    rows.hear(["a.example:443"]);
    rows.hear([added.id]);
    await until("the news", () => state !== undefined && addresses(state).join() === "c.example,b.example");
    expect(rows.find("a.example:443")).toBeUndefined();
  });

  it("are judged again as time passes, and sorted as is wanted", async () => {
    let state: WatchedRowsState | undefined;
    const hosts = [watched("a.example", { ahead: 60 }), watched("b.example", { ahead: 90 })];
    const rows = createWatchedRows(storeOf(hosts).source, start, (next) => {
      state = next;
    });
    await rows.load();
    expect(state?.summary.levels).toMatchObject({ ok: 2, due: 0 });
    await rows.judgeAgain(now + 40 * day, defaultThresholds);
    expect(state?.summary.levels).toMatchObject({ ok: 1, due: 1 });
    rows.sortBy("host", true);
    expect(state && addresses(state)).toEqual(["b.example", "a.example"]);
  });

  it("say why they cannot be read, and come when they can", async () => {
    const { source } = storeOf([watched("a.example")]);
    let isBlocked = true;
    let state: WatchedRowsState | undefined;
    const soonest: HostSource["soonest"] = async (count) =>
      isBlocked ? failure({ code: "blocked" }) : source.soonest(count);
    const rows = createWatchedRows({ ...source, soonest }, start, (next) => {
      state = next;
    });
    await rows.load();
    expect(state).toMatchObject({ rows: [], problem: { code: "blocked" } });
    isBlocked = false;
    await rows.load();
    expect(state?.problem).toBeUndefined();
    expect(state && addresses(state)).toEqual(["a.example"]);
  });
});
