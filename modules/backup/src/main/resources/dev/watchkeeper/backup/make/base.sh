# pg_basebackup into a folder of its own, checked, with a sidecar.
# tool, tool_version; verify: pg_verifybackup; folder; name; all arguments besides the folder are in $@
enter
begun=$(now)
say "pg_basebackup $tool_version begins"
"$tool" "$@" -D "$part" || fail "pg_basebackup ended with status $?: nothing of it is kept"
done_at=$(now)
say 'saved; checking it with pg_verifybackup'
its_wal=needed
check_base "$part" || fail 'it is not what the server sent: nothing of it is kept'
bytes=$(size "$part")
sum=$(checksum "$part/backup_manifest")
mv -- "$part" "./$name" || fail 'it could not be given its name'
sync -- .
sidecar "./$name.watchkeeper.json" "$begun" "$done_at" "$bytes" "$sum" "$tool_version" pg_verifybackup ||
  say 'its sidecar could not be written'
deliver
say "done: ${address:-$folder}/$name, $bytes bytes"
