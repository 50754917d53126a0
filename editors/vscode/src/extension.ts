// Starts the galley server for Markdown and connects it to the editor. All knowledge of blogs is in the server.

import * as fs from 'node:fs';
import * as os from 'node:os';
import * as vscode from 'vscode';
import { LanguageClient, LanguageClientOptions } from 'vscode-languageclient/node';
import { findServer, ServerSearch } from './findServer';

let client: LanguageClient | undefined;
let log: vscode.OutputChannel;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  log = vscode.window.createOutputChannel('galley');
  context.subscriptions.push(
    log,
    vscode.commands.registerCommand('galley.restart', () => restart(context)),
    vscode.commands.registerCommand('galley.showLog', () => log.show()),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('galley.server.path')) return restart(context);
    }),
  );
  await start(context);
}

export function deactivate(): Promise<void> | undefined {
  return client?.dispose();
}

async function restart(context: vscode.ExtensionContext): Promise<void> {
  const old = client;
  client = undefined;
  await old?.dispose().catch((error: unknown) => log.appendLine(String(error)));
  await start(context);
}

async function start(context: vscode.ExtensionContext): Promise<void> {
  const search = locate(context);
  if ('missing' in search) return explain(context, search.missing);

  log.appendLine(`Starting ${search.found}`);
  const options: LanguageClientOptions = {
    documentSelector: [
      { scheme: 'file', language: 'markdown' },
      { scheme: 'untitled', language: 'markdown' },
    ],
    outputChannel: log,
  };
  client = new LanguageClient('galley', 'galley', { command: search.found, args: ['--stdio'] }, options);
  try {
    await client.start();
  } catch (error) {
    log.appendLine(String(error));
    await report(vscode.l10n.t('galley could not be started: {0}', search.found), {
      [vscode.l10n.t('Show the log')]: () => log.show(),
    });
  }
}

function locate(context: vscode.ExtensionContext): ServerSearch {
  return findServer({
    setting: vscode.workspace.getConfiguration('galley').get('server.path', ''),
    extensionFolder: context.extensionPath,
    searchPath: process.env.PATH ?? '',
    home: os.homedir(),
    platform: process.platform,
    isProgram,
  });
}

function isProgram(file: string): boolean {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}

function explain(context: vscode.ExtensionContext, missing: string[]): Promise<void> {
  log.appendLine(['No galley program was found. Looked for:', ...missing].join('\n  '));
  const set = vscode.workspace.getConfiguration('galley').get('server.path', '') !== '';
  const message = set
    ? vscode.l10n.t('galley.server.path names {0}, which is no program.', missing[0])
    : vscode.l10n.t('The galley program was not found on PATH. Install it, or tell the extension where it is.');
  return report(message, {
    [vscode.l10n.t('Open Settings')]: () =>
      vscode.commands.executeCommand('workbench.action.openSettings', 'galley.server.path'),
    [vscode.l10n.t('Try Again')]: () => restart(context),
  });
}

/** Shows an error with buttons. Activation does not wait for the author to press one. */
async function report(message: string, buttons: Record<string, () => unknown>): Promise<void> {
  void vscode.window.showErrorMessage(message, ...Object.keys(buttons)).then((chosen) => chosen && buttons[chosen]());
}
