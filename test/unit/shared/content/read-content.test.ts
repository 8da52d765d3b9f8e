import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { contentFolder } from "../../../../extension/content/content-folder.ts";
import { writeContent } from "../../../../extension/content/write-content.ts";
import { describeContentProblem } from "../../../../shared/guide/content.ts";
import { tasks } from "../../../../shared/guide/guide.ts";
import { guideDigest } from "../../../../shared/guide/parse-evidence.ts";
import { type ContentFiles, readContent } from "../../../../shared/guide/read-content.ts";

const published = join(import.meta.dirname, "../../../../shared/content");

/** The published content with some files put over it, or taken away (`undefined`). */
function changed(files: Readonly<Record<string, string | undefined>>): ContentFiles {
  const below = contentFolder(published);
  return {
    list: async () =>
      [...new Set([...(await below.list()), ...Object.keys(files)])].filter(
        (file) => !(file in files) || files[file] !== undefined,
      ),
    read: async (file) => files[file] ?? (await below.read(file)),
  };
}

async function problemsOf(files: Readonly<Record<string, string | undefined>>): Promise<readonly string[]> {
  const content = await readContent(changed(files));
  return content.ok ? [] : content.problem.map(describeContentProblem);
}

const original = (file: string): Promise<string> => readFile(join(published, file), "utf8");

const guide = (task: string): string =>
  `---\ntitle: ${task}\ndescription: d\nversions: all\ntokens: []\nsources: [{ title: t, url: https://a.de/, checked: "2026-11-22" }]\nreviewed: "2026-11-22"\n---\nText.\n`;
const platform =
  "---\nname: Caddy\nsummary: s\nkeywords: []\nports: [{ port: 443 }]\nformats: [fullchain]\norderFormName: Other\n---\n";
const caddy = Object.fromEntries([
  ["platforms/caddy.md", platform],
  ...tasks.map((task) => [`guides/caddy/${task}.md`, guide(task)]),
]);

test("what is published has no mistake, and a guide for every task of every platform", async () => {
  const content = await readContent(contentFolder(published));
  expect(content.ok ? [] : content.problem.map(describeContentProblem)).toEqual([]);
  if (!content.ok) return;
  for (const { id, without } of content.value.platforms) {
    const there = content.value.guides.filter((of) => of.platform === id).map(({ task }) => task);
    expect(new Set([...there, ...Object.keys(without ?? {})])).toEqual(new Set(tasks));
  }
});

describe("a new file appears by itself", () => {
  test("a platform with its guides", async () => {
    const content = await readContent(changed(caddy));
    expect(content.ok && content.value.platforms.map(({ id }) => id)).toContain("caddy");
    expect(content.ok && content.value.guides.filter((of) => of.platform === "caddy")).toHaveLength(tasks.length);
  });

  test("an authority", async () => {
    const authority = (await original("authorities/sectigo.md")).replaceAll("Sectigo Limited", "New Limited");
    const content = await readContent(changed({ "authorities/new.md": authority }));
    expect(content.ok && content.value.authorities.map(({ id }) => id)).toContain("new");
  });
});

