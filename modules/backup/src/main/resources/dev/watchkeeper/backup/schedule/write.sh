# Has this host run a job again and again: what runs is a file of its own, beside the jobs.
# id; keeper: cron or timer; when: the five fields of cron; calendar: the same for systemd, a line each; what: in words, on
# one line; script: what is to run
set -e
umask 077
mkdir -p -- "$folder"
# the clock knows nothing of what a profile sets: jobs belong where they are looked for
{
  [ -z "${XDG_STATE_HOME:-}" ] ||
    printf "XDG_STATE_HOME='%s'; export XDG_STATE_HOME\n" "$(printf %s "$XDG_STATE_HOME" | sed "s/'/'\\\\''/g")"
  printf '%s\n' "$script"
} >"$folder/$id.sh"
by_cron() {
  command -v crontab >/dev/null || { echo 'crontab is missing on this host: it is in the package cron' >&2; exit 91; }
  file=$(printf %s "$folder/$id.sh" | sed "s/'/'\\\\''/g")
  # a percent sign would end the line for cron
  line=$(printf '%s /bin/sh '"'%s'"' # %s' "$when" "$file" "$what" | sed 's/%/\\%/g')
  { crontab -l 2>/dev/null || :; printf '%s\n' "$line"; } | crontab -
  crontab -l | grep -F "watchkeeper/schedules/$id.sh"
}
by_timer() {
  command -v systemctl >/dev/null || { echo 'systemctl is missing on this host: it has no systemd' >&2; exit 91; }
  mkdir -p -- "$units"
  unit=watchkeeper-$id
  # specifiers, variables and quotes of systemd's
  file=$(printf %s "$folder/$id.sh" | sed 's/[\\"]/\\&/g; s/%/%%/g; s/\$/$$/g')
  words=$(printf %s "$what" | sed 's/%/%%/g; s|\\|/|g')
  printf '[Unit]\nDescription=%s\n\n[Service]\nType=oneshot\nExecStart=/bin/sh "%s" wait\n' "$words" "$file" \
    >"$units/$unit.service"
  {
    printf '[Unit]\nDescription=%s\n\n[Timer]\n' "$words"
    printf '%s\n' "$calendar" | sed 's/^/OnCalendar=/'
    printf 'AccuracySec=1s\n\n[Install]\nWantedBy=timers.target\n'
  } >"$units/$unit.timer"
  chmod 644 "$units/$unit.service" "$units/$unit.timer"
  { systemctl $scope daemon-reload && systemctl $scope --quiet enable --now "$unit.timer"; } || {
    rm -f -- "$units/$unit.service" "$units/$unit.timer"
    exit 92
  }
  echo "$unit.timer, next $(systemctl $scope show "$unit.timer" --property=NextElapseUSecRealtime --value --no-pager)"
  # timers of a user run while somebody of that name is logged in, or it was said that they may always
  [ "$scope" = --system ] || [ "$(loginctl show-user "$(id -un)" --property=Linger --value 2>/dev/null)" = yes ] ||
    loginctl enable-linger 2>/dev/null ||
    echo "but only while $(id -un) is logged in: have root run loginctl enable-linger $(id -un)"
}
trap '[ $? = 0 ] || rm -f -- "$folder/$id.sh"' EXIT
"by_$keeper"
