import { execFileSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Task } from "../../shared/guide/guide.ts";
import { followGuide } from "./follow-guide.ts";
import { fingerprintOf, meet, meetLasting } from "./handshake.ts";
import { isolate, reader } from "./isolation.ts";
import { type Issued, type Lab, makeLab } from "./lab.ts";
import { personalise, personalValues } from "./personal-values.ts";
import { type PublishedGuide, publishedGuide } from "./published.ts";
import type { GuideTexts, Server } from "./server.ts";
import { systemctlLog } from "./systemctl.ts";

export interface Scene {
  readonly server: Server;
  readonly guides: Readonly<Record<Task, PublishedGuide>>;
  readonly lab: Lab;
  /** Where the server's key, chain and backups are, personalised. */
  readonly key: string;
  readonly fullchain: string;
  readonly backups: string;
}

export const host = personalValues.domain;

/** A reader's own file, by the guides' name for it. */
export const readersFile = (name: string): string => join(reader.home, personalise(name));
export const workingFolder = join(reader.home, "tls-new");

/** Puts the server there with its old certificate, configured by the install guide's own file and steps, and starts it. */
export async function setScene(server: Server, texts: GuideTexts, scratch: string): Promise<Scene> {
  const read = (task: Task): PublishedGuide => publishedGuide(server.platform, task, texts[task]);
  const guides = {
    csr: read("csr"),
    backup: read("backup"),
    install: read("install"),
    verify: read("verify"),
    restore: read("restore"),
  };
  isolate(scratch, host);
  const lab = makeLab(join(scratch, "lab"), host);
  const [key, fullchain, backups] = [
    personalise(server.key),
    personalise(server.fullchain),
    personalise(server.backups),
  ];
  writeFileSync(key, lab.old.key, { mode: 0o600 });
  writeFileSync(fullchain, lab.old.fullchain);
  for (const file of guides.install.files) {
    mkdirSync(dirname(file.path), { recursive: true });
    writeFileSync(file.path, withLegacyChain(file.text, server));
  }
  if (server.legacyChain) writeFileSync(personalise(server.legacyChain.file), lab.old.intermediates);
  const steps = guides.install.steps.filter((step) => server.enable.includes(step.id));
  const walk = await followGuide({ ...guides.install, steps });
  if (walk.stoppedAt !== undefined) throw new Error(`https could not be switched on: ${walk.printed}`);
  systemctl("start", server);
  return { server, guides, lab, key, fullchain, backups };
}

function withLegacyChain(configuration: string, { legacyChain }: Server): string {
  if (legacyChain === undefined) return configuration;
  return configuration.replace(legacyChain.before, `${personalise(legacyChain.line)}\n${legacyChain.before}`);
}

/** As the guides do it. The log of what guides asked for does not keep it. */
export function systemctl(verb: "start" | "reload", server: Server): void {
  execFileSync("systemctl", [verb, server.unit], { stdio: "ignore" });
  rmSync(systemctlLog, { force: true });
}

/** Whether a guide has asked for a reload, restart or stop since the last question. */
export function serverWasTouched(): boolean {
  const touched = existsSync(systemctlLog);
  rmSync(systemctlLog, { force: true });
  return touched;
}

/** A visitor who trusts the lab's root alone meets this certificate, and accepts it, or must refuse it. */
export function expectServed(scene: Scene, certificate: string, verdict: "accepted" | "refused"): Promise<void> {
  const expected = fingerprintOf(certificate);
  return meetLasting(
    () => meet(scene.server.port, host, scene.lab.root),
    ({ fingerprint, refusal }) => {
      if (fingerprint !== expected) return `another certificate is served (${fingerprint})`;
      if (verdict === "refused") return refusal === undefined ? "a visitor still accepts the certificate" : undefined;
      return refusal === undefined ? undefined : `a visitor refuses the certificate: ${refusal}`;
    },
  );
}

/** What the reader copied to the server: the certificate's last line has no end, the intermediates come from Windows. */
export function deliver(issued: Issued, encryptedKey: string): void {
  const files = {
    "www.example.com.crt": issued.leaf.trimEnd(),
    "www.example.com.chain.pem": issued.intermediates.replaceAll("\n", "\r\n"),
    "www.example.com.key": encryptedKey,
  };
  mkdirSync(workingFolder, { recursive: true });
  chownSync(workingFolder, reader.uid, reader.gid);
  for (const [name, text] of Object.entries(files)) {
    const path = join(workingFolder, personalise(name));
    writeFileSync(path, text);
    chownSync(path, reader.uid, reader.gid);
  }
}

/** The server's key and chain as they are on disk. */
export const installed = (scene: Scene): string =>
  readFileSync(scene.key, "utf8") + readFileSync(scene.fullchain, "utf8");
