/**
 * npm as it was started (`npm_execpath`), otherwise the one on the PATH.
 * @param {readonly string[]} args
 * @returns {[string, string[]]} program and arguments; `npm.cmd` needs a shell
 */
export function npmCommand(args) {
  const npm = process.env.npm_execpath;
  if (npm?.endsWith("npm-cli.js")) return [process.execPath, [npm, ...args]];
  return [process.platform === "win32" ? "npm.cmd" : "npm", [...args]];
}
