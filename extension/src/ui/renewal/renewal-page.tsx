import { useEffect, useLayoutEffect, useReducer, useRef, useState } from "preact/hooks";
import { checkPassphrase } from "../../../../shared/keystore/passphrase.ts";
import { makeRenewalMaterial } from "../../../../shared/request/renewal-material.ts";
import { copyText } from "../../platform/clipboard.ts";
import { askObservation } from "../../platform/messages.ts";
import { readRenewalAddress } from "../../platform/page-address.ts";
import { report } from "../../platform/report.ts";
import { saveFile } from "../../platform/save-file.ts";
import { loadSettings } from "../../platform/settings.ts";
import { openTab } from "../../platform/tabs.ts";
import { content } from "../content.ts";
import { siteOf } from "../parts/site.ts";
import { loadRenewal } from "./load-renewal.ts";
import { orderAt } from "./order.ts";
import { emptyRenewal, renew } from "./renew.ts";
import { Renewal } from "./renewal.tsx";
import type { RenewalActions } from "./renewal-actions.ts";

const pemType = "application/x-pem-file";

/** The renewal page with the browser behind it. The private key lives in this page's state alone, encrypted. */
export function RenewalPage() {
  const [state, dispatch] = useReducer(renew, emptyRenewal);
  const [helpCenter, setHelpCenter] = useState("");
  const runs = useRef(0);

  useEffect(() => {
    const load = async () => {
      const { origin, tabId } = readRenewalAddress(location.hash);
      const [settings, observation] = await Promise.all([
        loadSettings(),
        origin === undefined ? undefined : askObservation(tabId, origin),
      ]);
      setHelpCenter(settings.helpCenter);
      const site = origin === undefined ? undefined : siteOf(origin);
      dispatch({
        type: "loaded",
        loaded: loadRenewal({ site, observation, content, thresholds: settings.thresholds, now: Date.now() }),
      });
    };
    load().catch((error: unknown) => {
      report("reading the site's certificate", error);
      dispatch({ type: "loaded", loaded: { known: { kind: "nothing" }, names: [], problems: [] } });
    });
  }, []);

  const atRisk = state.made !== undefined && !state.made.keySaved;
  // Before the browser draws: what the page says of the key and what the browser asks are never apart.
  useLayoutEffect(() => {
    if (!atRisk) return;
    const listening = new AbortController();
    // The browser asks in its own words whether the page may be left.
    addEventListener("beforeunload", (event) => event.preventDefault(), { signal: listening.signal });
    return () => listening.abort();
  }, [atRisk]);

  const make = async () => {
    const { names, choice, subject, useSubject, passphrase } = state;
    const checked = checkPassphrase(passphrase.first, passphrase.second);
    if (!checked.ok) return dispatch({ type: "passphrase-refused" });
    runs.current += 1;
    const run = runs.current;
    dispatch({ type: "started", run });
    const result = await makeRenewalMaterial({
      names: names.names,
      choice,
      passphrase: checked.value,
      crypto,
      ...(useSubject && subject !== undefined && { subject }),
      onStep: (step) => dispatch({ type: "progress", run, step }),
    });
    if (!result.ok) return dispatch({ type: "failed", run, problem: result.problem });
    dispatch({
      type: "made",
      run,
      made: { material: result.value, names: names.names, choice, organisation: useSubject },
    });
  };

  const bug = (doing: string) => (error: unknown) => report(doing, error);
  const { made } = state;
  const actions: RenewalActions = {
    go: (step) => dispatch({ type: "go", step }),
    sayBoughtAt: (at) => dispatch({ type: "bought", at }),
    addNames: (text) => dispatch({ type: "add-names", text }),
    removeName: (value) => dispatch({ type: "remove-name", value }),
    undoNames: () => dispatch({ type: "undo-names" }),
    useMadeNames: () => dispatch({ type: "use-made-names" }),
    useSubject: (use) => dispatch({ type: "use-subject", use }),
    chooseKey: (choice) => dispatch({ type: "choose-key", choice }),
    typePassphrase: (typed) => dispatch({ type: "passphrase", ...typed }),
    make: () => void make().catch(bug("making the key")),
    cancel: () => dispatch({ type: "cancel" }),
    saveKey: () => {
      if (made === undefined) return;
      saveFile(made.material.files.key, made.material.encryptedKeyPem, pemType);
      dispatch({ type: "saved", what: "key" });
    },
    saveRequest: () => {
      if (made === undefined) return;
      saveFile(made.material.files.request, made.material.requestPem, pemType);
      dispatch({ type: "saved", what: "request" });
    },
    order: (url) => {
      if (made === undefined) return;
      void orderAt(url, made, { copyText, openTab })
        .then((ordering) => dispatch({ type: "ordering", ordering }))
        .catch(bug("opening the authority's page"));
    },
    openPage: (url) =>
      void openTab(url)
        .then(() => dispatch({ type: "ordering", ordering: { kind: "opened" } }))
        .catch(bug("opening the authority's page")),
  };
  return (
    <Renewal
      state={state}
      actions={actions}
      advice={content.advice}
      authorities={content.authorities}
      platforms={content.platforms}
      helpCenter={helpCenter}
    />
  );
}
