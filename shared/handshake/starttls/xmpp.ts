import { bytesOf, type Dialogue, ready, refused, textOf, unexpected } from "./dialogue.ts";

/** The rest of a stream up to the first match, or all of it where it cannot be XML. */
const until =
  (pattern: RegExp) =>
  (received: Uint8Array): number | undefined => {
    const text = textOf(received);
    const found = pattern.exec(text);
    if (found !== null) return found.index + found[0].length;
    return /^\s*[^<\s]/.test(text) ? received.length : undefined;
  };

const endOfFeatures = /<\/stream:features\s*>|<stream:features\s*\/>|<\/stream:stream\s*>/;
const endOfAnswer = /<(proceed|failure)\b[^>]*>|<\/stream:stream\s*>/;

/** RFC 6120 §5.4, client to server. `host` is the domain asked for. */
export function* xmpp(host: string): Dialogue {
  const domain = host.replace(/[&<>"']/g, "");
  const open = `<?xml version='1.0'?><stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' to='${domain}' version='1.0'>`;
  const features = textOf(yield { say: bytesOf(open), awaits: until(endOfFeatures) });
  if (!/<stream:stream\b/.test(features)) return unexpected(features);
  if (!/<starttls\b/.test(features)) return refused(/<stream:error\b.*/s.exec(features)?.[0] ?? "");
  const say = bytesOf("<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
  const answer = textOf(yield { say, awaits: until(endOfAnswer) });
  if (/<proceed\b/.test(answer)) return ready;
  return /<(failure|\/stream:stream)\b/.test(answer) ? refused(answer) : unexpected(answer);
}
