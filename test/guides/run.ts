import { installPackages } from "./debian-packages.ts";
import { writeEvidence } from "./evidence.ts";
import { execute } from "./execute.ts";
import { points } from "./points.ts";
import { refuse, whyNot } from "./preconditions.ts";
import { readTexts } from "./published.ts";
import { readServers } from "./servers.ts";
import { failedPoints, passedPoints, tableOf } from "./table.ts";

// node test/guides/run.ts [platform…]: executes the published guides on the real servers and writes the evidence.

const asked = process.argv.slice(2);
const servers = await readServers();
const unknown = asked.filter((name) => !servers.some(({ platform }) => platform === name));
if (unknown.length > 0) {
  console.error(
    `No such platform: ${unknown.join(", ")}. There are ${servers.map(({ platform }) => platform).join(", ")}.`,
  );
  process.exit(64);
}
const chosen = servers.filter(({ platform }) => asked.length === 0 || asked.includes(platform));
const wanted = chosen.length * points.length;
const reason = whyNot();
if (reason !== undefined) refuse(reason, wanted);
if (!installPackages(chosen.flatMap(({ packages }) => packages))) {
  refuse("a package could not be installed from Debian", wanted);
}

let passed = 0;
let failed = 0;
for (const { platform } of chosen) {
  const texts = readTexts(platform);
  const report = await execute(platform, texts);
  console.log(tableOf(report));
  passed += passedPoints(report);
  failed += failedPoints(report);
  if (failedPoints(report) === 0) writeEvidence(report, texts);
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
