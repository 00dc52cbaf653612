import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build, defineConfig, type Plugin, type Rolldown, type UserConfig } from "vite";

type OutputChunk = Rolldown.OutputChunk;
type OutputAsset = Rolldown.OutputAsset;

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
/** tools/assets.py builds beside the old files, and puts the new ones in their place when all is well. */
const OUT = process.env["UNBEND_BUILT"] ?? at("../src/unbend/web/static/built");
const KEEPS_PLACED = process.env["UNBEND_BUILT"] !== undefined;

/** What pages ask for, and the name by which they do. */
const ENTRIES = {
  page: { source: "src/page.ts", name: "page.js" },
  player: { source: "src/player.ts", name: "player.js" },
  main: { source: "src/styles/main.css", name: "main.css" },
  "player-look": { source: "src/styles/player.css", name: "player.css" },
  coach: { source: "src/coach/coach.ts", name: "coach.js" },
  "self-test": { source: "src/coach/self-test.ts", name: "self-test.js" },
  "coach-look": { source: "src/styles/coach.css", name: "coach.css" },
  "coach-pose": { source: "src/coach/pose.ts", name: "coach-pose.js" },
  "coach-pose-worker": { source: "src/coach/pose-worker.ts", name: "coach-pose-worker.js" },
  "coach-python": { source: "src/coach/python.ts", name: "coach-python.js" },
  "coach-python-worker": { source: "src/coach/python-worker.ts", name: "coach-python-worker.js" },
} as const;

const common: UserConfig = {
  configFile: false,
  root: at("."),
  base: "./",
  publicDir: false,
  logLevel: "warn",
  // htmx can evaluate; it is told not to, and the content security policy forbids it.
  build: {
    rollupOptions: {
      onwarn: (warning, warn) => (warning.code === "EVAL" ? undefined : warn(warning)),
      // A slow machine is no fault of the build.
      checks: { bundlerTimings: false },
    },
  },
};

/** Builds the service worker last, because it names all other files; then says which file bears which name. */
function serviceWorkerAndManifest(): Plugin {
  const named = new Map<string, string>();
  const later = new Set<string>();
  let placed = new Set<string>();
  return {
    name: "unbend-service-worker-and-manifest",
    /** tools/coach.py has put there what it makes: the pose models and all else that only the coach needs. */
    buildStart() {
      placed = new Set(KEEPS_PLACED && existsSync(OUT) ? readdirSync(OUT) : []);
    },
    generateBundle(_, bundle) {
      for (const [file, made] of Object.entries(bundle)) {
        const source = made.type === "chunk" ? made.facadeModuleId : (made.originalFileNames[0] ?? null);
        const entry = Object.values(ENTRIES).find((one) => source !== null && at(source).endsWith(one.source));
        if (entry !== undefined && file.endsWith(entry.name.slice(entry.name.lastIndexOf("."))))
          named.set(entry.name, file);
      }
      for (const file of onlyOfCoach(bundle)) later.add(file);
    },
    async closeBundle() {
      const missing = Object.values(ENTRIES).filter(({ name }) => !named.has(name));
      if (missing.length > 0) throw new Error(`not built: ${missing.map(({ name }) => name).join(", ")}`);
      const made = readdirSync(OUT).sort();
      const shell = made.filter((file) => !placed.has(file) && !later.has(file));
      const hash = hashOf(shell.map((file) => [file, readFileSync(`${OUT}/${file}`)]));
      await buildServiceWorker(shell, [...placed, ...later].flatMap(filesOf).sort(), hash);
      const words = readFileSync(at("src/words.en.json"));
      // The worker's own name bears no hash: the site serves it at an address that never changes.
      named.set("service-worker.js", "service-worker.js");
      named.set("words.json", written("words", "json", words));
      writeManifest(named);
    },
  };
}

type Bundle = Readonly<Record<string, OutputChunk | OutputAsset>>;

/** The scripts and styles that no page loads before the camera is asked for. */
function onlyOfCoach(bundle: Bundle): string[] {
  const chunks = Object.values(bundle).filter((made) => made.type === "chunk");
  const coach = chunks.filter(ofCoach);
  const needed = reached(
    chunks.filter((chunk) => chunk.isEntry && !ofCoach(chunk)),
    bundle,
  );
  const styles = Object.keys(bundle).filter((file) => /^coach-.*\.css$/.test(file));
  return [...reached(coach, bundle), ...styles].filter((file) => !needed.has(file));
}

function ofCoach({ facadeModuleId }: OutputChunk): boolean {
  return facadeModuleId?.includes("/src/coach") ?? false;
}

/** The files of these chunks and of all that they import; what of the coach they import only later stays out. */
function reached(from: readonly OutputChunk[], bundle: Bundle): Set<string> {
  const found = new Set<string>();
  const waiting = from.map(({ fileName }) => fileName);
  const inCoach = from.some(ofCoach);
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    const made = bundle[file];
    if (made?.type !== "chunk" || found.has(file)) continue;
    found.add(file);
    const later = made.dynamicImports.map((name) => bundle[name]).filter((one) => one?.type === "chunk");
    waiting.push(...made.imports, ...later.filter((one) => inCoach || !ofCoach(one)).map(({ fileName }) => fileName));
  }
  return found;
}

/** The file itself, or all in the folder of that name. */
function filesOf(name: string): string[] {
  if (!statSync(`${OUT}/${name}`).isDirectory()) return [name];
  return readdirSync(`${OUT}/${name}`).map((file) => `${name}/${file}`);
}

async function buildServiceWorker(shell: readonly string[], later: readonly string[], hash: string): Promise<void> {
  await build({
    ...common,
    define: { BUILD: JSON.stringify(hash), SHELL: JSON.stringify(shell), LATER: JSON.stringify(later) },
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
    emptyOutDir: !KEEPS_PLACED,
    target: "es2022",
    assetsDir: ".",
    // The content security policy takes no data addresses but for pictures.
    assetsInlineLimit: 0,
    modulePreload: false,
    cssCodeSplit: true,
    rollupOptions: {
      ...common.build?.rollupOptions,
      // A page may ask for the coach's parts by their address, and then for what they export.
      preserveEntrySignatures: "exports-only",
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
