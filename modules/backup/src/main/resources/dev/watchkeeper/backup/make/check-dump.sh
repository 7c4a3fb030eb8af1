# Whether a dump can be read from its first to its last byte. It changes nothing.
# restore: pg_restore, or empty for a plain dump
check_dump() { # FILE
  case $1 in
    *.gz) opened() { gzip -dc -- "$1"; } ;;
    *.zst) opened() { zstd -dcq -- "$1"; } ;;
    *.lz4) opened() { lz4 -dcq -- "$1"; } ;;
    *.xz) opened() { xz -dc -- "$1"; } ;;
    *) opened() { cat -- "$1"; } ;;
  esac
  if [ -d "$1" ]; then
    "$restore" --list "$1" >/dev/null && "$restore" -f /dev/null "$1"
  elif [ "$(head -c 5 -- "$1")" = PGDMP ]; then
    "$restore" --list "$1" >/dev/null && "$restore" -f /dev/null "$1"
  elif [ "$(opened "$1" 2>/dev/null | head -c 5)" = PGDMP ]; then
    # a pipe is as good as its worst part; who stops reading early reads the rest for nothing, so that nobody writes in vain
    : >"$job/parts"
    { opened "$1" || echo packed >>"$job/parts"; } |
      { "$restore" --list >/dev/null && cat >/dev/null || echo list >>"$job/parts"; }
    { opened "$1" || echo packed >>"$job/parts"; } |
      { "$restore" -f /dev/null && cat >/dev/null || echo read >>"$job/parts"; }
    [ ! -s "$job/parts" ]
  elif [ "$(opened "$1" 2>/dev/null | head -c 7)" = toc.dat ]; then
    opened "$1" >"$job/archive.tar" && "$restore" --list "$job/archive.tar" >/dev/null &&
      "$restore" -f /dev/null "$job/archive.tar"
    status=$?
    rm -f "$job/archive.tar"
    return $status
  else
    : >"$job/parts"
    { opened "$1" || echo packed >>"$job/parts"; } | tail -c 4096 >"$job/end"
    [ ! -s "$job/parts" ] || return 1
    grep -q 'PostgreSQL database\( cluster\)\{0,1\} dump complete' "$job/end" ||
      { echo 'its last lines are missing: it was cut off'; return 1; }
  fi
}
