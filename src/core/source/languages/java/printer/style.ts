import type { Printer } from '../../../language';

export const styleOf: Printer['styleOf'] = text => ({ quote: '"', unit: /^(\t| {2,8})\S/m.exec(text)?.[1] ?? '    ', semicolons: true });
