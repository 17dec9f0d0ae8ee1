import * as z from 'zod';
import { overrideSchema } from '../prices/overrides';
import { TASK_CLASSES } from '../routing/task-class';
import { ruleSettingSchema } from '../rules/options';
import { RULES } from '../rules/registry';
import { agentSchema, conversationSchema, scenarioSchema } from '../spend/scenario';
import { WORKSPACE_FILE_VERSION } from './name';

const MOST_CALLS = 1e12;
const MOST_TOKENS = 1e9;
const MOST_USD = 1e12;

function numberUpTo(most: number) {
  const error = `must be a number from 0 to ${most.toLocaleString('en')}`;
  return z.number(error).min(0, error).max(most, error);
}

/** One number, or a range. */
function amountUpTo(most: number) {
  const message = `must be a number from 0 to ${most.toLocaleString('en')}, or [low, high]`;
  const end = z.number(message).min(0, message).max(most, message);
  return z
    .union([end, z.tuple([end, end], message)], message)
    .refine(amount => typeof amount === 'number' || amount[0] <= amount[1], 'must have its low end first');
}

const share = z.number('must be a number from 0 to 1').min(0, 'must be a number from 0 to 1').max(1, 'must be a number from 0 to 1');
const TASKS = [...TASK_CLASSES, 'unclear'] as const;
const OBJECT = 'must be an object';
const MOST_CHARACTERS = 200;
/** A file deep within folders, and each function that the call is made through. */
const MOST_OF_SELECTOR = 2000;
const textUpTo = (most: number) =>
  z
    .string('must be a text')
    .min(1, 'must not be empty')
    .max(most, `must have ${most.toLocaleString('en')} characters at most`);
const text = textUpTo(MOST_CHARACTERS);
const selector = textUpTo(MOST_OF_SELECTOR);
/** A wrong name is its own entry's fault, and not that of the whole. */
function objectOf(what: string, most = MOST_CHARACTERS) {
  const error = ({ code }: { readonly code: string }) =>
    code === 'invalid_key' ? `must have a name of 1 to ${most.toLocaleString('en')} characters` : `must be an object of ${what}`;
  return { error };
}

const selectors = 'Calls by glob ("src/chat/**"), by feature ("feature:support"), or one by one ("src/a.py#answer/openai-chat#0").';

const cadence = {
  hoursPerDay: z
    .number('must be a number above 0, and 24 at most')
    .positive('must be a number above 0, and 24 at most')
    .max(24, 'must be a number above 0, and 24 at most')
    .optional()
    .describe('Hours of the day over which the calls are spread; for how often the cache is hit. Without it: 24.'),
  growthPerMonth: z
    .number('must be a number from -1 to 10')
    .min(-1, 'must be a number from -1 to 10')
    .max(10, 'must be a number from -1 to 10')
    .optional()
    .describe('Share by which calls grow each month: 0.1 is 10%.'),
};

const limits = (of: string) =>
  z
    .strictObject({
      warn: numberUpTo(MOST_USD).optional().describe('Above this: a warning.'),
      error: numberUpTo(MOST_USD).optional().describe('Above this: an error, and exit code 1 of `promptfare scan --budget`.'),
    })
    .refine(({ warn, error }) => warn === undefined || error === undefined || warn <= error, {
      error: 'must not be above the limit that is an error',
      path: ['warn'],
    })
    .describe(`US dollars ${of}.`);

const budget = {
  usdPerCall: limits('per call').optional(),
  usdPerMonth: limits('per month').optional(),
};

