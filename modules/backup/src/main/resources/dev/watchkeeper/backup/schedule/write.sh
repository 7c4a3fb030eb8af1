# Writes a job into the crontab of this user: what runs is a file of its own, beside the jobs.
# id; when: the five fields; what: in words, on one line; script: what is to run
set -e
umask 077
command -v crontab >/dev/null || { echo 'crontab is missing on this host: it is in the package cron' >&2; exit 91; }
folder=${XDG_STATE_HOME:-$HOME/.local/state}/watchkeeper/schedules
mkdir -p -- "$folder"
printf '%s\n' "$script" >"$folder/$id.sh"
file=$(printf %s "$folder/$id.sh" | sed "s/'/'\\\\''/g")
# a percent sign would end the line for cron
line=$(printf '%s /bin/sh '"'%s'"' # %s' "$when" "$file" "$what" | sed 's/%/\\%/g')
{ crontab -l 2>/dev/null || :; printf '%s\n' "$line"; } | crontab -
crontab -l | grep -F "watchkeeper/schedules/$id.sh"
