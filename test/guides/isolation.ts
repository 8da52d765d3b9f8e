import { execFileSync } from "node:child_process";
import { appendFileSync, chmodSync, chownSync, mkdirSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { systemctl } from "./systemctl.ts";

/** The unprivileged person who follows the guides: a forgotten `sudo` fails, as it would on a real server. */
export const reader = { name: "reader", uid: 4242, gid: 4242, home: "/home/reader" } as const;

const covered = ["/etc", "/home", "/root", "/run", "/usr/local", "/var"] as const;
const mount = (...args: readonly string[]): void => void execFileSync("mount", args);

/**
 * Lays throw-away layers over every folder that a guide or a server writes to. Only inside new mount, network and process
 * namespaces: there ports, paths and processes are the run's own, and all of it is gone when its first process ends.
 */
export function isolate(scratch: string, host: string): void {
  mount("--make-rprivate", "/");
  mount("-t", "tmpfs", "tmpfs", scratch);
  for (const folder of covered) {
    const [upper, work] = ["upper", "work"].map((layer) => join(scratch, layer, folder));
    if (upper === undefined || work === undefined) continue;
    mkdirSync(upper, { recursive: true });
    mkdirSync(work, { recursive: true });
    mount("-t", "overlay", "overlay", "-o", `lowerdir=${folder},upperdir=${upper},workdir=${work}`, folder);
  }
  execFileSync("ip", ["link", "set", "lo", "up"]);
  writeFileSync("/etc/hosts", `127.0.0.1 localhost ${hostname()} ${host}\n::1 localhost\n`);
  addReader();
  writeFileSync("/usr/local/bin/systemctl", systemctl, { mode: 0o755 });
  chmodSync("/usr/local/bin/systemctl", 0o755);
}

function addReader(): void {
  appendFileSync("/etc/passwd", `${reader.name}:x:${reader.uid}:${reader.gid}::${reader.home}:/bin/bash\n`);
  // sudo asks PAM whether the account is locked.
  appendFileSync("/etc/shadow", `${reader.name}:*:19000:0:99999:7:::\n`);
  appendFileSync("/etc/group", `${reader.name}:x:${reader.gid}:\n`);
  mkdirSync(reader.home);
  chownSync(reader.home, reader.uid, reader.gid);
  // Without use_pty: prompts must reach the runner, which has no terminal.
  writeFileSync("/etc/sudoers.d/reader", `Defaults:${reader.name} !use_pty\n${reader.name} ALL=(ALL) NOPASSWD: ALL\n`, {
    mode: 0o440,
  });
}
