#!/bin/sh
# Fills the templates in, then becomes nginx.
set -eu
if [ -n "${NGINX_ENTRYPOINT_LOCAL_RESOLVERS:-}" ]; then
  NGINX_LOCAL_RESOLVERS=$(sed -n 's/^nameserver \([0-9.]*\).*/\1/p' /etc/resolv.conf | tr '\n' ' ')
  export NGINX_LOCAL_RESOLVERS
fi
# Only these are replaced: nginx has variables that are written the same way.
names=$(env | sed 's/=.*//' | grep -E "${NGINX_ENVSUBST_FILTER:-.}" | sed 's/.*/${&}/')
for template in /etc/nginx/templates/*.template; do
  [ -e "$template" ] || continue
  envsubst "$names" < "$template" > "${NGINX_ENVSUBST_OUTPUT_DIR:-/etc/nginx/conf.d}/$(basename "$template" .template)"
done
exec "$@"
