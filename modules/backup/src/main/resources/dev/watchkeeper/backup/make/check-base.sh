# Whether every file of a base backup is as its manifest says, and the WAL that it needs can be read.
# verify: pg_verifybackup
check_base() { # FOLDER
  if [ -f "$1/PG_VERSION" ]; then
    (cd -- "$1" && "$verify" .)
    return
  fi
  [ -f "$1/backup_manifest" ] || { echo 'there is no backup_manifest: nothing tells what should be in it'; return 1; }
  # tars are unpacked to be checked: pg_verifybackup reads them itself from 18 on, but not the WAL in them
  scratch=./.${job##*/}.unpacked
  rm -rf -- "$scratch"
  mkdir -- "$scratch" || return
  unpack "$1" && cp -- "$1/backup_manifest" "$scratch/" && (cd -- "$scratch" && "$verify" .)
  status=$?
  rm -rf -- "$scratch"
  return $status
}
unpack() { # FOLDER
  for tar in "$1"/base.tar*; do
    tar -xf "$tar" -C "$scratch" || return
  done
  mkdir -p -- "$scratch/pg_wal"
  for tar in "$1"/pg_wal.tar*; do
    [ ! -f "$tar" ] || tar -xf "$tar" -C "$scratch/pg_wal" || return
  done
  # tablespaces: what is a link in the data directory comes to lie in its place
  for tar in "$1"/[0-9]*.tar*; do
    [ -f "$tar" ] || continue
    oid=${tar##*/}
    oid=${oid%%.*}
    rm -f -- "$scratch/pg_tblspc/$oid"
    mkdir -p -- "$scratch/pg_tblspc/$oid" && tar -xf "$tar" -C "$scratch/pg_tblspc/$oid" || return
  done
}
