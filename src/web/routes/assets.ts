/** `/assets/{name}?v={version}`: kept by browsers for good where the version is the present one. */
import express, { type Router } from "express";
import type { Assets } from "../assets.ts";
import { notFound } from "../http-error.ts";

const FOR_GOOD = "public, max-age=31536000, immutable";
/** Asked for without its version, or with an old one: kept, but checked again each time. */
const CHECKED = "public, no-cache";

export function assetsRouter(assets: Assets): Router {
  const router = express.Router();
  router.get("/assets/:name", (request, response) => {
    const asset = assets.find(request.params.name);
    if (!asset) throw notFound("There is no such file.");
    response.set({
      "Content-Type": asset.type,
      "Cache-Control": request.query.v === asset.version ? FOR_GOOD : CHECKED,
      ETag: `"${asset.version}"`,
    });
    response.send(asset.body);
  });
  return router;
}
