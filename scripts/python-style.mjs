// Lints and formats our Python with ruff's WebAssembly build, so that no Python is needed for it.
//   node scripts/python-style.mjs lint             reports problems as file:line:column
//   node scripts/python-style.mjs format           rewrites what is not formatted
//   node scripts/python-style.mjs format --check   only names it
import { PositionEncoding, Workspace } from '@astral-sh/ruff-wasm-nodejs';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'smol-toml';

const root = path.dirname(import.meta.dirname);
const folders = [
  'src/training/python',
  'src/training/pytorch/python',
  'src/training/jupyter',
  'workbook',
  'test',
  'bench',
];
