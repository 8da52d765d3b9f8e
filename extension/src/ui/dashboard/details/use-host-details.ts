import { useEffect, useState } from "preact/hooks";
import { failure, type Result, success } from "../../../../../shared/result.ts";
import type { Thresholds } from "../../../../../shared/verdict/verdict.ts";
import { editHost, type HostEdit } from "../../../../../shared/watch/edit-host.ts";
import { type HostRow, hostRow } from "../../../../../shared/watch/host-table.ts";
import type { WatchedHost } from "../../../../../shared/watch/watched-host.ts";
import { carriedIssuers } from "../../../description/carried-issuers.ts";
import { report } from "../../../platform/report.ts";
import { storeProblemText } from "../../../store/problem-text.ts";
import { findCertificate } from "../../../store/shown-certificates.ts";
import { changeHosts } from "../../../store/watch-list.ts";
import { detailsTexts as texts } from "../../messages/en/host-details.ts";
import { withDatabase } from "../store-source.ts";
import { factsOf } from "./certificate-facts.ts";
import type { CertificateReading } from "./certificate-section.tsx";

export interface WiredDetails {
  /** The row with what was saved last, before the table has read it again. */
  readonly row: HostRow;
  readonly reading?: CertificateReading;
  readonly edit: (edit: HostEdit) => Promise<Result<void, string>>;
}

/** A host's details with the store behind them. */
export function useHostDetails(row: HostRow, now: number, thresholds: Thresholds): WiredDetails {
  const [saved, setSaved] = useState<{ readonly over: HostRow; readonly host: WatchedHost }>();
  const reading = useCertificate(row);
  const edit = async (wanted: HostEdit): Promise<Result<void, string>> => {
    try {
      const changed = await withDatabase((opened) =>
        changeHosts(opened, [row.host.id], (host) => editHost(host, wanted)),
      );
      if (!changed.ok) return failure(storeProblemText(changed.problem));
      const [host] = changed.value;
      if (host === undefined) return failure(texts.goneMeanwhile);
      setSaved({ over: row, host });
      return success(undefined);
    } catch (error) {
      report("changing a host", error);
      return failure(texts.bug);
    }
  };
  return {
    row: saved?.over === row ? hostRow(saved.host, now, thresholds) : row,
    ...(reading !== undefined && { reading }),
    edit,
  };
}

/** Looks up and reads the certificate that the row shows, each time it is another or was seen anew. */
function useCertificate({ host: { lastSeen } }: HostRow): CertificateReading | undefined {
  const [found, setFound] = useState<{ readonly sha256: string; readonly reading: CertificateReading }>();
  const sha256 = lastSeen?.sha256;
  useEffect(() => {
    if (sha256 === undefined || lastSeen === undefined) return;
    let current = true;
    const look = async (): Promise<void> => {
      const stored = await withDatabase((opened) => findCertificate(opened, sha256));
      if (!current || !stored.ok) return;
      const leaf = stored.value;
      const reading = leaf === undefined ? "gone" : (factsOf(leaf, lastSeen, carriedIssuers) ?? "unreadable");
      setFound({ sha256, reading });
    };
    look().catch((error: unknown) => report("reading a certificate", error));
    return () => {
      current = false;
    };
  }, [sha256, lastSeen?.seenAt]);
  return found?.sha256 === sha256 ? found?.reading : undefined;
}
