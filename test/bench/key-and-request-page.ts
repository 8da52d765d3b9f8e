// The script of the page in which browsers measure: bundled by key-and-request.ts.
import { measureKeyAndRequest } from "./measure-key-and-request.ts";

Object.assign(globalThis, { measureKeyAndRequest });
