import type { Task } from "../../../../shared/guide/guide.ts";
import { type Personalisation, writeFragment } from "../../../../shared/guide/personalisation.ts";

/** A guide's address at the help center (ends in `/`): what it is filled with stays in the fragment, which no server is sent. */
export const onlineGuide = (
  helpCenter: string,
  platform: string,
  task: Task,
  personalisation: Personalisation,
): string => `${helpCenter}guides/${platform}/${task}/${writeFragment(personalisation)}`;
