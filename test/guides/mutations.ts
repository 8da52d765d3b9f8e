import { installPackages } from "./debian-packages.ts";
import { type DeliberateError, deliberateErrors } from "./deliberate-errors.ts";
import { execute } from "./execute.ts";
import { refuse, whyNot } from "./preconditions.ts";
import { readTexts } from "./published.ts";
import type { GuideTexts } from "./server.ts";
import { readServers } from "./servers.ts";
import { failedPoints, tableOf } from "./table.ts";

// node test/guides/mutations.ts [platform…]: proves that the runner can fail. Every deliberate error must be caught.

function withError(texts: GuideTexts, { name, task, from, to }: DeliberateError): GuideTexts {
  const text = texts[task].replace(from, to);
  if (text === texts[task]) throw new Error(`"${name}" changes nothing in ${task}: its pattern fits no longer.`);
  return { ...texts, [task]: text };
}

const asked = process.argv.slice(2);
const servers = (await readServers()).filter(({ platform }) => asked.length === 0 || asked.includes(platform));
const wanted = servers.length * deliberateErrors.length;
const reason = whyNot();
if (reason !== undefined) refuse(reason, wanted);
if (!installPackages(servers.flatMap(({ packages }) => packages))) {
  refuse("a package could not be installed from Debian", wanted);
}

let caught = 0;
let missed = 0;
for (const { platform } of servers) {
  const texts = readTexts(platform);
  const sound = await execute(platform, texts);
  if (failedPoints(sound) > 0) {
    console.log(`${tableOf(sound)}\nThe guides fail without any deliberate error: nothing can be proven.`);
    process.exit(1);
  }
  for (const error of deliberateErrors.filter((one) => one.platform === undefined || one.platform === platform)) {
    const failure = (await execute(platform, withError(texts, error))).points.find(
      ({ problem }) => problem !== undefined,
    );
    if (failure === undefined) missed += 1;
    else caught += 1;
    console.log(`${failure === undefined ? "MISSED" : "caught"}  ${platform} ${error.task}: ${error.name}`);
    if (failure !== undefined) console.log(`          ${failure.point}: ${failure.problem?.split("\n")[0]}`);
  }
}
console.log(`${caught} passed, ${missed} failed`);
process.exit(missed === 0 ? 0 : 1);
