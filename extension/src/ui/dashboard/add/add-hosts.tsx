import { useEffect, useRef, useState } from "preact/hooks";
import { addFragment } from "../../../platform/page-address.ts";
import { AddDialog } from "./add-dialog.tsx";
import { PageDrop } from "./page-drop.tsx";

interface AddHostsProps {
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly onClose: () => void;
  /** Ids of the hosts that are new. */
  readonly onAdded?: (ids: readonly string[]) => void;
}

/** The dialog and the page around it as a place to drop files: mount it once, open or not. */
export function AddHosts({ isOpen, onOpen, onClose, onAdded }: AddHostsProps) {
  const [files, setFiles] = useState<readonly File[]>([]);
  const open = useRef(onOpen);
  open.current = onOpen;
  useEffect(() => {
    const listening = new AbortController();
    const follow = (): void => {
      if (location.hash !== addFragment) return;
      // Taken off, so that the way back and a reload do not open it again.
      history.replaceState(null, "", `${location.pathname}${location.search}`);
      open.current();
    };
    follow();
    addEventListener("hashchange", follow, { signal: listening.signal });
    return () => listening.abort();
  }, []);
  const take = (dropped: readonly File[]): void => {
    setFiles(dropped);
    onOpen();
  };
  const close = (): void => {
    setFiles([]);
    onClose();
  };
  return (
    <>
      <PageDrop onFiles={take} />
      {isOpen && <AddDialog files={files} onClose={close} {...(onAdded !== undefined && { onAdded })} />}
    </>
  );
}
