import { getAsset } from "node:sea";
import { runProgram } from "./run-program.ts";

/** Under this name the executable carries its own script, for its threads. */
const script = "notafter.cjs";

void runProgram({ kind: "executable", path: process.execPath, text: () => getAsset(script, "utf8") });
