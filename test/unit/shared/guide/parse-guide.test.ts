import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { describeContentProblem } from "../../../../shared/guide/content.ts";
import type { GuideBlock } from "../../../../shared/guide/guide.ts";
import { parseGuide } from "../../../../shared/guide/parse-guide.ts";

const front = (tokens = "[]"): readonly string[] => [
  "---",
  "title: Install",
  "description: How.",
  "versions: all",
  `tokens: ${tokens}`,
  "sources:",
  "  - { title: Manual, url: https://nginx.org/, checked: '2026-11-22' }",
  "reviewed: '2026-11-22'",
  "---",
];
const first = front().length + 1;

const parse = (body: string, tokens?: string) =>
  parseGuide("guides/nginx/install.md", [...front(tokens), body].join("\n"));

function blocksOf(body: string, tokens?: string): readonly GuideBlock[] {
  const guide = parse(body, tokens);
  if (!guide.ok) throw new Error(guide.problem.map(describeContentProblem).join("\n"));
  return guide.value.blocks;
}

function problemsOf(body: string, tokens?: string): readonly string[] {
  const guide = parse(body, tokens);
  return guide.ok ? [] : guide.problem.map(({ line, message }) => `${line - first + 1}: ${message}`);
}

describe("a guide that keeps to the rules", () => {
  test("gives its path, its front matter and its blocks", () => {
    const guide = parse("Text.");
    expect(guide).toEqual({
      ok: true,
      value: {
        platform: "nginx",
        task: "install",
        title: "Install",
        description: "How.",
        versions: "all",
        tokens: [],
        sources: [{ title: "Manual", url: "https://nginx.org/", checked: "2026-11-22" }],
        reviewed: "2026-11-22",
        blocks: [{ kind: "paragraph", children: [{ kind: "text", text: "Text." }] }],
      },
    });
  });

  test("code says what it is for, with the line it stands in", () => {
    const body = [
      '```sh title="Look" run id="check" expect-fail-when="mismatched-key"',
      "nginx -t",
      "```",
      '```nginx file="/etc/nginx/a.conf"',
      "a b;",
      "```",
      "```text output",
      "ok",
      "```",
      '```powershell run=false reason="appliance"',
      "Get-It",
      "```",
    ].join("\n");
    expect(blocksOf(body)).toEqual([
      {
        kind: "code",
        language: "sh",
        title: "Look",
        meaning: { kind: "run", id: "check", expectFailureWhen: "mismatched-key" },
        text: "nginx -t",
        line: first,
      },
      {
        kind: "code",
        language: "nginx",
        meaning: { kind: "file", path: "/etc/nginx/a.conf" },
        text: "a b;",
        line: first + 3,
      },
      { kind: "code", language: "text", meaning: { kind: "output" }, text: "ok", line: first + 6 },
      {
        kind: "code",
        language: "powershell",
        meaning: { kind: "shown", reason: "appliance" },
        text: "Get-It",
        line: first + 9,
      },
    ]);
  });

  test("asides stand alone, against a paragraph, and in a step", () => {
    const body = [
      "Before.",
      ":::caution[Take care]",
      "Inside, with `code`.",
      ":::",
      "1. A step.",
      "",
      "   :::note",
      "   - Deep.",
      "   :::",
      "",
      "2. The next.",
    ].join("\n");
    expect(blocksOf(body)).toEqual([
      { kind: "paragraph", children: [{ kind: "text", text: "Before." }] },
      {
        kind: "note",
        tone: "caution",
        title: "Take care",
        children: [
          {
            kind: "paragraph",
            children: [
              { kind: "text", text: "Inside, with " },
              { kind: "code", text: "code" },
              { kind: "text", text: "." },
            ],
          },
        ],
      },
      {
        kind: "list",
        ordered: true,
        items: [
          [
            { kind: "paragraph", children: [{ kind: "text", text: "A step." }] },
            {
              kind: "note",
              tone: "note",
              children: [
                {
                  kind: "list",
                  ordered: false,
                  items: [[{ kind: "paragraph", children: [{ kind: "text", text: "Deep." }] }]],
                },
              ],
            },
          ],
          [{ kind: "paragraph", children: [{ kind: "text", text: "The next." }] }],
        ],
      },
    ]);
  });

  test("an aside's lines inside a code block are code", () => {
    expect(blocksOf("```md run=false reason=excerpt\n:::note\n:::\n```")).toMatchObject([
      { kind: "code", text: ":::note\n:::" },
    ]);
  });

  test("headings get the ids that the help center gives them", () => {
    expect(blocksOf("## Before you start\n\n### It's done, isn't it? (nginx 1.22)")).toEqual([
      { kind: "heading", depth: 2, text: "Before you start", id: "before-you-start" },
      { kind: "heading", depth: 3, text: "It's done, isn't it? (nginx 1.22)", id: "its-done-isnt-it-nginx-122" },
    ]);
  });

  test("links go to the web and to other pages", () => {
    expect(blocksOf("[a](https://nginx.org/en/) [b](/nginx/verify/#look) **c *d***")).toMatchObject([
      {
        children: [
          { kind: "link", href: "https://nginx.org/en/" },
          { kind: "text" },
          { kind: "link", href: "/nginx/verify/#look" },
          { kind: "text" },
          { kind: "strong", children: [{ kind: "text" }, { kind: "emphasis" }] },
        ],
      },
    ]);
  });

  test("tokens are found in code, in text and in a file's path", () => {
    const body = 'See `www.example.com`.\n\n```conf file="/etc/a/www.example.com.crt"\nx\n```';
    expect(blocksOf(body, "[domain, file]")).toHaveLength(2);
  });
});

