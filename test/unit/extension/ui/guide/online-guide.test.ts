import { describe, expect, it } from "vitest";
import { onlineGuide } from "../../../../../extension/src/ui/guide/online-guide.ts";

describe("a guide's address at the help center", () => {
  it("keeps what it is filled with in the fragment", () => {
    const address = onlineGuide("https://help.example/", "nginx", "install", {
      values: { domain: "www.shop.example" },
    });
    const url = new URL(address);
    expect(url.pathname).toBe("/guides/nginx/install/");
    expect(url.search).toBe("");
    expect(url.hash).toContain("www.shop.example");
  });
});
