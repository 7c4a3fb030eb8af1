# Copies an RDB file that the server has just written, and checks the copy.
# from: the server's file; folder; name; check: redis-check-rdb or empty; tool_version
enter
begun=$(now)
say "copying $from"
# the server puts a new file in the place of the old one: what is open here stays whole
cp -- "$from" "$part" || fail "$from can't be copied: nothing of it is kept"
to_disk "$part" || fail 'it could not be written to the disk: nothing of it is kept'
done_at=$(now)
how=
if [ -n "$check" ]; then
  say 'checking it with redis-check-rdb'
  "$check" "$part" || fail 'it is damaged: nothing of it is kept'
  how=redis-check-rdb
else
  say 'redis-check-rdb is missing on this host: not checked'
fi
sum=$(checksum "$part")
bytes=$(size "$part")
mv -- "$part" "./$name" || fail 'it could not be given its name'
sidecar "./$name.watchkeeper.json" "$begun" "$done_at" "$bytes" "$sum" "$tool_version" "$how" ||
  say 'its sidecar could not be written'
deliver
say "done: ${address:-$folder}/$name, $bytes bytes, sha256 $sum"
