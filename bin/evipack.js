#!/usr/bin/env node
import module from "node:module";

// Where Node can keep what it has compiled (22.8 and later), the next start is quicker.
module.enableCompileCache?.();
const [{ main }, { nodeWorld }] = await Promise.all([import("../dist/cli.js"), import("../dist/world.js")]);

process.exitCode = await main(process.argv.slice(2), nodeWorld());
