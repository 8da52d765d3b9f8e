import { describe, expect, it } from "vitest";
import type { LookSource } from "../../../../extension/src/sources/look.ts";
import { lookThrough } from "../../../../extension/src/sources/look-at-target.ts";
import type { LookProblem } from "../../../../shared/observation/look-problem.ts";
import type { Observation } from "../../../../shared/observation/observation.ts";
import { failure, type Result, success } from "../../../../shared/result.ts";
import type { Target } from "../../../../shared/watch/host-list.ts";
import { leaf } from "./fake-port.ts";

const seen = (more: Partial<Observation> = {}): Result<Observation, LookProblem> =>
  success({ origin: "https://a.test", via: "native-host", seenAt: 1, trust: "trusted", leaf, ...more });
const refusal: Result<Observation, LookProblem> = success({
  origin: "https://a.test",
  via: "net-error",
  seenAt: 1,
  trust: "untrusted",
  detail: "net::ERR_CERT_AUTHORITY_INVALID",
});
const bad = (code: LookProblem["code"]): Result<Observation, LookProblem> => failure({ code });

/** Asks sources that answer so, and says how many were asked. */
async function look(
  answers: readonly Result<Observation, LookProblem>[],
  target: Target = { host: "a.test", port: 443 },
) {
  let asked = 0;
  const sources = answers.map(
    (answer): LookSource => ({
      id: "own-fetch",
      look: async () => {
        asked += 1;
        return answer;
      },
    }),
  );
  return { result: await lookThrough(sources)(target, new AbortController().signal), asked };
}

describe("looking through the sources", () => {
  it("asks no more once a certificate is told", async () => {
    expect(await look([seen(), bad("failed")])).toEqual({ result: seen(), asked: 1 });
    expect((await look([bad("not-told"), seen()])).result).toEqual(seen());
  });

  it("joins the browser's refusal to the certificate that only the other one tells", async () => {
    const { result } = await look([refusal, seen()]);
    expect(result).toEqual(seen({ trust: "untrusted", detail: "net::ERR_CERT_AUTHORITY_INVALID" }));
    expect((await look([refusal, seen({ trust: "wrong-name" })])).result).toEqual(seen({ trust: "wrong-name" }));
  });

  it("is content with a refusal where nobody tells more", async () => {
    expect((await look([bad("companion-failing"), refusal])).result).toEqual(refusal);
    expect((await look([refusal, bad("connection-refused")])).result).toEqual(refusal);
  });

  it.each<[LookProblem["code"][], LookProblem["code"]]>([
    [["failed", "connection-refused"], "connection-refused"],
    [["connection-refused", "failed"], "connection-refused"],
    [["name-not-found", "not-told"], "name-not-found"],
    [["companion-failing", "timed-out"], "timed-out"],
    [["blocked-port", "companion-failing"], "companion-failing"],
    [[], "no-source"],
  ])("gives of the problems %j the one that says most", async (codes, expected) => {
    expect((await look(codes.map(bad))).result).toEqual(bad(expected));
  });

  it("says what STARTTLS needs where nobody speaks it", async () => {
    const target = { host: "a.test", port: 25, starttls: "smtp" as const };
    expect((await look([], target)).result).toEqual(bad("needs-companion"));
  });
});
