import { beforeEach, describe, expect, it, vi } from "vitest";
import { connectHost, type HostConnection } from "../../../../extension/src/sources/host-connection.ts";
import type { HostState } from "../../../../extension/src/store/host-state.ts";
import { checked, type FakePort, fakePorts, hello } from "./fake-port.ts";

let ports: FakePort[];
let states: HostState[];
let host: HostConnection;

beforeEach(() => {
  vi.useFakeTimers();
  const fake = fakePorts();
  ports = fake.ports;
  states = [];
  host = connectHost({ open: fake.open, now: Date.now, changed: (state) => states.push(state) });
  return () => vi.useRealTimers();
});

const check = (name = "a.test", signal = new AbortController().signal) => host.check({ host: name, port: 443 }, signal);
const port = (): FakePort => {
  const last = ports.at(-1);
  if (last === undefined) throw new Error("no port was opened");
  return last;
};

describe("a connection to the native host", () => {
  it("opens with the first question, greets, and waits for no greeting", async () => {
    expect(ports).toEqual([]);
    const answer = check();
    expect(port().sent).toEqual([
      { id: 0, type: "hello" },
      { id: 1, type: "check", host: "a.test", port: 443 },
    ]);
    port().say(hello(0));
    port().say(checked(1));
    expect(await answer).toMatchObject({ ok: true, value: { type: "checked", trust: "trusted" } });
    expect(states).toEqual([{ kind: "works", version: "0.1.0" }]);
  });

  it("takes answers in any order", async () => {
    const answers = [check("a.test"), check("b.test"), check("c.test")];
    for (const id of [3, 1, 2]) port().say(checked(id, { address: `127.0.0.${id}` }));
    const addresses = (await Promise.all(answers)).map(
      (one) => one.ok && one.value.type === "checked" && one.value.address,
    );
    expect(addresses).toEqual(["127.0.0.1", "127.0.0.2", "127.0.0.3"]);
    expect(ports).toHaveLength(1);
  });

  it("gives a site's fault as an answer", async () => {
    const answer = check();
    port().say({ id: 1, type: "failed", code: "connection-refused" });
    expect(await answer).toMatchObject({ ok: true, value: { code: "connection-refused" } });
    expect(port().closed).toBe(false);
  });

  it.each<[string, (fake: FakePort) => void, HostState["kind"]]>([
    ["says what is no reply", (fake) => fake.say("<script>"), "garbled"],
    ["says nothing in a message", (fake) => fake.say(null), "garbled"],
    ["answers a request that was never made", (fake) => fake.say(checked(77)), "garbled"],
    ["answers twice", (fake) => [hello(0), hello(0)].forEach(fake.say), "garbled"],
    ["answers a check with a greeting", (fake) => fake.say(hello(1)), "garbled"],
    ["answers a greeting with a check", (fake) => fake.say(checked(0)), "garbled"],
    ["speaks another protocol", (fake) => fake.say(hello(0, { protocol: 2 })), "garbled"],
    ["cannot check", (fake) => fake.say(hello(0, { can: [] })), "garbled"],
    ["understands nothing", (fake) => fake.say({ type: "refused", code: "not-json" }), "garbled"],
    ["claims a chain of no certificates", (fake) => fake.say(checked(1, { chain: [] })), "garbled"],
    ["sends a frame that the browser drops", (fake) => fake.end("garbled"), "garbled"],
    ["is killed", (fake) => fake.end("ended"), "ended"],
    ["is not installed", (fake) => fake.end("not-installed"), "not-installed"],
    ["says nothing at all", () => vi.advanceTimersByTime(15_001), "silent"],
  ])("fails everything that is open, and says so, when the host %s", async (_, fault, kind) => {
    const answers = [check("a.test"), check("b.test")];
    const [first] = ports;
    vi.advanceTimersByTime(1);
    if (first !== undefined) fault(first);
    for (const answer of answers) expect(await answer).toEqual({ ok: false, problem: kind });
    expect(states.at(-1)).toEqual({ kind });
    // It rests, then starts the host again, and old ports are heard no more.
    expect(await check()).toEqual({ ok: false, problem: "resting" });
    expect(ports).toHaveLength(1);
    vi.advanceTimersByTime(1_001);
    const again = check();
    expect(ports).toHaveLength(2);
    first?.say("garbage");
    first?.end("ended");
    port().say(checked(port().checkId));
    expect((await again).ok).toBe(true);
  });

  it("ends a host that does not keep to the protocol", async () => {
    const answer = check();
    port().say({});
    await answer;
    expect(port().closed).toBe(true);
  });

  it("survives a port that is closed before its end is told, and one that does not open", async () => {
    const first = check();
    port().broken = true;
    expect(await check("b.test")).toEqual({ ok: false, problem: "ended" });
    expect(await first).toEqual({ ok: false, problem: "ended" });
    const closed = connectHost({
      open: () => {
        throw new TypeError("connectNative is not a function");
      },
      now: Date.now,
      changed: (state) => states.push(state),
    });
    expect(await closed.hello()).toMatchObject({ ok: false });
    expect(states.at(-1)).toEqual({ kind: "ended" });
  });

  it("rests longer each time, half a minute at most, and not at all after a good answer", async () => {
    for (const rest of [1, 2, 4, 8, 16, 30, 30]) {
      const answer = check();
      port().end("ended");
      await answer;
      vi.advanceTimersByTime(rest * 1_000 - 1);
      expect(await check()).toEqual({ ok: false, problem: "resting" });
      vi.advanceTimersByTime(1);
    }
    const answer = check();
    port().say(checked(port().checkId));
    await answer;
    port().end("ended");
    vi.advanceTimersByTime(1_000);
    void check();
    expect(port().closed).toBe(false);
    expect(port().types).toEqual(["hello", "check"]);
  });

  it("tells the host when an answer is no longer wanted, and does not mind its late one", async () => {
    const leaving = new AbortController();
    const answer = check("a.test", leaving.signal);
    port().say(hello(0));
    leaving.abort();
    expect(await answer).toEqual({ ok: false, problem: "cancelled" });
    expect(port().sent.at(-1)).toEqual({ id: 2, type: "cancel", cancels: 1 });
    port().say({ id: 1, type: "failed", code: "cancelled" });
    expect(port().closed).toBe(false);
    expect(await check("b.test", leaving.signal)).toEqual({ ok: false, problem: "cancelled" });
  });

  it("gives up one site of which a host that answers others says nothing", async () => {
    const slow = check("slow.test");
    port().say(hello(0));
    vi.advanceTimersByTime(14_000);
    const other = check("b.test");
    port().say(checked(2));
    expect((await other).ok).toBe(true);
    vi.advanceTimersByTime(1_001);
    expect(await slow).toEqual({ ok: false, problem: "silent" });
    expect(port().closed).toBe(false);
  });

  it("ends the host when nothing was asked for a while, and starts it again", async () => {
    const answer = check();
    port().say(hello(0));
    port().say(checked(1));
    await answer;
    vi.advanceTimersByTime(29_999);
    expect(port().closed).toBe(false);
    vi.advanceTimersByTime(1);
    expect(port().closed).toBe(true);
    expect(states).toEqual([{ kind: "works", version: "0.1.0" }]);
    void check();
    expect(ports).toHaveLength(2);
  });

  it("does not end it while a check is open", async () => {
    const answer = check();
    port().say(hello(0));
    port().say(checked(1));
    await answer;
    vi.advanceTimersByTime(20_000);
    void check("slow.test");
    vi.advanceTimersByTime(14_999);
    expect(port().closed).toBe(false);
  });
});
