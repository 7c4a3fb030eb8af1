# Tells which of the tools for backups there are: a line each, version and path with a tab between.
# tools: their names, with blanks between
export PATH="$PATH:/usr/local/bin:/usr/sbin:/sbin"
for tool in $tools; do
  {
    command -v "$tool"
    ls -d /usr/lib/postgresql/*/bin/"$tool" /usr/pgsql-*/bin/"$tool" /usr/local/pgsql/bin/"$tool" \
      /opt/homebrew/opt/postgresql@*/bin/"$tool" 2>/dev/null
  } | sort -u | while IFS= read -r path; do
    case $tool in
      redis-check-rdb) version=-$(redis-server --version 2>/dev/null) ;;
      pgbackrest) version=$("$path" version 2>/dev/null) ;;
      *) version=$("$path" --version 2>/dev/null) ;;
    esac
    printf '%s\t%s\t%s\n' "$tool" "$(printf '%s' "$version" | head -n 1)" "$path"
  done
done
exit 0
