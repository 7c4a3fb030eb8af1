# Where it is kept how a backup was found that has no sidecar: with the jobs, one line of JSON for each.
# source, id: JSON texts, quoted already
proofs=${XDG_STATE_HOME:-$HOME/.local/state}/watchkeeper/proofs.jsonl
proven() { # HOW GOOD DETAIL
  printf '{"source":%s,"id":%s,"at":"%s","how":"%s","good":%s,"detail":"%s"}\n' "$source" "$id" "$(now)" "$1" "$2" "$3" \
    >>"$proofs"
}
