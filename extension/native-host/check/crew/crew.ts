import type { Target } from "../../../../shared/watch/host-list.ts";
import type { CheckRecord } from "../check-record.ts";
import type { Checker } from "./checker.ts";
import type { Question, Thread } from "./thread.ts";

/** Several threads that check hosts as if they were one. */
export interface Crew {
  readonly check: Checker;
  /** Ends the threads; nobody waits any more for what they still had. */
  close(): Promise<void>;
}

interface Joining {
  /** Checks in this thread: all of a short list, and its share of a long one. */
  readonly here: Checker;
  readonly startThread: () => Thread;
  /** How many threads besides this one. */
  readonly most: number;
  /** The threads are worth their start from so many hosts on. */
  readonly worth: number;
}

/** One thread and what it has been given. */
interface Member {
  readonly thread: Thread;
  readonly open: Map<number, { readonly target: Target; readonly resolve: (record: CheckRecord) => void }>;
  /** What goes to it when this turn of the event loop ends: one message for many hosts. */
  batch: Question[];
  ready: boolean;
}

/**
 * Checks in this thread, and beside it in others as soon as the list turns out to be long and they have started. A thread
 * that ends before its time costs nothing but its speed: its hosts are checked here.
 */
export function gatherCrew({ here, startThread, most, worth }: Joining): Crew {
  const members = new Set<Member>();
  let asked = 0;
  let nextId = 0;
  let openHere = 0;
  let closed = false;

  const join = (): void => {
    const thread = startThread();
    const member: Member = { thread, open: new Map(), batch: [], ready: false };
    members.add(member);
    thread.listen({
      ready: () => {
        member.ready = true;
      },
      answered: (answers) => {
        for (const { id, record } of answers) {
          member.open.get(id)?.resolve(record);
          member.open.delete(id);
        }
      },
      ended: () => {
        members.delete(member);
        if (closed) return;
        for (const { target, resolve } of member.open.values()) void checkHere(target).then(resolve);
        member.open.clear();
      },
    });
  };
  const checkHere = (target: Target): Promise<CheckRecord> => {
    openHere++;
    return here(target).finally(() => openHere--);
  };
  const checkThere = (member: Member, target: Target): Promise<CheckRecord> =>
    new Promise((resolve) => {
      const id = nextId++;
      member.open.set(id, { target, resolve });
      if (member.batch.push({ id, target }) > 1) return;
      setImmediate(() => {
        const questions = member.batch;
        member.batch = [];
        member.thread.ask(questions);
      });
    });

  return {
    check: (target) => {
      if (++asked === worth) for (let count = 0; count < most; count++) join();
      let freest: Member | undefined;
      for (const member of members)
        if (member.ready && member.open.size < (freest?.open.size ?? openHere)) freest = member;
      return freest === undefined ? checkHere(target) : checkThere(freest, target);
    },
    close: async () => {
      closed = true;
      await Promise.all([...members].map(({ thread }) => thread.close()));
    },
  };
}
