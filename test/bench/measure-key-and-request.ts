import { buildRequest } from "../../shared/request/build-request.ts";
import { generateKeyPair, type KeyChoice } from "../../shared/request/key-parameters.ts";

/** The middle of some figures: a single slow prime search does not move it. */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((one, other) => one - other);
  const half = Math.floor(sorted.length / 2);
  const [low = Number.NaN, high = low] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[half]];
  return (low + high) / 2;
}

/**
 * Makes a key and its request `runs` times, one after the other, and gives the milliseconds of each run. Nothing here
 * is Node's: a page measures with the same function.
 */
export async function measureKeyAndRequest(
  choice: KeyChoice,
  runs: number,
  clock: () => number = () => performance.now(),
): Promise<readonly number[]> {
  const names = [
    { kind: "dns", value: "www.example.com" },
    { kind: "dns", value: "example.com" },
  ] as const;
  const figures: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const start = clock();
    const keys = await generateKeyPair(choice, crypto);
    const request = await buildRequest({ names, keys, choice, crypto });
    figures.push(clock() - start);
    if (!request.ok) throw new Error(request.problem.code);
  }
  return figures;
}
