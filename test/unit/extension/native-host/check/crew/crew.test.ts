import { describe, expect, it } from "vitest";
import { type CheckRecord, refusedRecord } from "../../../../../../extension/native-host/check/check-record.ts";
import { gatherCrew } from "../../../../../../extension/native-host/check/crew/crew.ts";
import type { Question, Thread, ThreadEvents } from "../../../../../../extension/native-host/check/crew/thread.ts";
import type { Target } from "../../../../../../shared/watch/host-list.ts";

const target = (index: number): Target => ({ host: `h${index}.example`, port: 443 });
const record = ({ host }: Target, by: string): CheckRecord => ({ ...refusedRecord(host, "bad-host"), address: by });

/** A thread that answers when it is told to. */
class FakeThread implements Thread {
  readonly asked: (readonly Question[])[] = [];
  events: ThreadEvents | undefined;
  closed = false;
  ask(questions: readonly Question[]): void {
    this.asked.push(questions);
  }
  listen(events: ThreadEvents): void {
    this.events = events;
  }
  async close(): Promise<void> {
    this.closed = true;
  }
  answerAll(): void {
    const open = this.asked.splice(0).flat();
    this.events?.answered(open.map(({ id, target: one }) => ({ id, record: record(one, "there") })));
  }
}

function crewOf(most: number, worth: number) {
  const threads: FakeThread[] = [];
  const held: (() => void)[] = [];
  const crew = gatherCrew({
    here: (one) => new Promise((resolve) => held.push(() => resolve(record(one, "here")))),
    startThread: () => {
      const thread = new FakeThread();
      threads.push(thread);
      return thread;
    },
    most,
    worth,
  });
  return { crew, threads, held };
}
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe("a crew of threads", () => {
  it("starts none for a short list", async () => {
    const { crew, threads, held } = crewOf(2, 3);
    const asked = [crew.check(target(0)), crew.check(target(1))];
    for (const release of held) release();
    expect(await Promise.all(asked)).toMatchObject([{ address: "here" }, { address: "here" }]);
    expect(threads).toEqual([]);
  });

  it("starts all of them once, and asks them when they are ready, the freest first, in one message a turn", async () => {
    const { crew, threads } = crewOf(2, 2);
    for (let index = 0; index < 4; index++) void crew.check(target(index));
    expect(threads.length).toBe(2);
    for (const { events } of threads) events?.ready();
    for (let index = 4; index < 10; index++) void crew.check(target(index));
    await turn();
    expect(threads.map(({ asked }) => asked.map((batch) => batch.map(({ target: { host } }) => host)))).toEqual([
      [["h4.example", "h6.example", "h8.example"]],
      [["h5.example", "h7.example", "h9.example"]],
    ]);
  });

  it("gives each answer to whom it belongs", async () => {
    const { crew, threads, held } = crewOf(1, 1);
    void crew.check(target(0));
    threads[0]?.events?.ready();
    const there = crew.check(target(1));
    const here = crew.check(target(2));
    await turn();
    threads[0]?.answerAll();
    expect(await there).toMatchObject({ host: "h1.example", address: "there" });
    for (const release of held) release();
    expect(await here).toMatchObject({ host: "h2.example", address: "here" });
  });

  it("checks here what a thread had that ended, and asks it no more", async () => {
    const { crew, threads, held } = crewOf(1, 1);
    void crew.check(target(0));
    threads[0]?.events?.ready();
    const lost = crew.check(target(1));
    await turn();
    threads[0]?.events?.ended();
    const after = crew.check(target(2));
    for (const release of held) release();
    expect(await Promise.all([lost, after])).toMatchObject([
      { host: "h1.example", address: "here" },
      { host: "h2.example", address: "here" },
    ]);
  });

  it("ends them", async () => {
    const { crew, threads, held } = crewOf(3, 1);
    void crew.check(target(0));
    threads[0]?.events?.ready();
    void crew.check(target(1));
    await turn();
    await crew.close();
    for (const { events } of threads) events?.ended();
    expect(held.length).toBe(1);
    expect(threads.map(({ closed }) => closed)).toEqual([true, true, true]);
  });
});
