import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addExported, addHosts, type WatchWish } from "../../../../shared/watch/add-hosts.ts";
import { anyHost, now, watched } from "./watched-hosts.ts";

const wish = (host: string, more: Partial<WatchWish> = {}): WatchWish => ({ host, port: 443, ...more });

describe("adding hosts", () => {
  it("makes one record an address, and the port and the protocol belong to it", () => {
    const { changed, added, duplicates } = addHosts(
      [],
      [
        wish("a.example"),
        wish("a.example"),
        wish("a.example", { port: 8443 }),
        wish("a.example", { starttls: "smtp" }),
      ],
      now,
    );
    expect(changed.map(({ id }) => id)).toEqual(["a.example:443", "a.example:8443", "smtp://a.example:443"]);
    expect({ added, duplicates }).toEqual({ added: 3, duplicates: 1 });
    expect(changed[0]).toMatchObject({ addedAt: now, nextCheckAt: now, failures: 0, note: "", owner: "", tags: [] });
  });

  it("leaves what the user wrote, fills what is empty and joins tags", () => {
    const known = watched("a.example", { note: "mine", tags: ["Shop"] });
    const { changed, added } = addHosts(
      [known],
      [wish("a.example", { note: "theirs", owner: "Ada", tags: ["shop", "eu"] })],
      now + 5,
    );
    expect(added).toBe(0);
    expect(changed).toEqual([{ ...known, owner: "Ada", tags: ["Shop", "eu"] }]);
  });

  it("writes nothing for what is there already", () => {
    const known = watched("a.example", { note: "mine" });
    expect(addHosts([known], [wish("a.example")], now)).toEqual({ changed: [], added: 0, duplicates: 1 });
  });

  it("cleans texts: control characters, length, separators of tags", () => {
    const [host] = addHosts(
      [],
      [wish("a.example", { note: ` a\0b\n${"x".repeat(2000)}`, tags: ["a,b;c", " "] })],
      now,
    ).changed;
    expect(host?.note).toMatch(/^a b\nx{996}$/);
    expect(host?.tags).toEqual(["a b c"]);
  });

  it("takes exported hosts as they were, and does not touch the state of those that are there", () => {
    const known = watched("a.example", { failures: 3 });
    const fresh = watched("b.example", { failures: 2 });
    const result = addExported([known], [{ ...known, failures: 0, owner: "Ada" }, fresh]);
    expect(result).toEqual({ changed: [fresh, { ...known, owner: "Ada" }], added: 1, duplicates: 1 });
  });

  it("is done once: adding again changes nothing", () => {
    fc.assert(
      fc.property(fc.array(anyHost, { maxLength: 10 }), (wishes) => {
        const once = addHosts([], wishes, now).changed;
        expect(new Set(once.map(({ id }) => id)).size).toBe(once.length);
        expect(addHosts(once, wishes, now + 1).changed).toEqual([]);
      }),
    );
  });
});
