/**
 * Splits the words of `run.mjs [--browsers] [--tools] <script> [args…]`; what follows the script belongs to it.
 * @param {readonly string[]} words the command line without node and run.mjs
 * @returns {{ browsers: boolean, tools: boolean, script: string, rest: string[] } | { problem: string }}
 */
export function parseArguments(words) {
  let browsers = false;
  let tools = false;
  for (const [index, word] of words.entries()) {
    if (word === "--browsers") browsers = true;
    else if (word === "--tools") tools = true;
    else if (word.startsWith("-")) return { problem: `Unknown option ${word}.` };
    else return { browsers, tools, script: word, rest: words.slice(index + 1) };
  }
  return { problem: "No script is named." };
}
