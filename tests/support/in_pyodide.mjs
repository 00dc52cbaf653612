// Runs checks in Pyodide under Node: it reads {pyodide, packages, checks} and prints what each check gives.
// Each check is the text of a Python module with `outputs(given)`, and what it is given.

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const asked = JSON.parse(readFileSync(0, "utf8"));
const { loadPyodide } = await import(pathToFileURL(`${asked.pyodide}/pyodide.mjs`).href);
const python = await loadPyodide({ indexURL: asked.pyodide, stdout: (line) => console.error(line) });
python.FS.writeFile("/packages.zip", readFileSync(asked.packages));
const outcome = python.runPython(`
import json, sys, types
sys.path.insert(0, "/packages.zip")

def outcome(name, source, given):
    module = types.ModuleType(name)
    sys.modules[name] = module  # dataclasses look for their module
    exec(compile(source, f"{name}.py", "exec"), module.__dict__)
    return json.dumps(module.outputs(json.loads(given)))

outcome
`);
const outputs = asked.checks.map(({ name, source, given }) => outcome(name, source, given));
process.stdout.write(JSON.stringify({ platform: python.runPython("sys.platform"), outputs }));
