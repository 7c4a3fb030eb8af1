# Tells what the host does by the clock: lines with tabs between, first the kind of line.
# how our own went; cron lines of this user, of the system; timers and what they start
tell_runs() {
  told=
  for job in $(ls -1r "$state/jobs" 2>/dev/null); do
    [ -f "$state/jobs/$job/scheduled" ] || continue
    read -r id <"$state/jobs/$job/scheduled"
    case $told in *" $id "*) continue ;; esac
    told="$told $id "
    status= stopped= pid= born=
    if [ -f "$state/jobs/$job/exit" ]; then
      read -r status stopped rest <"$state/jobs/$job/exit"
    else
      [ ! -f "$state/jobs/$job/pid" ] || read -r pid born <"$state/jobs/$job/pid"
      [ "$(sed 's/.*) //' "/proc/$pid/stat" 2>/dev/null | cut -d' ' -f20)" = "$born" ] || status=lost
      read -r stopped <"$state/jobs/$job/started"
    fi
    printf 'ran\t%s\t%s\t%s\n' "$id" "$status" "$stopped"
  done
}
tell_runs
said() { # KIND WHERE: each line of what comes in
  while IFS= read -r line; do
    printf '%s\t%s\t%s\n' "$1" "$2" "$line"
  done
}
crontab -l 2>/dev/null | said cron "crontab of $(id -un)"
for file in /etc/crontab /etc/cron.d/*; do
  [ ! -r "$file" ] || [ ! -f "$file" ] || said system "$file" <"$file"
done
seconds() { # TIME: as systemd writes it, in seconds since 1970
  [ -z "$1" ] || [ "$1" = n/a ] || date -d "$1" +%s 2>/dev/null
}
property() { # NAME: of what was asked into $about
  printf '%s\n' "$about" | sed -n "s/^$1=//p" | head -n 1
}
tell_timers() { # SCOPE
  systemctl "$1" show '*.timer' --property=Id --value --no-pager 2>/dev/null | grep . | while IFS= read -r id; do
    about=$(systemctl "$1" show "$id" --no-pager \
      --property=Unit,TimersCalendar,NextElapseUSecRealtime,LastTriggerUSec,Description 2>/dev/null)
    unit=$(property Unit)
    at=$(printf '%s\n' "$about" | sed -n 's/^TimersCalendar=.*OnCalendar=\([^;]*[^; ]\) *;.*/\1/p' | paste -sd';' - |
      sed 's/;/; /g')
    next=$(seconds "$(property NextElapseUSecRealtime)")
    last=$(seconds "$(property LastTriggerUSec)")
    words=$(property Description)
    about=$(systemctl "$1" show "$unit" --no-pager --property=ExecStart,User,Result,ExecMainStatus 2>/dev/null)
    run=$(property ExecStart | sed -n 's/.*argv\[\]=\([^;]*\) ;.*/\1/p')
    printf 'timer\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n' "$id" "$at" "$(property User)" "$next" "$last" \
      "$(property Result)" "$(property ExecMainStatus)" "$words" "$run"
  done
}
if command -v systemctl >/dev/null; then
  tell_timers --system
  tell_timers --user
fi
exit 0
