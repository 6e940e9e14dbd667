# The API: one bundled service, the ONNX Runtime library of one platform, the models. Built from the repository's root:
#   docker build --file docker/api.Dockerfile --tag unlimited-translation-api .
#   docker build --file docker/api.Dockerfile --build-arg MODELS=Xenova/opus-mt-de-en,Xenova/opus-mt-en-de .
# A secret named `ca` (optional) holds the certificates of a network whose proxy signs with its own.

# Everything is built on the builder's platform: only a compiled library differs from one platform to another.
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
COPY apps/api apps/api
COPY tsconfig.base.json ./
RUN --mount=type=cache,id=pnpm-store,target=/pnpm/store \
    pnpm install --offline --frozen-lockfile --store-dir=/pnpm/store --filter "@unlimited/api..." && \
    pnpm --filter @unlimited/api build

# Fetched and compiled once, here: a container neither downloads nor writes.
ARG MODELS=""
ARG BEAM_SIZE=""
RUN --mount=type=secret,id=ca,required=false \
    if [ -s /run/secrets/ca ]; then export NODE_EXTRA_CA_CERTS=/run/secrets/ca; fi; \
    mkdir -p /models && MODEL_CACHE_DIR=/models node apps/api/src/prepare-models.ts

ARG TARGETARCH
RUN mkdir -p /app/node_modules/@unlimited && cd /app && \
    cp -r /build/apps/api/dist dist && \
    cp -r /build/packages/model-de-en /build/packages/model-en-de node_modules/@unlimited/ && \
    cp -rL "$(dirname "$(realpath /build/packages/marian/node_modules/onnxruntime-node)")"/onnxruntime-node node_modules/ && \
    cp -rL "$(dirname "$(realpath /build/packages/marian/node_modules/onnxruntime-node)")"/onnxruntime-common node_modules/ && \
    find node_modules/onnxruntime-node/bin -type f ! -path "*/linux/$(echo "$TARGETARCH" | sed s/amd64/x64/)/*" -delete && \
    rm -rf node_modules/onnxruntime-node/script && \
    echo '{ "type": "module" }' > package.json

# What a service does not need of its base: headers, npm, corepack. Taken out on the builder's platform, too.
FROM node:24-bookworm-slim AS base
FROM packages AS system
COPY --from=base / /system
RUN cd /system && \
    rm -rf usr/local/include usr/local/lib/node_modules usr/local/share/doc usr/local/share/man opt/yarn* root/.npm tmp/* && \
    rm -f usr/local/bin/npm usr/local/bin/npx usr/local/bin/corepack usr/local/bin/yarn usr/local/bin/yarnpkg

FROM scratch
LABEL org.opencontainers.image.title="Unlimited Translation: API" \
      org.opencontainers.image.description="Translates texts of any length with Marian models" \
      org.opencontainers.image.source="https://github.com/datatrigger/unlimited-translation" \
      org.opencontainers.image.licenses="MIT"
COPY --from=system /system /
WORKDIR /app
COPY --from=build /app ./
COPY --from=build /models /app/models
ARG MODELS=""
ARG BEAM_SIZE=""
ENV PATH=/usr/local/bin:/usr/bin:/bin \
    NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=8080 \
    MODELS=$MODELS \
    BEAM_SIZE=$BEAM_SIZE \
    MODEL_CACHE_DIR=/app/models
USER 1000:1000
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --start-interval=1s --retries=3 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/$PORT && printf 'GET /readyz HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q ' 200 ' <&3"]
ENTRYPOINT ["node"]
# The heap as `npm start` has it (packages/local-stack/src/api-process.ts).
CMD ["--max-semi-space-size=16", "--max-old-space-size=512", "dist/main.js"]
