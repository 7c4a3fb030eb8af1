# Where a Redis writes its log: leaves file, shown, format and kin.
# logfile and folder: what it says of itself (CONFIG GET logfile, dir); pid: its process
shown= file= format=redis kin=one
case $logfile in
  '' | /dev/stdout)
    case $(cat "/proc/$pid/comm" 2>/dev/null) in *redis* | *valkey*) output "/proc/$pid/fd/1" ;; esac
    ;;
  /*) file=$logfile shown=$logfile ;;
  *) file=$folder/$logfile shown=$folder/$logfile ;;
esac