describe("what no file shows by itself", () => {
  test.each<[string, Readonly<Record<string, string | undefined>>, string]>([
    [
      "a task without its guide",
      { ...caddy, "guides/caddy/backup.md": undefined },
      "platforms/caddy.md:1: There is no guides/caddy/backup.md",
    ],
    [
      "guides without their platform",
      { ...caddy, "platforms/caddy.md": undefined },
      "guides/caddy/csr.md:1: There is no platforms/caddy.md.",
    ],
    [
      "an excuse that is not needed",
      { ...caddy, "platforms/caddy.md": platform.replace("formats", 'without: { csr: "No." }\nformats') },
      '"without" says that there is no guide for csr',
    ],
    ["advice that is missing", { "advice/unknown.md": undefined }, "advice/unknown.md:1: This file is missing."],
    [
      "a link to a guide that is not there",
      { ...caddy, "guides/caddy/csr.md": `${guide("csr")}\n[x](/guides/caddy/renew/)\n` },
      "guides/caddy/csr.md:1: The link to /guides/caddy/renew/ leads to no page.",
    ],
    ["a file in no folder", { "notes.md": "x" }, "notes.md:1: No content belongs here"],
    ["a folder that does not exist", { "authority/x.md": "x" }, "authority/x.md:1: No content belongs here"],
    [
      "evidence of nothing",
      { "evidence/nginx.json": "{" },
      "evidence/nginx.json:1: This is no evidence of the guide runner: it is not JSON.",
    ],
    [
      "a pattern that can run away",
      { "authorities/new.md": "---\nname: x\nissuers: [{ cn: (a+)+ }]\n---\n" },
      'authorities/new.md:3: The field "issuers.0.cn" repeats a group',
    ],
    [
      "an issuer known by its organisation alone",
      { "authorities/new.md": "---\nissuers: [{ o: DigiCert Inc }]\n---\n" },
      'The field "issuers.0" must have a pattern for cn.',
    ],
    [
      "steps for the runner where nothing runs",
      {
        "advice/unknown.md":
          "---\ntitle: t\nsummary: s\nsources: [{ title: t, url: https://a.de/, checked: '2026-11-22' }]\nreviewed: '2026-11-22'\n---\n```sh run id=a\nls\n```\n",
      },
      "advice/unknown.md:1: Nothing is executed here",
    ],
  ])("%s", async (_, files, message) => {
    expect((await problemsOf(files)).join("\n")).toContain(message);
  });

  test("a task may be missing where the platform says why", async () => {
    const excused = platform.replace("formats", 'without: { csr: "It makes its own." }\nformats');
    expect(await problemsOf({ ...caddy, "platforms/caddy.md": excused, "guides/caddy/csr.md": undefined })).toEqual([]);
  });
});

describe("evidence belongs to one text", () => {
  const evidence = (digest: string): string =>
    JSON.stringify({
      platform: "caddy",
      server: "caddy 2.6",
      distribution: "Debian 12",
      date: "2026-11-22",
      points: ["old"],
      guides: { csr: digest },
    });
  const attached = async (digest: string): Promise<readonly string[]> => {
    const content = await readContent(changed({ ...caddy, "evidence/caddy.json": evidence(digest) }));
    return content.ok
      ? content.value.guides
          .filter((of) => of.platform === "caddy" && of.evidence !== undefined)
          .map((of) => `${of.platform}/${of.task}`)
      : ["failed"];
  };

  test("the text that was executed has it, its neighbours do not", async () => {
    expect(await attached(await guideDigest(guide("csr")))).toEqual(["caddy/csr"]);
  });

  test("a text that was changed since has none", async () => {
    expect(await attached(await guideDigest(`${guide("csr")} `))).toEqual([]);
  });
});

describe("the compiled files", () => {
  let folder = "";
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "content-"));
    await cp(published, join(folder, "content"), { recursive: true });
  });
  afterEach(() => rm(folder, { recursive: true }));

  test("hold the content, and the distrusted issuers apart", async () => {
    const written = await writeContent(join(folder, "content"), join(folder, "out"));
    const read = async (name: string): Promise<unknown> =>
      JSON.parse(await readFile(join(folder, "out", name), "utf8"));
    expect(await read("content.json")).toEqual(written.ok && JSON.parse(JSON.stringify(written.value)));
    expect(await read("distrust.json")).toMatchObject([{ issuer: "Entrust", after: "2024-11-11" }]);
  });

  test("are not written when anything is wrong", async () => {
    await writeFile(join(folder, "content/guides/nginx/install.md"), "No front matter.");
    const written = await writeContent(join(folder, "content"), join(folder, "out"));
    expect(written.ok ? [] : written.problem.map(describeContentProblem)).toEqual([
      "guides/nginx/install.md:1: The file does not begin with front matter between two --- lines.",
    ]);
    await expect(readFile(join(folder, "out/content.json"))).rejects.toThrow("ENOENT");
  });
});
