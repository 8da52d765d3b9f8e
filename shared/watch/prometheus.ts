import type { Thresholds } from "../verdict/verdict.ts";
import { type Target, targetKey } from "./host-list.ts";
import { dueAt, urgentAt } from "./renewal-moments.ts";
import type { WatchedHost } from "./watched-host.ts";

const hour = 3_600_000;

/** Whole hours before the end at which a host's certificate becomes due and urgent. */
interface Lead {
  readonly due: number;
  readonly urgent: number;
}

/** Rounded up: an alert may come some minutes early, never late. */
function leadOf({ lastSeen, thresholds: own }: WatchedHost, thresholds: Thresholds): Lead {
  const limits = own ?? thresholds;
  const { notBefore, notAfter } = lastSeen ?? {};
  // What has not been seen yet is taken for long-lived.
  if (notBefore === undefined || notAfter === undefined || notAfter < notBefore)
    return { due: limits.dueDays * 24, urgent: limits.urgentDays * 24 };
  const dates = { notBefore, notAfter };
  return {
    due: Math.ceil((notAfter - dueAt(dates, limits)) / hour),
    urgent: Math.ceil((notAfter - urgentAt(dates, limits)) / hour),
  };
}

/** blackbox_exporter's `tcp` prober takes `host:port`, IPv6 in brackets as here. */
const targetOf = ({ host, port }: Target): string => targetKey({ host, port });

/**
 * The hosts as a targets file for Prometheus' file_sd (JSON): the label `__param_module` names the module of
 * blackbox_exporter, the other labels go into the alerts. Hosts with the same labels stand in one group.
 */
export function prometheusTargets(hosts: Iterable<WatchedHost>, thresholds: Thresholds): string {
  const groups = new Map<string, { targets: string[]; labels: Readonly<Record<string, string>> }>();
  for (const host of hosts) {
    const { due, urgent } = leadOf(host, thresholds);
    const labels: Readonly<Record<string, string>> = {
      __param_module: host.starttls === undefined ? "notafter_tls" : `notafter_${host.starttls}`,
      notafter_due_hours: `${due}`,
      notafter_urgent_hours: `${urgent}`,
      ...(host.owner === "" ? {} : { owner: host.owner }),
      ...(host.tags.length === 0 ? {} : { tags: host.tags.join(",") }),
    };
    const key = JSON.stringify(labels);
    const group = groups.get(key) ?? { targets: [] as string[], labels };
    group.targets.push(targetOf(host));
    groups.set(key, group);
  }
  return `${JSON.stringify([...groups.values()], null, 2)}\n`;
}

/**
 * Alert rules (YAML) for those targets: due and urgent by the hours in their labels, ended, and not to be reached. The
 * numbers are all that comes from the hosts.
 */
export function prometheusRules(hosts: Iterable<WatchedHost>, thresholds: Thresholds): string {
  const leads = [...hosts].map((host) => leadOf(host, thresholds));
  // One rule for all: promtool takes a second one with the same labels for a mistake.
  const within = (label: string, pick: (lead: Lead) => number): string =>
    [...new Set(leads.map(pick))]
      .sort((one, other) => one - other)
      .map((hours) => `probe_ssl_earliest_cert_expiry{${label}="${hours}"} - time() <= ${hours * 3600}`)
      .join(" or ");
  const ending = "ends {{ $value | humanizeDuration }} from now";
  const due = within("notafter_due_hours", (lead) => lead.due);
  const urgent = within("notafter_urgent_hours", (lead) => lead.urgent);
  const ours = '{notafter_due_hours!=""}';
  const rules = [
    ...(leads.length === 0 ? [] : [rule("CertificateRenewalDue", due, "warning", `${ending}. Renew it.`)]),
    ...(leads.length === 0 ? [] : [rule("CertificateRenewalUrgent", urgent, "critical", `${ending}. Renew it now.`)]),
    rule("CertificateExpired", `probe_ssl_earliest_cert_expiry${ours} - time() < 0`, "critical", "has expired."),
    rule("CertificateNotSeen", `probe_success${ours} == 0`, "warning", "could not be checked.", "1h"),
  ];
  return `${head}groups:\n  - name: notafter\n    rules:\n${rules.join("")}`;
}

const rule = (name: string, expression: string, severity: string, says: string, wait = "5m"): string =>
  [
    `      - alert: ${name}`,
    `        expr: '${expression}'`,
    `        for: ${wait}`,
    "        labels:",
    `          severity: ${severity}`,
    "        annotations:",
    `          summary: 'The certificate of {{ $labels.instance }} ${says}'`,
    "",
  ].join("\n");

const head = `# Alerts for the targets file that NotAfter exports with these rules. Prometheus asks blackbox_exporter:
#
#   scrape_configs:
#     - job_name: certificates
#       metrics_path: /probe
#       scrape_interval: 2m
#       file_sd_configs: [{ files: [notafter-targets.json] }]
#       relabel_configs:
#         - { source_labels: [__address__], target_label: __param_target }
#         - { source_labels: [__param_target], target_label: instance }
#         - { target_label: __address__, replacement: "127.0.0.1:9115" }
#
# To Prometheus a metric is stale after five minutes, so ask no less often.
#
# Modules of blackbox_exporter (one for each STARTTLS protocol in use; smtp as the example). Expired and untrusted
# certificates give their dates only with insecure_skip_verify.
#
#   modules:
#     notafter_tls: { prober: tcp, tcp: { tls: true, tls_config: { insecure_skip_verify: true } } }
#     notafter_smtp:
#       prober: tcp
#       tcp:
#         tls_config: { insecure_skip_verify: true }
#         query_response:
#           - expect: "^220 "
#           - send: "EHLO notafter"
#           - expect: "^250-STARTTLS"
#           - send: "STARTTLS"
#           - expect: "^220"
#           - starttls: true
#
`;
