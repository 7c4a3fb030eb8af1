# Where a PostgreSQL server writes its log: leaves file, shown, format and kin.
# data: its data directory, if that is known; backend: one of its processes; formats: what is wanted, the best first;
# jsonlog, csvlog, stderr: where it writes, as far as the server itself said so
shown= file= format= kin=folder
server() { case $(cat "/proc/$1/comm" 2>/dev/null) in postgres* | postmaster*) ;; *) return 1 ;; esac; }
# a role may not be told, but each process of the server stands in there
if [ -z "$data" ] && server "$backend"; then
  data=$(readlink "/proc/$backend/cwd" && printf x)
  data=${data%?x}
fi
for one in $formats; do
  path=$(sed -n "s/^$one //p" "$data/current_logfiles" 2>/dev/null | head -n 1)
  [ -n "$path" ] || eval "path=\$$one"
  case $path in
    '') continue ;;
    /*) ;;
    *) [ -n "$data" ] || continue
      path=$data/$path ;;
  esac
  file=$path shown=$path format=$one
  break
done
[ -n "$file" ] || {
  # no collector: then the log is where its output goes
  kin=one format=stderr
  pid=$(head -n 1 "$data/postmaster.pid" 2>/dev/null)
  if ! server "${pid:-none}"; then
    pid=
    ! server "$backend" || pid=$(sed 's/^.*) //' "/proc/$backend/stat" | cut -d' ' -f2)
  fi
  if [ -n "$pid" ]; then output "/proc/$pid/fd/2"; fi
  # Debian's own place, which a member of adm may read
  cluster=${data##*/} version=${data%/*} version=${version##*/}
  usual=/var/log/postgresql/postgresql-$version-$cluster.log
  if [ -z "$file" ] && [ -z "$goes" ] && [ -e "$usual" ]; then file=$usual shown=$usual; fi
}
