# A backup by Barman, and its own check of it.
# server
say "barman backup of $server begins"
run_barman backup --wait "$server" || fail "barman ended with status $?"
newest=$(run_barman list-backup --minimal "$server" | sort | tail -n 1)
say "saved as $newest; checking it"
prove_barman "$newest"
say "done: $newest"
