# Prints a file as it was before it was packed: its first bytes tell how, not its name. Whoever lacks the tool, or may not
# read the file, learns nothing about it: then nothing is said of the backup.
unpacker() { # FILE; leaves in $unpacker what unpacks it; empty if it is not packed
  case $(od -An -tx1 -N6 "$1" | tr -d ' \n') in
    1f8b*) unpacker=gzip ;;
    28b52ffd*) unpacker=zstd ;;
    04224d18*) unpacker=lz4 ;;
    fd377a585a00) unpacker=xz ;;
    425a68*) unpacker=bzip2 ;;
    *) unpacker= ;;
  esac
  [ -z "$unpacker" ] || command -v "$unpacker" >/dev/null ||
    fail "it can't be judged: it is packed with $unpacker, which is missing on this host"
}
opened() { # FILE, of which unpacker was asked
  if [ -n "$unpacker" ]; then "$unpacker" -dc <"$1"; else cat -- "$1"; fi
}
readable() { # FILE OR FOLDER
  closed=$(find "$1" ! -readable -print 2>/dev/null | head -n 1)
  [ -z "$closed" ] || fail "it can't be judged: $(id -un) may not read ${closed#./}"
}
