import { expect, test } from "vitest";
import { httpsOrigin } from "../../../../shared/observation/https-origin.ts";

test.each([
  ["https://www.example.com/path?query#fragment", "https://www.example.com"],
  ["https://www.example.com:443/", "https://www.example.com"],
  ["https://www.example.com:8443/", "https://www.example.com:8443"],
  ["https://[::1]/", "https://[::1]"],
  ["http://www.example.com/", undefined],
  ["about:blank", undefined],
  ["https://", undefined],
  ["", undefined],
])("%j has the origin %j", (url, origin) => {
  expect(httpsOrigin(url)).toBe(origin);
});
