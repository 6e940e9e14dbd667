// `npm run verify:images`: the way in, on any Node ≥ 18; what it starts needs the one that the project names.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installToolChain, locateToolChain } from '../packages/local-stack/bootstrap/tool-chain.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
const tools = locateToolChain(root);
if (tools.missing) await installToolChain(root, tools, new AbortController().signal);
const { status } = spawnSync(tools.node, [join(here, 'verify', 'main.ts')], { stdio: 'inherit' });
process.exitCode = status ?? 1;
