// Builds the one style sheet of Meerlaags and copies the fonts.
//
//   node build.mjs           writes wwwroot/app.css and wwwroot/fonts/
//   node build.mjs --check   writes nothing; exits 1 if the written files differ from what this would write
//
// No bundler: the style sheet is the used NL Design System parts, the tokens they can reach, and our own styles, in that order.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, 'node_modules');
const target = join(here, '..', 'src', 'Meerlaags.Web', 'wwwroot');

const utrecht = [
  'root', 'body', 'page-layout', 'page-header', 'page-body', 'page-footer', 'nav-bar', 'nav-list', 'breadcrumb-nav',
  'link', 'unordered-list', 'ordered-list', 'alert', 'table', 'status-badge', 'data-list', 'pagination',
  'form-label', 'form-field', 'form-field-description', 'form-field-error-message', 'form-fieldset',
  'textbox', 'textarea', 'select', 'checkbox', 'radio-button',
];
const candidate = ['heading', 'paragraph', 'link', 'button', 'data-badge', 'number-badge', 'skip-link'];
const parts = [
  ...utrecht.map((name) => `@utrecht/${name}-css/dist/index.css`),
  ...candidate.map((name) => `@nl-design-system-candidate/${name}-css/dist/${name}.css`),
  '@gemeente-denhaag/side-navigation/dist/index.css',
];
const tokens = '@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css';
const font = '@fontsource-variable/source-sans-3';
const fonts = {
  'source-sans-3-latin.woff2': 'files/source-sans-3-latin-wght-normal.woff2',
  'source-sans-3-latin-ext.woff2': 'files/source-sans-3-latin-ext-wght-normal.woff2',
  'OFL.txt': 'LICENSE',
};

// Rules for showing a state in a design tool (`--hover` as a class) and for variants that we do not use.
const unused = /\.[a-z-]+(__[a-z-]+)?--(hover|active|focus|focus-visible|focus-within|pressed|visited|checked|read-only|required|placeholder-shown|positive|busy|sticky|sticky-block|sticky-inline|alternate-[a-z-]+|row-[a-z-]+|oneline|truncate|distanced)(?![a-z-])|\.(utrecht-[a-z-]+(--|__)disabled|utrecht-page-footer__address|utrecht-button|utrecht-form-field--(checkbox|radio)|utrecht-table__(footer|figcaption))(?![a-z])/;

const banner = `/*
 * Meerlaags, style sheet. EUPL-1.2. Written by assets/build.mjs: change assets/styles/ and build again.
 * Holds parts of the NL Design System (EUPL-1.2): @utrecht/*-css, copyright Frameless B.V. and Gemeente Utrecht;
 * @nl-design-system-candidate/*-css and voorbeeld-design-tokens, copyright the NL Design System community;
 * @gemeente-denhaag/side-navigation, copyright Gemeente Den Haag. Font Source Sans 3: see fonts/OFL.txt.
 */
`;

if (!existsSync(modules)) {
  fail('The packages are not installed. Run first, in the folder assets:\n  npm ci');
}

const outputs = new Map();
outputs.set('app.css', Buffer.from(styleSheet(), 'utf8'));
for (const [name, source] of Object.entries(fonts)) {
  outputs.set(join('fonts', name), readFileSync(join(modules, font, source)));
}

if (process.argv.includes('--check')) check();
else write();

