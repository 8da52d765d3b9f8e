import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultThresholds } from "../../../../shared/verdict/verdict.ts";
import { addHosts } from "../../../../shared/watch/add-hosts.ts";
import { tableRows } from "../../../../shared/watch/host-table.ts";
import { exportCsv, importCsv } from "../../../../shared/watch/watch-csv.ts";
import type { WatchedHost } from "../../../../shared/watch/watched-host.ts";
import { anyHost, manyHosts, now, watched } from "./watched-hosts.ts";

const exported = (hosts: readonly WatchedHost[]): string => exportCsv(tableRows(hosts, now, defaultThresholds));

const withoutFindings = ({ lastSeen: _, ...host }: WatchedHost) => host;

describe("the watch list as CSV", () => {
  it("has the dates and the level beside what the user said", () => {
    const [head, row] = exported([watched("a.example", { owner: "Ada", tags: ["x", "y"] })]).split("\r\n");
    expect(head).toMatch(/^host,port,starttls,note,owner,tags,due_days,.*,level,not_before,not_after,/);
    expect(row).toMatch(/^a\.example,443,,,Ada,x; y,,,,ok,2026-08-14T12:00:00\.000Z,2027-03-02T12:00:00\.000Z,100,/);
  });

  it("comes back as it went, whatever the texts hold", () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyHost, { selector: ({ id }) => id, minLength: 1, maxLength: 8 }), (hosts) => {
        const read = importCsv(exported(hosts));
        if (!read.ok) throw new Error(JSON.stringify(read.problem));
        expect(addHosts([], read.value, now).changed).toEqual(hosts.map(withoutFindings));
      }),
      { numRuns: 300 },
    );
  });

  it("carries ten thousand hosts", () => {
    const hosts = manyHosts(10_000);
    const read = importCsv(exported(hosts));
    expect(read.ok && addHosts([], read.value, now).changed).toEqual(hosts.map(withoutFindings));
  });

  it("is read from a spreadsheet too: a head of its own, semicolons, any order of columns", () => {
    expect(importCsv("\ufeffOwner;HOST;Colour\r\nAda;www.Example.com;red\r\n")).toEqual({
      ok: true,
      value: [{ host: "www.example.com", port: 443, note: "", owner: "Ada", tags: [""] }],
    });
  });

  it.each([
    ["", [{ code: "empty", line: 1 }]],
    ["host\n", [{ code: "empty", line: 1 }]],
    ["name,port\na.example,443", [{ code: "no-host-column", line: 1 }]],
    ["host,port,host\na,1,b", [{ code: "repeated-column", line: 1, field: "host" }]],
    [
      "host,port\ngood.example,443\n*.bad.example,443\ngood2.example,99999",
      [
        { code: "wildcard", line: 3, entry: "*.bad.example" },
        { code: "bad-port", line: 4, entry: "99999" },
      ],
    ],
    ["host,due_days\na.example,soon", [{ code: "bad-number", line: 2, field: "due_days", entry: "soon" }]],
    ["host,urgent_days\na.example,366", [{ code: "bad-number", line: 2, field: "urgent_days", entry: "366" }]],
    ["host,snoozed_until\na.example,1", [{ code: "bad-date", line: 2, field: "snoozed_until", entry: "1" }]],
    ['host\n"a.example', [{ code: "unclosed-quote", line: 2 }]],
  ])("takes nothing of %j and says where", (text, problems) => {
    expect(importCsv(text)).toEqual({ ok: false, problem: problems });
  });

  it("lists a hundred problems at most", () => {
    const read = importCsv(`host\n${"*\n".repeat(5000)}`);
    expect(read.ok ? 0 : read.problem.length).toBe(100);
  });
});
