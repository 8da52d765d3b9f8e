import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { readPkcs12 } from "../../../../../shared/keystore/pkcs12/read-pkcs12.ts";
import { certificatesIn } from "../../../../../shared/watch/incoming/certificates-in.ts";
import { largestFile, readIncoming } from "../../../../../shared/watch/incoming/read-incoming.ts";
import { askCheckDue } from "../../../platform/messages.ts";
import { hasNotificationPermission, requestNotificationPermission } from "../../../platform/permissions.ts";
import { report } from "../../../platform/report.ts";
import { takeBack, takeIn, watchedIds } from "../../../store/take-in.ts";
import { onWatchNews } from "../../../store/watch-news.ts";
import { withDatabase } from "../store-source.ts";
import { type AddPreview, addPreview, type PlacedProblem, readTyped } from "./add-preview.ts";
import { type AddFile, type AddState, changeFile, emptyState, type FileContent, replaceInLine } from "./add-state.ts";

export interface AddActions {
  readonly change: (change: Partial<Pick<AddState, "text" | "owner" | "tags" | "leaving">>) => void;
  readonly chooseProtocol: (starttls: AddState["starttls"]) => void;
  readonly addFiles: (files: readonly File[]) => void;
  readonly removeFile: (id: number) => void;
  readonly open: (id: number, passphrase: string) => void;
  readonly mend: (problems: readonly PlacedProblem[]) => void;
  readonly add: () => void;
  readonly undo: () => void;
  readonly startAgain: () => void;
}

