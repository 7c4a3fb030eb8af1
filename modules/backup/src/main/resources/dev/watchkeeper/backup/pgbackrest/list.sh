# What pgBackRest knows, and which segments its archives hold: repo-ls reads every kind of repository.
# conf: the configuration or empty; stanza: or empty for all
command -v pgbackrest >/dev/null || mark missing
pg() { wkc=$1; shift; pgbackrest "$wkc" ${conf:+--config="$conf"} "$@"; }
# of the configuration only what tells where repositories are and how long they keep: no keys
settings() {
  cat "${conf:-/etc/pgbackrest/pgbackrest.conf}" /etc/pgbackrest.conf /etc/pgbackrest/conf.d/*.conf 2>/dev/null |
    sed -n 's/^[[:space:]]*\(repo[0-9]*-\(type\|path\|s3-bucket\|retention-[a-z-]*\)\)[[:space:]]*=[[:space:]]*/\1=/p'
}
wals() {
  wkw=$(pg repo-ls "archive${stanza:+/$stanza}" --recurse --output=json --repo="$1"); wkr=$?
  { mark "wal $1"; printf '%s' "$wkw"; } >&3
  printf '%s' "$wkw" | grep -o '"[^"]*[0-9A-F]\{8\}\.history"' | tr -d '"' | while IFS= read -r wkh; do
    { mark "history $1 $wkh"; pg repo-get "archive${stanza:+/$stanza}/$wkh" --repo="$1"; } >&3
  done
  return $wkr
}
# the folders of backups, also of one that runs
labels() {
  printf '%s' "$wki" | grep -o '"name":"[^"]*"' | cut -d '"' -f 4 | sort -u | while IFS= read -r wks; do
    { mark "labels $1 $wks"; pg repo-ls "backup/$wks" --repo="$1"; } >&3
  done
}
info() {
  wki=$(pg info --output=json ${stanza:+--stanza="$stanza"}); wkr=$?
  { mark info; printf '%s' "$wki"; mark info.exit; printf '%s' $wkr; } >&3
  for wkk in $(printf '%s' "$wki" | grep -o '"key":[0-9]*' | cut -d : -f 2 | sort -un); do
    wals "$wkk"
    case $wki in *'"held":true'*) labels "$wkk" ;; esac
  done
}
mark settings; settings
run version pgbackrest version
wke=$(info 2>&1 >/dev/null)
mark info.error; printf '%s' "$wke"
free "$(settings | sed -n 's/^repo1-path=//p' | head -n 1 | grep . || echo /var/lib/pgbackrest)"
