# Prints what a job says, from a byte on, until it has ended.
# id: which; first: the first byte to print, counted from 1
base=${XDG_STATE_HOME:-$HOME/.local/state}/watchkeeper/jobs
cd -- "$base/$id" || exit 93
if [ -f exit ] || [ ! -f pid ]; then
  exec tail -c "+$first" log
fi
read -r pid born <pid
lives=$(sed 's/.*) //' "/proc/$pid/stat" 2>/dev/null | cut -d' ' -f20)
[ "$lives" = "$born" ] && [ "$(cat boot)" = "$(cat /proc/sys/kernel/random/boot_id)" ] || exec tail -c "+$first" log
exec tail -c "+$first" -s 0.2 -f --pid="$pid" log
