// Records what PyTorch makes of the workbook's solved exercises (test/engine/workbook/record.ts). Needs a Python with
// torch and d2l: `node scripts/record-workbook.mjs --python PATH`.
import { runBundled } from './run-bundled.mjs';

await runBundled('test/engine/workbook/record.ts', 2);
