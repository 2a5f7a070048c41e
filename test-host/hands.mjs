// Lets the tests in the extension host see and touch the workbench's window: a small HTTP server on 127.0.0.1.
import { randomUUID } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const patience = { timeout: 10_000 };

/** What webviews and pages beside the workbench wrote to the console, oldest first. */
const said = [];

/** The workbench itself talks a lot: what is kept comes from a webview's frame, or tells of a broken policy. */
function listen(page) {
  page.on('console', (message) => {
    const [text, { url }] = [message.text(), message.location()];
    const isOurs =
      /\/webview\/browser\/pre\/|vscode-resource|^file:/.test(url) || /Content Security Policy/.test(text);
    // VS Code says this of its own frame around every webview.
    const isOfTheFrame = /^An iframe which has both allow-scripts and allow-same-origin/.test(text);
    if (isOurs && !isOfTheFrame) said.push(`${message.type()}: ${text} (${url})`);
  });
  page.on('pageerror', (error) => said.push(`uncaught: ${error.message}`));
}

/** Of the outer frame; the outputs of a notebook are in a webview too, which is not ours. */
function webviewSelector(title) {
  const ours = 'iframe.webview[src*="extensionId=d2l-exercises"]';
  return title ? `${ours}[title="${title}"]` : ours;
}

/** The same as a frame, in which programs can be evaluated whatever its policy says. */
async function webviewFrame(page, title) {
  const frame = await (await page.waitForSelector(webviewSelector(title), patience)).contentFrame();
  return (await frame.waitForSelector('iframe#active-frame', patience)).contentFrame();
}

/** Runs axe-core on the webview; resolves with what it found against, each with its impact and elements. */
async function accessibilityProblems(page, { rules, title }) {
  const frame = await webviewFrame(page, title);
  // The page is transparent; what shows through is the editor's, which axe-core does not see.
  await frame.evaluate("document.body.style.backgroundColor = 'var(--vscode-editor-background)'");
  return problemsIn(frame, rules);
}

