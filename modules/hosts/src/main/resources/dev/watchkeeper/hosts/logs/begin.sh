# Before what looks for the file: where a process writes to, in $goes if that is no file.
goes= closed=
output() {
  path=$(readlink -- "$1" && printf x)
  path=${path%?x}
  if [ -z "$path" ]; then
    closed=$1
  elif [ "$path" -ef "$1" ] && [ -f "$path" ]; then
    file=$path shown=$path
  elif [ -f "$1" ]; then
    file=$1 shown=$path # it was removed, or is seen elsewhere under this name
  else
    goes=$path
  fi
}
