import type { Content } from "../../../shared/guide/content.ts";
import generated from "../../generated/content.json";

// The build wrote this file from shared/content and checked every field of it; nothing else can be in the package.
const checked: unknown = generated;

/** The authorities, platforms and guides that the extension carries. */
export const content = checked as Content;
