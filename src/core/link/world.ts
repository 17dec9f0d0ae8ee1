import type { Value, Volatility } from '../source/values';

/** What a package keeps for each session of a user (Streamlit): nothing is there before the program sets it. */
export function isKeptForSession(value: Value): boolean {
  if (value.kind === 'member' || value.kind === 'index') return isKeptForSession(value.object);
  return value.kind === 'external' && value.module === 'streamlit' && value.path[0] === 'session_state' && value.path.length > 1;
}

/** Functions and constructors that read the world, by their full name. `global` is the language's own namespace. */
export const SOURCES: Readonly<Record<string, { readonly volatility: Volatility; readonly reason: string }>> = {
  ...clock(
    'datetime.datetime.now',
    'datetime.datetime.utcnow',
    'datetime.datetime.today',
    'time.time',
    'time.time_ns',
    'time.ctime',
    'time.strftime',
    'time.monotonic',
  ),
  ...clock('time.perf_counter', 'time.localtime', 'time.gmtime', 'arrow.now', 'arrow.utcnow', 'pendulum.now', 'django.utils.timezone.now'),
  ...clock(
    'global.Date',
    'global.Date.now',
    'global.performance.now',
    'dayjs.default',
    'moment.default',
    'luxon.DateTime.now',
    'luxon.DateTime.utc',
    'luxon.DateTime.local',
  ),
  ...clock(
    'java.time.LocalDateTime.now',
    'java.time.ZonedDateTime.now',
    'java.time.OffsetDateTime.now',
    'java.time.Instant.now',
    'java.time.LocalTime.now',
    'java.util.Date',
    'java.lang.System.currentTimeMillis',
    'java.lang.System.nanoTime',
  ),
  ...random('java.util.UUID.randomUUID', 'java.lang.Math.random', 'java.util.concurrent.ThreadLocalRandom.current'),
  'java.time.LocalDate.now': { volatility: 'day', reason: 'reads the date' },
  ...clock('global.DateTime.Now', 'global.DateTime.UtcNow', 'global.DateTimeOffset.Now', 'global.DateTimeOffset.UtcNow'),
  ...clock('global.Stopwatch.GetTimestamp', 'global.Environment.TickCount', 'global.TimeProvider.System'),
  ...random('global.Guid.NewGuid', 'global.Guid.CreateVersion7', 'global.Random.Shared', 'global.Random', 'global.Path.GetRandomFileName'),
  'global.DateTime.Today': { volatility: 'day', reason: 'reads the date' },
  ...clock('time.Now', 'time.Since', 'time.Until'),
  ...random(
    'math/rand',
    'math/rand/v2',
    'crypto/rand',
    'github.com/google/uuid',
    'github.com/rs/xid',
    'github.com/oklog/ulid',
    'github.com/segmentio/ksuid',
  ),
  ...deploy('os.Getenv', 'os.LookupEnv', 'os.Hostname', 'os.Args', 'flag', 'github.com/spf13/viper', 'github.com/spf13/pflag'),
  'datetime.date.today': { volatility: 'day', reason: 'reads the date' },
  ...random(
    'uuid.uuid1',
    'uuid.uuid4',
    'uuid.v1',
    'uuid.v4',
    'uuid.v7',
    'secrets.token_hex',
    'secrets.token_urlsafe',
    'global.Math.random',
    'nanoid.nanoid',
  ),
  ...random(
    'global.crypto.randomUUID',
    'crypto.randomUUID',
    'node:crypto.randomUUID',
    'crypto.randomBytes',
    'node:crypto.randomBytes',
    'cuid.default',
    'ulid.ulid',
  ),
  ...random(
    'random.random',
    'random.randint',
    'random.choice',
    'random.choices',
    'random.sample',
    'random.shuffle',
    'random.uniform',
    'random.randrange',
  ),
  ...deploy(
    'os.getenv',
    'global.ConfigurationManager.AppSettings',
    'os.environ',
    'os.environ.get',
    'global.process.env',
    'global.Deno.env.get',
    'decouple.config',
  ),
};

function table(names: readonly string[], volatility: Volatility, reason: string) {
  return Object.fromEntries(names.map(name => [name, { volatility, reason }]));
}
function clock(...names: readonly string[]) {
  return table(names, 'call', 'reads the clock');
}
function random(...names: readonly string[]) {
  return table(names, 'call', 'random');
}
function deploy(...names: readonly string[]) {
  return table(names, 'deploy', 'set where the program is deployed');
}
