# A folder of base backups, plain or as tars, and the archive of WAL beside them.
# root: the folder; wal: that of the archive or empty; head, tail: how many bytes
[ -d "$root" ] || hidden "$root" || mark missing
[ -r "$root" ] && [ -x "$root" ] || mark denied
mark root; printf '%s' "$root"
# the label and the manifest of each; of tars the first file in them is the label
told() {
  find -H "$root" -maxdepth 4 -type f \( -name backup_label -o -name backup_manifest -o -name 'base.tar' \
    -o -name 'base.tar.*' -o -name 'pg_wal.tar*' -o -name '[0-9]*.tar*' -o -name PG_VERSION -o -name pg_control \
    -o -name '*.watchkeeper.json' \) ! -path '*/.*' "$@"
}
run files told -printf '%y %s %T@ %P\0'
mark heads; told ! -name '*.watchkeeper.json' -print0 2>/dev/null | head_of "$head"
mark tails; told -name backup_manifest -print0 2>/dev/null | tail_of "$tail"
told \( -name 'base.tar.zst' -o -name 'base.tar.lz4' -o -name 'base.tar.xz' \) -printf '%T@ %p\0' 2>/dev/null | unpacked "$head"
mark sidecars; told -name '*.watchkeeper.json' -print0 2>/dev/null | head_of 65536
# what all files of a backup are in bytes, as its manifest says, in the order of the listing
mark sizes; told -name backup_manifest -print0 2>/dev/null | xargs -0 -r awk '
  BEGIN {
    for (i = 1; i < ARGC; i++) {
      sum = 0
      while ((getline line < ARGV[i]) > 0)
        if (match(line, /"Size": [0-9]+, "Last-Modified"/)) sum += substr(line, RSTART + 8)
      close(ARGV[i])
      printf "%.0f\n", sum
    }
    exit
  }'
if [ -n "$wal" ]; then
  [ -d "$wal" ] || mark nowal
  mark walroot; printf '%s' "$wal"
  run walfiles find -H "$wal" -maxdepth 3 -type f -printf '%y %s %T@ %P\0'
  mark histories; find -H "$wal" -maxdepth 3 -type f -name '*.history*' -print0 2>/dev/null | head_of 65536
  mark labels; find -H "$wal" -maxdepth 3 -type f -name '*.backup' -print0 2>/dev/null | head_of 4096
  # the first page of a segment tells whose it is, and how large segments are
  newest() {
    find -H "$wal" -maxdepth 3 -type f -name '[0-9A-F]*' ! -name '*.history*' ! -name '*.backup' ! -name '*.partial' "$@"
  }
  newest -printf '%T@ %p\0' 2>/dev/null | sort -z -n | tail -z -n 1 | cut -z -d ' ' -f 2- |
    { mark newest; xargs -0 -r head -c 1024 -- 2>/dev/null; }
  newest \( -name '*.zst' -o -name '*.lz4' -o -name '*.xz' -o -name '*.bz2' \) -printf '%T@ %p\0' 2>/dev/null |
    sort -z -n | tail -z -n 1 | unpacked 1024
fi
free "$root"
