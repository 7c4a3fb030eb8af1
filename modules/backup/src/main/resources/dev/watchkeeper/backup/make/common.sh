# What every job that makes or checks a backup begins with.
# about, engine, kind, database, server_version, content (may be unset): JSON texts for the sidecar, quoted already
set -u
part=./.${job##*/}.part
umask 077
# whoever is cancelled leaves nothing half done behind: a signal alone does not bring dash to what it does at its end
trap 'exit 143' TERM
say() { printf '%s %s\n' "$(date +%H:%M:%S)" "$*"; }
fail() { printf '%s %s\n' "$(date +%H:%M:%S)" "$*"; exit 1; }
# what the clock begins makes another name each time
if [ -n "${scheduled:-}" ] && [ -n "${name:-}" ]; then
  name=$(printf '%s.' "$name" | sed "s/[0-9]\{8\}T[0-9]\{6\}Z/$(date -u +%Y%m%dT%H%M%SZ)/")
  name=${name%.}
fi
now() { date -u +%Y-%m-%dT%H:%M:%SZ; }
size() { du -sb -- "$1" | cut -f1; }
# of a folder: of its files' names and checksums, in their order
checksum() {
  if [ -d "$1" ]; then
    (cd -- "$1" && find . -type f -print0 | sort -z | xargs -0 sha256sum) | sha256sum | cut -d' ' -f1
  else
    sha256sum <"$1" | cut -d' ' -f1
  fi
}
to_disk() { find "$1" -exec sync -- {} +; }
# Into the folder, so that tools get names without anything odd in them: pg_verifybackup of 15 hands its path to a shell,
# between quotes that end at the next one, and pg_dumpall refuses line breaks.
# A bucket gets what was made and checked in a folder of this host, which goes afterwards.
enter() {
  stage=
  if [ -n "$address" ]; then
    stage=$(mktemp -d "${TMPDIR:-/var/tmp}/watchkeeper.XXXXXXXX") || fail 'there is no room to make it before it is sent'
    folder=$stage
  fi
  trap 'rm -rf -- "$part" "./.${job##*/}.unpacked" ${stage:+"$stage"}' EXIT
  mkdir -p -- "$folder" && cd -- "$folder" || fail "the folder $folder can't be made or entered"
  [ ! -e "./$name" ] || fail "there is a $name in $folder already"
}
# Sends it to the bucket, through the same as the catalog is read by: a remote of rclone's, else aws, else rclone as aws is
# set up. Both compare checksums.
deliver() {
  [ -n "$address" ] || return 0
  say "sending it to $address"
  send "./$name" "$address/$name" && send "./$name.watchkeeper.json" "$address/$name.watchkeeper.json" ||
    fail "it could not be sent to $address: nothing of it is kept here"
}
send() { # FILE ADDRESS
  [ -e "$1" ] || return 0
  remote=$(rclone listremotes --long 2>/dev/null | awk '$2 == "s3" { print $1; exit }')
  if [ -z "$remote" ] && command -v aws >/dev/null; then
    all=
    [ ! -d "$1" ] || all=--recursive
    LC_ALL=C.UTF-8 aws s3 cp --only-show-errors $all "$1" "$2"
  elif command -v rclone >/dev/null; then
    rclone -q copyto "$1" "${remote:-:s3,env_auth=true:}${2#s3://}"
  else
    echo 'neither aws nor rclone is on this host'
    return 1
  fi
}
# the sidecar tells what lies beside it. One line, so that proofs can be added to it
sidecar() { # FILE FROM TO BYTES CHECKSUM TOOL HOW
  printf '{"engine":%s,"kind":%s,"database":%s,"server":%s,"server_version":%s,"tool_version":"%s","content":%s,' \
    "$engine" "$kind" "$database" "$about" "$server_version" "$6" "${content:-\"\"}" >"$1.new" || return
  printf '"started_at":"%s","stopped_at":"%s","size_bytes":%s,"sha256":"%s","proofs":[' "$2" "$3" "$4" "$5" >>"$1.new" ||
    return
  [ -z "$7" ] || printf '{"at":"%s","how":"%s","good":true,"detail":""}' "$(now)" "$7" >>"$1.new" || return
  printf ']}\n' >>"$1.new" && sync -- "$1.new" && mv -- "$1.new" "$1"
}
# whoever makes it runs as the owner of the repository: as root these tools leave files behind that only root can read
as() { # USER COMMAND…
  owner=$1
  shift
  if [ "$(id -u)" = 0 ] && id "$owner" >/dev/null 2>&1; then
    (cd / && exec runuser -u "$owner" -- "$@")
  else
    "$@"
  fi
}
