# The page, and nginx in front of it and of the API. Built from the repository's root:
#   docker build --file docker/web.Dockerfile --tag unlimited-translation-web .

# The same steps as in api.Dockerfile, so that a builder does them once for both.
FROM --platform=$BUILDPLATFORM node:24-bookworm-slim AS packages
WORKDIR /build
ENV PNPM_HOME=/pnpm CI=true
COPY package.json ./
RUN --mount=type=secret,id=ca,required=false \
    if [ -s /run/secrets/ca ]; then export NODE_EXTRA_CA_CERTS=/run/secrets/ca npm_config_cafile=/run/secrets/ca; fi; \
    npm install --global --no-fund --no-audit "$(node -p "require('./package.json').packageManager")"
# Only what the lock file says decides what is downloaded: this layer stays while the sources change.
COPY pnpm-lock.yaml pnpm-workspace.yaml ./
RUN --mount=type=secret,id=ca,required=false --mount=type=cache,id=pnpm-store,target=/pnpm/store \
    if [ -s /run/secrets/ca ]; then export NODE_EXTRA_CA_CERTS=/run/secrets/ca npm_config_cafile=/run/secrets/ca; fi; \
    pnpm fetch --store-dir=/pnpm/store

FROM packages AS build
COPY packages packages
COPY apps/web apps/web
COPY tsconfig.base.json ./
RUN --mount=type=cache,id=pnpm-store,target=/pnpm/store \
    pnpm install --offline --frozen-lockfile --store-dir=/pnpm/store --filter "@unlimited/web..." && \
    # With a compressed copy of each file, which nginx sends as it is (gzip_static).
    pnpm --filter @unlimited/web build

FROM nginxinc/nginx-unprivileged:1.28-bookworm
LABEL org.opencontainers.image.title="Unlimited Translation: page" \
      org.opencontainers.image.description="The page of the translator, and nginx in front of its API" \
      org.opencontainers.image.source="https://github.com/datatrigger/unlimited-translation" \
      org.opencontainers.image.licenses="MIT"
# The entry point writes the configuration to /tmp, the only folder that need be writable.
ENV API_HOST=api:8080 \
    NGINX_ENTRYPOINT_LOCAL_RESOLVERS=1 \
    NGINX_ENVSUBST_OUTPUT_DIR=/tmp \
    NGINX_ENVSUBST_FILTER="^(API_HOST|NGINX_LOCAL_RESOLVERS)$"
COPY docker/nginx/nginx.conf /etc/nginx/nginx.conf
COPY docker/nginx/server.conf.template /etc/nginx/templates/
COPY docker/nginx/security-headers.conf docker/nginx/proxy.conf /etc/nginx/
COPY --from=build /build/apps/web/dist /usr/share/nginx/html
USER 101:101
EXPOSE 8080
STOPSIGNAL SIGQUIT
HEALTHCHECK --interval=10s --timeout=3s --start-period=5s --retries=3 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /healthz HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q ' 200 ' <&3"]
