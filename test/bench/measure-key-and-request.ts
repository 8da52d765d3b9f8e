import { buildRequest } from "../../shared/request/build-request.ts";
import { generateKeyPair, type KeyChoice } from "../../shared/request/key-parameters.ts";

/** Milliseconds to make one key and its request. Nothing here is Node's: a page measures with the same function. */
export async function measureKeyAndRequest(choice: KeyChoice): Promise<number> {
  const names = [
    { kind: "dns", value: "www.example.com" },
    { kind: "dns", value: "example.com" },
  ] as const;
  const start = performance.now();
  const keys = await generateKeyPair(choice, crypto);
  const request = await buildRequest({ names, keys, choice, crypto });
  const end = performance.now();
  if (!request.ok) throw new Error(request.problem.code);
  return end - start;
}
