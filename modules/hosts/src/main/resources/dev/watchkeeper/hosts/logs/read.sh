# Prints what is new of a log: a line that says where it is, its path, and then bytes up to the end.
# file, shown, format: what was found; kin: folder if all of this format beside it are the same log, one if only its own
# known, offset: where it was read up to, empty the first time; back, most: bytes
refuse() { printf '%s' "$2" >&2; exit "$1"; }
me=$(id -un 2>/dev/null || id -u)
[ -z "$goes" ] || refuse 90 "the server's output goes to $goes, which is no file"
[ -n "$file" ] || [ -z "$closed" ] || refuse 91 "$me may not see where the server's output goes ($closed)"
[ -n "$file" ] || refuse 90 "no log of the server is to be found"
folder=${file%/*}
if [ ! -e "$file" ]; then
  [ -x "$folder/" ] || refuse 91 "$me may not enter the folder of $shown"
  refuse 90 "$shown is not there"
fi
[ -r "$file" ] || refuse 91 "$me may not read $shown"
if [ "$kin" = folder ]; then
  set -- "$folder/" -mindepth 1 -maxdepth 1
else
  set -- "$file"
  for one in "$file".1 "$file"-[0-9]*; do [ ! -f "$one" ] || set -- "$@" "$one"; done
  set -- "$@" -maxdepth 0
fi
case $format in
  jsonlog) set -- "$@" -name '*.json' ;;
  csvlog) set -- "$@" -name '*.csv' ;;
  stderr) set -- "$@" ! -name '*.json' ! -name '*.csv' ;;
esac
set -- "$@" ! -name '*.gz' ! -name '*.bz2' ! -name '*.xz' ! -name '*.zst' -type f -readable
now=$(stat -L -c '%d-%i' -- "$file") || refuse 90 "$shown is gone"
# by number, as a name may hold anything
chosen=$({
  find -L "$@" -printf '%T@ %D-%i %s\n' 2>/dev/null
  stat -L -c '%.9Y %d-%i %s' -- "$file"
} | sort -n | awk -v now="$now" -v known="$known" -v offset="$offset" -v back="$back" '
  $2 in at { size[at[$2]] = $3; next }
  { at[$2] = ++n; id[n] = $2; size[n] = $3 }
  END {
    here = at[now]
    i = here
    from = 0
    if (known == "") {
      for (left = back; ; i--) {
        from = size[i] > left ? size[i] - left : 0
        left -= size[i]
        if (left <= 0 || i == 1) break
      }
    } else if (known in at) {
      i = at[known]
      from = offset + 0
      if (size[i] < from) from = 0
      while (id[i] != now && size[i] <= from) { i = i < here ? i + 1 : here; from = 0 }
    }
    printf "%s %.0f %d\n", id[i], from, id[i] == now
  }')
which=${chosen%% *} chosen=${chosen#* }
from=${chosen% *} last=${chosen#* }
path=$file
if [ "$last" = 0 ]; then
  path=$(find -L "$@" -inum "${which#*-}" -print -quit 2>/dev/null && printf x)
  path=${path%?x}
  [ -n "$path" ] || refuse 92 "a file of the log went away while it was looked for"
fi
zone=$(readlink -f /etc/localtime 2>/dev/null)
case $zone in */zoneinfo/*) zone=${zone#*/zoneinfo/} ;; *) zone=$(date +%:z) ;; esac
printf '%s\n' "log $which $from $last $format $zone ${#shown}"
printf '%s' "$shown"
tail -c "+$((from + 1))" -- "$path" | head -c "$most"
