#!/usr/bin/env node
import { main } from "../dist/cli.js";
import { nodeWorld } from "../dist/world.js";

process.exitCode = await main(process.argv.slice(2), nodeWorld());
