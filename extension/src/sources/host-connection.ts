import { type HostReply, type HostRequest, protocolVersion, timeouts } from "../../../shared/native-host/protocol.ts";
import { readHostReply } from "../../../shared/native-host/read-reply.ts";
import { failure, type Result, success } from "../../../shared/result.ts";
import type { Target } from "../../../shared/watch/host-list.ts";
import type { HostPort, OpenPort } from "../platform/native-host.ts";
import type { HostState } from "../store/host-state.ts";

/** What ends the connection: the browser's word, or ours about a host that does not keep to the protocol. */
type Fault = Exclude<HostState["kind"], "works">;
export type HostProblem = Fault | "resting" | "cancelled" | "refused" | "closed";

type Question = { readonly type: "hello" } | ({ readonly type: "check" } & Target);
type Answer<Q extends Question> = Q["type"] extends "hello"
  ? Extract<HostReply, { type: "hello" }>
  : Extract<HostReply, { type: "checked" | "failed" }>;

export interface HostConnection {
  hello(): Promise<Result<Answer<{ type: "hello" }>, HostProblem>>;
  /** Ends with `cancelled` when the signal says so. */
  check(target: Target, signal: AbortSignal): Promise<Result<CheckAnswer, HostProblem>>;
  /** Ends the host; the next question starts it again. What was open fails with `fault`, which is then reported. */
  close(fault?: Fault): void;
}
type CheckAnswer = Extract<HostReply, { type: "checked" | "failed" }>;

interface Parts {
  readonly open: OpenPort;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly changed: (state: HostState) => void;
}

/**
 * An open port keeps a Chromium worker alive for ever, and a process: neither is kept for a user who reads one page. Who goes
 * from page to page finds both running, which is ten times as quick. As long as Chromium itself lets a worker idle.
 */
const idleTime = 30_000;
/** The host ends a check itself within `timeouts.usual`; its start takes a slow machine seconds. */
const patience = timeouts.usual + 5_000;
/** After a failure, doubling; the longest is what somebody who has just installed the host would wait. */
const rests = { first: 1_000, longest: 30_000 } as const;

interface Waiting {
  readonly question: Question["type"];
  readonly since: number;
  /** Already settled here; its late answer is no stranger. */
  givenUp: boolean;
  readonly timer: ReturnType<typeof setTimeout>;
  readonly settle: (result: Result<HostReply, HostProblem>) => void;
}

/** A connection to the native host that opens itself when something is asked, and closes when nothing is. */
export function connectHost({ open, now, changed }: Parts): HostConnection {
  const waiting = new Map<number, Waiting>();
  let port: HostPort | undefined;
  let idle: ReturnType<typeof setTimeout> | undefined;
  let nextId = 0;
  let failures = 0;
  let restsUntil = 0;
  let heardAt = 0;

  const drop = (why: HostProblem): void => {
    const [closing, cut] = [port, [...waiting.values()]];
    port = undefined;
    waiting.clear();
    clearTimeout(idle);
    closing?.close();
    for (const { timer, settle } of cut) {
      clearTimeout(timer);
      settle(failure(why));
    }
  };
  const fail = (kind: Fault): void => {
    restsUntil = now() + Math.min(rests.longest, rests.first * 2 ** failures);
    failures += 1;
    drop(kind);
    changed({ kind });
  };
  const restWhenIdle = (): void => {
    clearTimeout(idle);
    if ([...waiting.values()].every(({ givenUp }) => givenUp)) idle = setTimeout(() => drop("closed"), idleTime);
  };

  const take = (message: unknown): void => {
    heardAt = now();
    const reply = readHostReply(message);
    const one = reply?.id === undefined ? undefined : waiting.get(reply.id);
    if (reply?.id === undefined || one === undefined || !suits(reply, one.question)) {
      fail("garbled");
      return;
    }
    waiting.delete(reply.id);
    clearTimeout(one.timer);
    if (reply.type === "hello") changed({ kind: "works", version: reply.version });
    else failures = 0;
    one.settle(reply.type === "refused" ? failure("refused") : success(reply));
    restWhenIdle();
  };

  const post = (request: HostRequest): void => {
    try {
      port?.send(request);
    } catch {
      fail("ended");
    }
  };

  const giveUp = (id: number, problem: HostProblem): void => {
    const one = waiting.get(id);
    if (one === undefined || one.givenUp) return;
    one.givenUp = true;
    one.settle(failure(problem));
    post({ id: nextId++, type: "cancel", cancels: id });
    restWhenIdle();
  };
  const tooLong = (id: number): void => {
    // A host that answers others is busy; one that says nothing at all does not work.
    if ((waiting.get(id)?.since ?? 0) > heardAt) fail("silent");
    else giveUp(id, "silent");
  };

  const put = (question: Question, signal?: AbortSignal): Promise<Result<HostReply, HostProblem>> =>
    new Promise((settle) => {
      const id = nextId++;
      waiting.set(id, {
        question: question.type,
        since: now(),
        givenUp: false,
        timer: setTimeout(() => tooLong(id), patience),
        settle,
      });
      clearTimeout(idle);
      signal?.addEventListener("abort", () => giveUp(id, "cancelled"), { once: true });
      post({ id, ...question });
    });

  const ready = (): boolean => {
    if (port !== undefined) return true;
    if (now() < restsUntil) return false;
    try {
      const mine = open({
        message: (message) => port === mine && take(message),
        ended: (why) => {
          if (port !== mine) return;
          port = undefined; // it is closed already
          fail(why);
        },
      });
      port = mine;
      heardAt = 0;
      return true;
    } catch {
      fail("ended");
      return false;
    }
  };

  return {
    hello: async () => (ready() ? narrowed(await put({ type: "hello" })) : failure("resting")),
    check: async ({ host, port: on, starttls }, signal) => {
      if (signal.aborted) return failure("cancelled");
      const fresh = port === undefined;
      if (!ready()) return failure("resting");
      // Before the first check, and not waited for: the check goes out with it.
      if (fresh) void put({ type: "hello" });
      return narrowed(
        await put({ type: "check", host, port: on, ...(starttls !== undefined && { starttls }) }, signal),
      );
    },
    close: (fault) => (fault === undefined ? drop("closed") : fail(fault)),
  };
}

/** Whether the reply is one to such a question; another protocol's `hello` is none. */
function suits(reply: HostReply, question: Question["type"]): boolean {
  if (reply.type === "refused") return true;
  return question === "hello"
    ? reply.type === "hello" && reply.protocol === protocolVersion && reply.can.includes("check")
    : reply.type === "checked" || reply.type === "failed";
}

/** `suits` has seen to it that the reply is of the question's kind. */
const narrowed = <R extends HostReply>(result: Result<HostReply, HostProblem>) => result as Result<R, HostProblem>;
