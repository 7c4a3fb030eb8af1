# Has pgBackRest check its repository, and keeps what was found for one backup of it.
# stanza, config
set -- --stanza="$stanza"
[ -z "$config" ] || set -- "$@" --config="$config"
if check_pgbackrest "$@"; then
  proven 'pgbackrest verify' true ''
  say 'the repository is good'
else
  proven 'pgbackrest verify' false 'see the log of the job'
  fail 'pgbackrest verify found something wrong in the repository'
fi
