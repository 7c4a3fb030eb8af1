# Whether pgBackRest finds its whole repository sound: with text as output it exits with 0 whatever it finds.
check_pgbackrest() { # OPTION…
  as postgres pgbackrest "$@" --log-level-console=warn --log-level-file=off verify --output=text --verbose >"$job/verify" 2>&1
  status=$?
  cat "$job/verify"
  [ "$status" = 0 ] && ! grep -Eq 'status: error|ERROR' "$job/verify" &&
    ! grep -E 'missing: |checksum invalid: |size invalid: |other: ' "$job/verify" |
      grep -Eq '(missing|checksum invalid|size invalid|other): [1-9]'
}
