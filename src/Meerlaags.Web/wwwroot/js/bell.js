// Live pages without moving the reader. An element with data-live="URL" opens an EventSource.
// Event "changed" {"part":"name","version":n}: fetches [data-part="name"][data-part-url] again, unless someone works inside it.
// Event "guests": a guest of a room came or went; fetches only parts with data-part-guests, which show them.
// Event "revealed": says data-revealed-message in #live-status and fetches all parts again, those with data-part-first before the others.
const live = document.querySelector('[data-live]');
const status = document.getElementById('live-status');
const versions = new Map();
const text = (name) => live?.dataset[name] ?? '';
const say = (words, lost = false) => {
  if (!status) return;
  status.classList.toggle('ml-live--lost', lost);
  if (status.textContent !== words) status.textContent = words;
};
const wait = (ms) => new Promise((done) => setTimeout(done, ms));
const dirty = new WeakSet();
document.addEventListener('input', (event) => {
  const part = event.target.closest?.('[data-part]');
  if (part) dirty.add(part);
});

function busy(part) {
  const active = document.activeElement;
  return dirty.has(part) || (part.contains(active) && active.matches('input, textarea, select, [contenteditable]'));
}

function offer(part) {
  if (part.previousElementSibling?.matches('[data-refresh]')) return;
  const line = document.createElement('p');
  line.className = 'ml-live';
  line.dataset.refresh = '';
  line.setAttribute('role', 'status');
  const link = document.createElement('a');
  link.className = 'nl-link ml-refresh';
  link.href = location.pathname + location.search;
  link.textContent = text('refreshText');
  line.append(link);
  part.before(line);
}

async function refresh(part) {
  if (busy(part)) return offer(part);
  await wait(Math.random() * 400);
  const response = await fetch(part.dataset.partUrl, { headers: { Accept: 'text/html' }, credentials: 'same-origin' }).catch(() => null);
  if (!response?.ok || response.redirected) return offer(part);
  const html = await response.text();
  if (busy(part)) return offer(part);
  const focus = part.contains(document.activeElement) ? document.activeElement.id : '';
  const open = [...part.querySelectorAll('details[open][id]')].map((details) => details.id);
  part.innerHTML = html;
  for (const id of open) document.getElementById(id)?.setAttribute('open', '');
  if (focus) document.getElementById(focus)?.focus({ preventScroll: true });
}

const find = (name) => [...document.querySelectorAll('[data-part][data-part-url]')].filter((part) => !name || part.dataset.part === name);

if (live && 'EventSource' in window) {
  const source = new EventSource(live.dataset.live);
  let lost;
  source.addEventListener('open', () => {
    clearTimeout(lost);
    lost = undefined;
    if (status?.classList.contains('ml-live--lost')) say('');
  });
  source.addEventListener('error', () => {
    lost ??= setTimeout(() => say(text('lostMessage'), true), 10000);
  });
  source.addEventListener('changed', (event) => {
    const { part, version } = JSON.parse(event.data);
    if (version !== undefined && versions.get(part) >= version) return;
    versions.set(part, version);
    find(part).forEach(refresh);
  });
  source.addEventListener('guests', () => document.querySelectorAll('[data-part-guests][data-part-url]').forEach(refresh));
  source.addEventListener('revealed', () => {
    say(text('revealedMessage'));
    if (live.dataset.revealedUrl && status) status.append(' ', Object.assign(document.createElement('a'), { className: 'nl-link', href: live.dataset.revealedUrl, textContent: text('revealedLink') }));
    // What everyone waits for comes before the rest: in a full room all pages ask at once.
    const [first, rest] = [find().filter((part) => 'partFirst' in part.dataset), find().filter((part) => !('partFirst' in part.dataset))];
    Promise.all(first.map(refresh)).then(() => rest.forEach(refresh));
  });
}