/** What the dialog holds, and the browser behind it. Bytes of files stay in this page's memory, and go with the dialog. */
export function useAdd(onAdded: (ids: readonly string[]) => void): readonly [AddState, AddPreview, AddActions] {
  const [state, setState] = useState(emptyState);
  const bytesOf = useRef(new Map<number, Uint8Array>());
  const lastId = useRef(0);
  useWatched(setState);
  const typed = useMemo(() => readTyped(state.text, state.starttls), [state.text, state.starttls]);
  const { files, owner, tags, watched } = state;
  const preview = useMemo(() => addPreview(state, typed), [typed, files, owner, tags, watched]);

  const setContent = (id: number, content: FileContent): void => setState((now) => changeFile(now, id, { content }));
  const keepBytes = (id: number, bytes: Uint8Array, content: FileContent): FileContent => {
    // What may be read again, with another protocol or a passphrase. A private key is not: it goes at once.
    if (content.kind === "found" || content.kind === "locked") bytesOf.current.set(id, bytes);
    return content;
  };
  const open = async (id: number, passphrase: string): Promise<void> => {
    const bytes = bytesOf.current.get(id);
    if (bytes === undefined) return;
    setContent(id, { kind: "locked", opening: true });
    const opened = await readPkcs12(bytes, passphrase, { keys: false });
    if (opened.ok) {
      bytesOf.current.delete(id);
      setContent(
        id,
        contentOf(
          certificatesIn(
            opened.value.certificates.map(({ der }) => der),
            1,
          ),
        ),
      );
    } else {
      // The first try is without a passphrase: that it needs one is no news.
      const isNews = passphrase !== "" || opened.problem.code !== "needs-passphrase";
      setContent(id, { kind: "locked", opening: false, ...(isNews && { problem: opened.problem }) });
    }
  };
  const read = async (id: number, file: File): Promise<void> => {
    if (file.size > largestFile) return setContent(id, { kind: "refused", problem: { code: "too-large" } });
    let bytes: Uint8Array;
    try {
      bytes = new Uint8Array(await file.arrayBuffer());
    } catch {
      return setContent(id, { kind: "unreadable" });
    }
    const content = keepBytes(id, bytes, contentOf(readIncoming(bytes, state.starttls)));
    setContent(id, content);
    if (content.kind === "locked") await open(id, "");
  };
  const reported = (doing: string, work: Promise<unknown>): void =>
    void work.catch((error: unknown) => {
      report(doing, error);
      setState((now) => ({ ...now, outcome: { kind: "failed" } }));
    });

  const add = async (): Promise<void> => {
    const asked = state.asksForNotifications ? requestNotificationPermission() : undefined;
    setState((now) => ({ ...now, outcome: { kind: "adding" } }));
    const { plan } = preview;
    const taken = await withDatabase((database) => takeIn(database, plan, Date.now()));
    if (!taken.ok) return setState((now) => ({ ...now, outcome: { kind: "failed", problem: taken.problem } }));
    bytesOf.current.clear();
    setState((now) => ({
      ...now,
      outcome: { kind: "added", taken: taken.value },
    }));
    onAdded(taken.value.hosts);
    // Whether it is given or not, the hosts are added and checked.
    await asked?.catch((error: unknown) => report("asking for notifications", error));
    await askCheckDue();
  };
  const undo = async (): Promise<void> => {
    const { outcome } = state;
    if (outcome.kind !== "added") return;
    const { taken } = outcome;
    const undone = await withDatabase((database) => takeBack(database, taken));
    setState((now) => ({
      ...now,
      outcome: undone.ok ? { kind: "undone", taken } : { kind: "failed", problem: undone.problem },
    }));
  };

  return [
    state,
    preview,
    {
      change: (change) => setState((now) => ({ ...now, outcome: { kind: "none" }, ...change })),
      chooseProtocol: (starttls) =>
        setState(({ starttls: _, ...now }) => ({
          ...now,
          ...(starttls !== undefined && { starttls }),
          files: now.files.map((file) => {
            const bytes = file.content.kind === "found" ? bytesOf.current.get(file.id) : undefined;
            return bytes === undefined ? file : { ...file, content: contentOf(readIncoming(bytes, starttls)) };
          }),
        })),
      addFiles: (chosen) => {
        const entries = chosen.map((file) => ({ id: ++lastId.current, file }));
        const fresh = entries.map(
          ({ id, file }): AddFile => ({ id, name: file.name, content: { kind: "reading" }, mended: new Map() }),
        );
        setState((now) => ({ ...now, outcome: { kind: "none" }, files: [...now.files, ...fresh] }));
        for (const { id, file } of entries) reported("reading a file", read(id, file));
      },
      removeFile: (id) => {
        bytesOf.current.delete(id);
        setState((now) => ({ ...now, files: now.files.filter((file) => file.id !== id) }));
      },
      open: (id, passphrase) => reported("opening a file", open(id, passphrase)),
      mend: (problems) => setState((now) => problems.reduce(mended, now)),
      add: () => reported("adding hosts", add()),
      undo: () => reported("taking hosts back", undo()),
      startAgain: () => {
        bytesOf.current.clear();
        setState(({ watched: known }) => ({ ...emptyState, ...(known !== undefined && { watched: known }) }));
      },
    },
  ];
}

const contentOf = (incoming: ReturnType<typeof readIncoming>): FileContent =>
  incoming.kind === "pkcs12" ? { kind: "locked", opening: false } : incoming;

function mended(state: AddState, { file, line, entry, suggestion }: PlacedProblem): AddState {
  if (suggestion === undefined) return state;
  if (file === undefined) {
    const text = replaceInLine(state.text, line, entry, suggestion);
    return text === undefined ? state : { ...state, text };
  }
  const before = state.files.find(({ id }) => id === file.id)?.mended ?? new Map();
  return changeFile(state, file.id, { mended: new Map([...before, [line, suggestion]]) });
}

/** Keeps the ids of the watch list, and whether the browser has been asked about notifications. */
function useWatched(setState: (change: (state: AddState) => AddState) => void): void {
  useEffect(() => {
    let isOpen = true;
    const load = async (): Promise<void> => {
      const [watched, maySpeak] = await Promise.all([withDatabase(watchedIds), hasNotificationPermission()]);
      // A database that does not open says so when hosts are added.
      const ids = watched.ok ? watched.value : [];
      if (isOpen)
        setState((now) => ({ ...now, watched: new Set(ids), asksForNotifications: ids.length === 0 && !maySpeak }));
    };
    const loadReported = (): void => void load().catch((error: unknown) => report("reading the watch list", error));
    loadReported();
    const stop = onWatchNews(loadReported);
    return () => {
      isOpen = false;
      stop();
    };
  }, []);
}
