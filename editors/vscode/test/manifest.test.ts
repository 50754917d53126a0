// What the manifest says and what the sources say must agree.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';

const read = (file: string) => readFileSync(file, 'utf8');
const manifest = JSON.parse(read('package.json'));
const source = read('src/extension.ts');

test('every command of the manifest is registered, and none besides', () => {
  const declared = manifest.contributes.commands.map((entry: { command: string }) => entry.command);
  const registered = [...source.matchAll(/registerCommand\('([^']+)'/g)].map((match) => match[1]);
  assert.deepEqual(registered.sort(), declared.sort());
});

test('every text of the manifest is there in English and Korean, and none besides', () => {
  const used = [...read('package.json').matchAll(/"%([^%"]+)%"/g)].map((match) => match[1]).sort();
  for (const file of ['package.nls.json', 'package.nls.ko.json'])
    assert.deepEqual(Object.keys(JSON.parse(read(file))).sort(), used, file);
});

test('every message of the sources has its Korean', () => {
  const used = [...source.matchAll(/l10n\.t\(\s*'([^']+)'/g)].map((match) => match[1]).sort();
  assert.deepEqual(Object.keys(JSON.parse(read('l10n/bundle.l10n.ko.json'))).sort(), used);
});

test('suggestions pop up while typing in Markdown, without words of the text between them', () => {
  const markdown = manifest.contributes.configurationDefaults['[markdown]'];
  assert.equal(markdown['editor.quickSuggestions'].strings, 'on'); // front matter's plain values are strings to VS Code
  assert.equal(markdown['editor.quickSuggestions'].other, 'on');
  assert.equal(markdown['editor.wordBasedSuggestions'], 'off');
});

test('a folder that is not trusted cannot choose the program', () => {
  assert.ok(manifest.capabilities.untrustedWorkspaces.restrictedConfigurations.includes('galley.server.path'));
});

test('the lock file names no host to fetch from', () => {
  assert.doesNotMatch(read('package-lock.json'), /"resolved"/);
});
