# Starts a job in a session of its own, so that it goes on when whoever began it goes.
# id: its name; what: in words; about: the target; task: its script; run: who runs it; pass: lines of a password file;
# via: what who begins it calls this host
set -e
umask 077
command -v setsid >/dev/null || { echo 'setsid is missing on this host: it is in util-linux' >&2; exit 91; }
base=${XDG_STATE_HOME:-$HOME/.local/state}/watchkeeper/jobs
mkdir -p -- "$base"
# what ended a month ago is of no use any more
find "$base" -mindepth 2 -maxdepth 2 -name exit -mtime +30 2>/dev/null | while IFS= read -r old; do
  rm -rf -- "${old%/exit}"
done
mkdir -- "$base/$id"
cd -- "$base/$id"
printf '%s\n' "$what" >what
printf '%s\n' "$about" >about
printf '%s\n' "$via" >via
printf '%s\n' "$task" >task
printf '%s\n' "$run" >run
date +%s >started
# by whom, if it was the clock
[ -z "${scheduled:-}" ] || printf '%s\n' "$scheduled" >scheduled
cat /proc/sys/kernel/random/boot_id >boot
# its place on the disk is taken now: a disk that gets full can't hide how the job ended
printf '%032d\n' 0 >end
: >log
[ -z "$pass" ] || printf '%s\n' "$pass" >pgpass
setsid /bin/sh ./run </dev/null >/dev/null 2>&1 &
tries=0
until [ -s pid ]; do
  tries=$((tries + 1))
  [ "$tries" -lt 100 ] || { echo 'the job did not begin' >&2; exit 92; }
  sleep 0.1
done
