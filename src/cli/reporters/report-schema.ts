import * as z from 'zod';

const count = z.number().int().nonnegative();
const tokens = z.number().nonnegative();

const basis = z.enum(['exact', 'estimated', 'measured', 'assumed', 'unknown']);

const estimate = z
  .object({
    value: tokens,
    low: tokens,
    high: tokens.nullable().describe('null: nothing bounds it, because a part has no known size.'),
    basis,
    why: z.string(),
  })
  .describe('A figure with its band, and where it comes from.');

const money = z
  .object({ value: z.number().nullable(), low: z.number().nullable(), high: z.number().nullable(), basis, why: z.string() })
  .describe('US dollars. value null: unknown, why says the reason; high null: nothing bounds it.');

const inFolder = {
  file: z.string().describe('Relative to the scanned folder, with forward slashes.'),
  folder: z.string().describe('That folder, as it was given, with forward slashes; "." for a file that was named itself.'),
};

const place = {
  ...inFolder,
  line: count.min(1).describe('1-based first line.'),
  endLine: count.min(1).describe('1-based last line.'),
};

const quoted = {
  identity: z.string().describe('Survives moving: the path of its symbols, its API and an ordinal.'),
  provider: z.string().nullable().describe('Whose servers are called; null: not known.'),
  model: z.object({
    value: z.string().nullable().describe('null: not known, or one of several candidates.'),
    provenance: z.enum(['literal', 'constant', 'default', 'environment', 'caller', 'file', 'unknown', 'absent']),
    candidates: z.array(z.string()).describe('All that it can be, when the set is complete; else empty.'),
    why: z.string().describe('Why it is not known; else empty.'),
  }),
  modelAssumed: z.boolean().describe('The prompt names no model and was priced with the reference model.'),
  outputCap: z.object({
    present: z.boolean().nullable().describe('null: it can’t be told.'),
    state: z.enum(['set', 'absent', 'unknown', 'unsupported']),
    value: count.nullable().describe('Tokens; null: none, not known, or one of several candidates.'),
    candidates: z.array(count).describe('All that it can be, when the set is complete; else empty.'),
    byDefault: z.boolean().describe('The value counts unless a caller passes another: it is the default of a parameter.'),
    atMost: z.boolean().describe('The value is the most that is passed: a smaller one may be worked out while the program runs.'),
    parameter: z.string().describe('The parameter in use, or the one that the API wants.'),
  }),
  structuredOutput: z.boolean(),
  textTokens: estimate,
  inputTokens: estimate,
  cacheablePrefixTokens: estimate,
  cacheState: z.enum(['cached', 'below-minimum', 'straddles-minimum', 'not-asked', 'broken', 'unsupported', 'unknown']),
  usdPerCall: z.object({ input: money, cachedInput: money, maxOutput: money, max: money }),
  stated: z
    .object({
      feature: z.string().nullable(),
      callsPerDay: estimate.nullable().describe('null: no traffic is stated.'),
      callsPerMonth: estimate.nullable(),
      usdPerCall: money.describe('On the average: the answer as long as stated, the cache as the traffic hits it.'),
      of: z.enum(['call', 'input']).describe('input: nothing bounds the answer, so only the input is in the money.'),
      usdPerMonth: money.nullable().describe('null: no traffic is stated.'),
    })
    .nullable()
    .describe('What follows from promptfare.json; null: there is none.'),
};

const callSite = z.object({
  ...place,
  kind: z
    .enum(['call', 'constructor', 'wrapper-call'])
    .describe('constructor: an object that fixes a model and its caps. wrapper-call: a call of a project function that leads to a model.'),
  sdk: z.string().describe('Family of the package: openai, anthropic, langchain …'),
  api: z.string(),
  otherApis: z
    .array(z.string())
    .describe('APIs that it may be a call of instead: which object it is made on is decided while the program runs.'),
  via: z.array(z.string()).describe('Functions between a wrapper-call and the SDK, outermost first.'),
  ...quoted,
  inLoop: z.boolean().describe('It stands in a loop or comprehension.'),
  countedBy: z
    .enum(['itself', 'callers', 'calls'])
    .describe(
      'Whose spend it is: its own, that of the callers of the wrapper it stands in (where any was found), or that of the calls on the object.',
    ),
  unknowns: z.array(z.string()).describe('What could not be read, as clauses.'),
});

const promptFile = z.object({
  ...place,
  format: z.string(),
  flatRate: z.boolean().describe('Read by editors and agents that are mostly paid by subscription.'),
  countedBy: z.enum(['itself', 'calls']).describe('Whose spend it is: its own, or that of the calls in code that send it.'),
  ...quoted,
});

const spendPerMonth = z.object({
  usd: money.nullable().describe('null: of no call both traffic and price are known.'),
  calls: count.describe('Calls in the code, tests and examples left out.'),
  callsKnown: count.describe('Of these, the calls that are in the money.'),
});

const budget = z.object({
  feature: z.string().nullable().describe('null: all calls together.'),
  spend: spendPerMonth,
  limitUsd: z.number().nullable().describe('The limit that is exceeded; null: none.'),
  level: z.enum(['within', 'warn', 'error']),
  certain: z.boolean().describe('All of the band is above the limit.'),
});

const task = z.object({
  task: z.string(),
  calls: count.describe('Calls in the code that take part.'),
  usdPerTask: money,
  usdPerResolvedTask: money,
  usdPerMonth: money.nullable().describe('null: tasksPerDay is not stated.'),
  usdPerUserAndMonth: money.nullable().describe('null: tasksPerUserAndDay is not stated.'),
});

const workspaceFile = z.object({
  file: z.string().describe('Relative to the working directory, with forward slashes.'),
  isNewer: z.boolean().describe('A newer version made it, so nothing of it counts.'),
  problems: z.array(z.object({ line: place.line, message: z.string() })),
  budgets: z.array(budget).describe('Of a month. What single calls may cost is the rule no-over-budget.'),
  tasks: z.array(task),
});

const finding = z.object({
  rule: z.string(),
  ...place,
  certainty: z.enum(['confirmed', 'suspected']),
  severity: z.enum(['off', 'hint', 'information', 'warning', 'error']),
  message: z.string(),
  site: z.string().describe('Identity of the call site or prompt file.'),
  savingUsdPerCall: money.nullable().describe('What the fix saves alone; null where it bounds a worst case instead.'),
  alsoAt: z
    .array(z.object({ ...place, site: z.string() }))
    .describe('Where else the same was found of the same cause, such as an id that the calls of several files are given.'),
});

/** What `promptfare scan --format json` prints. Within one version, fields are only added. */
export const scanReport = z.object({
  version: z.literal(1),
  catalogueDate: z.string().describe('Day on which the prices were checked.'),
  callSites: z.array(callSite),
  promptFiles: z.array(promptFile),
  findings: z.array(finding),
  workspaceFiles: z.array(workspaceFile).describe('Each promptfare.json that holds for what was scanned.'),
  problems: z.array(z.object({ ...inFolder, line: place.line, message: z.string() })),
  coverage: z.object({
    seen: count.describe('Files of a language or prompt format that is read.'),
    analysed: count,
    withoutTrace: count.describe('Code in which no call of a model can be seen.'),
    skipped: z.array(z.object({ ...inFolder, why: z.string() })),
    unknownModels: count.describe('Calls whose model is not known; each says why.'),
    unknownInputs: count.describe('Calls of whose input a part is not known; each says which.'),
  }),
  failures: z.array(z.string()).describe('Faults of Promptfare itself that the scan survived.'),
});

export type ScanReport = z.input<typeof scanReport>;
