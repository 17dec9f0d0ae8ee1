import type { Api } from '../request/call-site';
import { batchInCsharp } from './batch-csharp';
import { batchInGo } from './batch-go';
import { batchInJava } from './batch-java';
import { batchInPython } from './batch-python';
import { batchInTypeScript } from './batch-typescript';
import { cacheInCsharp } from './cache-csharp';
import { cacheInGo } from './cache-go';
import { cacheInJava } from './cache-java';
import { cacheInPython } from './cache-python';
import { cacheInTypeScript } from './cache-typescript';
import type { ScaffoldKind } from './scaffold-uri';
import { summaryInCsharp } from './summary-csharp';
import { summaryInGo } from './summary-go';
import { summaryInJava } from './summary-java';
import { summaryInPython } from './summary-python';
import { summaryInTypeScript } from './summary-typescript';

/** What a scaffold is written for. */
export interface ScaffoldOf {
  readonly sdk: string;
  readonly api: Api;
  /** The model's id. */
  readonly model: string;
  /** The function and the file of the call, as its comment names them: `summarize`, `reports.py`. */
  readonly symbol: string;
  readonly file: string;
  /** What is called, as written: `client.responses.create`. */
  readonly callee: string;
  /** The whole call, as written. */
  readonly call: string;
  readonly async: boolean;
  /** The new file's name without its ending, which is also its class's: `BatchSummarize`. */
  readonly name: string;
  /** The text of the call's file. */
  readonly source: string;
  /** Of a batch: the loop's variable and what it goes over; what it costs, as a share of today. */
  readonly item?: string;
  readonly over?: string;
  readonly priceFactor?: number;
}

/** Languages whose scaffolds can be written; TypeScript's with or without its types. */
type ScaffoldLanguage = 'python' | 'typescript' | 'javascript' | 'csharp' | 'go' | 'java';

type Writer = (of: ScaffoldOf) => string | undefined;

const TYPED: Readonly<Record<ScaffoldKind, Writer>> = { batch: batchInTypeScript, cache: cacheInTypeScript, summary: summaryInTypeScript };
const WRITERS: Readonly<Record<ScaffoldLanguage, Readonly<Record<ScaffoldKind, Writer>>>> = {
  python: { batch: batchInPython, cache: cacheInPython, summary: summaryInPython },
  typescript: TYPED,
  javascript: TYPED,
  csharp: { batch: batchInCsharp, cache: cacheInCsharp, summary: summaryInCsharp },
  go: { batch: batchInGo, cache: cacheInGo, summary: summaryInGo },
  java: { batch: batchInJava, cache: cacheInJava, summary: summaryInJava },
};

/** The text of the new file, its lines ended by `\n`; undefined where the language or the package has no form here. */
export function scaffold(kind: ScaffoldKind, language: string, of: ScaffoldOf): string | undefined {
  const known = languageOf(language);
  if (known === undefined) return undefined;
  const typed = WRITERS[known][kind](of);
  return typed === undefined
    ? undefined
    : known === 'javascript' || known === 'typescript'
      ? typeParts(typed, known === 'typescript')
      : typed;
}

function languageOf(language: string): ScaffoldLanguage | undefined {
  if (language === 'python' || language === 'csharp' || language === 'java' || language === 'go') return language;
  const [, name] = /^(typescript|javascript)(?:react)?$/.exec(language) ?? [];
  return name === 'typescript' || name === 'javascript' ? name : undefined;
}

/** Between these signs stand the parts that only TypeScript has. */
function typeParts(text: string, keep: boolean): string {
  return keep ? text.replace(/[‹›]/g, '') : text.replace(/‹[^‹›]*›/g, '');
}
