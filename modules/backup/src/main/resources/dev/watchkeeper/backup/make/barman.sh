# A backup by Barman, and its own check of it.
# server, config: the configuration or empty
set -- ${config:+-c "$config"}
say "barman backup of $server begins"
as barman barman "$@" backup --wait "$server" || fail "barman ended with status $?"
newest=$(as barman barman "$@" list-backup --minimal "$server" | sort | tail -n 1)
id="\"$newest\""
say "saved as $newest; checking it"
if as barman barman "$@" check-backup "$server" "$newest" && as barman barman "$@" show-backup "$server" "$newest" |
  grep -Eq 'Status *: DONE'; then
  proven 'barman check-backup' true ''
  say "done: $newest"
else
  proven 'barman check-backup' false 'see the log of the job'
  fail "barman check-backup found something wrong"
fi
