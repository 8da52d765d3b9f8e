/**
 * What is installed from Debian's or Ubuntu's archive, by purpose: a program (or the path of a file) that shows the package is there, and the package.
 * `browsers` is what the extension runs in; `tools` are the other people's programs that the tests take as oracles and servers.
 */
export const debianPackages = {
  browsers: [
    { program: "chromium", package: "chromium", for: "the extension in Chromium" },
    { program: "firefox-esr", package: "firefox-esr", for: "the extension in Firefox" },
    { program: "certutil", package: "libnss3-tools", for: "trusting the test authority in Chromium, key files" },
  ],
  tools: [
    { program: "openssl", package: "openssl", for: "reading requests, keys and certificates" },
    { program: "certtool", package: "gnutls-bin", for: "reading them a second time, independently" },
    { program: "icalendar", package: "python3-icalendar", for: "reading exported calendars" },
    { program: "promtool", package: "prometheus", for: "judging exported alert rules" },
    { program: "Xvfb", package: "xvfb", for: "a window in which Chromium asks for site access" },
    { program: "xdotool", package: "xdotool", for: "answering it with the keyboard" },
    { program: "java", package: "default-jdk-headless", for: "opening keys as Java servers do" },
    {
      program: "/usr/lib/python3/dist-packages/cryptography_vectors",
      package: "python3-cryptography-vectors",
      for: "key files that others have collected",
    },
  ],
};

/** @typedef {keyof typeof debianPackages} Purpose */

/**
 * The packages whose program is missing.
 * @param {readonly Purpose[]} purposes
 * @param {(program: string) => boolean} installed
 * @returns {string[]}
 */
export function missingPackages(purposes, installed) {
  return purposes.flatMap((purpose) =>
    debianPackages[purpose].filter((entry) => !installed(entry.program)).map((entry) => entry.package),
  );
}

/**
 * The commands that install packages without a question and without what is only recommended.
 * @param {readonly string[]} packages
 * @returns {{ update: string[], install: string[] }} arguments of apt-get
 */
export function aptCommands(packages) {
  return {
    update: ["-q", "update"],
    install: ["-q", "-y", "--no-install-recommends", "install", ...packages],
  };
}
