/**
 * A process of its own: TLS on so many free ports of 127.0.0.1, one certificate for all. Prints the ports, and the
 * root that the certificate leads to (PEM), as one line of JSON, and ends with its standard input.
 */
import { once } from "node:events";
import { createServer } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import { createAuthority } from "../../support/authority/authority.ts";
import { portOf } from "../../support/port-of.ts";

const day = 86_400_000;
const authority = await createAuthority();
const site = await authority.issue({
  names: ["127.0.0.1"],
  notBefore: Date.now() - day,
  notAfter: Date.now() + 199 * day,
});
const tls = createTlsServer({ cert: site.chainPem, key: site.keyPem }, (socket) => {
  socket.on("error", () => undefined).on("end", () => socket.end());
  socket.resume();
});
tls.on("tlsClientError", () => undefined);

const ports: number[] = [];
for (let left = Number(process.argv[2]); left > 0; left--) {
  const server = createServer((socket) => tls.emit("connection", socket));
  await once(server.listen(0, "127.0.0.1", 1024), "listening");
  ports.push(portOf(server));
}
process.stdout.write(`${JSON.stringify({ ports, root: authority.rootPem })}\n`);
process.stdin.resume().once("end", () => process.exit(0));
