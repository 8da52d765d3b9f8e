import { fileURLToPath } from "node:url";
import { runProgram } from "./run-program.ts";

await runProgram({ kind: "script", path: fileURLToPath(import.meta.url) });
