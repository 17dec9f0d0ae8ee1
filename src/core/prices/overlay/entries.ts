import type { CatalogueEntry } from '../entry';
import { createLayer, type Layer } from '../layer';
import { anthropicEntries } from './anthropic';
import { deepseekEntries } from './deepseek';
import { googleEntries } from './google';
import { mistralEntries } from './mistral';
import { openaiEntries } from './openai';
import { xaiEntries } from './xai';

/** What the bundled base lacks or has wrong, each entry with its source and date. */
export const overlayEntries: readonly CatalogueEntry[] = [
  ...anthropicEntries,
  ...openaiEntries,
  ...googleEntries,
  ...deepseekEntries,
  ...mistralEntries,
  ...xaiEntries,
];

export const OVERLAY_DATE =
  overlayEntries
    .map(entry => entry.checked)
    .sort()
    .at(-1) ?? '';

/** What this project corrects and adds, each entry with its source and the day it was checked. */
export function createOverlay(): Layer {
  return createLayer('overlay', seller => overlayEntries.filter(entry => entry.provider === seller));
}
