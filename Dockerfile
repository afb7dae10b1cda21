# syntax=docker/dockerfile:1
# Onrecord in a container: built from this folder, run as a user without rights, with its data in a volume.
#
#   docker build --tag onrecord .
#   docker run --detach --env-file .env --volume onrecord:/data --network host onrecord
#
# The page for this computer answers on loopback alone, so it is at http://127.0.0.1:3030 only with the host's network. With a
# public address, publish ONRECORD_PUBLIC_PORT instead. Commands: docker exec CONTAINER onrecord digest

FROM node:24-bookworm-slim AS build
WORKDIR /build
COPY package.json package-lock.json ./
COPY scripts scripts
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build && npm run prepare
RUN npm prune --omit=dev --omit=optional --ignore-scripts

FROM node:24-bookworm-slim
ENV NODE_ENV=production ONRECORD_DATA=/data
WORKDIR /app
COPY --from=build /build/node_modules node_modules
COPY --from=build /build/dist dist
COPY --from=build /build/bin bin
COPY --from=build /build/prepared prepared
COPY --from=build /build/prompts prompts
COPY --from=build /build/samples samples
COPY --from=build /build/gold gold
COPY --from=build /build/package.json /build/.env.example ./
RUN mkdir /data && chown node:node /data && ln -s /app/bin/onrecord.js /usr/local/bin/onrecord
USER node
VOLUME /data
# The page answers loopback alone, so the check runs inside.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3030/ready').then(({ok}) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "bin/onrecord.js"]
CMD ["start"]
