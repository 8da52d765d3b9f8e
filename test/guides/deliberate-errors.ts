import type { Task } from "../../shared/guide/guide.ts";

/** A mistake an author could make: what stands in the guide, and what would stand there. */
export interface DeliberateError {
  readonly name: string;
  readonly task: Task;
  readonly from: RegExp;
  readonly to: string;
  /** Where only one platform's guide has the text. */
  readonly platform?: string;
}

export const deliberateErrors: readonly DeliberateError[] = [
  { name: "the CSR names no host", task: "csr", from: / -addext "[^"]+"/, to: "" },
  { name: "the key is made without a passphrase", task: "csr", from: / -aes256/, to: "" },
  {
    name: "the key is left out of the backup",
    task: "backup",
    from: /(install -m 600 -t "\$backup") \S+\.key/,
    to: "$1",
  },
  { name: "the backup folder is open to others", task: "backup", from: /mkdir -m 700/, to: "mkdir -m 755" },
  { name: "the files in the backup are open to others", task: "backup", from: /install -m 600/, to: "install -m 644" },
  { name: "the backup is not checked", task: "backup", from: /if certificate=[^`]*?fi\n/, to: "true\n" },
  { name: "sudo is forgotten", task: "install", from: /sudo mv \/etc\/ssl\/certs/, to: "mv /etc/ssl/certs" },
  {
    name: "the key stays encrypted",
    task: "install",
    from: /openssl pkey -in (\S+) -out server\.key/,
    to: "cp $1 server.key",
  },
  { name: "the intermediates are left out", task: "install", from: / &&\n\s+cat \S+ >> \S+/, to: "" },
  {
    name: "the old chain file stays in the configuration",
    platform: "apache",
    task: "install",
    from: /sudo sed -i [^\n]+/,
    to: "true",
  },
  {
    name: "the intermediates come first",
    task: "install",
    from: /openssl x509 -in (\S+) -out (\S+) &&\n\s+cat (\S+) >> \S+/,
    to: "cat $3 > $2 && cat $1 >> $2",
  },
  { name: "the key is not compared", task: "install", from: /if certificate=[^`]*?fi\n/, to: "true\n" },
  { name: "the comparison only warns", task: "install", from: /; false\n/, to: "\n" },
  { name: "the chain is not verified", task: "install", from: /openssl verify [^\n]+/, to: "true" },
  { name: "the key file is open to others", task: "install", from: /-m 600 server\.key/, to: "-m 644 server.key" },
  {
    name: "key and certificate are swapped",
    task: "install",
    from: /-m 600 server\.key/,
    to: "-m 600 www.example.com.fullchain.pem",
  },
  {
    name: "the certificate goes to a wrong path",
    task: "install",
    from: /\.pem\.new \/etc\/ssl\/certs\//,
    to: ".pem.new /etc/ssl/private/",
  },
  { name: "the reload is forgotten", task: "install", from: / && sudo systemctl reload \w+/, to: "" },
  { name: "the working copies of the key are left behind", task: "install", from: /cd && rm -r ~\/tls-new/, to: "cd" },
  {
    name: "the site's configuration names another key",
    task: "install",
    from: /(KeyFile|certificate_key) \S+\.key/,
    to: "$1 /etc/ssl/private/other.key",
  },
  { name: "one certificate counts as a chain", task: "verify", from: /-ge 2/, to: "-ge 1" },
  {
    name: "another host is asked",
    task: "verify",
    from: /-verify_hostname \S+/,
    to: "-verify_hostname wrong.lab.test",
  },
  {
    name: "the wrong file is compared",
    task: "verify",
    from: /-in \/etc\/ssl\/certs\/\S+/,
    to: "-in /etc/ssl/certs/www.example.com.pem",
  },
  {
    name: "the present key is restored, not the saved one",
    task: "restore",
    from: /-m 600 "\$backup\/(\S+?)"/,
    to: "-m 600 /etc/ssl/private/$1",
  },
  {
    name: "the present certificate is restored, not the saved one",
    task: "restore",
    from: /-m 644 "\$backup\/(\S+?\.pem)"/,
    to: "-m 644 /etc/ssl/certs/$1",
  },
  { name: "the saved key is not compared", task: "restore", from: /if certificate=[^`]*?fi\n/, to: "true\n" },
  { name: "the reload is forgotten after restoring", task: "restore", from: / && sudo systemctl reload \w+/, to: "" },
];
