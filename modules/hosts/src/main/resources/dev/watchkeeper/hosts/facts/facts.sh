# What there is to know of this host: a line each, a word and its values with tabs between.
# tools: names of tools for backups; folders are in $@; server: a process of the server that is looked at;
# settings: a line for each folder that a configuration names: how its key begins, what holds if it is not set, the files of which the
# first that is there counts; tabs between
now=$(date +%s.%N)
case $now in *[!0-9.]*) now=$(date +%s) ;; esac
printf 'clock\t%s\n' "$now"
printf 'user\t%s\n' "$(id -un)"
system=$(uname -sr)
[ ! -r /etc/os-release ] || system="$(. /etc/os-release && printf '%s' "$PRETTY_NAME"), $system"
printf 'system\t%s\t%s\n' "$(uname -n)" "$system"
printf 'cores\t%s\t%s\n' "$(getconf _NPROCESSORS_ONLN 2>/dev/null)" "$(getconf CLK_TCK 2>/dev/null)"
[ ! -r /proc/loadavg ] || tr ' ' '\t' </proc/loadavg | sed 's/^/load\t/'
[ ! -r /proc/uptime ] || tr ' ' '\t' </proc/uptime | sed 's/^/uptime\t/'
[ ! -r /proc/meminfo ] || awk '/^(MemTotal|MemAvailable|SwapTotal|SwapFree):/ { print "memory\t" substr($1, 1, length($1) - 1) "\t" $2 }' /proc/meminfo
disk() { # disk WORDS FOLDER
  room=$(df -Pk -- "$2" 2>/dev/null | awk 'NR == 2 {
    mount = $6; for (i = 7; i <= NF; i++) mount = mount " " $i
    print $2 "\t" $3 "\t" $4 "\t" mount }')
  [ -z "$room" ] || printf '%s\t%s\n' "$1" "$room"
}
# folders are told by their number, as a path may hold anything
number=0
for folder in "$@"; do
  number=$((number + 1))
  disk "disk	$number" "$folder"
done
number=0
printf '%s\n' "$settings" | while IFS='	' read -r key usual files; do
  number=$((number + 1))
  file=$(printf '%s\n' "$files" | tr '\t' '\n' | while IFS= read -r one; do [ ! -e "$one" ] || { printf '%s' "$one"; break; }; done)
  named=$(sed -n "s/^[[:space:]]*\($key\)[[:space:]]*=[[:space:]]*//p" "$file" 2>/dev/null | sed 's/[[:space:]]*$//' | sort -u)
  printf '%s\n' "${named:-$usual}" | while IFS= read -r folder; do
    disk "$(printf 'named\t%s\t%s' "$number" "$folder")" "$folder"
  done
done
PATH="$PATH:/usr/local/bin:/usr/sbin:/sbin"
for tool in $tools; do
  {
    command -v "$tool"
    ls -d /usr/lib/postgresql/*/bin/"$tool" /usr/pgsql-*/bin/"$tool" /usr/local/pgsql/bin/"$tool" 2>/dev/null
  } | sort -u | while IFS= read -r path; do
    case $tool in
      redis-*) said=$(redis-server --version 2>/dev/null) ;;
      pgbackrest) said=$("$path" version 2>/dev/null) ;;
      *) said=$("$path" --version 2>/dev/null) ;;
    esac
    printf 'tool\t%s\t%s\t%s\n' "$tool" "$path" "$(printf '%s' "$said" | head -n 1)"
  done
done
# the server's processes: who stands on this host answers to that number, and is one
case $(cat "/proc/$server/comm" 2>/dev/null) in
  postgres* | postmaster*) root=$(sed 's/^.*) //' "/proc/$server/stat" | cut -d' ' -f2) own= ;;
  redis* | valkey* | keydb*) root=$server own=$server ;;
  *) exit 0 ;;
esac
# what they call themselves: PostgreSQL tells there what each does
ps -ww -o pid=,args= --ppid "$root" ${own:+-p "$own"} 2>/dev/null | cut -c1-300 | tr '\t' ' ' |
  while read -r pid title; do printf 'title\t%s\t%s\n' "$pid" "$title"; done
cat /proc/[0-9]*/stat 2>/dev/null | sed 's/^\([0-9]*\) (.*) /\1 /' |
  awk -v root="$root" -v own="$own" '$3 == root || $1 == own { print $1, $13, $14, $21, $23 }' |
  while read -r pid user system born pages; do
    got= put=
    { while read -r word value; do
      case $word in read_bytes:) got=$value ;; write_bytes:) put=$value ;; esac
    done <"/proc/$pid/io"; } 2>/dev/null
    printf 'process\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n' "$pid" "$user" "$system" "$born" "$pages" "$got" "$put"
  done
exit 0
