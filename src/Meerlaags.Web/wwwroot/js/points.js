// Adds and removes rows of short points without a reload. Without this script the same buttons post the form.
// [data-points] holds [data-points-list], <template data-points-template> ({n} is the number) and [data-points-add].
for (const group of document.querySelectorAll('[data-points]')) {
  const list = group.querySelector('[data-points-list]');
  const template = group.querySelector('template[data-points-template]');
  const add = group.querySelector('[data-points-add]');
  if (!list || !template || !add) continue;
  const most = Number(group.dataset.pointsMax ?? Infinity);
  const fresh = (number) => {
    const box = document.createElement('template');
    box.innerHTML = template.innerHTML.replaceAll('{n}', number);
    return box.content.firstElementChild;
  };
  const tell = () => group.dispatchEvent(new CustomEvent('points:changed', { bubbles: true }));
  const limit = () => { add.hidden = list.children.length >= most; };

  // Numbers follow the order on the page, so a label never lies after a removal.
  const renumber = () => [...list.children].forEach((row, index) => {
    const next = fresh(index + 1);
    const fields = (from) => [...from.querySelectorAll('input, textarea, select')];
    const models = fields(next);
    fields(row).forEach((field, at) => {
      for (const name of models[at].getAttributeNames().filter((name) => name !== 'value')) field.setAttribute(name, models[at].getAttribute(name));
    });
    for (const part of ['label', 'button']) {
      const words = [...next.querySelectorAll(part)];
      [...row.querySelectorAll(part)].forEach((old, at) => old.replaceWith(words[at]));
    }
  });

  const append = () => list.appendChild(fresh(list.children.length + 1));

  add.addEventListener('click', (event) => {
    event.preventDefault();
    append().querySelector('input, textarea').focus();
    limit();
    tell();
  });

  list.addEventListener('click', (event) => {
    const button = event.target.closest('button');
    if (!button) return;
    event.preventDefault();
    const row = button.closest('li');
    const index = [...list.children].indexOf(row);
    if (list.children.length === 1) row.querySelector('input, textarea').value = '';
    else row.remove();
    renumber();
    limit();
    (list.children[Math.min(index, list.children.length - 1)].querySelector('input, textarea') ?? add).focus();
    tell();
  });

  // Enter in a point goes to the next one instead of sending the form.
  list.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing || !event.target.matches('input')) return;
    event.preventDefault();
    const next = event.target.closest('li').nextElementSibling;
    if (next) next.querySelector('input').focus();
    else if (!add.hidden) add.click();
  });

  group.closest('form')?.addEventListener('points:need', (event) => {
    const name = fresh(1).querySelector('input, textarea').name;
    const wanted = event.detail.filter((found) => found === name).length;
    while (list.children.length < Math.min(wanted, most)) append();
    limit();
  });
  limit();
}
