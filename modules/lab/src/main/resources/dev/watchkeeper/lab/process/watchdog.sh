# Run by `sh -c`, with the lab's folder as its argument and a pipe from the console as its input.
# Ends what the console leaves behind, however the console ended.
trap '' INT TERM HUP QUIT PIPE
lab=$1

while read -r line; do :; done # the pipe ends with the console

each() { # each SIGNAL: sends it to every server; true if one was there
    found=1
    for file in "$lab"/pids/*; do
        [ -f "$file" ] && kill -s "$1" "$(head -n 1 "$file")" 2>/dev/null && found=0
    done
    return $found
}

ended() { # ended TENTHS: waits until all are gone; false after so many tenths of a second
    tenths=$1
    while each 0; do
        [ "$tenths" -gt 0 ] || return 1
        tenths=$((tenths - 1))
        sleep 0.1
    done
}

each INT # PostgreSQL: fast shutdown
if ! ended 20; then
    each QUIT # PostgreSQL: immediate shutdown
    ended 20 || each KILL
    ended 20
fi
rounds=20
while [ -d "$lab" ] && [ "$rounds" -gt 0 ]; do # backends of a killed server may still write for a moment
    rm -rf "$lab"
    rounds=$((rounds - 1))
    [ -d "$lab" ] && sleep 0.1
done
