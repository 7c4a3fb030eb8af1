# Has Barman check one backup.
# server, config, backup
set -- ${config:+-c "$config"}
if as barman barman "$@" check-backup "$server" "$backup" && as barman barman "$@" show-backup "$server" "$backup" |
  grep -Eq 'Status *: DONE'; then
  proven 'barman check-backup' true ''
  say 'it is good'
else
  proven 'barman check-backup' false 'see the log of the job'
  fail 'barman check-backup found something wrong'
fi
