/**
 * The page's script. It adds to a page that is whole without it: reading charts with pointer, finger or keyboard, the filter, the theme, folds that open for links and
 * for paper. It makes elements and sets text, and never markup. After a change its hash in `page-policy.ts` is another.
 */
export const SCRIPT = `'use strict';
(() => {
  const all = (selector, within) => Array.from((within || document).querySelectorAll(selector));
  const make = (name, className) => {
    const element = document.createElement(name);
    element.className = className;
    return element;
  };

  const root = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const isDark = () => (root.dataset.theme || (dark.matches ? 'dark' : 'light')) === 'dark';
  const button = document.getElementById('theme');
  const nameTheme = () => {
    button.textContent = isDark() ? 'Light theme' : 'Dark theme';
  };
  button.hidden = false;
  button.addEventListener('click', () => {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    nameTheme();
  });
  dark.addEventListener('change', nameTheme);
  nameTheme();

  const readChart = (figure) => {
    const block = figure.querySelector('script');
    const plot = figure.querySelector('.plot');
    const data = JSON.parse(block.textContent);
    data.at = data.at.map((at) => at / 1000);
    const last = data.at.length - 1;
    if (last < 0) return;
    const outputs = all('.legend .value', figure);
    const labels = outputs.map((output) => output.parentElement.textContent);
    const cursor = make('div', 'cursor');
    const moment = make('span', 'moment');
    const range = make('input', 'reader');
    cursor.append(moment);
    Object.assign(range, { type: 'range', min: 0, max: last, step: 1, value: 0 });
    range.setAttribute('aria-label', 'Read the chart: ' + data.title);
    let isPointed = false;
    const show = (index) => {
      const texts = data.values.map((values) => values[index] || '–');
      cursor.style.left = data.at[index] * 100 + '%';
      cursor.classList.toggle('late', data.at[index] > 0.6);
      moment.textContent = data.moments[index];
      figure.classList.add('read');
      outputs.forEach((output, place) => {
        output.textContent = texts[place];
      });
      range.value = index;
      range.setAttribute('aria-valuetext', data.moments[index] + ': ' + labels.map((label, place) => label + ' ' + texts[place]).join(', '));
    };
    const hide = () => {
      figure.classList.remove('read');
      outputs.forEach((output) => {
        output.textContent = '';
      });
    };
    const nearest = (share) => {
      let best = 0;
      data.at.forEach((at, index) => {
        if (Math.abs(at - share) < Math.abs(data.at[best] - share)) best = index;
      });
      return best;
    };
    const point = (event) => {
      const box = plot.getBoundingClientRect();
      isPointed = true;
      show(nearest((event.clientX - box.left) / box.width));
    };
    range.addEventListener('pointermove', point);
    range.addEventListener('pointerdown', point);
    range.addEventListener('pointerleave', () => {
      isPointed = false;
      if (document.activeElement !== range) hide();
    });
    range.addEventListener('input', () => {
      if (!isPointed) show(Number(range.value));
    });
    range.addEventListener('focus', () => show(Number(range.value)));
    range.addEventListener('blur', hide);
    plot.append(cursor, range);
  };
  all('figure.chart').forEach(readChart);

  const box = document.querySelector('.filter');
  const field = document.getElementById('filter');
  const failing = document.getElementById('failing');
  const rows = all('[data-name]');
  const counted = rows.filter((row) => row.closest('#endpoints') && row.localName === 'tr');
  // A page of several runs has no filter.
  const filter = () => {
    const wanted = field.value.trim().toLowerCase();
    rows.forEach((row) => {
      const name = row.dataset.name;
      row.hidden = !name.slice(1).toLowerCase().includes(wanted) || (failing.checked && name[0] !== '!');
    });
    const shown = counted.filter((row) => !row.hidden).length;
    box.querySelector('[role=status]').textContent = shown === counted.length ? '' : shown + ' of ' + counted.length + ' shown';
  };
  if (box) {
    box.hidden = false;
    field.addEventListener('input', filter);
    failing.addEventListener('change', filter);
  }

  const reveal = () => {
    const target = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
    const fold = target && target.closest('details');
    if (!fold || fold.open) return;
    fold.open = true;
    fold.scrollIntoView();
  };
  addEventListener('hashchange', reveal);
  reveal();

  let folded = [];
  addEventListener('beforeprint', () => {
    folded = all('details.endpoint:not([open])');
    folded.forEach((fold) => {
      fold.open = true;
    });
  });
  addEventListener('afterprint', () => {
    folded.forEach((fold) => {
      fold.open = false;
    });
  });

  const links = new Map(all('nav a').map((link) => [link.getAttribute('href').slice(1), link]));
  const seen = new IntersectionObserver((entries) => {
    entries.forEach((entry) => {
      if (!entry.isIntersecting) return;
      links.forEach((link) => link.removeAttribute('aria-current'));
      links.get(entry.target.id).setAttribute('aria-current', 'true');
    });
  }, { rootMargin: '-10% 0px -80% 0px' });
  all('main > section').forEach((section) => seen.observe(section));
})();
`;
