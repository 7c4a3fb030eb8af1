# Tells of the jobs on this host, the newest first: lines of a word and its value, an empty line after each job.
# only: the name of one, or empty; most: so many
base=${XDG_STATE_HOME:-$HOME/.local/state}/watchkeeper/jobs
cd -- "$base" 2>/dev/null || exit 0
now=$(cat /proc/sys/kernel/random/boot_id)
for id in $(ls -1 | grep -E '^[0-9]{8}-[0-9]{6}-[0-9a-f]{6}$' | sort -r); do
  [ -z "$only" ] || [ "$only" = "$id" ] || continue
  [ "$most" -gt 0 ] || break
  most=$((most - 1))
  started= status= stopped= cancelled= pid= born=
  [ ! -f "$id/started" ] || read -r started <"$id/started"
  if [ -f "$id/exit" ]; then
    read -r status stopped cancelled <"$id/exit"
  elif [ -f "$id/pid" ]; then
    read -r pid born <"$id/pid"
    lives=$(sed 's/.*) //' "/proc/$pid/stat" 2>/dev/null | cut -d' ' -f20)
    if [ "$lives" != "$born" ] || [ "$(cat "$id/boot")" != "$now" ]; then
      pid=lost
      rm -f "$id/pgpass"
    fi
  else
    pid=lost
  fi
  echo "id $id"
  echo "what $(head -n 1 "$id/what")"
  echo "about $(head -n 1 "$id/about")"
  [ ! -f "$id/via" ] || echo "via $(head -n 1 "$id/via")"
  echo "started $started"
  echo "pid $pid"
  echo "status $status"
  echo "stopped $stopped"
  echo "cancelled $cancelled"
  echo "bytes $(($(wc -c <"$id/log")))"
  # the end of what it said: some tools overwrite a line again and again
  printf 'last %s\n' "$(tail -c 2000 "$id/log" | tr '\r\0' '\n?' | grep -v '^[[:space:]]*$' | tail -n 1)"
  echo
done
