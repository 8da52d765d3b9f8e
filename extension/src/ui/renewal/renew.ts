import { defaultKeyChoice, type KeyChoice } from "../../../../shared/request/key-parameters.ts";
import type { Audience } from "../../../../shared/request/name-rules.ts";
import type {
  RenewalMaterial,
  RenewalMaterialProblem,
  RenewalMaterialStep,
} from "../../../../shared/request/renewal-material.ts";
import { noPassphrase } from "../parts/passphrase-draft.ts";
import { type BoughtAt, routeOf } from "./bought-at.ts";
import { addNames, emptyNames, recheckNames, removeName, replaceNames, sameNames, undoNames } from "./names-draft.ts";
import type { LoadedRenewal, Made, Ordering, RenewalState } from "./renewal-state.ts";
import type { RenewalStep } from "./renewal-steps.ts";

export type RenewalEvent =
  | { readonly type: "loaded"; readonly loaded: LoadedRenewal }
  | { readonly type: "go"; readonly step: RenewalStep }
  | { readonly type: "bought"; readonly at: BoughtAt | undefined }
  | { readonly type: "add-names"; readonly text: string }
  | { readonly type: "remove-name"; readonly value: string }
  | { readonly type: "undo-names" }
  | { readonly type: "use-made-names" }
  | { readonly type: "use-subject"; readonly use: boolean }
  | { readonly type: "choose-key"; readonly choice: KeyChoice }
  | { readonly type: "passphrase"; readonly first?: string; readonly second?: string; readonly shown?: boolean }
  | { readonly type: "passphrase-refused" }
  | { readonly type: "started"; readonly run: number }
  | { readonly type: "progress"; readonly run: number; readonly step: RenewalMaterialStep }
  | { readonly type: "made"; readonly run: number; readonly made: MadeOf }
  | { readonly type: "failed"; readonly run: number; readonly problem: RenewalMaterialProblem }
  | { readonly type: "cancel" }
  | { readonly type: "saved"; readonly what: "key" | "request" }
  | { readonly type: "ordering"; readonly ordering: Ordering };

type MadeOf = Pick<Made, "names" | "choice" | "organisation"> & { readonly material: RenewalMaterial };

export const emptyRenewal: RenewalState = {
  known: { kind: "looking" },
  step: "route",
  names: emptyNames,
  useSubject: true,
  choice: defaultKeyChoice,
  passphrase: noPassphrase,
  making: { kind: "idle" },
  ordering: { kind: "not-yet" },
};

/** Names for a private issuer need not follow the rules of the public ones. */
export const audienceOf = (state: Pick<RenewalState, "known" | "bought">): Audience =>
  routeOf(state)?.kind === "private" ? "private" : "public";

/** Whether the request that was made no longer has the names, the key type and the organisation that are chosen now. */
export function isOutdated({ made, names, choice, useSubject }: RenewalState): boolean {
  if (made === undefined) return false;
  return !sameNames(made.names, names.names) || made.choice !== choice || made.organisation !== useSubject;
}

/** The renewal after an event. What a cancelled run still delivers is let go of. */
export function renew(state: RenewalState, event: RenewalEvent): RenewalState {
  switch (event.type) {
    case "loaded": {
      const { names, problems, ...loaded } = event.loaded;
      return { ...state, ...loaded, useSubject: loaded.subject !== undefined, names: { names, problems, earlier: [] } };
    }
    case "go":
      return { ...state, step: event.step };
    case "bought":
      return boughtAt(state, event.at);
    case "add-names":
      return { ...state, names: addNames(state.names, event.text, audienceOf(state)) };
    case "remove-name":
      return { ...state, names: removeName(state.names, event.value) };
    case "undo-names":
      return { ...state, names: undoNames(state.names) };
    case "use-made-names":
      return state.made === undefined
        ? state
        : {
            ...state,
            names: replaceNames(state.names, state.made.names),
            choice: state.made.choice,
            useSubject: state.made.organisation,
          };
    case "use-subject":
      return { ...state, useSubject: event.use };
    case "choose-key":
      return { ...state, choice: event.choice };
    case "passphrase": {
      const { type, ...typed } = event;
      return { ...state, passphrase: { ...state.passphrase, ...typed } };
    }
    case "passphrase-refused":
      return { ...state, passphrase: { ...state.passphrase, tried: true } };
    case "started":
      return { ...state, making: { kind: "working", run: event.run, step: "generating-key" } };
    case "progress":
      return isCurrent(state, event.run)
        ? { ...state, making: { kind: "working", run: event.run, step: event.step } }
        : state;
    case "made":
      if (!isCurrent(state, event.run)) return state;
      return {
        ...state,
        made: { ...event.made, keySaved: false, requestSaved: false },
        making: { kind: "idle" },
        passphrase: noPassphrase,
        ordering: { kind: "not-yet" },
        step: "save",
      };
    case "failed":
      return isCurrent(state, event.run) ? { ...state, making: { kind: "failed", problem: event.problem } } : state;
    case "cancel":
      return { ...state, making: { kind: "idle" } };
    case "saved":
      if (state.made === undefined) return state;
      return {
        ...state,
        made: { ...state.made, ...(event.what === "key" ? { keySaved: true } : { requestSaved: true }) },
        ordering:
          state.ordering.kind === "key-not-saved" && event.what === "key" ? { kind: "not-yet" } : state.ordering,
      };
    case "ordering":
      return { ...state, ordering: event.ordering };
  }
}

/** What was done about another authority's page no longer holds. Names that only a private authority takes are left out, and said. */
function boughtAt({ bought: _, ...state }: RenewalState, at: BoughtAt | undefined): RenewalState {
  const names = at?.kind === "authority" ? recheckNames(state.names, "public") : state.names;
  return { ...state, names, ordering: { kind: "not-yet" }, ...(at !== undefined && { bought: at }) };
}

const isCurrent = ({ making }: RenewalState, run: number): boolean => making.kind === "working" && making.run === run;
