import type { Server } from "../server.ts";

export const server: Server = {
  platform: "nginx",
  packages: ["nginx"],
  unit: "nginx",
  port: 443,
  key: "/etc/ssl/private/www.example.com.key",
  fullchain: "/etc/ssl/certs/www.example.com.fullchain.pem",
  enable: ["enable"],
  backups: "/root/tls-backup/www.example.com",
  version: { command: ["nginx", "-v"], pattern: /nginx\/([\d.]+)/, name: "nginx" },
};