describe("what is wrong is named with its line", () => {
  test.each([
    ["<b>x</b>", "1: HTML is not supported"],
    ["\n<div>\n</div>", "2: HTML is not supported"],
    ["![x](https://a.de/x.png)", "1: Images are not supported yet"],
    ["# One", "1: A heading has two or three #"],
    ["#### Four", "1: A heading has two or three #"],
    ["###### aside", "1: A heading has two or three #"],
    ["## A\n\n## A", '3: There is another heading with the id "a"'],
    ["## 1. Copy", "1: Headings are not numbered"],
    ["## Step 2: Copy", "1: Headings are not numbered"],
    ["## Schlüssel", "1: A heading is plain ASCII"],
    ["## With `code`", "1: A heading is plain ASCII"],
    ["> quote", "1: Quotations are not supported"],
    ["a\n\n---\n\nb", "3: Rules are not supported"],
    ["a  \nb", "1: A hard line break is not supported"],
    ["[a][b]\n\n[b]: https://a.de/", "1: Reference links are not supported"],
    ["| a | b |\n|---|---|\n| c | d |", "1: Tables are not supported"],
    ["See https://nginx.org/ there.", "1: A bare address is not a link everywhere"],
    ["Write to me@host.de.", "1: A bare e-mail address"],
    ["~~old~~", "1: Struck-out text"],
    ["x[^1]", "1: Footnotes are not supported"],
    ["- [ ] task", "1: Task lists are not supported"],
    ["[a](http://nginx.org/)", '1: The link "http://nginx.org/" is neither'],
    ["[a](//nginx.org/)", '1: The link "//nginx.org/" is neither'],
    ["[a](javascript:alert(1))", '1: The link "javascript:alert(1)" is neither'],
    ["[a](/nginx/verify)", '1: The link "/nginx/verify" is neither'],
    ["[a](verify.md)", '1: The link "verify.md" is neither'],
    ["[a](https://www.example.com/)", "1: A link cannot be personalised"],
    ["1. a\n\n```sh run id=x\nls\n```\n\n2. b", "7: This list starts at 2"],
    ["```sh\nls\n```", "1: The code block does not say what it is for"],
    ["```\nls\n```", "1: A code block needs a language"],
    ["    ls", "1: A code block needs a language"],
    ["```sh run\nls\n```", "1: The code block does not say what it is for"],
    ["```sh run id=A\nls\n```", "1: The id of a step must be"],
    ["```sh run id=a output\nls\n```", "1: The code block does not say"],
    ["```sh run=false\nls\n```", "1: The code block does not say"],
    ["```sh run=false reason=lazy\nls\n```", "1: The reason of run=false must be one of appliance, gui"],
    ["```sh run id=a id=b\nls\n```", '1: The code block says "id" twice'],
    ['```sh run id="a\nls\n```', "1: The code block's first line cannot be read"],
    ["```nginx file=a.conf\nx\n```", '1: file="…" must be the whole path'],
    ["```sh run id=a\nls\n```\n\n```sh run id=a\nls\n```", '5: There is another step with the id "a"'],
    ["```sh run id=a\n$ ls\n```", "1: Leave the prompt"],
    ["```sh run id=a\n```", "1: The code block is empty"],
    ["```sh run id=a\nchmod 777 /x\n```", "1: chmod 777"],
    ["```sh run id=a\ncurl -s https://x.de | sudo sh\n```", "1: No script from the network"],
    [":::warning\nx\n:::", "1: An aside begins with :::note"],
    [":::note\nx", "1: The aside has no end"],
    ["x\n\n:::", "3: This ::: ends no aside"],
    [":::note\n:::", "1: The aside is empty"],
    [":::note\na\n\n:::tip\nb\n:::\n:::", "4: An aside cannot stand in another one"],
    ["1. a\n\n   :::note\n   b\n:::", "3: The aside has no end"],
  ])("%j", (body, message) => {
    expect(problemsOf(body)[0]).toContain(message);
  });

  test.each([
    ["`www.example.com`", "[]", 'The page uses the token "domain": add it'],
    ["`www.example.com.key`", "[domain]", 'The page uses the token "file": add it'],
    ["Text.", "[domain]", 'The page does not use the token "domain"'],
    ["`www.example.com`", "[domain, domain]", '"tokens" names "domain" twice'],
    ["`example.com`", "[]", '"example.com" is no token'],
    ["`*.example.com`", "[]", '"*.example.com" is no token'],
    ["`mail.www.example.com`", "[]", '"mail.www.example.com" is no token'],
    ["`www.example.com-old`", "[]", '"www.example.com-old" is no token'.slice(0, 16)],
    ["`{{domain}}`", "[]", '"{{domain}}" is no token'],
    ["`__DOMAIN__`", "[]", '"__DOMAIN__" is no token'],
    ["`YOUR_DOMAIN`", "[]", '"YOUR_DOMAIN" is no token'],
    ["See www.example.com.", "[domain]", "Put www.example.com into `code`"],
    ["```sh run id=a\nls mail.example.org\n```", "[]", '"mail.example.org" is no token'],
  ])("%j with tokens %s", (body, tokens, message) => {
    expect(problemsOf(body, tokens).join("\n")).toContain(message);
  });

  test("all of it at once, in the order of lines", () => {
    expect(problemsOf("<b>\n\n> x\n\n# y").map((text) => text[0])).toEqual(["1", "3", "5"]);
  });
});

