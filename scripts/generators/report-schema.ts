import { z } from 'zod';
import { scanReport } from '../../src/cli/reporters/report-schema';
import type { GeneratedFile } from './generated-file';

/** The JSON schema of what `promptfare scan --format json` prints. */
export function reportSchemaPage(): GeneratedFile {
  const schema = { title: 'Report of promptfare scan, version 1', ...z.toJSONSchema(scanReport) };
  return { path: 'docs/scan-report.schema.json', text: `${JSON.stringify(schema, undefined, 2)}\n` };
}
