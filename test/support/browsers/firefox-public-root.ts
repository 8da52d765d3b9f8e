import { X509Certificate } from "node:crypto";

/**
 * Privileged code after which Firefox tells extensions that the root (PEM) is one that it ships, as the roots of public
 * authorities are. Without it a test authority is what it is: a private one, whose sites are told apart.
 */
export const countAsPublicRoot = (rootPem: string): string => `
  const { SecurityInfo } = ChromeUtils.importESModule("resource://gre/modules/SecurityInfo.sys.mjs");
  const parse = SecurityInfo.parseCertificateInfo;
  SecurityInfo.parseCertificateInfo = function (certificate, isBuiltInRoot, options) {
    const isOurs = certificate.sha256Fingerprint === ${JSON.stringify(new X509Certificate(rootPem).fingerprint256)};
    return parse.call(this, certificate, isBuiltInRoot || isOurs, options);
  };`;
