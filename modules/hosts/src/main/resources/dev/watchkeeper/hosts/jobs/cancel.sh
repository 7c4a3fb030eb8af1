# Ends a job with all its processes, if it still is the one that was begun.
# id: which
base=${XDG_STATE_HOME:-$HOME/.local/state}/watchkeeper/jobs
cd -- "$base/$id" || exit 93
[ ! -f exit ] || exit 94
[ -f pid ] || exit 95
read -r pid born <pid
lives() {
  [ "$(cat boot)" = "$(cat /proc/sys/kernel/random/boot_id)" ] &&
    [ "$(sed 's/.*) //' "/proc/$pid/stat" 2>/dev/null | cut -d' ' -f20)" = "$born" ]
}
lives || exit 95
# dash knows -- only behind -s
kill -s TERM -- "-$pid"
tries=0
while [ ! -f exit ] && lives && [ "$tries" -lt 100 ]; do
  sleep 0.1
  tries=$((tries + 1))
done
# what ignores the first signal does not get round the second
kill -s KILL -- "-$pid" 2>/dev/null
if [ ! -f exit ]; then
  rm -f pgpass
  printf '137 %s yes\n' "$(date +%s)" 1<>end
  mv end exit
fi
exit 0
