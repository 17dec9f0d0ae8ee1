import type { Analysis } from '../quote/analysis';

/**
 * The same analysis with every prompt text emptied: windows show spans, labels and numbers, never the text, and a long
 * prompt would cost the host milliseconds to receive. Everything else keeps its shape.
 */
export function withoutTexts(analysis: Analysis): Analysis {
  return emptied(analysis) as Analysis;
}

function emptied(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(emptied);
  if (typeof value !== 'object' || value === null) return value;
  if ('runs' in value && 'text' in value) return { ...value, text: '', runs: [] };
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, emptied(entry)]));
}