async function problemsIn(frame, rules) {
  const isThere = await frame.evaluate('typeof axe !== "undefined"');
  if (!isThere)
    await frame.evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core'), 'utf8'));
  const options = { resultTypes: ['violations'], ...(rules ? { runOnly: rules } : {}) };
  const { violations } = await frame.evaluate(`axe.run(document, ${JSON.stringify(options)})`);
  return violations.map(({ id, impact, nodes }) => ({
    rule: id,
    impact,
    elements: nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`),
  }));
}

/** The content of a view that our extension draws: a frame within a frame; `title` tells several apart. */
function webview(page, title) {
  return page.frameLocator(webviewSelector(title)).first().frameLocator('iframe#active-frame');
}

/** Shows a file in a page of its own, `width` pixels wide, and runs axe-core on it; `media` as playwright's `emulateMedia` has it. */
async function fileProblems(page, { file, width, media, expression }) {
  const shown = await page.context().newPage();
  try {
    listen(shown);
    await shown.emulateMedia(media);
    await shown.setViewportSize({ width, height: 900 });
    await shown.goto(pathToFileURL(file).href);
    // What a script draws is there two frames after the page has loaded.
    await shown.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
    const room = await shown.evaluate('document.documentElement.scrollWidth - innerWidth');
    const value = expression === undefined ? undefined : await shown.evaluate(expression);
    return { problems: await problemsIn(shown), overflow: Math.max(0, room), value };
  } finally {
    await shown.close();
  }
}

/** Runs in every frame, before its page. The panel's page is written into a frame, so that the frame around it looks. */
const KEEP_SHOWN_TEXTS = `
  const texts = (globalThis.shownTexts = []);
  const panelIn = (frame) => {
    try {
      return frame.contentDocument?.getElementById('panel');
    } catch {
      return null; // another origin's
    }
  };
  const look = () => {
    for (const frame of document.querySelectorAll('iframe')) {
      const panel = panelIn(frame);
      const text = panel?.checkVisibility() ? panel.innerText.trim() : '';
      if (text !== '' && texts.at(-1) !== text) texts.push(text);
    }
    if (performance.now() < 30_000) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
`;

/** Every command takes the page and the request's own fields, and returns what JSON can hold. */
const commands = {
  /** Text of the first element in the webview that matches. */
  webviewText: (page, { selector, title }) =>
    webview(page, title).locator(selector).first().innerText(patience),
  webviewAttribute: (page, { selector, name, title }) =>
    webview(page, title).locator(selector).first().getAttribute(name, patience),
  webviewCount: (page, { selector, title }) => webview(page, title).locator(selector).count(),
  webviewClick: (page, { selector, title }) => webview(page, title).locator(selector).first().click(patience),
  webviewFill: (page, { selector, text, title }) =>
    webview(page, title).locator(selector).first().fill(text, patience),
  /** Drags within an element of the webview, from one part of its width to another (0 to 1), half-way down. */
  webviewDrag: async (page, { selector, from, to, title }) => {
    const element = webview(page, title).locator(selector).first();
    await element.scrollIntoViewIfNeeded(patience);
    const { x, y, width, height } = await element.boundingBox(patience);
    await page.mouse.move(x + from * width, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + to * width, y + height / 2, { steps: 12 });
    await page.mouse.up();
  },
  accessibilityProblems,
  fileProblems,
  /** What the system asks of pages: `reducedMotion`, `forcedColors`; null: nothing. */
  emulateMedia: (page, { media }) => page.emulateMedia(media),
  /** Evaluates an expression in the webview. */
  webviewEvaluate: async (page, { expression, title }) =>
    (await webviewFrame(page, title)).evaluate(expression),
  /** From the next load of the window on each page of the panel is looked at frame by frame; `shownTexts` has what it showed. */
  watchWebviews: (page) => page.addInitScript({ content: KEEP_SHOWN_TEXTS }),
  shownTexts: async (page) => {
    const frame = await (await page.waitForSelector(webviewSelector(), patience)).contentFrame();
    return frame.evaluate('globalThis.shownTexts');
  },
  workbenchEvaluate: (page, { expression }) => page.evaluate(expression),
  /** Bytes of script objects, DOM nodes and listeners of the window with its webviews, after a collection of garbage. */
  memory: async (page) => {
    const session = await page.context().newCDPSession(page);
    try {
      await session.send('HeapProfiler.collectGarbage');
      await session.send('Performance.enable');
      const { metrics } = await session.send('Performance.getMetrics');
      const value = (name) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
      return { heap: value('JSHeapUsedSize'), nodes: value('Nodes'), listeners: value('JSEventListeners') };
    } finally {
      await session.detach();
    }
  },
  /** What the console was told since the last time. */
  takeConsole: () => said.splice(0),
  workbenchText: (page, { selector }) => page.locator(selector).first().innerText(patience),
  workbenchTexts: (page, { selector }) => page.locator(selector).allInnerTexts(),
  workbenchClick: (page, { selector }) => page.locator(selector).first().click(patience),
  press: (page, { keys }) => page.keyboard.press(keys),
  type: (page, { text }) => page.keyboard.type(text, { delay: 5 }),
  /** Drags the sash at the left of a part of the window by so many pixels. */
  dragLeftEdge: async (page, { selector, by }) => {
    const part = await page.locator(selector).first().boundingBox(patience);
    const sashes = await page.locator('.monaco-sash.vertical').all();
    const boxes = (await Promise.all(sashes.map((sash) => sash.boundingBox()))).filter(Boolean);
    const distance = (box) => Math.abs(box.x + box.width / 2 - part.x);
    const [sash] = boxes.sort((one, other) => distance(one) - distance(other));
    const [x, y] = [sash.x + sash.width / 2, part.y + part.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + by, y, { steps: 10 });
    await page.mouse.up();
    await page.mouse.move(0, 0); // nothing is left highlighted
  },
  resize: (page, { width, height }) => page.setViewportSize({ width, height }),
  /** Width of the webview in the window, in pixels. */
  webviewWidth: async (page) => (await page.locator('iframe.webview').first().boundingBox(patience)).width,
  /** The webview alone, as high as its content where the window has room for it. */
  webviewScreenshot: async (page, { file }) => {
    const box = await page.locator('iframe.webview').first().boundingBox(patience);
    const content = await (
      await webviewFrame(page)
    ).evaluate('document.getElementById("panel").scrollHeight');
    await mkdir(path.dirname(file), { recursive: true });
    await page.screenshot({ path: file, clip: { ...box, height: Math.min(box.height, content) } });
  },
  /** `clip`: the part of the window; all of it by default. */
  screenshot: async (page, { file, clip }) => {
    await mkdir(path.dirname(file), { recursive: true });
    await page.screenshot({ path: file, ...(clip ? { clip } : {}) });
  },
};

async function readJson(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

async function answer(page, known, request, response) {
  // The extension host of a VS Code in a browser has an origin.
  response.setHeader('access-control-allow-origin', '*');
  try {
    if (!page) throw new Error('the workbench is not open yet');
    const { command, ...fields } = await readJson(request);
    if (!Object.hasOwn(known, command)) throw new Error(`no such command: ${command}`);
    const value = await known[command](page, fields);
    response.end(JSON.stringify({ value: value ?? null }));
  } catch (error) {
    response.statusCode = 500;
    response.end(JSON.stringify({ error: error.message }));
  }
}

/**
 * Starts the server before there is a page; `give(page)` makes it useful.
 *
 * @param {Record<string, (page, fields) => unknown>} [further] commands besides its own
 * @returns {Promise<{address: string, give(page): void, close(): void}>} the address holds a secret path
 */
export async function offerHands(further = {}) {
  const secret = `/${randomUUID()}`;
  let page;
  const server = createServer((request, response) => {
    if (request.method === 'POST' && request.url === secret)
      return void answer(page, { ...commands, ...further }, request, response);
    response.statusCode = 404;
    response.end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}${secret}`,
    give: (opened) => {
      page = opened;
      listen(page);
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
