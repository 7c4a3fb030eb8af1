# Runs in the job's folder, as the first process of the job's session: keeps log and exit status.
trap '' HUP INT
trap 'cancelled=yes' TERM
cancelled=
echo "$$ $(sed 's/.*) //' "/proc/$$/stat" | cut -d' ' -f20)" >pid.new && mv pid.new pid
[ ! -f pgpass ] || { PGPASSFILE=$PWD/pgpass && export PGPASSFILE; }
job=$PWD
export job
(trap - HUP INT TERM; exec /bin/sh ./task) >log 2>&1 </dev/null &
child=$!
while :; do
  wait "$child"
  status=$?
  # a signal ends the waiting, not the child
  kill -0 "$child" 2>/dev/null || break
done
rm -f pgpass
printf '%s %s %s\n' "$status" "$(date +%s)" "${cancelled:-no}" 1<>end
mv end exit
