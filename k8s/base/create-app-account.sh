# Read by the entry point of the mysql image when the data folder is set up: the account of the API, which reads and
# writes rows but cannot change the schema. (`owner`, who can, belongs to the migrations and the backup.)
create_app_account() {
  local socket password
  for socket in /var/run/mysqld/*.sock; do
    case $socket in *mysqlx*) ;; *) break ;; esac
  done
  password=$(cat /run/secrets/database/app-password)
  MYSQL_PWD=$(cat /run/secrets/database/root-password) mysql --socket="$socket" --user=root <<SQL
SET SESSION sql_mode = CONCAT(@@sql_mode, ',NO_BACKSLASH_ESCAPES');
CREATE USER 'app'@'%' IDENTIFIED BY '${password//\'/\'\'}';
GRANT SELECT, INSERT, UPDATE, DELETE ON translation.* TO 'app'@'%';
SQL
}
create_app_account
