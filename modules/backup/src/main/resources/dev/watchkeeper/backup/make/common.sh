# What every job that makes or checks a backup begins with.
# about, engine, kind, database, server_version: JSON texts for the sidecar, quoted already
set -u
umask 077
say() { printf '%s %s\n' "$(date +%H:%M:%S)" "$*"; }
fail() { printf '%s %s\n' "$(date +%H:%M:%S)" "$*"; exit 1; }
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
enter() {
  mkdir -p -- "$folder" && cd -- "$folder" || fail "the folder $folder can't be made or entered"
  part=./.${job##*/}.part
  [ ! -e "./$name" ] || fail "there is a $name in $folder already"
}
# the sidecar tells what lies beside it. One line, so that proofs can be added to it
sidecar() { # FILE FROM TO BYTES CHECKSUM TOOL HOW
  printf '{"engine":%s,"kind":%s,"database":%s,"server":%s,"server_version":%s,"tool_version":"%s",' \
    "$engine" "$kind" "$database" "$about" "$server_version" "$6" >"$1.new" || return
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
