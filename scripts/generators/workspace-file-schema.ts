import { z } from 'zod';
import { workspaceFileSchema } from '../../src/core/workspace-file/file-schema';
import { WORKSPACE_FILE_NAME } from '../../src/core/workspace-file/name';
import type { GeneratedFile } from './generated-file';

/** The JSON schema by which editors complete and check `promptfare.json`. */
export function workspaceFileSchemaPage(): GeneratedFile {
  const schema = {
    title: WORKSPACE_FILE_NAME,
    description: 'What Promptfare can’t read in the code: traffic, lengths of answers, tasks, budgets, prices of your own.',
    allowTrailingCommas: true,
    ...z.toJSONSchema(workspaceFileSchema, { target: 'draft-7', io: 'input' }),
  };
  return { path: 'schemas/promptfare.schema.json', text: `${JSON.stringify(schema, undefined, 2)}\n` };
}
