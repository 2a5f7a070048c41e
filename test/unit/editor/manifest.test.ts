import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../src/editor/settings.ts';
import { filesIn, sentencesIn } from './sentences.ts';

interface Manifest {
  readonly main: string;
  readonly icon: string;
  readonly l10n: string;
  readonly capabilities: {
    readonly untrustedWorkspaces: { readonly supported: string; readonly restrictedConfigurations: string[] };
  };
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly keybindings: readonly {
      readonly command: string;
      readonly key: string;
      readonly when?: string;
    }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string; readonly when: string }[]>>;
    readonly viewsContainers: Readonly<
      Record<string, readonly { readonly id: string; readonly icon: string }[]>
    >;
    readonly views: Readonly<
      Record<string, readonly { readonly id: string; readonly type: string; readonly when?: string }[]>
    >;
    readonly walkthroughs: readonly { readonly id: string; readonly steps: readonly Step[] }[];
    readonly configuration: { readonly properties: Readonly<Record<string, Property>> };
  };
}

interface Step {
  readonly id: string;
  readonly media: { readonly image: Readonly<Record<string, string>>; readonly altText: string };
  readonly completionEvents: readonly string[];
}

interface Property {
  readonly default: unknown;
  readonly scope: string;
  readonly markdownDescription: string;
}

const read = (file: string): string => readFileSync(file, 'utf8');
const text = read('package.json');
const manifest = JSON.parse(text) as Manifest;
const { contributes } = manifest;
const words = JSON.parse(read('package.nls.json')) as Record<string, string>;
const declared = contributes.commands.map(({ command }) => command).sort();

/** Every match of the pattern's first group, each once, in order. */
function find(source: string, pattern: RegExp): string[] {
  return [...new Set([...source.matchAll(pattern)].map(([, group]) => group ?? ''))].sort();
}

function sources(folder: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.ts'))
    .map((file) => read(`${folder}/${file}`))
    .join('\n');
}

describe('the manifest', () => {
  it('lets no folder that is not trusted name a data folder, a mirror or an engine', () => {
    const { supported, restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
    const names = ['dataFolder', 'dataMirror', 'engine', 'python', 'jupyterServer'];
    expect([supported, restrictedConfigurations]).toEqual(['limited', names.map((name) => `d2l.${name}`)]);
  });

  it('declares exactly the commands that are registered', () => {
    const registered = ['src/editor/commands.ts', 'src/editor/workbook/workbook-commands.ts']
      .map(read)
      .join('\n');
    expect(find(registered, /^ {2,4}'(d2l\.[\w.]+)':/gm)).toEqual(declared);
  });

  it('puts only declared commands into menus and on keys, and in the code', () => {
    const menus = Object.values(contributes.menus).flat();
    for (const { command } of [...menus, ...contributes.keybindings]) expect(declared).toContain(command);
    const named = find(sources('src/editor'), /'(d2l\.(?:run|stop|open|show)\w*)'/g);
    for (const id of named) if (id !== 'd2l.running') expect(declared).toContain(id);
  });

  it('tests only context keys that are set, or that are VS Code’s', () => {
    const conditions = [...Object.values(contributes.menus).flat(), ...contributes.keybindings];
    const events = contributes.walkthroughs.flatMap(({ steps }) =>
      steps.flatMap((step) => step.completionEvents),
    );
    const contexts = events.filter((event) => event.startsWith('onContext:'));
    const used = find(
      [...conditions, ...Object.values(contributes.views).flat()]
        .map(({ when }) => when)
        .concat(contexts)
        .join(' '),
      /(?<!== )\b(d2l\.\w+)/g,
    );
    const setters = sources('src');
    expect(find(setters, /(?:setContext\(|\.reach\(|IS_TAB = )'(d2l\.\w+)'/g)).toEqual(used);
  });

  it('has exactly the settings that are read, with their defaults, a scope and words', () => {
    const { properties } = contributes.configuration;
    const defaults = Object.entries<unknown>({ ...DEFAULT_SETTINGS }).map(([name, value]) => [
      `d2l.${name}`,
      value,
    ]);
    expect(
      Object.fromEntries(Object.entries(properties).map(([name, { default: value }]) => [name, value])),
    ).toEqual(Object.fromEntries(defaults));
    for (const { scope, markdownDescription } of Object.values(properties)) {
      expect(scope).toMatch(/^(resource|window|machine-overridable)$/);
      expect(markdownDescription).toMatch(/^%.+%$/);
    }
  });

  it('has a walkthrough of five steps, each with small pictures, a text for them, and an end', () => {
    const [walkthrough, ...others] = contributes.walkthroughs;
    expect(others).toEqual([]);
    expect(walkthrough?.steps).toHaveLength(5);
    for (const { id, media, completionEvents } of walkthrough?.steps ?? []) {
      expect(Object.keys(media.image), id).toEqual(['dark', 'light', 'hc']);
      for (const file of Object.values(media.image)) expect(statSync(file).size, file).toBeLessThan(150_000);
      expect(media.altText).toMatch(/^%.+%$/);
      expect(completionEvents, id).toHaveLength(1);
      const [, command] = /^onCommand:(.*)/.exec(completionEvents[0] ?? '') ?? [];
      if (command !== undefined) expect(declared).toContain(command);
    }
  });

  it('finds every word in package.nls.json, which holds no other', () => {
    expect(find(text, /"%([^%"]+)%"/g)).toEqual(Object.keys(words).sort());
  });

  it('offers its code’s own sentences for translation, all of them', () => {
    const bundle = JSON.parse(read(`${manifest.l10n}/bundle.l10n.json`)) as Record<string, string>;
    const sentences = new Set(filesIn('src').flatMap(sentencesIn));
    expect(Object.keys(bundle).sort()).toEqual([...sentences].sort());
    for (const [key, value] of Object.entries(bundle)) expect(value).toBe(key);
  });

  it('names files that exist', () => {
    const containers = Object.values(contributes.viewsContainers).flat();
    for (const file of [manifest.icon, ...containers.map(({ icon }) => icon)])
      expect(existsSync(file), file).toBe(true);
    expect(manifest.main).toBe('./dist/extension.js');
  });

  it('has the panel’s view under the id that the panel registers', () => {
    const [, id] = /VIEW_ID = '([\w.]+)'/.exec(read('src/webview/panel-places.ts')) ?? [];
    expect(contributes.views['d2l']).toMatchObject([{ id, type: 'webview' }]);
  });
});
