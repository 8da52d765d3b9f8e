import { colonHex } from "../../../../../shared/certificate/fingerprint.ts";
import { mostNames, type SeenCertificate } from "../../../../../shared/watch/watched-host.ts";
import { issuerLabel } from "../../../description/describe-certificate.ts";
import { detailsTexts as texts } from "../../messages/en/host-details.ts";
import { popupTexts } from "../../messages/en/popup.ts";
import { CopyButton } from "../../parts/copy-button.tsx";
import { NameList } from "../../parts/name-list.tsx";
import { Untrusted } from "../../parts/untrusted.tsx";
import type { CertificateFacts } from "./certificate-facts.ts";
import { Fact } from "./fact.tsx";

/** What was read of the kept certificate: absent while it is looked up, or why there is nothing. */
export type CertificateReading = CertificateFacts | "gone" | "unreadable";

interface CertificateSectionProps {
  readonly seen: SeenCertificate;
  readonly reading: CertificateReading | undefined;
  readonly renewal: string;
}

export function CertificateSection({ seen, reading, renewal }: CertificateSectionProps) {
  const facts = typeof reading === "object" ? reading : undefined;
  const { issuer, names, sha256 } = seen;
  const fingerprint = sha256 === undefined ? undefined : colonHex(sha256);
  const label = issuer === undefined ? undefined : issuerLabel(issuer);
  return (
    <section class="details-section">
      <h3>{texts.certificate}</h3>
      <dl class="details-facts">
        {label !== undefined && (
          <Fact name={texts.issuer}>{label === "" ? popupTexts.issuerEmpty : <Untrusted text={label} />}</Fact>
        )}
        {facts !== undefined && facts.route.kind !== "unknown" && (
          <Fact name={texts.renewedAt}>
            <a href={renewal} target="_blank" rel="noreferrer">
              {facts.route.kind === "authority"
                ? popupTexts.issuerKnown(facts.route.authority.name, popupTexts.routes[facts.route.authority.route])
                : popupTexts.issuerPrivate[facts.route.why]}
            </a>
          </Fact>
        )}
        <Fact name={texts.names}>
          <NameList names={names} />
          {names.length >= mostNames && <p class="muted">{texts.manyNames(mostNames.toLocaleString())}</p>}
        </Fact>
        {facts !== undefined && (
          <>
            <Fact name={texts.key}>{facts.key}</Fact>
            <Fact name={texts.signature}>{facts.signature}</Fact>
            <Fact name={texts.serial}>
              <code>{facts.serial}</code>
            </Fact>
          </>
        )}
        {fingerprint !== undefined && (
          <Fact name={texts.fingerprint}>
            <code>{fingerprint}</code> <CopyButton text={() => fingerprint} subject={texts.fingerprintSubject} />
          </Fact>
        )}
      </dl>
      {(reading === "gone" || reading === "unreadable") && <p class="small muted">{texts[reading]}</p>}
    </section>
  );
}
