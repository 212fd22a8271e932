#!/usr/bin/env node
import { main } from "../dist/cli.js";
import { nodeWorld } from "../dist/world.js";

process.exitCode = await main(process.argv.slice(2), nodeWorld());
// What is left in memory need not be tidied up first, once all that was printed has been taken.
if (process.stdout.writableLength + process.stderr.writableLength === 0) process.exit();
