import { visibleText } from "../../../../shared/display/visible-text.ts";

/**
 * Text that came out of a certificate, a server or a file. It stands as text, isolated from the direction of what is
 * around it, with control and bidirectional characters made visible.
 */
export const Untrusted = ({ text }: { readonly text: string }) => <bdi class="untrusted">{visibleText(text)}</bdi>;
