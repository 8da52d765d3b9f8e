import { fillTokens, type TokenValues } from "../../shared/guide/tokens.ts";

/** Both differ from the guides' default and from each other: a place that is not personalised is found out. */
export const personalValues = { domain: "shop.lab.test", file: "shop_lab_2026" } as const satisfies TokenValues;

export const personalise = (text: string): string => fillTokens(text, personalValues);
