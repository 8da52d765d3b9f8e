import { parseArgs } from "node:util";
import {
  isStarttlsProtocol,
  type StarttlsProtocol,
  starttlsProtocols,
} from "../../../shared/handshake/starttls/protocols.ts";
import { hostProblemText } from "../../../shared/messages/en/check.ts";
import { timeouts } from "../../../shared/native-host/protocol.ts";
import { failure, type Result, success } from "../../../shared/result.ts";
import { readHost } from "../../../shared/watch/host-list.ts";
import { type FormatName, formatNames } from "./formats/formats.ts";

export interface CheckArguments {
  readonly hosts: readonly string[];
  /** `-`: the standard input. */
  readonly input: string | undefined;
  readonly starttls: StarttlsProtocol | undefined;
  readonly concurrency: number;
  /** Milliseconds. */
  readonly timeout: number;
  readonly ca: string | undefined;
  readonly format: FormatName;
}

/** The command line of `check`, after its name; `"help"` where that was asked for. A problem is a sentence to show. */
export function readCheckArguments(args: readonly string[]): Result<CheckArguments | "help", string> {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    return failure(error instanceof Error ? error.message : String(error));
  }
  const { values, positionals: hosts } = parsed;
  const { help, input, ca, starttls, format = "table" } = values;
  if (help) return success("help");
  if (hosts.length === 0 && input === undefined) return failure("Name a host, or a file of hosts with --input.");
  if (starttls !== undefined && !isStarttlsProtocol(starttls))
    return failure(`--starttls takes one of ${starttlsProtocols.join(", ")}.`);
  if (!isFormatName(format)) return failure(`--format takes one of ${formatNames.join(", ")}.`);
  const concurrency = whole(values.concurrency ?? "32", 1, 1000);
  if (concurrency === undefined) return failure("--concurrency takes a number from 1 to 1000.");
  const { least, most, usual } = timeouts;
  const timeout = whole(values.timeout ?? String(usual), least, most);
  if (timeout === undefined) return failure(`--timeout takes milliseconds from ${least} to ${most}.`);
  for (const host of hosts) {
    const target = readHost(host, starttls);
    if (target === undefined) return failure("An empty host cannot be checked.");
    if (!target.ok) return failure(`${host}: ${hostProblemText(target.problem)}`);
  }
  return success({ hosts, input, starttls, concurrency, timeout, ca, format });
}

const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      input: { type: "string" },
      starttls: { type: "string" },
      concurrency: { type: "string" },
      timeout: { type: "string" },
      ca: { type: "string" },
      format: { type: "string" },
      help: { type: "boolean", short: "h" },
    },
  });

const isFormatName = (text: string): text is FormatName => formatNames.some((name) => name === text);

function whole(text: string, least: number, most: number): number | undefined {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  return number >= least && number <= most ? number : undefined;
}
