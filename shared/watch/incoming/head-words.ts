/** What the columns of other people's tables are called, by what they are to us. */
const words = {
  host: [
    ..."host hostname fqdn domain domains dns url urls uri link website site address server name cn target".split(" "),
    ..."targets hosts endpoint instance ip location".split(" "),
    ...["host name", "domain name", "common name", "dns name", "web site", "site url", "ip address", "server name"],
  ],
  port: ["port"],
  starttls: ["starttls"],
  note: ["note", "notes", "comment", "comments", "description", "remark"],
  owner: ["owner", "contact", "responsible", "team"],
  tags: ["tags", "tag", "labels", "label", "group"],
} as const;

export type ColumnRole = keyof typeof words;

const roles = new Map<string, ColumnRole>(
  Object.entries(words).flatMap(([role, names]) => names.map((name) => [name, role as ColumnRole] as const)),
);

/** What a column is for, by its head: whatever its case, with blanks, hyphens or underscores. */
export const roleOf = (head: string): ColumnRole | undefined =>
  head.length > 40
    ? undefined
    : roles.get(
        head
          .trim()
          .toLowerCase()
          .replace(/[\s_-]+/g, " "),
      );

export const isHostHead = (head: string): boolean => roleOf(head) === "host";
