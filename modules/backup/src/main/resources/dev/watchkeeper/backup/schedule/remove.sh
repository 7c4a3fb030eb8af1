# Takes away what write.sh wrote.
# id
set -e
timer=watchkeeper-$id.timer
if [ -f "$units/$timer" ]; then
  systemctl $scope --quiet disable --now "$timer"
  rm -f -- "$units/$timer" "$units/watchkeeper-$id.service"
  systemctl $scope daemon-reload
else
  crontab -l | grep -Fq "watchkeeper/schedules/$id.sh" || exit 94
  crontab -l | grep -Fv "watchkeeper/schedules/$id.sh" | crontab -
fi
rm -f -- "$folder/$id.sh"
