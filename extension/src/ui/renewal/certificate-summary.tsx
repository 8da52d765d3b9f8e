import { timeLeft } from "../../../../shared/messages/en/time-left.ts";
import type { SeenCertificate } from "../../description/seen-certificate.ts";
import { popupTexts } from "../messages/en/popup.ts";
import { renewalTexts as texts } from "../messages/en/renewal.ts";
import { Moment } from "../parts/moment.tsx";
import { Ring } from "../parts/ring.tsx";
import { Untrusted } from "../parts/untrusted.tsx";

/** The present certificate in two lines. */
export function CertificateSummary({
  seen: { level, left, short, remaining, notAfter, issuer, reasons },
}: {
  readonly seen: SeenCertificate;
}) {
  return (
    <div class="renewal-present">
      <Ring level={level} left={left} text={short} size={56} />
      <div>
        {remaining !== undefined && notAfter !== undefined ? (
          <p>
            <strong>{timeLeft(remaining)}</strong>, {level === "expired" ? popupTexts.since : popupTexts.until}{" "}
            <Moment at={notAfter} />
          </p>
        ) : (
          <p>{reasons[0] ?? popupTexts.noDates}</p>
        )}
        {issuer !== undefined && (
          <p class="small muted">
            {texts.issuedBy} {issuer === "" ? popupTexts.issuerEmpty : <Untrusted text={issuer} />}
          </p>
        )}
      </div>
    </div>
  );
}
