import type { Provider } from '../request/call-site';
import type { Argument, Value } from '../source/values';
import type { CallShape, ObjectKind, Sdk } from './sdk';

/** A callee that was traced to an SDK. */
export interface SdkCall {
  readonly sdk: Sdk;
  readonly shape: CallShape;
  readonly object: SdkObject;
  /** The members by which it is called. */
  readonly path?: string;
  /** Of so many calls that are all made, one after the other, which it is; those of the same step are candidates. */
  readonly step?: { readonly nth: number; readonly of: number };
}

/** What a call is made on. */
export interface SdkObject {
  readonly sdk: Sdk;
  readonly kind: ObjectKind;
  /** Name of the export it came from; undefined for a module. */
  readonly name: string | undefined;
  readonly provider: Provider | undefined;
  /** What it was made with, the earliest first. */
  readonly layers: readonly ArgumentLayer[];
  /** Its making is not in sight (a parameter of its type): it may have been given anything. */
  readonly unseen: boolean;
  /** What it is handed that states its settings or is its model, and isn't in sight (`create(params)`, `fromDocuments(texts, embeddings)`). */
  readonly handed?: Value;
  readonly defaultModel?: string;
  /** A class of the project, or a client that isn't seen, asks whom it will: the model's name doesn't say whose servers. */
  readonly anyHost?: true;
  /** The package sends a cap of its own where none is stated, which differs from version to version. */
  readonly capsItself?: true;
}

/** Arguments of one call on the way to the request, evaluated. */
export interface ArgumentLayer {
  readonly args: readonly Argument[];
  readonly positional: readonly string[];
}