function styleSheet() {
  const components = parts.map((path) => prune(tidy(read(join(modules, path))))).filter(Boolean).join('\n');
  const own = ownFiles().map((path) => tidy(read(path))).join('\n');
  const all = parseTokens(read(join(modules, tokens)));
  const used = reachable(all, components + own);
  const theme = [...all].filter(([name]) => used.has(name)).map(([name, value]) => `${name}:${value};`);
  const css = [
    '@layer tokens,parts;',
    `@layer tokens{\n.voorbeeld-theme{\n${theme.join('\n')}\n}\n}`,
    `@layer parts{\n${components}\n}`,
    own,
  ].join('\n');
  if (/url\(\s*['"]?(data:|https?:|\/\/)/.test(css)) fail('The style sheet would load something from outside the site, or a data: address.');
  return `${banner}${css}\n`;
}

function ownFiles() {
  const styles = join(here, 'styles');
  const first = ['theme.css', 'base.css', 'layout.css'].map((name) => join(styles, name));
  const folder = join(styles, 'components');
  const components = readdirSync(folder).filter((name) => name.endsWith('.css')).sort().map((name) => join(folder, name));
  return [...first, ...components, join(styles, 'media.css')];
}

function parseTokens(css) {
  const found = new Map();
  for (const line of css.split(/\r?\n/)) {
    const match = /^\s*(--[\w-]+):\s*(.*);\s*(\/\*.*\*\/)?\s*$/.exec(line);
    if (match) found.set(match[1], match[2]);
  }
  return found;
}

function reachable(all, css) {
  const seen = new Set();
  const queue = references(css);
  while (queue.length > 0) {
    const name = queue.pop();
    if (seen.has(name) || !all.has(name)) continue;
    seen.add(name);
    queue.push(...references(all.get(name)));
  }
  return seen;
}

function references(css) {
  return [...css.matchAll(/var\(\s*(--[\w-]+)/g)].map((match) => match[1]);
}

function tidy(css) {
  const bare = css.replace(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\/\*[\s\S]*?\*\//g, (found) => (found.startsWith('/*') ? '' : found));
  return bare.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('@charset')).join('\n');
}

function prune(css) {
  return blocks(css).map(({ head, body }) => {
    if (head.startsWith('@media') || head.startsWith('@supports')) {
      const inner = prune(body);
      return inner === '' ? '' : `${head}{\n${inner}\n}`;
    }
    if (head.startsWith('@')) return body === null ? `${head};` : `${head}{${body}}`;
    const kept = selectors(head).filter((selector) => !unused.test(selector.replace(/:not\([^()]*\)/g, '')));
    const rules = body.split(';').map((rule) => rule.trim()).filter(Boolean).join(';');
    return kept.length === 0 || rules === '' ? '' : `${kept.join(',')}{${rules}}`;
  }).filter(Boolean).join('\n');
}

// Splits a style sheet in its blocks. Enough for the parts that we read: no braces or semicolons in strings.
function blocks(css) {
  const found = [];
  let depth = 0;
  let start = 0;
  let open = 0;
  for (let at = 0; at < css.length; at += 1) {
    const sign = css[at];
    if (sign === '{' && depth++ === 0) open = at;
    else if (sign === '}' && --depth === 0) {
      found.push({ head: css.slice(start, open).trim().replace(/\s*\n\s*/g, ' '), body: css.slice(open + 1, at).trim() });
      start = at + 1;
    } else if (sign === ';' && depth === 0) {
      found.push({ head: css.slice(start, at).trim(), body: null });
      start = at + 1;
    }
  }
  return found;
}

function selectors(head) {
  const found = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at <= head.length; at += 1) {
    if (at === head.length || (head[at] === ',' && depth === 0)) {
      found.push(head.slice(start, at).trim());
      start = at + 1;
    } else if (head[at] === '(') depth += 1;
    else if (head[at] === ')') depth -= 1;
  }
  return found;
}

function read(path) {
  return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
}

function write() {
  for (const [name, bytes] of outputs) {
    const path = join(target, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
    console.log(`${relative(join(here, '..'), path)}  ${bytes.length} bytes`);
  }
}

function check() {
  const wrong = [...outputs].filter(([name, bytes]) => {
    const path = join(target, name);
    return !existsSync(path) || !readFileSync(path).equals(bytes);
  });
  if (wrong.length > 0) {
    fail(`Not what assets/build.mjs writes: ${wrong.map(([name]) => `wwwroot/${name}`).join(', ')}\nRun in the folder assets: node build.mjs`);
  }
  console.log(`The ${outputs.size} built files are up to date.`);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
