# Has pgBackRest check its repository, and keeps what was found for one backup of it.
# stanza, config
set -- --stanza="$stanza"
[ -z "$config" ] || set -- "$@" --config="$config"
good=no
check_pgbackrest "$@" && good=yes
wanted=$id
if ! proven_each; then
  id=$wanted
  [ "$good" = yes ] && proven 'pgbackrest verify' true '' || proven 'pgbackrest verify' false 'see the log of the job'
fi
[ "$good" = yes ] || fail 'pgbackrest verify found something wrong in the repository'
say 'the repository is good'
