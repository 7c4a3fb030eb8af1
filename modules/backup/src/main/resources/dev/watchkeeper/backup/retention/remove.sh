# Takes backups away that are as old as was decided. Each is looked at again first: what was written anew stays.
# folder; limit: seconds since 1970 before which they were last written; their names below the folder are in $@
cd -- "$folder" || exit 96
failed=0
for name; do
  if [ ! -e "./$name" ]; then
    printf 'gone already: %s\n' "$name"
    continue
  fi
  written=$(find "./$name" -prune -printf '%T@\n' | cut -d. -f1)
  if [ "$written" -gt "$limit" ]; then
    printf 'stays, it was written meanwhile: %s\n' "$name"
    failed=97
    continue
  fi
  if rm -rf -- "./$name"; then
    rm -f -- "./$name.watchkeeper.json"
    printf 'gone: %s\n' "$name"
  else
    printf 'can not be removed: %s\n' "$name"
    failed=98
  fi
done
exit "$failed"
