import type { KeyChoice } from "../../../../shared/request/key-parameters.ts";
import type { BoughtAt } from "./bought-at.ts";
import type { RenewalStep } from "./renewal-steps.ts";

/** Everything the renewal page can do. */
export interface RenewalActions {
  readonly go: (step: RenewalStep) => void;
  /** `undefined` takes it back: the certificate's own issuer counts again. */
  readonly sayBoughtAt: (at: BoughtAt | undefined) => void;
  readonly addNames: (text: string) => void;
  readonly removeName: (value: string) => void;
  readonly undoNames: () => void;
  /** Takes names, key type and organisation back to those of the request that was made. */
  readonly useMadeNames: () => void;
  readonly useSubject: (use: boolean) => void;
  readonly chooseKey: (choice: KeyChoice) => void;
  readonly typePassphrase: (typed: {
    readonly first?: string;
    readonly second?: string;
    readonly shown?: boolean;
  }) => void;
  readonly make: () => void;
  readonly cancel: () => void;
  readonly saveKey: () => void;
  readonly saveRequest: () => void;
  /** Copies the request, then opens the page. Called straight from the click: the clipboard wants it so. */
  readonly order: (url: string) => void;
  readonly openPage: (url: string) => void;
}
