import { beforeEach, describe, expect, it, vi } from "vitest";
import { connectHost } from "../../../../extension/src/sources/host-connection.ts";
import { nativeHostLook } from "../../../../extension/src/sources/native-host-look.ts";
import { checked, type FakePort, fakePorts, leaf } from "./fake-port.ts";

const target = { host: "mx.test", port: 25, starttls: "smtp" as const };
let ports: FakePort[];
let source: ReturnType<typeof nativeHostLook>;
const port = (): FakePort => ports.at(-1) ?? expect.fail("no port");
const look = (signal = new AbortController().signal) => source.look(target, signal);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  const fakes = fakePorts();
  ports = fakes.ports;
  source = nativeHostLook(connectHost({ open: fakes.open, now: Date.now, changed: () => undefined }));
  return () => vi.useRealTimers();
});

describe("the companion as a source for addresses", () => {
  it("is asked with the protocol, and gives what it saw", async () => {
    const seen = look();
    const { id: _, ...asked } = port().sent.find(({ type }) => type === "check") ?? { id: 0 };
    expect(asked).toEqual({ type: "check", ...target });
    port().say(checked(port().checkId));
    expect(await seen).toMatchObject({ ok: true, value: { origin: "https://mx.test:25", via: "native-host", leaf } });
  });

  it("gives the host's own problem", async () => {
    const seen = look();
    port().say({ id: port().checkId, type: "failed", code: "starttls-refused", detail: "502 no" });
    expect(await seen).toEqual({ ok: false, problem: { code: "starttls-refused", detail: "502 no" } });
  });

  it("asks again when the program was killed in the middle", async () => {
    const seen = look();
    port().end("ended");
    await vi.advanceTimersByTimeAsync(1_001);
    expect(ports).toHaveLength(2);
    port().say(checked(port().checkId));
    expect((await seen).ok).toBe(true);
  });

  it.each<[string, () => void]>([
    ["is not installed", () => port().end("not-installed")],
    ["says what is no reply", () => port().say("garbage")],
    ["tells another certificate's fingerprint", () => port().say(checked(port().checkId, { sha256: "00".repeat(32) }))],
  ])("is asked no more when it %s", async (_, fault) => {
    const seen = look();
    fault();
    expect(await seen).toEqual({ ok: false, problem: { code: "companion-failing" } });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await look()).toEqual({ ok: false, problem: { code: "companion-failing" } });
    expect(ports).toHaveLength(1);
  });

  it("ends with the signal, also while it waits for a rest", async () => {
    const end = new AbortController();
    const asked = look(end.signal);
    end.abort();
    expect(await asked).toEqual({ ok: false, problem: { code: "timed-out" } });
    const other = new AbortController();
    const waiting = look(other.signal);
    port().end("ended");
    await vi.advanceTimersByTimeAsync(10);
    other.abort();
    expect(await waiting).toEqual({ ok: false, problem: { code: "timed-out" } });
  });
});
