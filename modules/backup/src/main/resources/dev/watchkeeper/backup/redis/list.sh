# A folder of RDB files and AOF folders.
# root: the folder; head, tail: how many bytes
[ -d "$root" ] || hidden "$root" || mark missing
[ -r "$root" ] && [ -x "$root" ] || mark denied
mark root; printf '%s' "$root"
told() { find -H "$root" -maxdepth 6 -type f ! -name '*.watchkeeper.json' ! -name '.*' "$@" 2>/dev/null; }
run files find -H "$root" -maxdepth 6 -type f -printf '%y %s %T@ %P\0'
mark heads; told -print0 | head_of "$head"
mark tails; told -print0 | tail_of "$tail"
told \( -name '*.zst' -o -name '*.lz4' -o -name '*.xz' -o -name '*.bz2' \) -printf '%T@ %p\0' | unpacked "$head"
mark sidecars; find -H "$root" -maxdepth 6 -type f -name '*.watchkeeper.json' -print0 2>/dev/null | head_of 65536
free "$root"
