# Whether every file of a base backup is as its manifest says, and the WAL that it needs can be read, if it lies in it.
# verify: pg_verifybackup; its_wal: not empty if it has to
check_base() { # FOLDER; leaves in $how_checked how
  how_checked=pg_verifybackup
  [ -f "$1/backup_manifest" ] ||
    fail "it can't be judged: it has no backup_manifest, so nothing tells what should be in it"
  set -- "$1" "$1"/base.tar*
  if [ ! -f "$2" ]; then
    compared "$1"
    return
  fi
  # tars are unpacked to be checked: pg_verifybackup reads them itself from 18 on, but not the WAL in them
  scratch=./.${job##*/}.unpacked
  rm -rf -- "$scratch"
  mkdir -- "$scratch" || fail "it can't be judged: there is no room to unpack it"
  unpack "$1" && cp -- "$1/backup_manifest" "$scratch/" && compared "$scratch"
  status=$?
  rm -rf -- "$scratch"
  return $status
}
compared() { # FOLDER
  if [ -z "${its_wal:-}" ] && ! ls -- "$1/pg_wal" 2>/dev/null | grep -Eq '^[0-9A-F]{24}$'; then
    how_checked='pg_verifybackup --no-parse-wal'
    say 'no WAL lies in it: what it needs of it has to be in the archive'
  fi
  (cd -- "$1" && "$verify" ${how_checked#pg_verifybackup} .)
}
unpack() { # FOLDER
  for tar in "$1"/base.tar*; do
    untar "$tar" "$scratch" || return
  done
  mkdir -p -- "$scratch/pg_wal"
  for tar in "$1"/pg_wal.tar*; do
    [ ! -f "$tar" ] || untar "$tar" "$scratch/pg_wal" || return
  done
  # tablespaces: what is a link in the data directory comes to lie in its place
  for tar in "$1"/[0-9]*.tar*; do
    [ -f "$tar" ] || continue
    oid=${tar##*/}
    oid=${oid%%.*}
    rm -f -- "$scratch/pg_tblspc/$oid"
    mkdir -p -- "$scratch/pg_tblspc/$oid" && untar "$tar" "$scratch/pg_tblspc/$oid" || return
  done
}
# tar itself knows most ways of packing, but not lz4
untar() { # FILE FOLDER
  unpacker "$1"
  : >"$job/parts"
  { opened "$1" || echo packed >>"$job/parts"; } |
    { tar -xf - -C "$2" 2>"$job/said" || echo tar >>"$job/parts"; cat >/dev/null; }
  cat "$job/said"
  ! grep -q 'No space left' "$job/said" || { rm -rf -- "$scratch"; fail "it can't be judged: there is no room to unpack it"; }
  [ ! -s "$job/parts" ]
}
