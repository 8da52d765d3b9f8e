import type { Server } from "../server.ts";

export const server: Server = {
  platform: "apache",
  packages: ["apache2"],
  unit: "apache2",
  port: 443,
  key: "/etc/ssl/private/www.example.com.key",
  fullchain: "/etc/ssl/certs/www.example.com.fullchain.pem",
  legacyChain: {
    file: "/etc/ssl/certs/www.example.com.chain.pem",
    line: "SSLCertificateChainFile /etc/ssl/certs/www.example.com.chain.pem",
    before: "</VirtualHost>",
  },
  enable: ["enable"],
  backups: "/root/tls-backup/www.example.com",
  version: { command: ["apache2", "-v"], pattern: /Apache\/([\d.]+)/, name: "Apache" },
};
