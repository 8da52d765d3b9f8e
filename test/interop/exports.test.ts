import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { defaultThresholds } from "../../shared/verdict/verdict.ts";
import { addHosts } from "../../shared/watch/add-hosts.ts";
import { exportCalendar } from "../../shared/watch/export-calendar.ts";
import { tableRows } from "../../shared/watch/host-table.ts";
import { prometheusRules, prometheusTargets } from "../../shared/watch/prometheus.ts";
import { exportCsv } from "../../shared/watch/watch-csv.ts";
import type { WatchedHost } from "../../shared/watch/watched-host.ts";
import { type Folder, temporaryFolder } from "../support/program.ts";
import { day, manyHosts, now, watched } from "../unit/shared/watch/watched-hosts.ts";
import { output, run } from "./exports-oracles.ts";

let folder: Folder;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

const nasty = 'Müller; "the boss", \\ back\nslash {{ $labels }} \' %n =1+1 🦊';
const [mail] = addHosts(
  [],
  [{ host: "mail.example.com", port: 25, starttls: "smtp", note: nasty, owner: nasty }],
  now,
).changed;
const hosts: readonly WatchedHost[] = [
  watched("www.example.com", { ahead: 100, note: nasty, owner: nasty, tags: ["shop", "=x"] }),
  watched("[2001:db8::1]", { port: 8443, behind: 4, ahead: 3 }),
  watched("own.example.com", { thresholds: { dueDays: 60, urgentDays: 20 } }),
  ...(mail === undefined ? [] : [mail]),
];

describe("the calendar, read by Python's icalendar", () => {
  const program = `
import json, sys
from icalendar import Calendar
calendar = Calendar.from_ical(open(sys.argv[1], "rb").read())
print(json.dumps([{
  "uid": str(event["uid"]), "start": event["dtstart"].dt.isoformat(), "summary": str(event["summary"]),
  "description": str(event["description"]), "errors": [str(e) for e in event.errors],
  "alarms": [alarm["trigger"].dt.total_seconds() for alarm in event.walk("valarm")],
} for event in calendar.walk("vevent")]))
`;
  const readBack = async (list: readonly WatchedHost[]) => {
    const path = await folder.write("ends.ics", exportCalendar(list, now, defaultThresholds));
    return JSON.parse(await output("python3", ["-c", program, path]));
  };

  it("has each end, its words and its alarms before it", async () => {
    const events = await readBack(hosts);
    expect(events.map((event: { start: string }) => event.start)).toEqual([
      "2027-03-02T12:00:00+00:00",
      "2026-11-25T12:00:00+00:00",
      "2027-03-02T12:00:00+00:00",
    ]);
    expect(events[0]).toMatchObject({
      summary: "Certificate of www.example.com ends",
      alarms: [-30 * 86_400, -7 * 86_400],
      errors: [],
    });
    expect(events[0].description).toMatch(/^Shown by: www\.example\.com\n(.*\n)*Next step: make a new key/);
    // Seven days of life: due with a third left, urgent with a tenth.
    expect(events[1]).toMatchObject({ summary: "Certificate of [2001:db8::1]:8443 ends", alarms: [-201_600, -60_480] });
    expect(events[2].alarms).toEqual([-60 * 86_400, -20 * 86_400]);
  });

  it("holds what a hostile certificate says as text", async () => {
    const evil = "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:evil;,\\";
    const issuer = [[{ oid: "2.5.4.10", type: "O", value: evil }]];
    const events = await readBack([watched("a.example", { seen: { issuer } })]);
    expect(events).toHaveLength(1);
    expect(events[0].description).toContain("END:VEVENT");
  });

  it("is read with a thousand events", async () => {
    expect(await readBack(manyHosts(1000))).toHaveLength(1000);
  });
});

describe("the table, read by Python's csv", () => {
  it("has the cells that went in, each that looks like a formula with an apostrophe", async () => {
    const program =
      'import csv, json, sys\nprint(json.dumps(list(csv.reader(open(sys.argv[1], newline="", encoding="utf-8"), strict=True))))';
    const path = await folder.write("hosts.csv", exportCsv(tableRows(hosts, now, defaultThresholds)));
    const [head, ...rows] = JSON.parse(await output("python3", ["-c", program, path]));
    expect(rows).toHaveLength(hosts.length);
    expect(new Set(rows.map((row: string[]) => row.length))).toEqual(new Set([head.length]));
    expect(rows[0][head.indexOf("note")]).toBe(hosts[0]?.note);
    expect(rows[0][head.indexOf("tags")]).toBe("shop; =x");
    expect(rows.flat().filter((cell: string) => /^[=+\-@]/.test(cell))).toEqual([]);
  });
});

