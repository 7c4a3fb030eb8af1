# Whether Redis' own tools find an RDB file, or an append-only file with all its parts, whole.
# check: redis-check-rdb
check_redis() { # FILE OR FOLDER; leaves in $how_checked how
  how_checked=redis-check-rdb
  if [ -d "$1" ]; then
    set -- "$1"/*.manifest
    check_aof "$1"
    return
  fi
  case $1 in *.aof) check_aof "$1"; return ;; esac
  unpacker "$1"
  if [ -z "$unpacker" ]; then
    "$check" "$1"
    return
  fi
  opened "$1" >"$job/dump.rdb" && "$check" "$job/dump.rdb"
  status=$?
  rm -f "$job/dump.rdb"
  return $status
}
check_aof() { # FILE OR MANIFEST
  how_checked=redis-check-aof
  command -v redis-check-aof >/dev/null || fail "it can't be judged: redis-check-aof is missing on this host"
  redis-check-aof "$1"
}
