import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readJson } from "../../../../shared/watch/json-reader.ts";
import { exportJson, importJson } from "../../../../shared/watch/watch-json.ts";
import { anyHost, manyHosts, now, watched } from "./watched-hosts.ts";

describe("reading JSON with lines", () => {
  it("reads what JSON.parse reads, and refuses what it refuses", () => {
    const sameAs = (text: string) => {
      const read = readJson(text);
      try {
        expect(read).toMatchObject({ ok: true, value: { value: JSON.parse(text) } });
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
        expect(read.ok).toBe(false);
      }
    };
    fc.assert(fc.property(fc.json({ maxDepth: 5 }), sameAs));
    fc.assert(fc.property(fc.json(), fc.nat(), fc.constantFrom("", "}", ",", '"', "0", "\\", "\n"), breakIt(sameAs)));
  });

  const breakIt = (check: (text: string) => void) => (text: string, at: number, instead: string) => {
    const place = at % (text.length + 1);
    check(text.slice(0, place) + instead + text.slice(place + 1));
  };

  it.each(["01", "1.", "tru", "nulll", '"\u0001"', "[1,]", '{"a":1,}', "{a:1}", "", "  ", "[", "1 2", "'a'", "-"])(
    "refuses %j",
    (text) => {
      expect(() => JSON.parse(text)).toThrow();
      expect(readJson(text).ok).toBe(false);
    },
  );

  it("knows the line of each object and of the fault", () => {
    const read = readJson('[\n{},\n\n  {"a": {\n}}]');
    if (!read.ok || !Array.isArray(read.value.value)) throw new Error("not read");
    expect(read.value.value.map((one) => (typeof one === "object" ? read.value.lineOf(one) : 0))).toEqual([2, 4]);
    expect(readJson('{\n"a": 1,\n"b" 2}')).toEqual({ ok: false, problem: { line: 3 } });
  });

  it("makes no prototype of a key and no tower of brackets", () => {
    const read = readJson('{"__proto__": {"polluted": true}}');
    expect(read.ok && Object.getPrototypeOf(read.value.value)).toBe(Object.prototype);
    expect(readJson("[".repeat(1_000_000)).ok).toBe(false);
  });
});

describe("the watch list as JSON", () => {
  it("comes back as it went, with all that was seen", () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyHost, { selector: ({ id }) => id, minLength: 1, maxLength: 8 }), (hosts) => {
        expect(importJson(exportJson(hosts, now))).toEqual({ ok: true, value: hosts });
      }),
      { numRuns: 300 },
    );
  });

  it("carries ten thousand hosts, one a line", () => {
    const hosts = manyHosts(10_000);
    const text = exportJson(hosts, now);
    expect(text.split("\n")).toHaveLength(10_003);
    expect(importJson(text)).toEqual({ ok: true, value: hosts });
  });

  const text = exportJson([watched("a.example"), watched("b.example"), watched("c.example")], now);

  it.each([
    ["an empty file", "", { code: "empty", line: 1 }],
    ["another file", "[]", { code: "not-a-watch-list", line: 1 }],
    ["a fault in line 3", text.replace('"b.example"', '"b.example'), { code: "not-json", line: 3 }],
    ["a newer version", text.replace('"version":1', '"version":2'), { code: "future-version", line: 1, entry: "2" }],
    ["no hosts", exportJson([], now), { code: "empty", line: 1 }],
    ["a text for a port", text.replace(/"b.example","port":443/, '"b.example","port":"443"'), badRecord(3, "port")],
    ["a host that is none", text.replace('"host":"c.example"', '"host":"c/../"'), badRecord(4, "host")],
    ["a time beyond time", text.replace(/"addedAt":\d+/, '"addedAt":1e300'), badRecord(2, "addedAt")],
    ["a fault that is none of ours", text.replace('"faults":[]', '"faults":[{"code":"x"}]'), badRecord(2, "lastSeen")],
    ["null for a host", text.replace("[\n", "[\nnull,\n"), { code: "bad-record", line: 1 }],
  ])("takes nothing of %s and says where", (_, broken, problem) => {
    const read = importJson(broken);
    expect(read.ok ? [] : read.problem).toEqual([expect.objectContaining(problem)]);
  });

  function badRecord(line: number, field: string) {
    return { code: "bad-record", line, field };
  }

  it("goes by the address for the id, and leaves behind what does not belong", () => {
    const odd = text.replace('"id":"a.example:443"', '"id":"b.example:443","colour":"red"');
    const read = importJson(odd);
    expect(read.ok && read.value.map(({ id }) => id)).toEqual(["a.example:443", "b.example:443", "c.example:443"]);
    expect(read.ok && read.value[0]).not.toHaveProperty("colour");
  });

  it("never throws, whatever is damaged", () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom("", '"', "{", "null", "9"), (at, instead) => {
        const place = at % text.length;
        importJson(text.slice(0, place) + instead + text.slice(place + 1));
      }),
      { numRuns: 1000 },
    );
  });
});
