import { type Dialogue, ready, refused, textOf, unexpected } from "./dialogue.ts";

/** PostgreSQL, "SSL Session Encryption": SSLRequest (code 80877103), answered by one byte. */
export function* postgres(): Dialogue {
  const say = Uint8Array.of(0, 0, 0, 8, 0x04, 0xd2, 0x16, 0x2f);
  const answer = yield { say, awaits: (received) => (received.length > 0 ? 1 : undefined) };
  if (answer[0] === 0x53) return ready;
  // N: no TLS here; E: a server from before TLS, or one that is not starting.
  return answer[0] === 0x4e || answer[0] === 0x45 ? refused(textOf(answer)) : unexpected(textOf(answer));
}

/**
 * The first packet of MySQL: three bytes of length, little-endian, the sequence number 0, then the payload. What has another
 * number, or says that it is longer than any greeting, ends at once: there is no point in waiting for the rest of it.
 */
const packet = (received: Uint8Array): number | undefined => {
  const [low = 0, middle = 0, high = 0, number = 0] = received;
  if (number !== 0 || high !== 0) return received.length;
  const whole = 4 + (low | (middle << 8) | (high << 16));
  return received.length < 4 || received.length < whole ? undefined : whole;
};

const clientSsl = 0x0800;

/** MySQL, "Connection Phase": Protocol::HandshakeV10, then SSLRequest instead of a login. */
export function* mysql(): Dialogue {
  const greeting = (yield { say: new Uint8Array(), awaits: packet }).subarray(4);
  if (greeting[0] === 0xff) return refused(textOf(greeting.subarray(3)));
  const versionEnd = greeting.indexOf(0, 1);
  // After the version: the thread (4), the first part of the challenge (8) and a filler (1); then the capabilities' low half.
  const at = versionEnd + 1 + 13;
  if (greeting[0] !== 10 || versionEnd < 0 || greeting.length < at + 2)
    return unexpected(textOf(greeting.subarray(0, 60)));
  const capabilities = (greeting[at] ?? 0) | ((greeting[at + 1] ?? 0) << 8);
  if ((capabilities & clientSsl) === 0) return refused(textOf(greeting.subarray(1, versionEnd)));
  // Length 32, number 1; PROTOCOL_41, SSL and SECURE_CONNECTION; packets up to 16 MiB; utf8; 23 zeros.
  const request = new Uint8Array(36);
  request.set([32, 0, 0, 1, 0x00, 0x8a, 0, 0, 0, 0, 0, 1, 33]);
  // Nothing is awaited: the server says no more in clear.
  yield { say: request, awaits: () => 0 };
  return ready;
}