describe("front matter", () => {
  const withLine = (from: string, to: string): string => [...front(), "Text."].join("\n").replace(from, to);
  test.each([
    ["title: Install", "", 'install.md:1: The field "title" is missing.'],
    ["title: Install", "title: 7", 'install.md:2: The field "title" must be a text of one line.'],
    ["versions: all", "version: all", 'install.md:4: There is no field "version".'],
    ["tokens: []", "tokens: [host]", 'install.md:5: The field "tokens.0" is no token; there are domain, file.'],
    ["tokens: []", "tokens: domain", 'install.md:5: The field "tokens" must be a list.'],
    ["https://nginx.org/", "http://nginx.org/", 'install.md:7: The field "sources.0.url" must be an https address.'],
    [
      "reviewed: '2026-11-22'",
      "reviewed: 2026-13-01",
      'install.md:8: The field "reviewed" must be a date like "2026-11-22".',
    ],
    ["title: Install", "title: [", "install.md:3: The front matter is not YAML"],
    ["title: Install", "title: a\ntitle: b", "install.md:3: The front matter is not YAML"],
    ["---\n", "", "install.md:1: The file does not begin with front matter"],
  ])("%j → %j", (from, to, message) => {
    const guide = parseGuide("guides/nginx/install.md", withLine(from, to));
    expect(guide.ok ? [] : guide.problem.map(describeContentProblem).join("\n")).toContain(message);
  });

  test("Windows line endings are read alike", () => {
    const guide = parseGuide("guides/nginx/install.md", [...front(), ":::note", "Text.", ":::"].join("\r\n"));
    expect(guide.ok ? guide.value.blocks : guide.problem).toMatchObject([{ kind: "note" }]);
  });

  test.each(["guides/nginx/renew.md", "guides/nginx.md", "guides/NGINX/csr.md", "guides/a/b/csr.md"])(
    "%s is no guide",
    (file) => {
      expect(parseGuide(file, [...front(), "Text."].join("\n")).ok).toBe(false);
    },
  );
});

test("no text makes it throw", () => {
  const piece = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom(
      "\n",
      ":::note\n",
      ":::\n",
      "```sh run id=a\n",
      "```\n",
      "   ",
      "1. ",
      "- ",
      "## ",
      "---\n",
      "`www.example.com`",
      "> ",
      "<!--",
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const guide = parse(pieces.join(""));
      if (!guide.ok)
        for (const { line, message } of guide.problem) expect([line > 0, message.length > 0]).toEqual([true, true]);
    }),
    { numRuns: 500 },
  );
});
