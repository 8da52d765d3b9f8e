import { describe, expect, it } from "vitest";
import { guideOfPage, readGuideChoice } from "../../../../../extension/src/ui/guide/guide-address.ts";
import { findPlatforms, guideSubject } from "../../../../../extension/src/ui/guide/guide-state.ts";
import { rememberValues, takeValues } from "../../../../../extension/src/ui/guide/remembered-values.ts";
import { apache, content, nginx } from "./guide-fixtures.ts";

describe("which guide", () => {
  it.each([
    ["nginx/install", { platform: "nginx", task: "install" }],
    ["nginx", { platform: "nginx", task: "install" }],
    ["nginx/backup/x", undefined],
    ["nginx/burn", undefined],
    ["../etc/install", undefined],
    ["", undefined],
  ])("reads %j", (text, choice) => {
    expect(readGuideChoice(text)).toEqual(choice);
  });

  it.each([
    ["/guides/nginx/verify/", "nginx/verify"],
    ["/guides/nginx/verify/#dates", "nginx/verify"],
    ["/certificate-lifetimes/", undefined],
    ["/guides/nginx/", undefined],
    ["//guides/evil.example/verify/", undefined],
  ])("finds in the link %j the guide %j", (href, found) => {
    expect(guideOfPage(href)).toBe(found);
  });

  it.each([
    [null, { kind: "chooser", missing: false }],
    ["iis/install", { kind: "chooser", missing: true }],
    ["apache/install", { kind: "chooser", missing: true }],
    ["<script>", { kind: "chooser", missing: true }],
    ["nginx/restore", { kind: "task", task: "restore", without: "It keeps no earlier state." }],
    ["nginx/install", { kind: "task", platform: { id: "nginx" }, guide: { title: "Install on nginx" } }],
  ])("shows for %j", (asked, subject) => {
    expect(guideSubject(asked, content)).toMatchObject(subject);
  });

  it.each([
    ["", undefined, ["apache", "nginx"]],
    ["", "nginx", ["nginx", "apache"]],
    ["PROXY reverse", undefined, ["nginx"]],
    ["httpd", undefined, ["apache"]],
    ["nothing", undefined, []],
  ])("finds for “%s” (suggested: %s)", (search, suggestion, ids) => {
    expect(findPlatforms([nginx, apache], search, suggestion).map(({ id }) => id)).toEqual(ids);
  });
});

describe("the values of a link", () => {
  const page = (hash: string, kept?: string) => {
    const replaced: unknown[] = [];
    const stored = new Map<string, string>(kept === undefined ? [] : [["guide", kept]]);
    const storage = {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, value: string) => stored.set(key, value),
    };
    const address = { hash, pathname: "/tabs/guide.html", search: "?p=nginx/install" };
    // As in a browser, the fragment is gone from the address as soon as the history has been told.
    const history = {
      replaceState(_: unknown, __: string, url: string) {
        address.hash = "";
        replaced.push(url);
      },
    };
    const state = takeValues(address as Location, history as unknown as History, storage as unknown as Storage);
    return { state, replaced, stored, storage };
  };

  it("are taken out of the address at once and kept for the tab", () => {
    const { state, replaced, stored } = page("#v=1&d=www.shop.example&f=shop&sugg=nginx");
    expect(state).toEqual({ values: { domain: "www.shop.example", file: "shop" }, suggestion: "nginx" });
    expect(replaced).toEqual(["/tabs/guide.html?p=nginx/install"]);
    expect(stored.get("guide")).toBe("#v=1&d=www.shop.example&f=shop&sugg=nginx");
  });

  it("are gone on with in the tab's next page", () => {
    const { state, replaced } = page("", "#v=1&d=www.shop.example");
    expect(state.values).toEqual({ domain: "www.shop.example" });
    expect(replaced).toEqual([]);
  });

  it.each([
    ["#v=1&d=a;reboot", "bad-value"],
    ["#v=1&d=$(id)", "bad-value"],
    ["#v=1&x=1&x=2", "bad-value"],
    ["#v=2&d=a.example", "unknown-version"],
    ["#v=1&evil=1", "unknown-key"],
  ])("are refused as a whole in %j", (hash, refused) => {
    expect(page(hash).state).toEqual({ values: {}, refused });
  });

  it("that are kept are read as carefully", () => {
    expect(page("", "#v=1&d=`id`").state).toEqual({ values: {}, refused: "bad-value" });
    expect(page("").state).toEqual({ values: {} });
  });

  it("that were typed are kept, a wildcard's name among them", () => {
    const { storage, stored } = page("");
    rememberValues({ values: { domain: "a.example" }, wildcard: "*.b.example" }, storage as unknown as Storage);
    expect(stored.get("guide")).toBe("#v=1&d=*.b.example");
  });
});
