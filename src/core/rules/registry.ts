import { rule as noDynamicPrefix } from './no-dynamic-prefix';
import { rule as requireOutputCap } from './require-output-cap';
import type { Rule } from './rule';

export const RULES: readonly Rule[] = [noDynamicPrefix, requireOutputCap];
