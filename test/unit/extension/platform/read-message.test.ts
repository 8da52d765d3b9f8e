import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readMessage } from "../../../../extension/src/platform/read-message.ts";

const origin = "https://a.test:8443";

describe("reading a message", () => {
  it.each([
    { notafter: "observation", request: { tabId: 3, origin } },
    { notafter: "description", request: { tabId: -1, origin } },
    { notafter: "watch", request: { tabId: 3, origin } },
    { notafter: "watch-state", request: { origin } },
    { notafter: "unwatch", request: { id: "smtp://a.test:25" } },
    { notafter: "watch-again", request: { id: "smtp://a.test:25", undo: "{}" } },
    { notafter: "check-due", request: {} },
  ])("$notafter takes its request", (message) => {
    expect(readMessage(message)).toEqual(message);
  });

  it("passes on nothing that is not the request's", () => {
    const given = { notafter: "description", request: { tabId: 3, origin, more: "more" }, else: 1 };
    expect(readMessage(given)).toEqual({ notafter: "description", request: { tabId: 3, origin } });
  });

  it.each([
    ["no object", "watch"],
    ["a name of nobody", { notafter: "erase", request: { tabId: 3, origin } }],
    ["a name from the prototype", { notafter: "constructor", request: { tabId: 3, origin } }],
    ["no request", { notafter: "watch" }],
    ["a list for a request", { notafter: "check-due", request: [] }],
    ["a tab that is none", { notafter: "watch", request: { tabId: "3", origin } }],
    ["half a tab", { notafter: "observation", request: { tabId: 0.5, origin } }],
    ["an origin that is not https", { notafter: "watch", request: { tabId: 3, origin: "http://a.test" } }],
    ["an address for an origin", { notafter: "watch", request: { tabId: 3, origin: `${origin}/path` } }],
    ["a state of no origin", { notafter: "watch-state", request: { origin: "about:blank" } }],
    ["an undo that is no text", { notafter: "watch-again", request: { id: "a.test:443", undo: {} } }],
    ["no id", { notafter: "unwatch", request: { id: "" } }],
    ["more than is asked", { notafter: "check-due", request: { ids: [] } }],
  ])("refuses %s", (_, message) => {
    expect(readMessage(message)).toBeUndefined();
  });

  it("never throws", () => {
    const names = fc.constantFrom(
      "observation",
      "description",
      "watch",
      "watch-state",
      "unwatch",
      "watch-again",
      "check-due",
    );
    fc.assert(
      fc.property(fc.anything(), names, (request, notafter) => {
        readMessage(request);
        readMessage({ notafter, request });
      }),
    );
  });
});
