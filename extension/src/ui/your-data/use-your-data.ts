import { useEffect, useRef, useState } from "preact/hooks";
import { checkPassphrase } from "../../../../shared/keystore/passphrase.ts";
import { askCheckDue } from "../../platform/messages.ts";
import { report } from "../../platform/report.ts";
import { saveFile } from "../../platform/save-file.ts";
import { database } from "../../store/connection.ts";
import { forgetAll } from "../../store/forgotten-hosts.ts";
import { allObservations, forgetObservations, onObservations } from "../../store/observations.ts";
import { countRecords } from "../../store/record-counts.ts";
import { onWatchNews } from "../../store/watch-news.ts";
import { type BackupStep, makeBackup, takeBackup } from "./backup-work.ts";
import {
  emptyYourData,
  type FileFault,
  type Held,
  type Work,
  withTask,
  type YourDataActions,
  type YourDataState,
} from "./your-data-state.ts";

/** 10,000 hosts with a certificate each are 17 MB; what is far beyond is no file of ours. */
const largestFile = 512 * 1024 * 1024;

/** What is kept, with the store behind it; followed while it changes. */
export function useYourData(): readonly [state: YourDataState, actions: YourDataActions] {
  const [state, setState] = useState(emptyYourData);
  const readHeld = useRef(() => {
    look().then(
      (held) => setState((shown) => ({ ...shown, held })),
      (error: unknown) => report("counting what is kept", error),
    );
  }).current;

  useEffect(() => {
    readHeld();
    const stops = [onWatchNews(readHeld), onObservations(readHeld)];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);

  const show = (work: Work) => setState((shown) => ({ ...shown, work }));
  const at = (step: BackupStep) => show({ kind: "working", step });
  const done = (work: Work) => setState((shown) => ({ ...withTask(shown, undefined), work }));
  const fault = (code: FileFault) => show({ kind: "failed", problem: { from: "disk", code } });
  const run = (doing: string, work: () => Promise<void>) =>
    void work().catch((error: unknown) => {
      show({ kind: "idle" });
      report(doing, error);
    });

  const exportAll = async () => {
    const passphrase = checkPassphrase(state.passphrase.first, state.passphrase.second);
    if (!passphrase.ok)
      return setState({ ...state, work: { kind: "idle" }, passphrase: { ...state.passphrase, tried: true } });
    at("reading");
    const opened = await database();
    const made = opened.ok ? await makeBackup(opened.value, passphrase.value, crypto, at) : opened;
    if (!made.ok) return show({ kind: "failed", problem: { from: "store", problem: made.problem } });
    const file = `notafter-${new Date().toISOString().slice(0, 10)}.backup`;
    saveFile(file, made.value.bytes, "application/octet-stream");
    done({ kind: "exported", file, hosts: made.value.hosts });
  };

  const importAll = async () => {
    const { file, filePassphrase } = state;
    if (file === undefined) return fault("no-file");
    if (file.size > largestFile) return fault("too-large");
    if (filePassphrase === "") return fault("no-passphrase");
    at("opening");
    const bytes = await file.arrayBuffer().catch(() => undefined);
    if (bytes === undefined) return fault("unreadable");
    const opened = await database();
    const taken = opened.ok
      ? await takeBackup(opened.value, new Uint8Array(bytes), filePassphrase, crypto, at)
      : ({ ok: false, problem: { from: "store", problem: opened.problem } } as const);
    if (!taken.ok) return show({ kind: "failed", problem: taken.problem });
    done({ kind: "imported", restored: taken.value });
    await askCheckDue();
  };

  const forget = async () => {
    show({ kind: "working", step: "forgetting" });
    const opened = await database();
    const gone = opened.ok ? await forgetAll(opened.value) : opened;
    if (!gone.ok) return show({ kind: "failed", problem: { from: "store", problem: gone.problem } });
    await forgetObservations();
    done({ kind: "forgotten" });
    // With nothing left to check, nothing stays planned.
    await askCheckDue();
  };

  return [
    state,
    {
      open: (task) => setState((shown) => withTask(shown, task)),
      typePassphrase: (typed) => setState((shown) => ({ ...shown, passphrase: { ...shown.passphrase, ...typed } })),
      chooseFile: (file) => setState((shown) => ({ ...shown, file, work: { kind: "idle" } })),
      typeFilePassphrase: (filePassphrase) => setState((shown) => ({ ...shown, filePassphrase })),
      exportAll: () => run("exporting everything", exportAll),
      importAll: () => run("importing", importAll),
      forgetAll: () => run("forgetting everything", forget),
      lookAgain: readHeld,
    },
  ];
}

async function look(): Promise<Held> {
  const opened = await database();
  const counts = opened.ok ? await countRecords(opened.value) : opened;
  if (!counts.ok) return { kind: "problem", problem: counts.problem };
  return { kind: "open", counts: counts.value, visited: (await allObservations()).length };
}
