#!/bin/bash
# Puts a dump from /backups in the place of what the database holds: BACKUP=<file name>, by default the newest.
set -euo pipefail
host=${DATABASE_HOST:-mysql}
backup=${BACKUP:-$(find /backups -name 'translation-*.sql.gz' -printf '%f\n' | sort | tail -n 1)}
[ -n "$backup" ] || { echo "there is no backup in /backups" >&2; exit 1; }
gzip --test "/backups/$backup"

export MYSQL_PWD
MYSQL_PWD=$(cat /run/secrets/database/owner-password)
client=(mysql --host="$host" --user=owner --default-character-set=utf8mb4 --binary-mode)
# Tables of a newer schema than the dump's would be in the way of its migrations.
"${client[@]}" --execute='DROP DATABASE IF EXISTS translation; CREATE DATABASE translation'
gzip --decompress --stdout "/backups/$backup" | "${client[@]}" translation
echo "restored $backup: $("${client[@]}" translation --skip-column-names --execute='SELECT COUNT(*) FROM translation') translations"