describe("the Prometheus files, judged by promtool", () => {
  const rules = prometheusRules(hosts, defaultThresholds);
  const targets = prometheusTargets(hosts, defaultThresholds);

  it("are a configuration without a fault, targets and rules together", async () => {
    await folder.write("rules.yml", rules);
    await folder.write("targets.json", targets);
    const config = await folder.write(
      "prometheus.yml",
      `rule_files: [rules.yml]
scrape_configs:
  - job_name: certificates
    metrics_path: /probe
    file_sd_configs: [{ files: [targets.json] }]
    relabel_configs:
      - { source_labels: [__address__], target_label: __param_target }
      - { source_labels: [__param_target], target_label: instance }
      - { target_label: __address__, replacement: "127.0.0.1:9115" }
`,
    );
    const checked = await run("promtool", ["check", "config", config]);
    expect(checked).toMatchObject({ status: 0, stderr: "" });
    expect(checked.stdout).toContain("4 rules found");
  });

  it("are one for an empty list too", async () => {
    const empty = await folder.write("empty.yml", prometheusRules([], defaultThresholds));
    expect(await run("promtool", ["check", "rules", empty])).toMatchObject({ status: 0, stderr: "" });
  });

  it("are refused where they are broken, so that the check above means something", async () => {
    const broken = await folder.write("broken.yml", rules.replace("<=", "<=="));
    expect((await run("promtool", ["check", "rules", broken])).status).not.toBe(0);
  });

  it("name each host with the module of its protocol, the owner as a label", () => {
    const groups: { targets: string[]; labels: Record<string, string> }[] = JSON.parse(targets);
    expect(groups.map(({ targets: each, labels }) => [each[0], labels["__param_module"]])).toEqual([
      ["www.example.com:443", "notafter_tls"],
      ["[2001:db8::1]:8443", "notafter_tls"],
      ["own.example.com:443", "notafter_tls"],
      ["mail.example.com:25", "notafter_smtp"],
    ]);
    expect(groups[0]?.labels).toMatchObject({
      notafter_due_hours: "720",
      notafter_urgent_hours: "168",
      owner: hosts[0]?.owner,
      tags: "shop,=x",
    });
  });

  it("ring at the due moment, at the urgent moment and at the end, and not before", async () => {
    const end = 100 * day;
    const series = (due: number, urgent: number) =>
      `probe_ssl_earliest_cert_expiry{instance="www.example.com:443",notafter_due_hours="${due}",notafter_urgent_hours="${urgent}"}`;
    const alert = (at: number, name: string, rings: boolean) => `
      - eval_time: ${at / 60_000}m
        alertname: ${name}
        exp_alerts: ${rings ? "" : "[]"}${
          rings
            ? `
          - exp_labels: { severity: ${name.endsWith("Due") ? "warning" : "critical"}, instance: "www.example.com:443", notafter_due_hours: "720", notafter_urgent_hours: "168" }
            exp_annotations: { summary: "SUMMARY" }`
            : ""
        }`;
    const margin = day / 24;
    const moments: readonly [number, string, boolean][] = [
      [end - 30 * day - margin, "CertificateRenewalDue", false],
      [end - 30 * day + margin, "CertificateRenewalDue", true],
      [end - 7 * day - margin, "CertificateRenewalUrgent", false],
      [end - 7 * day + margin, "CertificateRenewalUrgent", true],
      [end - margin, "CertificateExpired", false],
      [end + margin, "CertificateExpired", true],
    ];
    // Summaries hold a duration in Prometheus' own words; here the moments count.
    const constant = rules.replace(/summary: .*/g, "summary: SUMMARY");
    await folder.write("timed-rules.yml", constant);
    const test = await folder.write(
      "timed.test.yml",
      `rule_files: [timed-rules.yml]
evaluation_interval: 30m
tests:
  - interval: 30m
    input_series:
      - series: '${series(720, 168)}'
        values: '${end / 1000}x${(102 * day) / 1_800_000}'
    alert_rule_test:${moments.map(([at, name, rings]) => alert(at, name, rings)).join("")}
`,
    );
    const { status, stdout, stderr } = await run("promtool", ["test", "rules", test]);
    expect({ status, said: stdout + stderr }).toMatchObject({ status: 0 });
  });
});
