# Takes a job out of the crontab of this user, and its file away.
# id
set -e
folder=${XDG_STATE_HOME:-$HOME/.local/state}/watchkeeper/schedules
crontab -l | grep -Fq "watchkeeper/schedules/$id.sh" || exit 94
crontab -l | grep -Fv "watchkeeper/schedules/$id.sh" | crontab -
rm -f -- "$folder/$id.sh"
