// The words of the screen: the same Fluent files that forms and exports use.
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';

export type Locale = 'zh-Hant' | 'zh-Hans' | 'en';
export const LOCALES: Locale[] = ['zh-Hant', 'zh-Hans', 'en'];

const files = import.meta.glob<string>('../../../locales/*/*.ftl', {
  eager: true,
  query: '?raw',
  import: 'default',
});

/** Languages in use so far: reading one takes as long as drawing a page. */
const bundles = new Map<Locale, FluentBundle>();

function bundleOf(locale: Locale): FluentBundle {
  const known = bundles.get(locale);
  if (known) return known;
  const bundle = new FluentBundle(locale, { useIsolating: false });
  for (const [path, source] of Object.entries(files)) {
    if (path.includes(`/${locale}/`)) bundle.addResource(new FluentResource(source));
  }
  bundles.set(locale, bundle);
  return bundle;
}

const STORED = 'locale';

function initial(): Locale {
  const stored = localStorage.getItem(STORED);
  return LOCALES.find((l) => l === stored) ?? 'zh-Hant';
}

class Words {
  locale = $state<Locale>(initial());
}

export const words = new Words();

/** Chooses the language of the screen. */
export function speak(locale: Locale) {
  words.locale = locale;
  localStorage.setItem(STORED, locale);
  document.documentElement.lang = locale;
}

/** Whether there is a message of that key. */
export function has(key: string): boolean {
  return bundleOf(words.locale).hasMessage(key);
}

/** The message of that key in the chosen language. A key without words shows itself, which the tour looks for. */
export function t(key: string, args?: Record<string, FluentVariable>): string {
  const bundle = bundleOf(words.locale);
  const message = bundle.getMessage(key);
  if (!message?.value) return `⟦${key}⟧`;
  const faults: Error[] = [];
  const text = bundle.formatPattern(message.value, args ?? null, faults);
  return faults.length > 0 ? `⟦${key}: ${faults.join(' ')}⟧` : text;
}

/** Kinds whose words stand with their own area; all others stand in names.ftl. */
const OWN_AREA = ['common-', 'order-', 'request-', 'field', 'settings', 'places-', 'backup-', 'audit-', 'quotes-', 'fees-'];

/** The words of one of the program's names, such as `order-state` `on_site`: message `order-state-on-site`. */
export function name(kind: string, value: string): string {
  const key = `${kind}-${value.replaceAll('_', '-')}`;
  return t(OWN_AREA.some((area) => key.startsWith(area)) ? key : `name-${key}`);
}
