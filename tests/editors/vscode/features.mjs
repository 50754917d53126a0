// The four features of galley as an author sees them in VS Code, in Restricted Mode, where a new folder begins.
//   features.mjs SETUP_FOLDER WORK_FOLDER VSIX GALLEY_BINARY SCREENSHOT_FOLDER
// Exit code 0: all seen; 1: one is not there; 3: VS Code did not start.

import assert from 'node:assert/strict';
import { NotStarted, startEditor } from './editor.mjs';

const [home, work, extension, galley, pictures] = process.argv.slice(2);
const begin = Date.now();
const seen = (what) => console.log(`ok - ${what} (${((Date.now() - begin) / 1000).toFixed(1)} s)`);

let editor;
const page = () => editor.page;
const picture = (name) => page().screenshot({ path: `${pictures}/${name}.png` });

async function validation() {
  await editor.open('2024-09-22-weekly-note.md');
  await page().waitForSelector('.monaco-editor .squiggly-warning, .monaco-editor .squiggly-error');
  seen('a squiggle');
  await editor.press('Control+Shift+M');
  await page().waitForSelector('.markers-panel .monaco-list-row:has-text("tilte")');
  await page().waitForSelector('.markers-panel .monaco-list-row:has-text("published")');
  await picture('problems');
  await editor.press('Control+Shift+M');
  await page().locator('.markers-panel').waitFor({ state: 'hidden' });
  seen('the findings in the problems panel');

  await editor.open('2024-09-22-weekly-note.md');
  await editor.goTo(3, 2);
  await editor.press('Control+.');
  await page().waitForSelector('.action-widget .monaco-list-row:has-text("title")');
  await picture('quick-fix');
  await editor.press('Enter');
  await editor.line('title: 이번 주의 메모');
  seen('the quick fix');
}

async function outline() {
  await editor.open('2023-12-30-year-in-review.md');
  await editor.command('Explorer: Focus on Outline View');
  const row = (text) => page().waitForSelector(`.outline-tree .monaco-list-row:has-text("${text}")`);
  await row('느리게 걸어온 열두 달'); // raw HTML: only galley knows it
  await row('올해를 한 문장으로');
  await row('1) 도서관 검색 시스템');
  await picture('outline');
  seen('the outline');
}

async function completion() {
  await editor.open('2024-01-14-moving-to-jekyll.md');
  const list = page().locator('.suggest-widget.visible .monaco-list-row');
  await editor.goTo(5, 'tags: [Jekyll, Writing'.length + 1);
  await editor.type(', d'); // the list comes by itself
  await list.filter({ hasText: 'Diary' }).first().waitFor();
  await picture('completion');
  await editor.press('Escape');
  await editor.press('Backspace');
  await editor.type('산');
  await list.filter({ hasText: '산책' }).first().waitFor();
  const offered = await list.allInnerTexts();
  assert.ok(!offered.some((text) => text.includes('Jekyll')), `only what fits: ${JSON.stringify(offered)}`);
  await editor.press('Enter');
  await editor.line('tags: [Jekyll, Writing, 산책]');
  seen('completion of a tag');
}

async function imageHover() {
  const loaded = async (hover, width) => {
    await page().waitForFunction(
      (wanted) => [...document.querySelectorAll('.monaco-hover .hover-contents img')]
        .some((image) => image.complete && image.naturalWidth === wanted),
      width,
    );
    return hover.innerText();
  };
  await editor.open('2023-12-30-year-in-review.md');
  await editor.goTo(26, 1);
  const raw = await editor.hoverOver('library-search.png');
  const text = await loaded(raw, 360);
  assert.match(text, /PNG/);
  assert.match(text, /360\D+240/);
  await picture('hover-html');
  seen('a loaded picture in the hover of raw HTML');

  await editor.open('봄-산책.md');
  await loaded(await editor.hoverOver('river-walk.jpg'), 480);
  await picture('hover-front-matter');
  seen('a loaded picture in the hover of front matter');
  await loaded(await editor.hoverOver('강변의'), 480);
  await picture('hover-markdown');
  seen('a loaded picture in the hover of Markdown');
}

async function serverPath() {
  await editor.open('2024-11-11-first-frost.md');
  await page().waitForSelector('.monaco-editor .squiggly-warning, .monaco-editor .squiggly-error');
  editor.setMachineSettings({ 'galley.server.path': '/no/such/galley' });
  await page().waitForSelector('.notification-toast:has-text("/no/such/galley")');
  await page().locator('.monaco-editor .squiggly-warning, .monaco-editor .squiggly-error').first().waitFor({ state: 'detached' });
  await picture('no-program');
  seen('a message when there is no program');
  editor.setMachineSettings({ 'galley.server.path': galley });
  await page().waitForSelector('.monaco-editor .squiggly-warning, .monaco-editor .squiggly-error');
  seen('a new start when there is one again');
}

try {
  editor = await startEditor({
    home, work, extension, folder: `${work}/blog`, machineSettings: { 'galley.server.path': galley },
  });
  await page().waitForSelector('.statusbar-item:has-text("Restricted Mode")');
  seen('VS Code, in Restricted Mode');
  await validation();
  await outline();
  await completion();
  await imageHover();
  await serverPath();
} catch (error) {
  console.log(`not ok - ${error.stack ?? error}`);
  if (editor) await picture('failed').catch(() => {});
  process.exitCode = error instanceof NotStarted ? 3 : 1;
} finally {
  await editor?.stop();
}
