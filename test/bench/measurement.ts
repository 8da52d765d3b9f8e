import type { Stage } from "../e2e/stage.ts";

/** What a measurement says: lines for a terminal of 100 columns, and the same figures for programs. */
export interface Figures {
  readonly lines: readonly string[];
  readonly json: Readonly<Record<string, unknown>>;
}

/** One question that the figures answer. */
export interface Measurement {
  /** As on the command line. */
  readonly name: string;
  readonly title: string;
  /** `openStage` gives a stage that the runner closes, should the measurement not come to it. */
  run(openStage: () => Promise<Stage>): Promise<Figures>;
}
