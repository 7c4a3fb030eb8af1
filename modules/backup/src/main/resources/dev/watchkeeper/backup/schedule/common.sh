# Where things lie, for every script about what runs by the clock.
state=${XDG_STATE_HOME:-$HOME/.local/state}/watchkeeper
folder=$state/schedules
# root's timers are the system's; those of others run in their own systemd, which a shell over SSH has to be led to
if [ "$(id -u)" = 0 ]; then
  scope=--system
  units=/etc/systemd/system
else
  scope=--user
  units=${XDG_CONFIG_HOME:-$HOME/.config}/systemd/user
  XDG_RUNTIME_DIR=${XDG_RUNTIME_DIR:-/run/user/$(id -u)}
  export XDG_RUNTIME_DIR
fi
# processes of that name: cron itself may have another one's eyes only
runs() { grep -qxE "$1" /proc/[0-9]*/comm 2>/dev/null; }
