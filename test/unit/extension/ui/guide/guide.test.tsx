// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from "vitest";
import { GuideView } from "../../../../../extension/src/ui/guide/guide.tsx";
import { type GuideState, guideSubject } from "../../../../../extension/src/ui/guide/guide-state.ts";
import { guideTexts as texts } from "../../../../../extension/src/ui/messages/en/guide.ts";
import type { Content } from "../../../../../shared/guide/content.ts";
import { click, draw, type } from "../draw.ts";
import { content, guide } from "./guide-fixtures.ts";

const values = { domain: "shop.example.net", file: "shop" };

const drawGuide = (
  asked: string | null,
  state: GuideState = { values },
  all: Content = content,
  onValues = (_: GuideState) => {},
) =>
  draw(
    <GuideView
      subject={guideSubject(asked, all)}
      state={state}
      platforms={all.platforms}
      linkTo={(platform, task) => `guide.html?p=${platform}/${task}`}
      chooser="guide.html"
      onValues={onValues}
    />,
  );

afterEach(() => vi.unstubAllGlobals());

describe("a guide in the extension", () => {
  it("stands with the user's values in prose, in code and in the names of files", () => {
    const text = drawGuide("nginx/install").querySelector(".guide-body")?.textContent ?? "";
    for (const each of [
      "Your site shop.example.net with shop.key",
      "cp shop.key /x",
      "curl https://shop.example.net/",
      "File /etc/shop.example.net",
    ]) {
      expect(text).toContain(each);
    }
    expect(text).not.toContain("www.example.com");
  });

  it("reads well without any values", () => {
    expect(drawGuide("nginx/install", { values: {} }).textContent).toContain("cp www.example.com.key /x");
  });

  it("copies the text with the values in it, and no button for what is only printed", async () => {
    const writeText = vi.fn(async (_: string) => {});
    vi.stubGlobal("navigator", { clipboard: { writeText } });
    const buttons = [...drawGuide("nginx/install").querySelectorAll<HTMLElement>("figcaption button")];
    for (const button of buttons) await click(button);
    expect(writeText.mock.calls.map(([text]) => text)).toEqual([
      "cp shop.key /x\ncurl https://shop.example.net/",
      "server_name shop.example.net;",
      "reload",
    ]);
  });

  it("says what each block is", () => {
    const captions = [...drawGuide("nginx/install").querySelectorAll("figcaption > span:first-child")].map(
      (each) => each.textContent,
    );
    expect(captions).toEqual(["sh", texts.fileNamed("/etc/shop.example.net"), texts.output, texts.shown.appliance]);
  });

  it("keeps its links in the extension where it has the page, and leaves words where it has not", () => {
    const links = [...drawGuide("nginx/install").querySelectorAll(".guide-body a")].map((a) => [
      a.textContent,
      a.getAttribute("href"),
    ]);
    expect(links).toEqual([
      ["outside", "https://nginx.example/docs"],
      ["a guide", "/tabs/guide.html?p=nginx/verify"],
    ]);
  });

  it.each([
    [
      "executed",
      {
        ...guide,
        evidence: {
          platform: "nginx",
          server: "nginx 1.22.1",
          distribution: "Debian 12",
          date: "2026-11-22",
          points: ["It served the new one."],
          guides: {},
        },
      },
      ["Executed on nginx 1.22.1, Debian 12,", "It served the new one."],
    ],
    ["only read", guide, ["Not executed by us."]],
  ])("shows its evidence when it was %s", (_, given, expected) => {
    const text = drawGuide("nginx/install", { values }, { ...content, guides: [given] }).querySelector(
      ".evidence",
    )?.textContent;
    for (const each of expected) expect(text).toContain(each);
  });

  it("has a tab for every task, and marks its own", () => {
    const root = drawGuide("nginx/install");
    expect([...root.querySelectorAll(".tabs a")].map((a) => a.getAttribute("href"))).toEqual([
      "guide.html?p=nginx/csr",
      "guide.html?p=nginx/backup",
      "guide.html?p=nginx/install",
      "guide.html?p=nginx/verify",
      "guide.html?p=nginx/restore",
      "guide.html",
    ]);
    expect(root.querySelector("[aria-current=page]")?.textContent).toBe(texts.tasks.install);
  });

  it("says why there is no guide for a task", () => {
    expect(drawGuide("nginx/restore").textContent).toContain("It keeps no earlier state.");
  });

  it("says that a link was refused, and why", () => {
    const text = drawGuide("nginx/install", { values: {}, refused: "bad-value" }).textContent;
    expect(text).toContain(texts.refused);
    expect(text).toContain(texts.fragmentProblems["bad-value"]);
  });

  it.each([
    ["a.example; reboot", texts.badDomain],
    ["*.example.net", texts.badDomain],
    ["<b>", texts.badDomain],
  ])("does not take the host %j, which would end in commands", (typed, told) => {
    const onValues = vi.fn();
    const root = drawGuide("nginx/install", { values: {} }, content, onValues);
    type(root.querySelector(".values input"), typed);
    expect(root.textContent).toContain(told);
    expect(onValues).toHaveBeenLastCalledWith({ values: expect.not.objectContaining({ domain: expect.anything() }) });
  });

  it("lets the file's name follow the host's until it has one of its own", () => {
    const onValues = vi.fn();
    const root = drawGuide("nginx/install", { values: { domain: "a.example", file: "a.example" } }, content, onValues);
    const [domain, file] = root.querySelectorAll(".values input");
    type(domain ?? null, "b.example");
    expect(onValues).toHaveBeenLastCalledWith({ values: { domain: "b.example", file: "b.example" } });
    type(file ?? null, "mine");
    type(domain ?? null, "c.example");
    expect(onValues).toHaveBeenLastCalledWith({ values: { domain: "c.example", file: "mine" } });
  });
});

describe("the chooser", () => {
  it("searches, and says when nothing is found", () => {
    const root = drawGuide(null);
    expect(root.querySelectorAll(".platforms li")).toHaveLength(2);
    type(root.querySelector("input"), "reverse");
    expect(root.querySelector(".platforms")?.textContent).toContain("nginx");
    expect(root.querySelectorAll(".platforms li")).toHaveLength(1);
    type(root.querySelector("input"), "zzz");
    expect(root.textContent).toContain(texts.nothingFound);
  });

  it("says that a guide is missing, and marks the suggestion", () => {
    const root = drawGuide("iis/install", { values: {}, suggestion: "nginx" });
    expect(root.textContent).toContain(texts.missing);
    expect(root.querySelector(".platforms li")?.textContent).toContain(texts.suggested);
  });
});
