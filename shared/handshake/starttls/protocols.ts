/** Protocols that begin in clear text and change to TLS on request, with the port that is theirs. */
export const starttlsPorts = {
  smtp: 25,
  imap: 143,
  pop3: 110,
  ftp: 21,
  ldap: 389,
  postgres: 5432,
  mysql: 3306,
  xmpp: 5222,
  sieve: 4190,
} as const;

export type StarttlsProtocol = keyof typeof starttlsPorts;

export const isStarttlsProtocol = (text: unknown): text is StarttlsProtocol =>
  typeof text === "string" && Object.hasOwn(starttlsPorts, text);

export const starttlsProtocols: readonly StarttlsProtocol[] = Object.keys(starttlsPorts).filter(isStarttlsProtocol);
