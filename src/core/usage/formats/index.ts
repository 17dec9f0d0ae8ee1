import type { Row, UsageFormat, UsageRecord } from '../usage-record';
import { format as anthropic } from './anthropic';
import { format as langfuse } from './langfuse';
import { format as langsmith } from './langsmith';
import { format as litellm } from './litellm';
import { format as openTelemetry } from './open-telemetry';
import { format as openai } from './openai';
import { format as opik } from './opik';

/** Each knows its rows by fields that the others don't have. */
const USAGE_FORMATS: readonly UsageFormat[] = [openai, anthropic, litellm, langfuse, langsmith, openTelemetry, opik];

/** The records of a row, with the format that knows it; undefined: none does. */
export function readUsage(row: Row): { readonly format: UsageFormat; readonly records: readonly UsageRecord[] } | undefined {
  for (const format of USAGE_FORMATS) {
    const records = format.read(row);
    if (records !== undefined) return { format, records };
  }
  return undefined;
}
