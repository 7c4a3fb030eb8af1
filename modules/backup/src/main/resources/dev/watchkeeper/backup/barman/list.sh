# What Barman's folders hold. Its commands take half a second each, for one backup each; its files tell the same.
# conf: the configuration or empty; server: or empty for all
command -v barman >/dev/null || mark missing
for wkf in "$conf" "$HOME/.barman.conf" /etc/barman.conf /etc/barman/barman.conf; do
  [ -n "$wkf" ] && [ -e "$wkf" ] && { conf=$wkf; break; }
done
[ -n "$conf" ] && [ -e "$conf" ] || mark noconf
[ -r "$conf" ] || mark denied
run version barman --version
more=$(sed -n 's/^[[:space:]]*configuration_files_directory[[:space:]]*=[[:space:]]*//p' "$conf" 2>/dev/null | head -n 1)
# section, key and value, a line each
settings() {
  cat "$conf" ${more:+"$more"/*.conf} 2>/dev/null | awk '
    /^[[:space:]]*[;#]/ { next }
    /^\[/ { section = substr($0, 2, index($0, "]") - 2); next }
    {
      at = index($0, "=")
      if (!at || section == "") next
      key = substr($0, 1, at - 1); value = substr($0, at + 1)
      gsub(/^[[:space:]]+|[[:space:]]+$/, "", key); gsub(/^[[:space:]]+|[[:space:]]+$/, "", value)
      print section "\t" key "\t" value
    }'
}
wks=$(settings)
# of a server, else of all servers, else as Barman has it
setting() {
  printf '%s\n' "$wks" | awk -F '\t' -v s="$1" -v k="$2" -v d="$3" '
    $2 == k && $1 == "barman" { d = $3 }
    $2 == k && $1 == s { v = $3; own = 1 }
    END { print own ? v : d }'
}
# %(name)s and the like are other settings
folder() {
  setting "$1" "$2" "$3" | sed "s|%(backup_directory)s|$wkb|g; s|%(barman_home)s|$wkh|g; s|%(name)s|$1|g"
}
wkh=$(setting barman barman_home /var/lib/barman)
names() { printf '%s\n' "$wks" | awk -F '\t' '$1 != "barman" && !seen[$1]++ { print $1 }'; }
free "$wkh"
names | while IFS= read -r name; do
  [ -z "$server" ] || [ "$server" = "$name" ] || continue
  [ "$(setting "$name" model false)" = false ] || continue
  wkb=$wkh/$name
  wkb=$(folder "$name" backup_directory "$wkh/$name")
  base=$(folder "$name" basebackups_directory "$wkb/base")
  wals=$(folder "$name" wals_directory "$wkb/wals")
  mark "server $name"; printf '%s\n%s\n%s\n' "$wkb" "$(setting "$name" retention_policy '')" "$(setting "$name" encryption '')"
  [ -x "$wkb" ] && [ -r "$wkb" ] || { mark "closed $name"; continue; }
  mark "root $name"; printf '%s' "$wkb"
  # newer ones keep what is known of a backup apart from it
  infos() {
    find "$base" "$wkb/meta" -maxdepth 2 -type f \( -name backup.info -o -name '*-backup.info' \) "$@" 2>/dev/null
  }
  mark "files $name"; infos -printf '%y %s %T@ %p\0'
  mark "infos $name"; infos -print0 | head_of 65536
  run "wals $name" find "$wals" -maxdepth 2 -type f -printf '%y %s %T@ %P\0'
  find "$wals" -maxdepth 2 -type f -name '*.history' 2>/dev/null | while IFS= read -r wkf; do
    # compressed as all of its WAL
    mark "history $name ${wkf##*/}"; head -c 65536 -- "$wkf"
  done
done
