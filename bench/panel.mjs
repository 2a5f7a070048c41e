// `npm run bench:panel`: times the panel in the served VS Code, from a keystroke to the redrawn chart; ends with 1 when a target is missed.
import { buildProgram, resultsOf } from './inside.mjs';

const { lines, missed } = await resultsOf(await buildProgram('panel'));
console.log(`\n${lines.join('\n')}`);
for (const target of missed) console.log(`MISSED  ${target}`);
process.exitCode = missed.length > 0 ? 1 : 0;
