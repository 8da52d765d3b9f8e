export const systemctlLog = "/run/systemctl.log";

/**
 * Stands in for `systemctl` where systemd is not the first process: runs the commands of the unit file that Debian ships.
 * Knows units of `Type=forking` and says so for others.
 */
export const systemctl = `#!/bin/bash
set -eu
verb=$1 unit=\${2%.service}
file=/lib/systemd/system/$unit.service
echo "$verb $unit" >>${systemctlLog}
grep -q '^Type=forking' "$file" || { echo "systemctl: $unit is not of Type=forking" >&2; exit 1; }

commands() {
  local line
  while read -r line; do
    if [ "\${line#-}" != "$line" ]; then eval "\${line#-}" || true; else eval "$line"; fi
  done < <(sed -n "s/^$1=//p" "$file")
}
while read -r variable; do export "\${variable?}"; done < <(sed -n 's/^Environment=//p' "$file")

case $verb in
  start) commands ExecStartPre; commands ExecStart ;;
  reload) commands ExecReload ;;
  stop) commands ExecStop ;;
  *) echo "systemctl: $verb is not known here" >&2; exit 1 ;;
esac
`;
