/**
 * What files are taken, and under which names. The kind is found from the content; the name is what is shown and offered
 * for saving, never a path, and its ending is one that the content has.
 */

/** 20 MB: what every platform lets a bot download, and enough for a scan. */
export const FILE_LIMIT = 20_000_000;

/** Longer names are cut by file systems, and fill a phone's screen. */
const LONGEST_NAME = 120;

/** Every kind that is taken, with the endings that say so; the first is given where the name has another. */
export const ACCEPTED: ReadonlyMap<string, readonly string[]> = new Map([
  ['application/pdf', ['pdf']],
  ['application/msword', ['doc']],
  ['application/vnd.ms-excel', ['xls']],
  ['application/vnd.ms-powerpoint', ['ppt']],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', ['docx']],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ['xlsx']],
  ['application/vnd.openxmlformats-officedocument.presentationml.presentation', ['pptx']],
  ['application/vnd.oasis.opendocument.text', ['odt']],
  ['application/vnd.oasis.opendocument.spreadsheet', ['ods']],
  ['application/vnd.oasis.opendocument.presentation', ['odp']],
  ['image/jpeg', ['jpg', 'jpeg']],
  ['image/png', ['png']],
  ['image/gif', ['gif']],
  ['image/webp', ['webp']],
  ['image/bmp', ['bmp']],
  ['image/tiff', ['tif', 'tiff']],
  ['image/heic', ['heic']],
  ['image/heif', ['heif']],
  ['audio/mpeg', ['mp3']],
  ['audio/ogg', ['ogg', 'oga', 'opus']],
  ['audio/wav', ['wav']],
  ['audio/aac', ['aac']],
  ['audio/amr', ['amr']],
  ['audio/x-m4a', ['m4a']],
  ['video/mp4', ['mp4', 'm4v']],
  ['text/plain', ['txt']],
  ['text/csv', ['csv']],
]);

/** Why a file was not kept; stored with it and put into words for its sender. */
export type FileFault = 'too_big' | 'empty' | 'kind' | 'gone';

/** A name to show and to save under: one line, no path, nothing that writes backwards or cannot be seen. */
export const cleanName = (name: string): string => {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = last
    // Controls, and marks that change the direction or are invisible: "hop-dong-\u202Efdp.exe" would read as a PDF.
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu, '')
    .replaceAll(/[<>:"|?*]/g, '_')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[. ]+|[. ]+$/g, '');
  return shortened(clean === '' ? 'tep' : clean);
};

/** The name with an ending that the content has: "anh.pdf" of a photo becomes "anh.jpg". */
export const nameFor = (name: string, mime: string): string => {
  const endings = ACCEPTED.get(mime) ?? [];
  const [first = ''] = endings;
  let stem = cleanName(name);
  const ending = endingOf(stem);
  if (endings.includes(ending)) return stem;
  if (ending !== '') stem = stem.slice(0, -ending.length - 1);
  // "giay-to.pdf.exe" that is a PDF has its true ending underneath.
  return endings.includes(endingOf(stem)) ? stem : shortened(`${stem}.${first}`);
};

/** In small letters, without the dot; '' where there is none. "Số 12.BQL về việc" has none. */
export const endingOf = (name: string): string => /[^.]\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? '';

const shortened = (name: string): string => {
  const letters = [...name];
  if (letters.length <= LONGEST_NAME) return name;
  const ending = endingOf(name);
  const tail = ending === '' ? '' : `.${ending}`;
  return `${letters.slice(0, LONGEST_NAME - tail.length - 1).join('')}…${tail}`;
};
