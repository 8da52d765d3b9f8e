import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { converse, mostClearBytes } from "../../../../../shared/handshake/starttls/conversation.ts";
import { type StarttlsProtocol, starttlsProtocols } from "../../../../../shared/handshake/starttls/protocols.ts";

const latin1 = (text: string): Uint8Array => Buffer.from(text, "latin1");
const host = "www.example.com";

interface Heard {
  readonly said: string;
  readonly end: string;
}

/** Plays what a server sends, cut into pieces of this size, and gives what the client said and how it ended. */
function play(protocol: StarttlsProtocol, server: string, size = 1): Heard {
  const conversation = converse(protocol, host);
  let step = conversation.start();
  let said = Buffer.from(step.send).toString("latin1");
  for (let at = 0; at < server.length && step.ending === undefined; at += size) {
    step = conversation.receive(latin1(server.slice(at, at + size)));
    said += Buffer.from(step.send).toString("latin1");
  }
  const { ending } = step;
  return { said, end: ending === undefined ? "waits" : ending.kind };
}

const mysqlGreeting = (capabilities: number): string => {
  const body = `\x0a8.0.36\0${"\x01\x02\x03\x04"}${"saltsalt"}\0${String.fromCharCode(capabilities & 0xff, capabilities >> 8)}\x21\x02\0`;
  return `${String.fromCharCode(body.length)}\0\0\0${body}`;
};
const ldapAnswer = (code: number): string =>
  `\x30\x0c\x02\x01\x01\x78\x07\x0a\x01${String.fromCharCode(code)}\x04\0\x04\0`;
const features = (inside: string): string =>
  `<?xml version='1.0'?><stream:stream id='1' version='1.0'><stream:features>${inside}</stream:features>`;

describe("the way to TLS", () => {
  it.each<[StarttlsProtocol, string, string]>([
    ["smtp", "220-one\r\n220 two\r\n250-me\r\n250-STARTTLS\r\n250 HELP\r\n220 go\r\n", "ready"],
    ["smtp", "220 mx\r\n250-me\r\n250 HELP\r\n", "refused"],
    ["smtp", "220 mx\r\n250-me\r\n250 STARTTLS\r\n454 not now\r\n", "refused"],
    ["smtp", "554 no\r\n", "unexpected"],
    ["smtp", "220 mx\r\n502 what\r\n", "refused"],
    ["smtp", "220 mx\r\n", "waits"],
    ["smtp", "SSH-2.0-OpenSSH_9.2\r\n", "unexpected"],
    ["imap", "* OK [CAPABILITY IMAP4rev1] hi\r\n* note\r\na1 OK go\r\n", "ready"],
    ["imap", "* OK hi\r\na1 BAD no\r\n", "refused"],
    ["imap", "* BYE busy\r\n", "refused"],
    ["imap", "* PREAUTH hi\r\n", "refused"],
    ["imap", "+OK hi\r\n", "unexpected"],
    ["pop3", "+OK hi\r\n+OK go\r\n", "ready"],
    ["pop3", "+OK hi\r\n-ERR no\r\n", "refused"],
    ["pop3", "* OK hi\r\n", "unexpected"],
    ["ftp", "220-welcome\r\nfree text\r\n220 here\r\n234 go\r\n", "ready"],
    ["ftp", "220 here\r\n502 no\r\n", "refused"],
    ["ftp", "421 busy\r\n", "refused"],
    ["sieve", '"IMPLEMENTATION" "x"\r\n"STARTTLS"\r\nOK\r\nOK "go"\r\n', "ready"],
    ["sieve", '"IMPLEMENTATION" "x"\r\nOK\r\n', "refused"],
    ["sieve", "BYE busy\r\n", "refused"],
    ["sieve", "220 mx\r\n", "unexpected"],
    ["postgres", "S", "ready"],
    ["postgres", "N", "refused"],
    ["postgres", "E", "refused"],
    ["postgres", "H", "unexpected"],
    ["mysql", mysqlGreeting(0xffff), "ready"],
    ["mysql", mysqlGreeting(0xf7ff), "refused"],
    ["mysql", "\x08\0\0\0\xff\x69\x04#blah", "refused"],
    ["mysql", "\x03\0\0\0\x09ab", "unexpected"],
    ["ldap", ldapAnswer(0), "ready"],
    ["ldap", ldapAnswer(2), "refused"],
    ["ldap", "220 mx\r\n", "unexpected"],
    ["xmpp", `${features("<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>")}<proceed xmlns='x'/>`, "ready"],
    ["xmpp", `${features("<starttls xmlns='x'/>")}<failure xmlns='x'/>`, "refused"],
    ["xmpp", features("<mechanisms/>"), "refused"],
    ["xmpp", "220 mx\r\n", "unexpected"],
  ])("%s, told %j, is %s", (protocol, server, end) => {
    expect(play(protocol, server).end).toBe(end);
    expect(play(protocol, server).said).toBe(play(protocol, server, 3).said);
  });

  it("says what the protocol asks for", () => {
    expect(play("smtp", "220 mx\r\n250 STARTTLS\r\n220 go\r\n").said).toBe("EHLO notafter.invalid\r\nSTARTTLS\r\n");
    expect(play("imap", "* OK hi\r\na1 OK go\r\n").said).toBe("a1 STARTTLS\r\n");
    expect(play("postgres", "S").said).toBe("\0\0\0\x08\x04\xd2\x16\x2f");
    expect(play("mysql", mysqlGreeting(0xffff)).said).toHaveLength(36);
    expect(play("xmpp", "").said).toContain(`to='${host}'`);
  });

  it("takes no clear bytes after the consent for part of TLS", () => {
    expect(play("smtp", "220 mx\r\n250 STARTTLS\r\n220 go\r\n250 injected\r\n", 100).end).toBe("unexpected");
    expect(play("postgres", "SS", 2).end).toBe("unexpected");
  });

  it.each(starttlsProtocols)("%s ends before it hoards, and never throws, whatever comes", (protocol) => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 200 })), (pieces) => {
        const conversation = converse(protocol, host);
        let step = conversation.start();
        for (const piece of pieces) if (step.ending === undefined) step = conversation.receive(piece);
        expect(step.ending === undefined || typeof step.ending.kind === "string").toBe(true);
      }),
    );
    const flood = converse(protocol, host);
    let step = flood.start();
    let given = 0;
    while (step.ending === undefined && given < 2 * mostClearBytes) {
      step = flood.receive(new Uint8Array(4096).fill(0x3c));
      given += 4096;
    }
    expect(step.ending).toBeDefined();
  });
});
