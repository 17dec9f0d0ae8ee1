// Counts some 60 MB of text of many kinds with our counter and with tiktoken, and fails on any difference. Takes minutes.
//   npm run token-differences            or with a number of megabytes, and a seed
import { get_encoding } from 'tiktoken';
import { loadCounters } from '../src/node/encodings';
import { TEXT_KINDS } from './bench/tokens/differential-texts';
import { ENCODINGS } from './bench/tokens/engines';
import { seededRandom } from './bench/tokens/random';

const megabytes = Number(process.argv[2] ?? 60);
const seed = Number(process.argv[3] ?? 1);
const shares = TEXT_KINDS.reduce((sum, { share }) => sum + share, 0);

let differences = 0;
let bytes = 0;
const counters = loadCounters();
const compared = ENCODINGS.map(name => ({ name, count: counters(name), oracle: get_encoding(name) }));
for (const { name: kind, share, texts } of TEXT_KINDS) {
  let size = 0;
  let number = 0;
  for (const text of texts((megabytes * 1e6 * share) / shares, seededRandom(seed))) {
    size += Buffer.byteLength(text);
    number++;
    for (const { name, count, oracle } of compared) {
      const [ours, theirs] = [count(text), oracle.encode(text, [], []).length];
      if (ours === theirs) continue;
      differences++;
      if (differences <= 20) console.log(`${name}, ${kind}: ${ours} instead of ${theirs} in ${JSON.stringify(text.slice(0, 200))}`);
    }
  }
  bytes += size;
  console.log(`${kind.padEnd(24)} ${(size / 1e6).toFixed(1).padStart(6)} MB in ${number} texts`);
}
console.log(`${(bytes / 1e6).toFixed(1)} MB with ${ENCODINGS.join(' and ')}: ${differences} differences from tiktoken.`);
if (differences > 0) process.exitCode = 1;
