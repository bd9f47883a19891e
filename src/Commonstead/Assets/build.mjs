// Bundles the scripts and styles of the pages into wwwroot/assets. Run by the build of Commonstead.csproj.
import { build } from "esbuild";
import { rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const output = join(here, "../wwwroot/assets");
rmSync(output, { recursive: true, force: true });

const shared = {
  absWorkingDir: here,
  bundle: true,
  minify: true,
  legalComments: "none",
  logLevel: "warning",
  target: ["es2022", "chrome111", "firefox113", "safari16.4"],
  outdir: output,
};

await build({
  ...shared,
  entryPoints: { commonstead: "styles/commonstead.css", map: "styles/map.css", chart: "styles/chart.css" },
  loader: { ".png": "file", ".svg": "file", ".woff2": "file" },
  assetNames: "[name]-[hash]",
});

await build({
  ...shared,
  entryPoints: {
    passkey: "scripts/passkey.ts",
    map: "scripts/map.ts",
    page: "scripts/page.ts",
    chart: "scripts/chart.ts",
    rule: "scripts/rule.ts",
    progress: "scripts/progress.ts",
  },
  format: "esm",
});
