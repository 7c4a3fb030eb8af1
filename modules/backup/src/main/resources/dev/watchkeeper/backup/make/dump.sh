# pg_dump or pg_dumpall into a file or folder, checked, with its checksum and a sidecar.
# tool: its path; tool_version; restore: pg_restore; folder; name; all arguments besides the file are in $@
enter
begun=$(now)
say "$(basename -- "$tool") $tool_version begins"
"$tool" "$@" -f "$part" || fail "$(basename -- "$tool") ended with status $?: nothing of it is kept"
done_at=$(now)
say 'saved; writing it to the disk'
to_disk "$part" || fail 'it could not be written to the disk: nothing of it is kept'
say 'checking: its list, and every byte of it'
check_dump "$part" || fail 'it can not be read back: nothing of it is kept'
sum=$(checksum "$part")
bytes=$(size "$part")
mv -- "$part" "./$name" || fail 'it could not be given its name'
sidecar "./$name.watchkeeper.json" "$begun" "$done_at" "$bytes" "$sum" "$tool_version" 'list and full read' ||
  say 'its sidecar could not be written'
deliver
say "done: ${address:-$folder}/$name, $bytes bytes, sha256 $sum"
