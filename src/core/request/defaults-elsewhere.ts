import type { Resolved } from './call-site';

/** What is said of a model whose default none of the provider's models is. */
export function othersDefault(value: string): string {
  return `${its(value)} is another provider's`;
}

/** The same, where branches around a call rule out that it is what is asked. */
export function ruledOutDefault(value: string): string {
  return `${its(value)} leads elsewhere`;
}

/** Whether one of these is said of a model, and of a default: of any, or of this one. */
export function isDefaultElsewhere(why: string, value?: string): boolean {
  return value === undefined ? why.startsWith(ITS_DEFAULT) : why.startsWith(its(value));
}

const ITS_DEFAULT = 'its default, ';

function its(value: string): string {
  return `${ITS_DEFAULT}${value},`;
}

/** Why a model is known that the branch around its call asks for: `if model == "gpt-5.4":`. */
export const ASKED_FOR = 'as its branch asks for';

/** Whether that is said of models of which the default is none. */
export function isAskedBeside({ why, value, candidates }: Resolved<string>, byDefault: string): boolean {
  return why.endsWith(ASKED_FOR) && value !== byDefault && !candidates.includes(byDefault);
}