const callSchema = z
  .strictObject({
    callsPerDay: amountUpTo(MOST_CALLS)
      .optional()
      .describe('How often each of these calls is made on a day. With it, money is shown per month.'),
    ...cadence,
    distinctPrefixes: numberUpTo(MOST_CALLS)
      .min(1, 'must be a number from 1 on')
      .optional()
      .describe(
        'How many different beginnings these calls have, over which they are spread evenly: one for each tenant, say. Without it: 1.',
      ),
    outputTokens: amountUpTo(MOST_TOKENS).optional().describe('How long the answers are, thinking included.'),
    holes: z
      .record(text, amountUpTo(MOST_TOKENS), objectOf('names and tokens'))
      .optional()
      .describe(
        'Tokens of what is only known when the program runs, by the name that a hover gives it. "history" is the conversation so far.',
      ),
    taskClass: z
      .enum(TASKS, `must be one of ${TASKS.join(', ')}`)
      .optional()
      .describe(
        'What kind of task these calls are, where what is read of the prompt is wrong; for smaller models. "unclear": suggest none.',
      ),
    notAnLlmCall: z.boolean('must be true or false').optional().describe('Leaves these calls out everywhere.'),
    conversation: conversationSchema.optional(),
    agent: agentSchema.optional(),
    budget: z.strictObject(budget, OBJECT).optional().describe('Most that each of these calls may cost.'),
  })
  .describe('What is said of these calls. An entry for one call goes before one for a feature, which goes before a glob.');

const taskSchema = z.strictObject({
  calls: z
    .record(selector, numberUpTo(1e6), objectOf('calls and how often they are made', MOST_OF_SELECTOR))
    .describe(`How often each call is made for one task. ${selectors}`),
  retries: numberUpTo(1000).optional().describe('Calls made again, as a share of all: 0.1 is one in ten. Each sends its whole request.'),
  resolved: share
    .refine(value => value > 0, 'must be above 0')
    .optional()
    .describe('Share of tasks that end well: the cost of all is theirs to bear. Without it: 1.'),
  tasksPerDay: amountUpTo(MOST_CALLS)
    .optional()
    .describe('How often the task is done on a day; states the traffic of its calls, where nothing else does.'),
  tasksPerUserAndDay: numberUpTo(1e9).optional().describe('How often one user does it on a day; for the cost of a user.'),
});

/** All of it may be left out. */
export const workspaceFileSchema = z.strictObject({
  $schema: z.string('must be a text').optional(),
  version: z.literal(WORKSPACE_FILE_VERSION, `must be ${WORKSPACE_FILE_VERSION}`).optional().describe('Of the form of this file.'),
  referenceModel: text.optional().describe('Model by which prompts are priced that name none.'),
  traffic: z
    .strictObject({
      daysPerMonth: z
        .number('must be a number above 0, and 31 at most')
        .positive('must be a number above 0, and 31 at most')
        .max(31, 'must be a number above 0, and 31 at most')
        .optional()
        .describe('Days of a month on which calls are made. Without it: 30.'),
      ...cadence,
    })
    .optional()
    .describe('What holds for all calls that say nothing else.'),
  features: z
    .record(text, z.array(selector, 'must be a list of calls'), objectOf('names and calls'))
    .optional()
    .describe(`Calls that belong together, by name. ${selectors}`),
  calls: z.record(selector, callSchema, objectOf('calls and what is said of them', MOST_OF_SELECTOR)).optional().describe(selectors),
  tasks: z
    .record(text, taskSchema, objectOf('names and tasks'))
    .optional()
    .describe('What users get done, and the calls it takes: for the cost of a task and of a user.'),
  budgets: z
    .strictObject({
      ...budget,
      features: z.record(text, z.strictObject(budget, OBJECT), objectOf('features and budgets')).optional().describe('By feature.'),
    })
    .optional()
    .describe('`usdPerCall` holds for every call, `usdPerMonth` for all together.'),
  models: z
    .record(text, overrideSchema, objectOf('model ids and prices'))
    .optional()
    .describe('Models and prices of your own, by id or "provider/id". Prices in US dollars per million tokens.'),
  rules: z
    .strictObject(Object.fromEntries(RULES.map(rule => [rule.id, ruleSettingSchema(rule).optional().describe(`${rule.summary}.`)])))
    .optional()
    .describe('Severity of each rule, or a list of that and the rule’s options.'),
  scenarios: z
    .record(text, scenarioSchema, objectOf('names and scenarios'))
    .optional()
    .describe('What the spend estimator compares with today, by name.'),
});

export type WorkspaceFile = z.output<typeof workspaceFileSchema>;
export type Limits = NonNullable<NonNullable<WorkspaceFile['budgets']>['usdPerCall']>;
export type SaidOfCalls = NonNullable<WorkspaceFile['calls']>[string];
