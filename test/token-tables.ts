import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { writeTokenTables } from '../scripts/token-tables';

/** Where the build puts them. Tests run from the sources may come before a build, or after one of other sources. */
const folder = path.resolve(__dirname, '../dist/ranks');
const table = path.join(folder, 'o200k_base.bin');
const source = path.resolve(__dirname, '../scripts/token-tables.ts');

if (!existsSync(table) || statSync(table).mtimeMs < statSync(source).mtimeMs) writeTokenTables(folder);
