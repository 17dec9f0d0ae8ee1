/** Where a model stands between its release and the day from which requests to it fail. */
export interface Lifecycle {
  /** `current`: its maker lists it as in service, without an end. */
  readonly state: 'current' | 'deprecated' | 'retired';
  /** Day from which requests fail, ISO; absent while `current`, and where none is announced. */
  readonly shutdown?: string;
  /** What its maker recommends instead, as far as that is in service itself; absent: nothing is recommended, or nothing that still runs. */
  readonly replacement?: string;
  /** Who says so, where it isn't `source`. */
  readonly replacementSource?: string;
  /** What the replacement needs besides another id, or what else happens then: a clause. */
  readonly proviso?: string;
  readonly source: string;
  /** Day of the check, ISO. */
  readonly checked: string;
  /** A third party's reading of what the maker says. */
  readonly thirdParty: boolean;
}

/** What a maker said of some of its ids. */
export interface LifecycleNotice extends Pick<Lifecycle, 'replacementSource' | 'proviso' | 'source' | 'checked' | 'thirdParty'> {
  /** Complete, in lower case. */
  readonly ids: readonly string[];
  readonly shutdown?: string;
  /** Deprecated, without a day. Neither this nor `shutdown`: in service. */
  readonly deprecated?: true;
  /** As recommended when the notice was given: it may be retired by now, too. */
  readonly replacement?: string;
}
