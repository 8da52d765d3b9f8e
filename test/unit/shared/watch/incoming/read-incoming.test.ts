import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toPem } from "../../../../../shared/certificate/pem.ts";
import { defaultThresholds } from "../../../../../shared/verdict/verdict.ts";
import { addHosts } from "../../../../../shared/watch/add-hosts.ts";
import { encryptBackup } from "../../../../../shared/watch/backup.ts";
import { targetKey } from "../../../../../shared/watch/host-list.ts";
import { tableRows } from "../../../../../shared/watch/host-table.ts";
import { largestFile, readIncoming, readIncomingText } from "../../../../../shared/watch/incoming/read-incoming.ts";
import { exportCsv } from "../../../../../shared/watch/watch-csv.ts";
import { exportJson } from "../../../../../shared/watch/watch-json.ts";
import { anyHost, manyHosts, now } from "../watched-hosts.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, littleEndian: boolean, mark: boolean): Uint8Array => {
  const units = [...(mark ? "\ufeff" : ""), ...text].join("");
  const bytes = new DataView(new ArrayBuffer(units.length * 2));
  for (let at = 0; at < units.length; at++) bytes.setUint16(at * 2, units.charCodeAt(at), littleEndian);
  return new Uint8Array(bytes.buffer);
};

/** Hosts as `targetKey` names them, problems as `line code`, a refused file as its code. */
function summary(incoming: ReturnType<typeof readIncoming>): unknown {
  if (incoming.kind !== "found") return incoming.kind === "refused" ? incoming.problem.code : incoming.kind;
  const { wishes, exported, problems } = incoming.found;
  return [...[...wishes, ...exported].map(targetKey), ...problems.map(({ line, code }) => `${line} ${code}`)];
}
const read = (bytes: Uint8Array | string): unknown =>
  summary(readIncoming(typeof bytes === "string" ? utf8(bytes) : bytes));

