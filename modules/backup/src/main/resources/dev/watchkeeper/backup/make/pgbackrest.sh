# A backup by pgBackRest, and the check of the repository after it.
# stanza, config: the configuration or empty; type: full, diff or incr
set -- --stanza="$stanza"
[ -z "$config" ] || set -- "$@" --config="$config"
say "pgbackrest $type backup of $stanza begins"
as postgres pgbackrest "$@" --type="$type" --log-level-console=detail --log-level-file=off --log-level-stderr=off backup ||
  fail "pgbackrest ended with status $?"
newest=$(sed -n 's/.*new backup label = //p' "$job/log" | tail -n 1)
say "saved as $newest; checking the repository"
good=no
check_pgbackrest "$@" && good=yes
if ! proven_each; then
  id="\"$newest\""
  [ "$good" = yes ] && proven 'pgbackrest verify' true '' || proven 'pgbackrest verify' false 'see the log of the job'
fi
[ "$good" = yes ] || fail 'pgbackrest verify found something wrong in the repository'
say "done: $newest"
