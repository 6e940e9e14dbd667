#!/bin/bash
# As user 999: an empty volume gets its accounts and its database first, from a server that nobody can reach; then the
# real one starts.
set -euo pipefail

# A string of SQL.
quoted() { printf "'%s'" "$(sed "s/[\\\\']/\\\\&/g" <<< "$1")"; }

set_up() {
  local root password server script
  root=$(< "$MYSQL_ROOT_PASSWORD_FILE")
  password=$(< "$MYSQL_PASSWORD_FILE")
  mysqld --initialize-insecure
  mysqld --skip-networking &
  server=$!
  until mysqladmin --user=root --silent ping 2> /dev/null; do
    kill -0 "$server" || exit 1
    sleep 0.2
  done
  mysql --user=root << SQL
CREATE DATABASE $MYSQL_DATABASE;
CREATE USER $MYSQL_USER@'%' IDENTIFIED BY $(quoted "$password");
GRANT ALL ON $MYSQL_DATABASE.* TO $MYSQL_USER@'%';
ALTER USER root@localhost IDENTIFIED BY $(quoted "$root");
SQL
  for script in /docker-entrypoint-initdb.d/*.sh; do
    [ ! -e "$script" ] || . "$script"
  done
  MYSQL_PWD=$root mysqladmin --user=root shutdown
  wait "$server"
}

if [ "$1" = mysqld ] && [ ! -d /var/lib/mysql/mysql ]; then set_up; fi
exec "$@"
