import { expect, test } from "vitest";
import { readForm } from "../../../docs-site/src/personalisation/bar.ts";

test.each([
  ["shop.example", "", { values: { domain: "shop.example", file: "shop.example" } }],
  ["shop.example", "shop-2026", { values: { domain: "shop.example", file: "shop-2026" } }],
  [
    "*.shop.example",
    "",
    { values: { domain: "www.shop.example", file: "wildcard.shop.example" }, wildcard: "*.shop.example" },
  ],
])("%j and %j are taken", (host, file, read) => {
  expect(readForm(host, file)).toEqual(read);
});

test.each([
  ["", "", "d"],
  ["https://shop.example/", "", "d"],
  ["shop.example; reboot", "", "d"],
  ["shop.example&f=x", "", "d"],
  ["shop.example", "-rf", "f"],
  ["shop.example", "a b", "f"],
  ["shop.example", "a&os=debian&x", "f"],
])("%j and %j are refused at the right field", (host, file, wrong) => {
  expect(readForm(host, file)).toMatchObject({ wrong });
});
