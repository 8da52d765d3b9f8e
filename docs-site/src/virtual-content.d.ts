declare module "virtual:notafter/content" {
  export const content: import("../../shared/guide/content.ts").Content;
}
