import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { createSecureContext, TLSSocket } from "node:tls";
import { type StarttlsProtocol, starttlsProtocols } from "../../shared/handshake/starttls/protocols.ts";
import type { SiteCertificate } from "./authority/site-certificate.ts";
import { portOf } from "./port-of.ts";

/** How much of what was heard (characters) makes this request; 0: it is another one, or not whole yet. */
type Request = (heard: string) => number;

const line =
  (pattern: RegExp): Request =>
  (heard) =>
    pattern.exec(heard)?.[0].length ?? 0;
const exactly =
  (text: string): Request =>
  (heard) =>
    heard.startsWith(text) ? text.length : 0;

/** What a server says in clear text: first by itself, then to each request. After the answers with `tls` TLS begins. */
interface Script {
  readonly greeting: string;
  readonly answers: readonly { readonly to: Request; readonly say: string; readonly tls?: true }[];
}

const mysqlGreeting =
  "\x0a8.0.36\0\x01\0\0\0saltsalt\0\xff\xff\x21\x02\0\xff\xdf\x15\0\0\0\0\0\0\0\0\0\0saltsaltsalt\0mysql_native_password\0";
const stream =
  "<?xml version='1.0'?><stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' id='1' version='1.0'>";
const features = "<stream:features><starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/></stream:features>";

/** After the RFCs; `openssl s_client -starttls` is the judge of them in the tests. */
const scripts: Readonly<Record<StarttlsProtocol, Script>> = {
  smtp: {
    greeting: "220 mx.example ESMTP\r\n",
    answers: [
      { to: line(/^EHLO .*\r\n/), say: "250-mx.example\r\n250-STARTTLS\r\n250 8BITMIME\r\n" },
      { to: exactly("STARTTLS\r\n"), say: "220 go ahead\r\n", tls: true },
    ],
  },
  imap: {
    greeting: "* OK [CAPABILITY IMAP4rev1 STARTTLS] ready\r\n",
    answers: [
      { to: exactly(". CAPABILITY\r\n"), say: "* CAPABILITY IMAP4rev1 STARTTLS\r\n. OK done\r\n" },
      { to: exactly(". STARTTLS\r\n"), say: ". OK begin\r\n", tls: true },
      { to: exactly("a1 STARTTLS\r\n"), say: "a1 OK begin\r\n", tls: true },
    ],
  },
  pop3: { greeting: "+OK ready\r\n", answers: [{ to: exactly("STLS\r\n"), say: "+OK begin\r\n", tls: true }] },
  ftp: {
    greeting: "220-welcome\r\n220 ready\r\n",
    answers: [
      { to: exactly("FEAT\r\n"), say: "211-Features:\r\n AUTH TLS\r\n211 End\r\n" },
      { to: exactly("AUTH TLS\r\n"), say: "234 begin\r\n", tls: true },
    ],
  },
  sieve: {
    greeting: '"IMPLEMENTATION" "example"\r\n"SASL" ""\r\n"STARTTLS"\r\nOK "ready"\r\n',
    answers: [{ to: exactly("STARTTLS\r\n"), say: 'OK "begin"\r\n', tls: true }],
  },
  ldap: {
    greeting: "",
    answers: [
      {
        to: line(/^.*1\.3\.6\.1\.4\.1\.1466\.20037/s),
        say: "\x30\x0c\x02\x01\x01\x78\x07\x0a\x01\0\x04\0\x04\0",
        tls: true,
      },
    ],
  },
  postgres: { greeting: "", answers: [{ to: exactly("\0\0\0\x08\x04\xd2\x16\x2f"), say: "S", tls: true }] },
  mysql: {
    greeting: `${String.fromCharCode(mysqlGreeting.length)}\0\0\0${mysqlGreeting}`,
    // Nothing is said: TLS begins right after the client's request.
    answers: [{ to: (heard) => (heard.startsWith("\x20\0\0\x01") && heard.length >= 36 ? 36 : 0), say: "", tls: true }],
  },
  xmpp: {
    greeting: "",
    answers: [
      { to: line(/^.*<stream:stream\b[^>]*>/s), say: `${stream}${features}` },
      { to: line(/^.*<starttls\b[^>]*>/s), say: "<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>", tls: true },
    ],
  },
};

export interface StarttlsServers {
  readonly ports: ReadonlyMap<StarttlsProtocol, number>;
  close(): Promise<void>;
}

/** One server for each protocol on free ports of 127.0.0.1: clear text after a script, then real TLS with this certificate. */
export async function startStarttlsServers(certificate: SiteCertificate): Promise<StarttlsServers> {
  const secureContext = createSecureContext({ cert: certificate.chainPem, key: certificate.keyPem });
  const sockets = new Set<Socket>();
  const servers = await Promise.all(
    starttlsProtocols.map(async (protocol) => {
      const server = createServer((socket) => {
        sockets.add(socket.on("error", () => undefined).once("close", () => sockets.delete(socket)));
        play(socket, scripts[protocol], () => {
          const secure = new TLSSocket(socket, { isServer: true, secureContext });
          secure.on("error", () => undefined).resume();
        });
      });
      await once(server.listen(0, "127.0.0.1"), "listening");
      return { protocol, server };
    }),
  );
  return {
    ports: new Map(servers.map(({ protocol, server }) => [protocol, portOf(server)])),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await Promise.all(servers.map(({ server }) => new Promise((resolve) => server.close(resolve))));
    },
  };
}

function play(socket: Socket, { greeting, answers }: Script, startTls: () => void): void {
  let heard = "";
  const onData = (bytes: Buffer): void => {
    heard += bytes.toString("latin1");
    const answer = answers.find(({ to }) => to(heard) > 0);
    if (answer === undefined) return;
    const rest = heard.slice(answer.to(heard));
    heard = "";
    if (answer.tls) socket.removeListener("data", onData).pause();
    // What came with the request is the beginning of the handshake.
    if (rest !== "") socket.unshift(Buffer.from(rest, "latin1"));
    if (answer.say === "") startTls();
    else socket.write(answer.say, "latin1", () => answer.tls && startTls());
  };
  socket.on("data", onData);
  if (greeting !== "") socket.write(greeting, "latin1");
}
