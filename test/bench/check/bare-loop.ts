/** The least that a program can do: `tls.connect` to each line of a file, so many at a time. The yardstick for `notafter check`. */
import { readFileSync } from "node:fs";
import { connect } from "node:tls";

const [, , input = "", concurrency = "1"] = process.argv;
const hosts = readFileSync(input, "utf8").trim().split("\n");
let next = 0;
let seen = 0;

async function work(): Promise<void> {
  for (let line = hosts[next++]; line !== undefined; line = hosts[next++]) {
    const [host, port] = line.split(":");
    await new Promise<void>((resolve) => {
      const socket = connect({ host, port: Number(port), rejectUnauthorized: false }, () => {
        if (socket.getPeerCertificate().valid_to) seen++;
        socket.end();
        resolve();
      });
      socket.on("error", () => resolve());
    });
  }
}

await Promise.all(Array.from({ length: Number(concurrency) }, work));
process.stdout.write(`${seen}\n`);
