import { useState } from "preact/hooks";
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
