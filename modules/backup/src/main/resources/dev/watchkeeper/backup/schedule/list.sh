# Tells what the host does by the clock: lines with tabs between, first the kind of line.
# cron lines of this user, of the system; timers and what they start
said() { # KIND WHERE: each line of what comes in
  while IFS= read -r line; do
    printf '%s\t%s\t%s\n' "$1" "$2" "$line"
  done
}
crontab -l 2>/dev/null | said cron "crontab of $(id -un)"
for file in /etc/crontab /etc/cron.d/*; do
  [ ! -r "$file" ] || [ ! -f "$file" ] || said system "$file" <"$file"
done
if command -v systemctl >/dev/null; then
  for scope in '' --user; do
    systemctl $scope show '*.timer' --property=Id,Unit,TimersCalendar --no-pager 2>/dev/null | awk -F= '
      /^Id=/ { id = substr($0, 4) }
      /^Unit=/ { unit = substr($0, 6) }
      /^TimersCalendar=/ { if (match($0, /OnCalendar=[^;]*/)) { at = substr($0, RSTART + 11, RLENGTH - 11); sub(/ +$/, "", at) } }
      /^$/ { if (id != "") print id "\t" unit "\t" at; id = ""; unit = ""; at = "" }
      END { if (id != "") print id "\t" unit "\t" at }' |
      while IFS='	' read -r id unit at; do
        run=$(systemctl $scope show "$unit" --property=ExecStart --no-pager 2>/dev/null |
          sed -n 's/.*argv\[\]=\([^;]*\);.*/\1/p' | head -n 1)
        user=$(systemctl $scope show "$unit" --property=User --no-pager 2>/dev/null | sed -n 's/^User=//p')
        printf 'timer\t%s\t%s\t%s\t%s\n' "$id" "$at" "$user" "$run"
      done
  done
fi
exit 0
