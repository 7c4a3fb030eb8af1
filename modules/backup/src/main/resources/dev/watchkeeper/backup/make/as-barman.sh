# Barman refuses everybody but the user whom its configuration names.
# config: the configuration or empty; server
its_config=$config
for one in ~/.barman.conf /etc/barman.conf /etc/barman/barman.conf; do
  [ -n "$its_config" ] || [ ! -r "$one" ] || its_config=$one
done
keeper=$(sed -n 's/^[[:space:]]*barman_user[[:space:]]*=[[:space:]]*\([^[:space:]]*\).*/\1/p' "${its_config:-/dev/null}" |
  tail -n 1)
run_barman() { as "${keeper:-barman}" barman ${config:+-c "$config"} "$@"; }
# Its check looks whether the WAL is there that the backup needs. Where there is a manifest, every byte is compared with it:
# what rsync copied has none.
check_barman() { # BACKUP; leaves how it was checked in $how
  how='barman check-backup'
  run_barman check-backup "$server" "$1" && run_barman show-backup "$server" "$1" >"$job/shown" &&
    grep -Eq 'Status *: DONE' "$job/shown" || return
  if run_barman verify-backup "$server" "$1" >"$job/verified" 2>&1; then
    how='barman verify-backup'
  elif grep -v 'backup_manifest' "$job/verified" | grep -q 'pg_verifybackup: error'; then
    cat "$job/verified"
    how='barman verify-backup'
    return 1
  else
    say 'it has no manifest that could be read: its bytes are not compared'
  fi
}
# Keeps what was found, and ends with it.
prove_barman() { # BACKUP
  id="\"$1\""
  if check_barman "$1"; then
    proven "$how" true ''
  else
    proven "$how" false 'see the log of the job'
    fail "$how found something wrong"
  fi
}
