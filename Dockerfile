# One process, one SQLite file in /app/var. Nothing is compiled: the packages bring what they need.
FROM node:24-slim
ENV NODE_ENV=production
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --omit=dev --omit=optional --no-audit --no-fund
COPY . .
RUN mkdir -p var && chown node:node var
USER node
VOLUME /app/var
EXPOSE 3000
ENV HOST=0.0.0.0
CMD ["node", "--max-semi-space-size=16", "--heap-growing-percent=50", "src/main.ts"]
