import * as z from 'zod';
import type { Currency } from '../core/present/currency';

export const currencySchema: z.ZodType<Currency> = z.object({ code: z.string().regex(/^[A-Z]{3}$/), perUsd: z.number().positive() });
