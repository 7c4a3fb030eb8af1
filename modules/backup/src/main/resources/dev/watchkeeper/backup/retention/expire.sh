# Has pgBackRest expire what its configuration no longer keeps.
# stanza, config: both may be empty
set --
[ -z "$stanza" ] || set -- "$@" --stanza="$stanza"
[ -z "$config" ] || set -- "$@" --config="$config"
as=
# as root it would leave files behind that only root can read
if [ "$(id -u)" = 0 ] && id postgres >/dev/null 2>&1; then
  as='runuser -u postgres --'
fi
cd /
$as pgbackrest "$@" --log-level-console=info --log-level-file=off expire
