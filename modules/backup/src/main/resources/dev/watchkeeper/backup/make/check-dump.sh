# Whether a dump can be read from its first to its last byte. It changes nothing.
# restore: pg_restore; empty where there is none
check_dump() { # FILE
  unpacker=
  [ -d "$1" ] || unpacker "$1"
  if [ -d "$1" ] || [ "$(head -c 5 -- "$1")" = PGDMP ]; then
    restored "$1"
  elif [ "$(opened "$1" 2>/dev/null | head -c 5)" = PGDMP ]; then
    archive
    # a pipe is as good as its worst part; who stops reading early reads the rest for nothing, so that nobody writes in vain
    : >"$job/parts"
    { opened "$1" || echo packed >>"$job/parts"; } |
      { listed && cat >/dev/null || echo list >>"$job/parts"; }
    understood
    { opened "$1" || echo packed >>"$job/parts"; } |
      { "$restore" -f /dev/null && cat >/dev/null || echo read >>"$job/parts"; }
    [ ! -s "$job/parts" ]
  elif [ "$(opened "$1" 2>/dev/null | head -c 7)" = toc.dat ]; then
    opened "$1" >"$job/archive.tar" && restored "$job/archive.tar"
    status=$?
    rm -f "$job/archive.tar"
    return $status
  else
    : >"$job/parts"
    { opened "$1" || echo packed >>"$job/parts"; } | tail -c 4096 >"$job/end"
    [ ! -s "$job/parts" ] || return 1
    # a dump of all databases holds the ends of theirs
    all=
    opened "$1" 2>/dev/null | head -c 4096 | grep -q '^-- PostgreSQL database cluster dump' && all=' cluster'
    grep -q "PostgreSQL database$all dump complete" "$job/end" ||
      { echo 'its last lines are missing: it was cut off'; return 1; }
  fi
}
# what only pg_restore can read
archive() {
  [ -n "$restore" ] || fail "it can't be judged: it is no SQL, and there is no pg_restore on this host"
}
restored() { # FILE OR FOLDER
  archive
  listed "$1"
  status=$?
  understood
  [ "$status" = 0 ] && "$restore" -f /dev/null "$1"
}
listed() { # FILE OR FOLDER, or nothing for standard input
  "$restore" --list "$@" 2>"$job/said" >/dev/null
  status=$?
  cat "$job/said" >&2
  return "$status"
}
# what is too new for a tool is not broken
understood() {
  ! grep -q 'unsupported version' "$job/said" ||
    fail "it can't be judged: it was made by a pg_dump that is newer than this host's pg_restore"
}
