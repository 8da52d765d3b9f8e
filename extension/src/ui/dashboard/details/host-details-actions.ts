import type { Result } from "../../../../../shared/result.ts";
import type { HostEdit } from "../../../../../shared/watch/edit-host.ts";

/** Everything that can be done in a host's details. */
export interface HostDetailsActions {
  /** Keeps the edit, or says what happened, what is safe and what to do. */
  readonly edit: (edit: HostEdit) => Promise<Result<void, string>>;
  readonly checkNow: () => void;
  readonly saveCalendar: () => void;
  readonly forget: () => void;
  readonly close: () => void;
}
