import assert from 'node:assert/strict';
import test from 'node:test';
import { findServer, Surroundings } from '../src/findServer';

function around(programs: string[], changes: Partial<Surroundings> = {}): Surroundings {
  return {
    setting: '',
    extensionFolder: '/ext',
    searchPath: '/a:/b',
    home: '/home/hana',
    platform: 'linux',
    isProgram: (file) => programs.includes(file),
    ...changes,
  };
}

test('the setting wins over everything', () => {
  const at = around(['/my/galley', '/ext/server/galley', '/a/galley'], { setting: '/my/galley' });
  assert.deepEqual(findServer(at), { found: '/my/galley' });
});

test('a setting that is wrong is not replaced by another program', () => {
  const at = around(['/ext/server/galley', '/a/galley'], { setting: '/gone/galley' });
  assert.deepEqual(findServer(at), { missing: ['/gone/galley'] });
});

test('a setting may begin with the home folder, and blanks around it are no part of it', () => {
  const at = around(['/home/hana/bin/galley'], { setting: ' ~/bin/galley ' });
  assert.deepEqual(findServer(at), { found: '/home/hana/bin/galley' });
});

test('a program that comes with the extension wins over PATH', () => {
  assert.deepEqual(findServer(around(['/ext/server/galley', '/a/galley'])), { found: '/ext/server/galley' });
});

test('PATH is searched in its order', () => {
  assert.deepEqual(findServer(around(['/b/galley', '/a/galley'])), { found: '/a/galley' });
  assert.deepEqual(findServer(around(['/b/galley'])), { found: '/b/galley' });
});

test('the usual folders are searched even where PATH is short', () => {
  assert.deepEqual(findServer(around(['/usr/local/bin/galley'])), { found: '/usr/local/bin/galley' });
  assert.deepEqual(findServer(around(['/home/hana/.local/bin/galley'])), { found: '/home/hana/.local/bin/galley' });
});

test('when there is none, every place is named once', () => {
  assert.deepEqual(findServer(around([], { searchPath: '/a::/usr/local/bin' })), {
    missing: ['/ext/server/galley', '/a/galley', '/usr/local/bin/galley', '/home/hana/.local/bin/galley'],
  });
});

test('Windows has its own separators and ending', () => {
  const at = around(['C:\\b\\galley.exe'], {
    platform: 'win32',
    extensionFolder: 'C:\\ext',
    searchPath: 'C:\\a;C:\\b',
    home: 'C:\\Users\\hana',
  });
  assert.deepEqual(findServer(at), { found: 'C:\\b\\galley.exe' });
});
