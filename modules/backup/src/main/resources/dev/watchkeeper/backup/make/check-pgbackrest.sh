# Whether pgBackRest finds its whole repository sound: with text as output it exits with 0 whatever it finds.
check_pgbackrest() { # OPTION…
  as postgres pgbackrest "$@" --log-level-console=warn --log-level-file=off verify --output=text --verbose >"$job/verify" 2>&1
  status=$?
  cat "$job/verify"
  [ "$status" = 0 ] && ! grep -Eq 'status: error|ERROR' "$job/verify" &&
    ! grep -E 'missing: |checksum invalid: |size invalid: |other: ' "$job/verify" |
      grep -Eq '(missing|checksum invalid|size invalid|other): [1-9]'
}
# It tells of every backup in the repository: each gets its own proof.
proven_each() {
  sed -n 's/^ *backup: \([^,]*\), status: \([a-z]*\).*/\1 \2/p' "$job/verify" >"$job/each"
  while read -r one status; do
    id="\"$one\""
    case $status in
      valid) proven 'pgbackrest verify' true '' ;;
      *) proven 'pgbackrest verify' false "its status is $status" ;;
    esac
  done <"$job/each"
  # older ones tell only whether all is well
  [ -s "$job/each" ]
}
