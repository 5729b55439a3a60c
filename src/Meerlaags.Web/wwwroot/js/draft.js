// Keeps what is typed. A form with data-autosave="URL" is posted there 1.5 seconds after typing stops and when the page is
// left. Words come from data attributes. A copy stays in this browser tab (sessionStorage) until the server has it.
for (const form of document.querySelectorAll('form[data-autosave]')) keep(form);

function keep(form) {
  const status = form.querySelector('[data-autosave-status]');
  // On a shared phone or tab, what one person did not send is offered to nobody else.
  const key = `draft:${form.dataset.draftOf ?? ''}:${form.dataset.autosave}`;
  const fields = () => [...form.elements].filter((field) => field.name && !['hidden', 'password', 'file', 'submit', 'button'].includes(field.type));
  const plain = (field) => (/checkbox|radio/.test(field.type) ? field.checked : field.value.replace(/\r\n?/g, '\n').trimEnd());
  const snapshot = () => JSON.stringify(fields().map((field) => [field.name, plain(field)]));
  const local = (act) => { try { return act(sessionStorage); } catch { return null; } };
  let saved = snapshot();
  let timer;
  let sending = false;
  let leaving = false;

  function say(words, problem = false) {
    if (!status) return;
    status.textContent = words.replace('{time}', new Date().toLocaleTimeString(document.documentElement.lang || 'nl', { hour: '2-digit', minute: '2-digit' }).replace(':', '.'));
    status.classList.toggle('ml-save--problem', problem);
  }

  async function save(keepalive = false) {
    clearTimeout(timer);
    const now = snapshot();
    if (now === saved || sending) return;
    sending = true;
    say(form.dataset.savingText ?? '');
    const request = { method: 'POST', body: new FormData(form), credentials: 'same-origin', keepalive: keepalive && now.length < 15000 };
    const response = await fetch(form.dataset.autosave, request).catch(() => null);
    sending = false;
    if (response?.ok && !response.redirected) {
      saved = now;
      if (snapshot() === now) local((store) => store.removeItem(key));
      else later();
      const version = response.headers.get('X-Draft-Version');
      const field = form.elements.namedItem('version');
      if (version && field) field.value = version;
      say(form.dataset.savedText ?? '');
    } else {
      say((response?.status === 409 && form.dataset.conflictText) || form.dataset.failedText || '', true);
      if (!response || response.status >= 500) later(15000);
    }
  }

  function later(delay = 1500) {
    clearTimeout(timer);
    timer = setTimeout(() => save(), delay);
  }

  form.addEventListener('input', () => {
    local((store) => store.setItem(key, snapshot()));
    later();
  });
  form.addEventListener('points:changed', () => form.dispatchEvent(new Event('input')));
  form.addEventListener('submit', () => { leaving = true; clearTimeout(timer); setTimeout(() => { leaving = false; }, 5000); });
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'hidden') save(true); });
  window.addEventListener('beforeunload', (event) => { if (!leaving && snapshot() !== saved) event.preventDefault(); });

  const kept = local((store) => store.getItem(key));
  if (kept === saved) local((store) => store.removeItem(key));
  if (!kept || kept === saved || !form.dataset.restoreText) return;
  const offer = Object.assign(document.createElement('p'), { className: 'ml-note', textContent: `${form.dataset.restoreText} ` });
  const button = Object.assign(document.createElement('button'), { type: 'button', className: 'ml-link-button', textContent: form.dataset.restoreButton ?? '' });
  offer.append(button);
  form.prepend(offer);
  button.addEventListener('click', () => {
    const values = JSON.parse(kept);
    form.dispatchEvent(new CustomEvent('points:need', { detail: values.map(([name]) => name) }));
    const left = fields();
    for (const [name, value] of values) {
      const at = left.findIndex((field) => field.name === name);
      if (at >= 0) { const [field] = left.splice(at, 1); if (typeof value === 'boolean') field.checked = value; else field.value = value; }
    }
    offer.remove();
    fields()[0]?.focus();
    later(0);
  });
}