describe("a file or a text that is dropped", () => {
  it.each<[string, Uint8Array | string, unknown]>([
    ["nothing", "", "empty"],
    ["blanks", " \r\n\t\n", "empty"],
    ["a byte order mark alone", "\ufeff", "empty"],
    ["a list", "a.example\nb.example:8443\n", ["a.example:443", "b.example:8443"]],
    ["CRLF, comments and a mark", "\ufeff# hosts\r\n\r\na.example # shop\r\n", ["a.example:443"]],
    ["CR alone", "a.example\rb.example\r*.c.example", ["a.example:443", "b.example:443", "3 wildcard"]],
    [
      "UTF-16, little end first",
      utf16("bücher.example\r\nb.example", true, true),
      ["xn--bcher-kva.example:443", "b.example:443"],
    ],
    ["UTF-16, big end first", utf16("a.example\nb.example", false, true), ["a.example:443", "b.example:443"]],
    ["UTF-16 without a mark", utf16("a.example\r\nb.example", true, false), ["a.example:443", "b.example:443"]],
    ["Windows-1252", Uint8Array.of(0x62, 0xfc, 0x2e, 0x65, 0x75), ["xn--b-eha.eu:443"]],
    ["a zero in a line", "a.example\nb\0.example\nc.example", ["a.example:443", "c.example:443", "2 bad-host"]],
    [
      "a line of a megabyte",
      `a.example\n${"x".repeat(1_000_000)}\nb.example`,
      ["a.example:443", "b.example:443", "2 too-long"],
    ],
    [
      "ports out of range",
      "a.example:0\nb.example:65536\nc.example:65535",
      ["c.example:65535", "1 bad-port", "2 bad-port"],
    ],
    [
      "several in a line",
      "a.example, b.example;c.example  d.example:25",
      ["a.example:443", "b.example:443", "c.example:443", "d.example:25"],
    ],
    ["a sentence", "Check these hosts\na.example", ["a.example:443", "1 bad-host"]],
    [
      "bullets and quotation marks",
      '- a.example\n• "b.example"\n2. <https://c.example/x>,\n',
      ["a.example:443", "b.example:443", "c.example:443"],
    ],
    ["a head line", "Domain\na.example", ["a.example:443"]],
    ["a lone word", "domain", ["domain:443"]],
    ["twice the same", "a.example\nA.example.", ["a.example:443", "a.example:443"]],
    [
      "other protocols",
      "imap://mail.example\nsmtp://mail.example:587\ngopher://x.example",
      ["imap://mail.example:143", "smtp://mail.example:587", "3 unknown-scheme"],
    ],
    ["bytes that are no text", Uint8Array.from({ length: 300 }, (_, at) => (at * 7) % 31), "not-known"],
    ["a ZIP file", Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), "spreadsheet"],
    ["a Java key store", Uint8Array.of(0xfe, 0xed, 0xfe, 0xed, 0, 0), "key-store"],
    ["a private key in PEM", toPem("PRIVATE KEY", new Uint8Array(50)), "private-key"],
    ["an encrypted one", toPem("ENCRYPTED PRIVATE KEY", new Uint8Array(50)), "private-key"],
    ["an OpenSSH one", toPem("OPENSSH PRIVATE KEY", new Uint8Array(50)), "private-key"],
    ["a PuTTY one", "PuTTY-User-Key-File-3: ssh-rsa\nEncryption: none\n", "private-key"],
    ["a request", toPem("CERTIFICATE REQUEST", new Uint8Array(50)), "request"],
    ["a broken certificate in PEM", toPem("CERTIFICATE", new Uint8Array(50)), "damaged-certificate"],
    ["half a PEM block", "a.example\n-----BEGIN CERTIFICATE-----\nMIIB", "damaged-pem"],
    ["JSON of someone else", '{"a": 1}', "refused-export"],
    ["half a JSON", '{"format":"notafter-watch-list"', "refused-export"],
  ])("%s", (_, bytes, expected) => {
    expect(read(bytes)).toEqual(expected);
  });

  it.each<[string, string, unknown]>([
    [
      "by its head",
      "Name,URL,Owner\nShop,https://a.example/x,Ada\nBlog,b.example,Bob",
      ["a.example:443", "b.example:443"],
    ],
    [
      "Excel's semicolons and CRLF",
      "\ufeffDomäne;Art\r\nbücher.example;Shop\r\n*.b.example;Blog\r\n",
      ["xn--bcher-kva.example:443", "3 wildcard"],
    ],
    [
      "a line that names the separator",
      "sep=;\r\nDomain;Kind\r\na.example;x\r\n*.b.example;y\r\n",
      ["a.example:443", "4 wildcard"],
    ],
    ["a port's column", "server\tport\na.example\t8443\nb.example\t99999", ["a.example:8443", "3 bad-port"]],
    [
      "a protocol's column",
      "host,starttls\na.example,smtp\nb.example,telnet\nc.example,",
      ["smtp://a.example:443", "c.example:443", "3 bad-starttls"],
    ],
    ["names of an intranet", "hostname,room\nserver1,A\nserver2,B", ["server1:443", "server2:443"]],
    ["no head at all", "1,a.example,red\n2,b.example,blue", ["a.example:443", "b.example:443"]],
    ["a name beside an address", "192.0.2.1,a.example,x\n192.0.2.2,b.example,y", ["a.example:443", "b.example:443"]],
    ["a formula", "name,kind\na.example,x\n=cmd|' /C calc'!A0,y", ["a.example:443", "3 bad-host"]],
    ["its own formula, defused", "name,kind\na.example,x\n'=1+1,y", ["a.example:443", "3 bad-host"]],
    ["an empty cell", "name,kind\na.example,x\n,y", ["a.example:443", "3 bad-host"]],
    [
      "only hosts",
      "a.example,b.example\nc.example,d.example",
      ["a.example:443", "b.example:443", "c.example:443", "d.example:443"],
    ],
  ])("the hosts of a table: %s", (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it("takes what a table says of its hosts", () => {
    const incoming = readIncomingText("Website;Contact;Labels;Comment\na.example;Ada;shop, eu;'=old\n");
    expect(incoming).toMatchObject({
      found: { wishes: [{ host: "a.example", owner: "Ada", tags: ["shop", " eu"], note: "=old" }] },
    });
  });

  it.each<[string, string, unknown]>([
    [
      "a sitemap",
      '<?xml version="1.0"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n<url><loc>https://a.example/x?a=1&amp;b=2</loc></url>\n' +
        "<url><loc>\nhttps://a.example/y\n</loc></url><url><loc><![CDATA[https://b.example:8443/z]]></loc></url>\n" +
        "<url><loc>http://c.example:8080/</loc><image:loc>https://cdn.example/</image:loc></url></urlset>",
      ["a.example:443", "b.example:8443", "7 plain-http"],
    ],
    [
      "a sitemap index with a prefix",
      "<s:sitemapindex xmlns:s='x'><s:sitemap><s:loc>https&#58;//a.example/s.xml</s:loc></s:sitemap></s:sitemapindex>",
      ["a.example:443"],
    ],
    [
      "a feed",
      "<rss><channel><link>https://a.example/</link><item><link>https://b.example/1</link></item></channel></rss>",
      ["a.example:443", "b.example:443"],
    ],
    [
      "a feed of links",
      '<feed><link rel="self" href="https://a.example/f"/><link href=\'https://b.example\'/></feed>',
      ["a.example:443", "b.example:443"],
    ],
    [
      "an outline",
      '<opml version="2.0"><body><outline xmlUrl="https://a.example/f" htmlUrl="https://b.example/"/></body></opml>',
      ["a.example:443", "b.example:443"],
    ],
    [
      "bookmarks",
      '<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p><DT><A HREF="https://a.example/x" ADD_DATE="1">A</A>\n<DT><A HREF="javascript:alert(1)">J</A><a href="place:x">p</a><a href="/y">r</a><a class=b href=imaps://mail.example>m</a></DL>',
      ["a.example:443", "mail.example:993"],
    ],
    ["no link", "<html><body>nothing</body></html>", "no-hosts"],
    [
      "entities that grow",
      `<!DOCTYPE l [<!ENTITY a "aaaa">${'<!ENTITY b "&a;&a;">'.repeat(100)}]>\n<urlset><loc>https://&b;.example/</loc></urlset>`,
      ["2 bad-host"],
    ],
    ["a list in angle brackets", "<https://a.example/>\n<https://b.example/>", ["a.example:443", "b.example:443"]],
  ])("the hosts of %s", (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it("offers a line that can be used where one can be guessed", () => {
    const lines = [
      "*.a.example",
      "https://*.b.example/x",
      "http://c.example:8080/y",
      "d.example:99999",
      "gopher://e.example/1",
    ];
    const more = ["f.example/shop", "10.0.0.0/8", "f example", "a.*.example", "joe@g.example"];
    const incoming = readIncomingText([...lines, ...more].join("\n"));
    const suggested = incoming.kind === "found" ? incoming.found.problems.map(({ suggestion }) => suggestion) : [];
    expect(suggested).toEqual([
      "a.example",
      "b.example",
      "https://c.example",
      "d.example",
      "e.example",
      "f.example",
      ...[undefined, undefined, undefined, undefined],
    ]);
  });

  it("asks plain entries over the protocol that was chosen", () => {
    expect(summary(readIncomingText("mail.example\nhttps://a.example", "smtp"))).toEqual([
      "smtp://mail.example:25",
      "a.example:443",
    ]);
  });

  it("points encrypted backups to where they are opened", async () => {
    expect(read(await encryptBackup("x", "correct horse", crypto, 1))).toBe("backup");
  });

  it("refuses what is too large or too long, and lists a hundred problems at most", () => {
    expect(read(new Uint8Array(largestFile + 1))).toBe("too-large");
    expect(read("a\n".repeat(200_001))).toBe("too-many-lines");
    expect(read(`<urlset>${"<loc>https://a.example/</loc>".repeat(200_001)}`)).toBe("too-many-lines");
    const incoming = readIncomingText("*\n".repeat(5000));
    expect(incoming).toMatchObject({ found: { problemCount: 5000, problems: { length: 100 } } });
  });

  it("reads our own exports as they went, cells that begin with = too", () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyHost, { selector: ({ id }) => id, minLength: 1, maxLength: 6 }), (hosts) => {
        const json = readIncoming(utf8(exportJson(hosts, now)));
        expect(json).toMatchObject({ found: { exported: hosts } });
        const csv = readIncoming(utf8(exportCsv(tableRows(hosts, now, defaultThresholds))));
        if (csv.kind !== "found") throw new Error(JSON.stringify(csv));
        expect(addHosts([], csv.found.wishes, now).changed).toEqual(hosts.map(({ lastSeen: _, ...host }) => host));
      }),
      { numRuns: 200 },
    );
    expect(read(exportCsv(tableRows(manyHosts(10_000), now, defaultThresholds)))).toHaveLength(10_000);
  });

  it("takes all of a damaged export or nothing, with the lines", () => {
    expect(readIncomingText("host,port,starttls\na.example,443,\n*.b.example,443,")).toMatchObject({
      problem: { code: "refused-export", problems: [{ code: "wildcard", line: 3 }] },
    });
  });

  it("never throws, whatever comes", () => {
    const pieces = fc.constantFrom(
      ...[
        "a.example",
        "<loc>",
        "</loc>",
        "<urlset>",
        "<a href=",
        '"',
        "'",
        ",",
        ";",
        "\t",
        "\n",
        "\r",
        "-----BEGIN ",
        "-----",
      ],
      ...[
        "CERTIFICATE",
        "{",
        "[",
        '"format":"notafter-watch-list"',
        "host",
        "port",
        "&#x110000;",
        "&#0;",
        "\0",
        "\ufeff",
        "\ud800",
      ],
    );
    const texts = fc.array(fc.oneof(pieces, fc.string({ maxLength: 6, unit: "binary" })), { maxLength: 40 });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 300 }),
          texts.map((all) => utf8(all.join(""))),
        ),
        (bytes) => {
          const incoming = readIncoming(bytes);
          if (incoming.kind !== "found") return;
          for (const { host, port } of incoming.found.wishes) {
            expect(host).toMatch(/^[\x21-\x7e]+$/);
            expect(port).toBeGreaterThan(0);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});
