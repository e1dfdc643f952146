/** The files that will go with the next message. */
import { el, icon, plainButton } from './dom.js';
import { words } from './words.js';

const FILE_LIMIT = 20 * 1024 * 1024;

/** @param {(text: string) => void} complain */
export const createAttachments = (complain) => {
  /** @type {File[]} */
  let files = [];
  const element = el('ul', { class: 'attached', 'aria-label': words.attachment, hidden: true });
  const picker = el('input', { type: 'file', multiple: true, hidden: true, 'aria-label': words.attach });

  /** @param {File[]} chosen */
  const set = (chosen) => {
    files = chosen;
    element.hidden = files.length === 0;
    element.replaceChildren(
      ...files.map((file) => {
        const drop = plainButton(words.remove(file.name), () => set(files.filter((each) => each !== file)));
        return el('li', {}, icon('file'), el('span', {}, file.name), drop);
      }),
    );
  };

  /** @param {Iterable<File>} more */
  const add = (more) => {
    for (const file of more) {
      if (file.size > FILE_LIMIT) complain(words.fileTooBig(file.name));
      else set([...files, file]);
    }
  };
  picker.addEventListener('change', () => {
    add(picker.files ?? []);
    picker.value = '';
  });

  return {
    element,
    picker,
    add,
    /** The files, which are no longer here then. */
    take: () => {
      const taken = files;
      set([]);
      return taken;
    },
  };
};
