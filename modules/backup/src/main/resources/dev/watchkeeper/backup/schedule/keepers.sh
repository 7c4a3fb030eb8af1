# Tells who watches the clock on this host, and by which zone.
if command -v crontab >/dev/null; then
  runs 'crond?' && echo 'cron runs' || echo 'cron idle'
fi
! command -v systemctl >/dev/null || ! systemctl $scope list-timers --no-pager >/dev/null 2>&1 || echo timer
# daemons go by the system's clock, whatever this shell was told
printf 'zone %s\n' "$(readlink -f /etc/localtime)" "$(cat /etc/timezone 2>/dev/null)" "$(unset TZ; date +%z)"
