# What every listing begins with. It prints one named section after the other; each begins with a mark that holds a random
# word ($wk), so that nothing in a file or its name can look like one. Nothing is written on the host.
exec 3>&1
mark() { printf '\0%s %s\0' "$wk" "$1"; }
# run NAME COMMAND…: what it prints, what it complains of and how it exits, each in a section
run() {
  mark "$1"; wkn=$1; shift
  wke=$( { "$@" >&3; } 2>&1 ); wkr=$?
  mark "$wkn.error"; printf '%s' "$wke"
  mark "$wkn.exit"; printf '%s' "$wkr"
}
# hidden PATH: whether a folder on the way to it may not be entered: then nobody can say that it is not there
hidden() {
  wkp=$1
  while case $wkp in */*) ;; *) false ;; esac; do
    wkp=${wkp%/*}
    [ ! -d "${wkp:-/}" ] || { [ ! -x "${wkp:-/}" ]; return; }
  done
  return 1
}
free() { mark free; df --output=avail -B1 -- "$1" 2>/dev/null | tail -n 1; }
# head_of FILE…, tail_of FILE…: the first bytes of many files with one process, the last ones
head_of() { xargs -0 -r head -v -c "$1" -- 2>/dev/null; }
tail_of() { xargs -0 -r tail -v -c "$1" -- 2>/dev/null; }
# unpacked BYTES: the first bytes, unpacked, of files that Java can't unpack, the newest first and not too many
unpacked() {
  sort -z -r -n | head -z -n 200 | cut -z -d ' ' -f 2- | xargs -0 -r sh -c '
    n=$0
    for f; do
      case $f in *.zst) d=zstd ;; *.lz4) d=lz4 ;; *.xz) d=xz ;; *) d=bzip2 ;; esac
      command -v $d >/dev/null || continue
      printf "\0%s unpacked\0%s\0" "$wk" "$f"
      $d -dc <"$f" 2>/dev/null | head -c "$n"
    done' "$1"
}
{
  mark zone; printf '%s\n' "${TZ-}"; readlink -f /etc/localtime; cat /etc/timezone; date +%z
  mark proofs; tail -c 1048576 "${XDG_STATE_HOME:-$HOME/.local/state}/watchkeeper/proofs.jsonl"
  mark clock; date +%s.%N
} 2>/dev/null
find --version 2>/dev/null | grep -q GNU || mark ungnu
