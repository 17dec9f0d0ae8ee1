import { html, type TemplateResult } from 'lit';

export interface Tabs<Name extends string> {
  readonly label: string;
  readonly names: readonly Name[];
  readonly titles: Readonly<Record<Name, string>>;
  readonly selected: Name;
  select(name: Name): void;
}

/** Tabs that wrap in a narrow panel, which the library's can't. Arrow keys, Home and End go from one to the next. */
export function tabs<Name extends string>({ label, names, titles, selected, select }: Tabs<Name>, page: TemplateResult): TemplateResult {
  const onKey = (event: KeyboardEvent) => {
    const target = goTo(event.key, names.indexOf(selected), names.length);
    const name = target === undefined ? undefined : names[target];
    if (name === undefined) return;
    event.preventDefault();
    select(name);
    const list = event.currentTarget as HTMLElement;
    queueMicrotask(() => list.querySelector<HTMLElement>('[aria-selected="true"]')?.focus());
  };
  return html`<div role="tablist" class="tabs" aria-label=${label} @keydown=${onKey}>${names.map(
    name => html`<button role="tab" id=${`tab-${name}`} data-tab=${name} aria-selected=${name === selected} aria-controls="tab-page"
      tabindex=${name === selected ? 0 : -1} @click=${() => select(name)}>${titles[name]}</button>`,
  )}</div>
  <div role="tabpanel" id="tab-page" class="tab" aria-labelledby=${`tab-${selected}`}>${page}</div>`;
}

function goTo(key: string, from: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
      return (from + 1) % count;
    case 'ArrowLeft':
      return (from + count - 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
