#!/bin/bash
# Writes a consistent dump of the database to /backups and removes old ones. Nothing stops meanwhile.
set -euo pipefail
host=${DATABASE_HOST:-mysql} keep_days=${KEEP_DAYS:-14}
name=translation-$(date -u +%Y%m%dT%H%M%SZ).sql.gz

export MYSQL_PWD
MYSQL_PWD=$(cat /run/secrets/database/owner-password)
# One snapshot for all tables. Translations that are under way are in it as they are, and go on after a restore.
mysqldump --host="$host" --user=owner --single-transaction --quick --no-tablespaces --set-gtid-purged=OFF \
  --default-character-set=utf8mb4 --hex-blob translation |
  gzip > "/backups/$name.part"

# mysqldump ends a whole dump with this line; a dump without it is not a backup.
gzip --decompress --stdout "/backups/$name.part" | tail -n 1 | grep -q '^-- Dump completed' ||
  { echo "the dump is not complete" >&2; exit 1; }
mv "/backups/$name.part" "/backups/$name"
find /backups -name 'translation-*.sql.gz' -mtime "+$keep_days" -delete
find /backups -name 'translation-*.part' -mtime +1 -delete
echo "wrote $name, $(stat --format=%s "/backups/$name") bytes; kept: $(find /backups -name 'translation-*.sql.gz' | wc -l)"
