import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { writeTokenTables } from '../scripts/token-tables';

/** Where the build puts them. Tests run from the sources may come before a build, or after one of other sources. */
const folder = path.resolve(__dirname, '../dist/ranks');
const table = path.join(folder, 'cl100k_base.bin');
const sources = ['../scripts/token-tables.ts', '../src/core/tokens/vocabulary.ts'].map(file => path.resolve(__dirname, file));

if (!existsSync(table) || sources.some(source => statSync(source).mtimeMs > statSync(table).mtimeMs)) writeTokenTables(folder);
