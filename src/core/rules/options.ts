import * as z from 'zod';
import type { RuleId, Severity } from '../quote/analysis';
import type { QuoteSettings } from '../quote/settings';
import type { Rule, RuleContext } from './rule';

/** Thresholds of a rule that a user may set, each with its default, its bounds and what it means. */
export type RuleOptions = z.ZodObject<Readonly<Record<string, z.ZodDefault<z.ZodNumber>>>>;

/** What the user set of a rule's options, the defaults for the rest. What doesn't fit is reported by `optionProblems`, and counts as not set. */
export function optionsOf<T extends RuleOptions>(rule: RuleId, options: T, { environment }: Pick<RuleContext, 'environment'>): z.output<T> {
  const set = options.safeParse(environment.settings.ruleOptions?.[rule] ?? {});
  return set.success ? set.data : options.parse({});
}

const SEVERITIES = ['off', 'hint', 'information', 'warning', 'error'] as const;

/** What can be set of a rule: `"hint"`, or `["hint", { "leastShare": 0.1 }]`. */
export function ruleSettingSchema({ options }: { readonly options?: RuleOptions | undefined }) {
  const severities = `must be one of ${SEVERITIES.join(', ')}`;
  const severity = z.enum(SEVERITIES, severities);
  const own = (options ?? z.object({})).strict();
  const some = Object.keys(own.shape).map(name => `"${name}"`);
  const message = some.length === 0 ? severities : `${severities}, or a list of that and options: ${some.join(', ')}, within their bounds`;
  return z.union([severity, z.tuple([severity, own])], message);
}

export type RuleSetting = z.input<ReturnType<typeof ruleSettingSchema>>;

export interface SetOfRule {
  readonly severity: Severity;
  readonly options?: unknown;
}

export function setOfRule(setting: RuleSetting): SetOfRule {
  return typeof setting === 'string' ? { severity: setting } : { severity: setting[0], options: setting[1] };
}

/** What is wrong with the options that the user set, a line each. `rules`: all there are. */
export function optionProblems(rules: readonly Pick<Rule, 'id' | 'options'>[], { ruleOptions = {} }: QuoteSettings): readonly string[] {
  return Object.entries(ruleOptions).flatMap(([id, given]) => {
    const rule = rules.find(each => each.id === id);
    const read = (rule?.options ?? z.object({})).strict().safeParse(given);
    if (rule === undefined || read.success) return [];
    const [issue] = read.error.issues;
    const place = issue === undefined || issue.path.length === 0 ? '' : `"${issue.path.join('.')}": `;
    return [`promptfare.rules: the options of "${id}" don’t fit, so its defaults count. ${place}${issue?.message ?? ''}.`];
  });
}
