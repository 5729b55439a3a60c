// Counts what a reader sees as characters in textarea[data-limit]. Shows the number under the field; says it only near the limit.
const segments = 'Segmenter' in Intl ? new Intl.Segmenter(document.documentElement.lang || 'nl', { granularity: 'grapheme' }) : null;
const count = (text) => {
  if (!segments) return [...text].length;
  let total = 0;
  for (const _ of segments.segment(text)) total += 1;
  return total;
};
const number = new Intl.NumberFormat(document.documentElement.lang || 'nl');

function watch(area) {
  if (area.dataset.counted !== undefined) return;
  area.dataset.counted = '';
  const limit = Number(area.dataset.limit);
  const near = Math.min(Math.max(limit * 0.1, 50), 500);
  const line = Object.assign(document.createElement('p'), { className: 'ml-count', id: `${area.id}-teller` });
  const voice = Object.assign(document.createElement('p'), { className: 'ml-visually-hidden' });
  voice.setAttribute('role', 'status');
  area.after(line, voice);
  area.setAttribute('aria-describedby', `${area.getAttribute('aria-describedby') ?? ''} ${line.id}`.trim());
  let timer;
  const show = (speak) => {
    const left = limit - count(area.value.replace(/\r\n/g, '\n'));
    const words = ((left < 0 ? area.dataset.limitOverText : area.dataset.limitText) ?? '{n}').replace('{n}', number.format(Math.abs(left)));
    line.textContent = words;
    line.classList.toggle('ml-count--near', left <= near);
    clearTimeout(timer);
    if (speak) timer = setTimeout(() => { voice.textContent = left <= near ? words : ''; }, 1000);
  };
  area.addEventListener('input', () => show(true));
  show(false);
}

const all = () => document.querySelectorAll('textarea[data-limit]').forEach(watch);
all();
new MutationObserver(all).observe(document.body, { childList: true, subtree: true });
