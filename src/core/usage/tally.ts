import type { CodePlace, UsageRecord } from './usage-record';

/** Records of one model, name, tags and place, summed up. */
export interface UsageGroup {
  readonly provider?: string;
  readonly model: string;
  readonly names: readonly string[];
  readonly tags: readonly string[];
  readonly code?: CodePlace;
  /** Known calls; records that don't tell how many they sum add none. */
  readonly requests: number;
  readonly inputTokens: number;
  readonly cacheReadTokens: number;
  readonly cacheWriteTokens: number;
  readonly outputTokens: number;
  /** US dollars as the records say, and of how many records. */
  readonly usd: number;
  readonly recordsWithUsd: number;
  readonly records: number;
  /** First and last moment, in ISO 8601. */
  readonly from?: string;
  readonly to?: string;
}

export interface Tally {
  add(record: UsageRecord): void;
  groups(): readonly UsageGroup[];
  /** Records that came after the tally was full, and of no group that it holds: their names and places are lost, their sums are not. */
  readonly ungrouped: number;
}

/** A file may name every call apart: what comes then is summed by model alone, so that memory stays bounded. */
const MOST_GROUPS = 20_000;

/** Sums of records by provider, model, names, tags and place. `mostGroups`: records of further ones are only counted. */
export function createTally(mostGroups = MOST_GROUPS): Tally {
  const groups = new Map<string, UsageGroup>();
  let ungrouped = 0;
  return {
    add(record) {
      const key = JSON.stringify([record.provider, record.model, record.names, record.tags, record.code]);
      const isFull = groups.size >= mostGroups && !groups.has(key);
      if (isFull) ungrouped++;
      const counted: UsageRecord = isFull ? byModel(record) : record;
      const place = isFull ? JSON.stringify([record.provider, record.model]) : key;
      groups.set(place, added(groups.get(place) ?? emptyGroup(counted), counted));
    },
    groups: () => [...groups.values()],
    get ungrouped() {
      return ungrouped;
    },
  };
}

function byModel({ code: _code, ...record }: UsageRecord): UsageRecord {
  return { ...record, names: [], tags: [] };
}

function emptyGroup({ provider, model, names, tags, code }: UsageRecord): UsageGroup {
  return {
    ...(provider === undefined ? {} : { provider }),
    model,
    names,
    tags,
    ...(code === undefined ? {} : { code }),
    requests: 0,
    inputTokens: 0,
    cacheReadTokens: 0,
    cacheWriteTokens: 0,
    outputTokens: 0,
    usd: 0,
    recordsWithUsd: 0,
    records: 0,
  };
}

function added(group: UsageGroup, record: UsageRecord): UsageGroup {
  const { at } = record;
  return {
    ...group,
    requests: group.requests + (record.requests ?? 0),
    inputTokens: group.inputTokens + record.inputTokens,
    cacheReadTokens: group.cacheReadTokens + record.cacheReadTokens,
    cacheWriteTokens: group.cacheWriteTokens + record.cacheWriteTokens,
    outputTokens: group.outputTokens + record.outputTokens,
    usd: group.usd + (record.usd ?? 0),
    recordsWithUsd: group.recordsWithUsd + (record.usd === undefined ? 0 : 1),
    records: group.records + 1,
    ...(at === undefined
      ? {}
      : {
          from: group.from === undefined || at < group.from ? at : group.from,
          to: group.to === undefined || at > group.to ? at : group.to,
        }),
  };
}
