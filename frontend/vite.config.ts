import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build, defineConfig, type Plugin, type UserConfig } from "vite";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
/** tools/assets.py builds beside the old files, and puts the new ones in their place when all is well. */
const OUT = process.env["UNBEND_BUILT"] ?? at("../src/unbend/web/static/built");

/** What pages ask for, and the name by which they do. */
const ENTRIES = {
  page: { source: "src/page.ts", name: "page.js" },
  player: { source: "src/player.ts", name: "player.js" },
  main: { source: "src/styles/main.css", name: "main.css" },
  "player-look": { source: "src/styles/player.css", name: "player.css" },
} as const;

const common: UserConfig = {
  configFile: false,
  root: at("."),
  base: "./",
  publicDir: false,
  logLevel: "warn",
  // htmx can evaluate; it is told not to, and the content security policy forbids it.
  build: { rollupOptions: { onwarn: (warning, warn) => (warning.code === "EVAL" ? undefined : warn(warning)) } },
};

/** Builds the service worker last, because it names all other files; then says which file bears which name. */
function serviceWorkerAndManifest(): Plugin {
  const named = new Map<string, string>();
  return {
    name: "unbend-service-worker-and-manifest",
    generateBundle(_, bundle) {
      for (const [file, made] of Object.entries(bundle)) {
        const source = made.type === "chunk" ? made.facadeModuleId : (made.originalFileNames[0] ?? null);
        const entry = Object.values(ENTRIES).find((one) => source !== null && at(source).endsWith(one.source));
        if (entry !== undefined && file.endsWith(entry.name.slice(entry.name.lastIndexOf("."))))
          named.set(entry.name, file);
      }
    },
    async closeBundle() {
      const missing = Object.values(ENTRIES).filter(({ name }) => !named.has(name));
      if (missing.length > 0) throw new Error(`not built: ${missing.map(({ name }) => name).join(", ")}`);
      const shell = readdirSync(OUT).sort();
      await buildServiceWorker(shell, hashOf(shell.map((file) => [file, readFileSync(`${OUT}/${file}`)])));
      const words = readFileSync(at("src/words.en.json"));
      // The worker's own name bears no hash: the site serves it at an address that never changes.
      named.set("service-worker.js", "service-worker.js");
      named.set("words.json", written("words", "json", words));
      writeManifest(named);
    },
  };
}

async function buildServiceWorker(shell: readonly string[], hash: string): Promise<void> {
  await build({
    ...common,
    define: { BUILD: JSON.stringify(hash), SHELL: JSON.stringify(shell) },
    build: {
      outDir: OUT,
      emptyOutDir: false,
      target: "es2022",
      rollupOptions: {
        input: at("src/service-worker.ts"),
        output: { format: "iife", entryFileNames: "service-worker.js" },
      },
    },
  });
}

function hashOf(parts: readonly (readonly [string, Buffer])[]): string {
  const hash = createHash("sha256");
  for (const [name, content] of parts) hash.update(name).update("\0").update(content);
  return hash.digest("hex").slice(0, 12);
}

function written(name: string, suffix: string, content: Buffer): string {
  const file = `${name}-${hashOf([[name, content]])}.${suffix}`;
  writeFileSync(`${OUT}/${file}`, content);
  return file;
}

function writeManifest(named: ReadonlyMap<string, string>): void {
  const sorted = [...named].sort(([a], [b]) => a.localeCompare(b)).map(([name, file]) => [name, { file }]);
  writeFileSync(`${OUT}/manifest.json`, `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`);
}

export default defineConfig({
  ...common,
  plugins: [serviceWorkerAndManifest()],
  build: {
    outDir: OUT,
    emptyOutDir: true,
    target: "es2022",
    assetsDir: ".",
    // The content security policy takes no data addresses but for pictures.
    assetsInlineLimit: 0,
    modulePreload: false,
    cssCodeSplit: true,
    rollupOptions: {
      ...common.build?.rollupOptions,
      input: Object.fromEntries(Object.entries(ENTRIES).map(([name, { source }]) => [name, at(source)])),
      output: {
        entryFileNames: "[name]-[hash].js",
        chunkFileNames: "shared-[hash].js",
        assetFileNames: "[name]-[hash][extname]",
      },
    },
  },
  test: { include: ["src/**/*.test.ts"] },
} as UserConfig);
