# Checks a backup that lies in a folder, and adds what was found to its sidecar.
# file: its path; how: dump, base or rdb
[ -e "$file" ] || fail "there is no $file any more"
cd -- "${file%/*}/" || fail "the folder of $file can't be entered"
file=./${file##*/}
side=$file.watchkeeper.json
trap 'rm -rf -- "./.${job##*/}.unpacked"' EXIT
readable "$file"
detail=
good=true
if [ -f "$side" ] && [ "$how" != base ]; then
  want=$(sed -n 's/.*"sha256":"\([0-9a-f]*\)".*/\1/p' "$side")
  say 'comparing its checksum'
  [ -z "$want" ] || [ "$want" = "$(checksum "$file")" ] || { good=false; detail='it is not what was saved: its checksum differs'; }
fi
case $how in
  dump)
    words='list and full read'
    check_dump "$file" || { good=false; detail="${detail:-it can not be read to its end}"; }
    ;;
  base)
    check_base "$file" || { good=false; detail='it is not as its manifest says'; }
    words=$how_checked
    ;;
  rdb)
    check_redis "$file" || { good=false; detail="${detail:-it is damaged}"; }
    words=$how_checked
    ;;
esac
proof=$(printf '{"at":"%s","how":"%s","good":%s,"detail":"%s"}' "$(now)" "$words" "$good" "$detail")
if [ -f "$side" ] && grep -q '\]}$' "$side"; then
  { sed "s|\([]]\)}\$|,$proof]}|; s|\[,|[|" "$side" >"$side.new" && mv -- "$side.new" "$side"; } ||
    say 'its sidecar could not be written'
else
  printf '{"engine":%s,"kind":%s,"proofs":[%s]}\n' "$engine" "$kind" "$proof" >"$side.new" && mv -- "$side.new" "$side" ||
    say 'its sidecar could not be written'
fi
[ "$good" = true ] || fail "$detail"
say 'it is good'
