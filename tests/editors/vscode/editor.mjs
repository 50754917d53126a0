// VS Code in a browser, and the gestures of an author in it. Knows nothing of galley.

import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const settings = {
  'chat.disableAIFeatures': true,
  'editor.accessibilitySupport': 'off',
  'editor.hover.delay': 100,
  'editor.minimap.enabled': false,
  'editor.wordWrap': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'files.autoSave': 'off', // in a browser VS Code saves by itself otherwise
  'git.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  '[markdown]': { 'editor.wordWrap': 'off' },
};

/** VS Code did not come up: says nothing about what is tested. */
export class NotStarted extends Error {}

/** Starts code-server with one extension on a folder, which it does not trust, and a browser on it. */
export async function startEditor({ home, work, extension, folder, machineSettings }) {
  const data = `${work}/data`;
  const folders = ['--user-data-dir', data, '--extensions-dir', `${data}/extensions`];
  const program = `${home}/code-server/node_modules/.bin/code-server`;
  mkdirSync(`${data}/User`, { recursive: true });
  mkdirSync(`${data}/Machine`, { recursive: true });
  writeFileSync(`${data}/User/settings.json`, JSON.stringify(settings));
  writeFileSync(`${data}/Machine/settings.json`, JSON.stringify(machineSettings));
  execFileSync(program, [...folders, '--install-extension', extension], { stdio: 'inherit', timeout: 60_000 });

  const port = await freePort();
  const server = spawn(
    program,
    [...folders, '--bind-addr', `127.0.0.1:${port}`, '--auth', 'none', '--disable-telemetry', '--disable-update-check',
      '--disable-getting-started-override', folder],
    { stdio: 'ignore', detached: true }, // a group of its own, so that stop() ends what it started, too
  );
  const { chromium } = createRequire(`${home}/drive/`)('playwright-core');
  let browser;
  const stop = async () => {
    await browser?.close();
    const ended = new Promise((resolve) => server.once('exit', resolve));
    try {
      process.kill(-server.pid, 'SIGTERM');
      await Promise.race([ended, sleep(5_000)]);
      process.kill(-server.pid, 'SIGKILL');
    } catch {
      // it has ended
    }
  };
  try {
    await answers(`http://127.0.0.1:${port}/healthz`);
    browser = await chromium.launch({
      executablePath: '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
    });
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(30_000);
    await page.goto(`http://127.0.0.1:${port}/?folder=${encodeURIComponent(folder)}`);
    await page.waitForSelector('.monaco-workbench .explorer-folders-view', { timeout: 60_000 });
    return new Editor(page, data, stop);
  } catch (error) {
    await stop();
    throw new NotStarted(error.message);
  }
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function answers(url) {
  for (let tries = 0; tries < 300; tries++) {
    const ok = await fetch(url).then((response) => response.ok, () => false);
    if (ok) return;
    await sleep(100);
  }
  throw new Error(`${url} does not answer`);
}

class Editor {
  constructor(page, data, stop) {
    this.page = page;
    this.data = data;
    this.stop = stop;
  }

  /** Ctrl+P: opens the post whose file name holds `name`. */
  async open(name) {
    await this.quickInput('Control+P', name, `.quick-input-list .monaco-list-row.focused:has-text("${name}")`);
    await this.page.waitForSelector(`.tab.active:has-text("${name}")`);
    await this.page.waitForSelector('.monaco-editor.focused .view-lines .view-line');
  }

  /** F1: runs a command by its title. */
  async command(title) {
    await this.quickInput('F1', `>${title}`, `.quick-input-list .monaco-list-row.focused:has-text("${title}")`);
  }

  /** Ctrl+G: puts the cursor at a line and column, 1-based. */
  async goTo(line, column) {
    await this.quickInput('Control+G', `:${line}:${column}`);
    await this.page.waitForSelector(`.statusbar-item:has-text("Ln ${line}, Col ${column}")`);
  }

  async quickInput(key, text, row) {
    await this.page.keyboard.press(key);
    const input = this.page.locator('.quick-input-widget input[type="text"]');
    await input.fill(text);
    if (row) await this.page.locator(row).first().waitFor();
    await this.page.keyboard.press('Enter');
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  type(text) {
    return this.page.keyboard.type(text);
  }

  press(key) {
    return this.page.keyboard.press(key);
  }

  /** Waits for a line of the open text to be exactly this. VS Code draws blanks as no-break spaces. */
  async line(text) {
    await this.page.waitForFunction(
      (wanted) => [...document.querySelectorAll('.monaco-editor .view-line')]
        .some((line) => line.textContent.replaceAll('\u00a0', ' ') === wanted),
      text,
    );
  }

  /** Rests the mouse on the first place of a text, as one piece on the screen, and returns the hover that comes. */
  async hoverOver(text) {
    const hovers = this.page.locator('.monaco-hover:not(.hidden) .hover-contents');
    await this.page.mouse.move(1, 1);
    await this.page.waitForFunction(() => !document.querySelector('.monaco-hover:not(.hidden) .hover-contents'));
    const place = await this.page.waitForFunction((wanted) => {
      const lines = document.querySelector('.monaco-editor .view-lines');
      const walker = document.createTreeWalker(lines, NodeFilter.SHOW_TEXT);
      for (let node; (node = walker.nextNode());) {
        const at = node.data.indexOf(wanted);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + wanted.length);
        const box = range.getBoundingClientRect();
        return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      }
      return null;
    }, text).then((handle) => handle.jsonValue());
    await this.page.mouse.move(place.x - 6, place.y);
    await this.page.mouse.move(place.x, place.y, { steps: 3 });
    await hovers.first().waitFor();
    return hovers.first();
  }

  /** Settings that belong to the machine, such as paths of programs. */
  setMachineSettings(values) {
    writeFileSync(`${this.data}/Machine/settings.json`, JSON.stringify(values));
  }
}
