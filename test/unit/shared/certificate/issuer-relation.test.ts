import { expect, test } from "vitest";
import type { DistinguishedName } from "../../../../shared/certificate/certificate.ts";
import { isSelfIssued } from "../../../../shared/certificate/issuer-relation.ts";

const cn = (value: string) => ({ oid: "2.5.4.3", type: "CN", value });
const o = (value: string) => ({ oid: "2.5.4.10", type: "O", value });

test.each<[issuer: DistinguishedName, subject: DistinguishedName, self: boolean]>([
  [[[cn("a")]], [[cn("a")]], true],
  [[[o("x")], [cn("a")]], [[o("x")], [cn("a")]], true],
  [[], [], true],
  [[[cn("a")]], [[cn("b")]], false],
  [[[cn("a")]], [[cn("A")]], false],
  [[[cn("a")]], [[o("a")]], false],
  [[[cn("a")]], [], false],
  [[[cn("a")]], [[cn("a")], [o("x")]], false],
  [[[o("x")], [cn("a")]], [[cn("a")], [o("x")]], false],
  [[[o("x"), cn("a")]], [[o("x")], [cn("a")]], false],
  [[[o("x"), cn("a")]], [[o("x")]], false],
])("%j, %j: %s", (issuer, subject, self) => {
  expect(isSelfIssued({ issuer, subject })).toBe(self);
});
