import { describe, expect, it, vi } from "vitest";
import { orderAt } from "../../../../../extension/src/ui/renewal/order.ts";
import { orderLink } from "../../../../../extension/src/ui/renewal/order-link.ts";
import { failure, success } from "../../../../../shared/result.ts";
import { authority, made } from "./renewal-states.ts";

const url = "https://portal.ca.example/";
const doors = (copied: Awaited<ReturnType<Parameters<typeof orderAt>[2]["copyText"]>>) => ({
  copyText: vi.fn(async () => copied),
  openTab: vi.fn(async () => {}),
});

describe("ordering", () => {
  it("copies the request and then opens the page", async () => {
    const { copyText, openTab } = doors(success(undefined));
    expect(await orderAt(url, { ...made, keySaved: true }, { copyText, openTab })).toEqual({ kind: "opened" });
    expect(copyText).toHaveBeenCalledWith(made.material.requestPem);
    expect(openTab).toHaveBeenCalledWith(url);
  });

  it("opens nothing before the key is saved", async () => {
    const { copyText, openTab } = doors(success(undefined));
    expect(await orderAt(url, made, { copyText, openTab })).toEqual({ kind: "key-not-saved" });
    expect(copyText).not.toHaveBeenCalled();
    expect(openTab).not.toHaveBeenCalled();
  });

  it.each(["denied", "unavailable"] as const)(
    "opens nothing when the clipboard is %s, and keeps the address",
    async (why) => {
      const { copyText, openTab } = doors(failure(why));
      expect(await orderAt(url, { ...made, keySaved: true }, { copyText, openTab })).toEqual({
        kind: "no-clipboard",
        why,
        url,
      });
      expect(openTab).not.toHaveBeenCalled();
    },
  );

  it("goes to an account or a form, never to a help text", () => {
    expect(orderLink(authority)?.url).toBe(url);
    expect(
      orderLink({ links: authority.links.filter(({ use }) => use === "help" || use === "support") }),
    ).toBeUndefined();
  });
});
