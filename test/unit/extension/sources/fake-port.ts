import type { OpenPort, PortEnd } from "../../../../extension/src/platform/native-host.ts";
import type { HostRequest } from "../../../../shared/native-host/protocol.ts";

/** A host of plain values: what it was sent, and what a test makes it say. */
export class FakePort {
  readonly sent: HostRequest[] = [];
  closed = false;
  broken = false;
  say: (message: unknown) => void = () => undefined;
  end: (why: PortEnd) => void = () => undefined;

  /** The id of the latest check. */
  get checkId(): number {
    return this.sent.findLast(({ type }) => type === "check")?.id ?? Number.NaN;
  }
  get types(): readonly string[] {
    return this.sent.map(({ type }) => type);
  }
}

/** Opens fake ports and keeps them, the latest last. */
export function fakePorts(): { readonly ports: FakePort[]; readonly open: OpenPort } {
  const ports: FakePort[] = [];
  return {
    ports,
    open: ({ message, ended }) => {
      const port = new FakePort();
      port.say = message;
      port.end = ended;
      ports.push(port);
      return {
        send: (request) => {
          if (port.broken) throw new Error("Attempting to use a disconnected port object");
          port.sent.push(request);
        },
        close: () => {
          port.closed = true;
        },
      };
    },
  };
}

export const hello = (id: number, more: object = {}) => ({
  id,
  type: "hello",
  protocol: 1,
  version: "0.1.0",
  can: ["check"],
  starttls: [],
  ...more,
});

/** A leaf of three bytes, "AQID", whose fingerprint is this. */
export const leaf = Uint8Array.of(1, 2, 3);
const sha256 = "039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81";

export const checked = (id: number, more: object = {}) => ({
  id,
  type: "checked",
  trust: "trusted",
  chain: ["AQID"],
  sha256,
  protocol: "TLSv1.3",
  cipher: "TLS_AES_256_GCM_SHA384",
  address: "127.0.0.1",
  ...more,
});
