import type { Platform, Task } from "../../shared/guide/guide.ts";
import { tasks } from "../../shared/guide/guide.ts";

/** The tasks as links and steps name them. */
export const taskNames: Readonly<Record<Task, string>> = {
  csr: "New key and CSR",
  backup: "Back up",
  install: "Install",
  verify: "Verify",
  restore: "Restore",
};

/** The same as questions' answers, in the chooser. */
export const taskGoals: Readonly<Record<Task, string>> = {
  csr: "Make a new private key and a CSR to order with",
  backup: "Back up the old certificate and key first",
  install: "Install the certificate that was issued",
  verify: "Prove that the server sends it",
  restore: "Go back to the old one",
};

/** The tasks that a platform has a guide for, in the order of the journey. */
export const journey = (platform: Platform): readonly Task[] =>
  tasks.filter((task) => platform.without?.[task] === undefined);

export const platformPath = (platform: string): string => `/guides/${platform}/`;
export const guidePath = (platform: string, task: Task): string => `/guides/${platform}/${task}/`;
export const authorityPath = (authority: string): string => `/authorities/${authority}/`;
