# After start.sh, in the job's folder: who asks for it waits for its end, and gets its exit status.
if [ "${1-}" = wait ]; then
  read -r pid born <pid
  until [ -f exit ] || [ ! -d "/proc/$pid" ]; do
    sleep 1
  done
  # the last thing that it does is to say how it ended
  [ -f exit ] || exit 95
  read -r status stopped cancelled <exit
  exit "$status"
fi
