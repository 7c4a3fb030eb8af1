# A folder of dumps: what lies there, how each file begins and ends.
# root: the folder; head, tail: how many bytes
[ -d "$root" ] || hidden "$root" || mark missing
[ -r "$root" ] && [ -x "$root" ] || mark denied
mark root; printf '%s' "$root"
run files find -H "$root" -maxdepth 8 \( -type f -o -type d \) -printf '%y %s %T@ %P\0'
# the data files of a dump in directory format say nothing; its toc.dat does
files() {
  find -H "$root" -maxdepth 8 -type f \( -name toc.dat -o ! -name '*.dat' ! -name '*.dat.*' ! -name 'blobs*.toc' \) \
    ! -name '*.watchkeeper.json' ! -name '.*' "$@" 2>/dev/null
}
mark heads; files -print0 | head_of "$head"
mark tails; files -print0 | tail_of "$tail"
files \( -name '*.zst' -o -name '*.lz4' -o -name '*.xz' -o -name '*.bz2' \) -printf '%T@ %p\0' | unpacked "$head"
mark sidecars; find -H "$root" -maxdepth 8 -type f -name '*.watchkeeper.json' -print0 2>/dev/null | head_of 65536
free "$root"
