import type { Hole, Volatility } from './values';

/** What a variable's name suggests about how often its value changes. A suggestion is never a proof. */
export type Suggestion = Pick<Hole, 'volatility' | 'growth' | 'reason'>;

interface NamedLike {
  readonly like: string;
  readonly volatility: Volatility;
  readonly growth?: 'append';
  /** Space-separated, in snake case. */
  readonly names: string;
}

export const RETRIEVED_TEXT = 'retrieved text';

/** Whole names only: `due_date` is not a clock. What is not listed stays unknown. */
const table: readonly NamedLike[] = [
  {
    like: 'a clock',
    volatility: 'call',
    names: 'now utc_now time current_time timestamp current_timestamp datetime date_time current_datetime current_date_time',
  },
  { like: 'a date', volatility: 'day', names: 'today todays_date date current_date today_date current_day weekday day_of_week' },
  {
    like: 'an id of one request',
    volatility: 'call',
    names: 'request_id trace_id correlation_id run_id message_id invocation_id uuid guid nonce random random_seed',
  },
  {
    like: 'user data',
    volatility: 'user',
    names:
      'user username user_name user_id user_email user_info user_profile user_context first_name last_name full_name firstname lastname ' +
      'customer customer_name customer_id account_id email profile preferences user_preferences locale user_locale timezone user_timezone',
  },
  { like: 'an id of one session', volatility: 'session', names: 'session session_id conversation_id thread_id chat_id' },
  {
    like: 'a history',
    volatility: 'turn',
    growth: 'append',
    names:
      'history chat_history conversation conversation_history message_history messages previous_messages prior_messages past_messages ' +
      'transcript chat_log dialogue thread agent_scratchpad',
  },
  {
    like: "the user's question",
    volatility: 'call',
    names: 'question query input message prompt user_input user_message user_query user_question user_prompt user_request latest_message',
  },
  {
    like: RETRIEVED_TEXT,
    volatility: 'call',
    names:
      'context documents docs chunks passages snippets retrieved_documents retrieved_docs retrieved_context search_results results sources',
  },
  { like: 'something set at deployment', volatility: 'deploy', names: 'environment app_version build_version deployment_region' },
];

const byName: ReadonlyMap<string, Suggestion> = new Map(
  table.flatMap(row =>
    row.names
      .split(' ')
      .map(name => [name, { volatility: row.volatility, growth: row.growth ?? 'replace', reason: `named like ${row.like}` }] as const),
  ),
);

/**
 * Looks at a dotted path (`['user', 'name']`) as a whole (`user_name`), then at its last name, then at the ones before it.
 * A history wins over its fields: `history[0].question` is part of a history.
 */
export function suggestFromName(path: readonly string[]): Suggestion | undefined {
  const names = withoutQueries(path.map(snakeCase).filter(name => name !== ''));
  const grown = names.map(name => byName.get(name)).find(found => found?.growth === 'append');
  return grown ?? byName.get(names.join('_')) ?? firstOf([...names].reverse());
}

const DATABASES: ReadonlySet<string> = new Set(
  'db database pool tx trx transaction conn connection client orm session db_session'.split(' '),
);

/** `db.query.users.findFirst()`, `session.query(User).first()`: what is asked of a database is nobody's question. */
function withoutQueries(names: readonly string[]): readonly string[] {
  const asks = (at: number) => DATABASES.has(names[at] ?? '') && names[at + 1] === 'query' && names.length > at + 2;
  return names.filter((_, at) => !asks(at) && !asks(at - 1));
}

function firstOf(names: readonly string[]): Suggestion | undefined {
  for (const name of names) {
    const found = byName.get(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `currentDate`, `CURRENT_DATE` and `current-date` are one name. */
function snakeCase(name: string): string {
  return name
    .slice(0, 100)
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_|_$/g, '')
    .toLowerCase();
}

const order: readonly Volatility[] = ['static', 'deploy', 'day', 'user', 'session', 'turn', 'call'];

/** The one that changes most often; `unknown` only if nothing else is there. */
export function mostVolatile<T extends { readonly volatility: Volatility }>(found: readonly T[]): T | undefined {
  return found.reduce<T | undefined>(
    (best, next) => (best === undefined || order.indexOf(next.volatility) > order.indexOf(best.volatility) ? next : best),
    undefined,
  );
}
