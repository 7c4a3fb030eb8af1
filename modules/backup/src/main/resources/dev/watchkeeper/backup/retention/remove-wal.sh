# Takes archived WAL away that no backup needs that stays, as pg_archivecleanup decides: by the number of the segment,
# whatever the timeline. Histories of timelines stay.
# folder; first: the oldest segment that is needed
cd -- "$folder" || exit 96
count=0
for name in *; do
  case $name in
    *.history | *.history.*) continue ;;
  esac
  segment=$(printf '%s' "$name" | cut -c1-24)
  case $segment in
    *[!0-9A-F]*) continue ;;
  esac
  [ "${#segment}" = 24 ] && [ -f "./$name" ] || continue
  number=$(printf '%s' "$segment" | cut -c9-24)
  wanted=$(printf '%s' "$first" | cut -c9-24)
  if [ "$number" != "$wanted" ] && [ "$(printf '%s\n%s\n' "$number" "$wanted" | LC_ALL=C sort | head -n 1)" = "$number" ]; then
    rm -f -- "./$name" || exit 98
    count=$((count + 1))
  fi
done
printf 'gone: %s files of WAL before %s\n' "$count" "$first"
