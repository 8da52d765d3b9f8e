export * from "../../platform/page-address.ts";
