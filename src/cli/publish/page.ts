import { createHash } from 'node:crypto';
import { PUBLISHED_META, type Published } from '../../state/published';
import { UsageError } from '../usage';

/** A file of the user's in the folder; `path` is relative to the page. */
export type PublishedFile = Published['files'][number];

/** What `offline.json` holds: the files of a build, '' the page itself. */
type FileEntry = {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly group: string;
};
type FileTable = { readonly version: string; readonly files: readonly FileEntry[] };

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

const escaped = (text: string) =>
  text.replace(/[&"<>]/gu, (char) => `&#${char.codePointAt(0) ?? 0};`);

/** The page with an element that says which data it opens on; one that was there is replaced. */
export function pageOf(html: string, { files, view }: Published): string {
  const content = JSON.stringify({
    files: files.map(({ name, path, n }) => ({ name, path, n })),
    view,
  });
  const element = `<meta name="${PUBLISHED_META}" content="${escaped(content)}" />`;
  const former = new RegExp(`\\s*<meta name="${PUBLISHED_META}"[^>]*>`, 'u');
  const bare = html.replace(former, '');
  if (!bare.includes('</head>')) throw new UsageError('the build has no index.html of ours.');
  return bare.replace('</head>', () => `  ${element}\n  </head>`);
}

/** Where the service worker holds the entry of the page itself. */
const PAGE = /path:(["'`])\1,bytes:\d+,sha256:\1[0-9a-f]{64}\1/u;

/**
 * The table of files for use without network, and the service worker that holds it, for the changed page and the files
 * added. Throws UsageError where the build is not as expected.
 */
export function workerOf(
  { table, worker }: { readonly table: string; readonly worker: string },
  page: string,
  added: readonly { readonly path: string; readonly bytes: Uint8Array }[],
): { readonly table: string; readonly worker: string } {
  const former = JSON.parse(table) as FileTable;
  const entries = added.map(({ path, bytes }): FileEntry => {
    return { path, bytes: bytes.length, sha256: sha256(bytes), group: 'figures' };
  });
  const own = { bytes: Buffer.byteLength(page), sha256: sha256(page) };
  const files = former.files.map((entry) => (entry.path === '' ? { ...entry, ...own } : entry));
  const all = [...files, ...entries];
  const version = sha256(JSON.stringify(all)).slice(0, 12);
  if (!PAGE.test(worker) || !worker.includes('files:[') || !worker.includes(former.version))
    throw new UsageError('the build is of another version of this program: build it again.');
  const literals = entries.map((entry) => `${JSON.stringify(entry)},`).join('');
  return {
    table: JSON.stringify({ version, files: all }),
    worker: worker
      .replace(PAGE, () => `path:"",bytes:${own.bytes},sha256:"${own.sha256}"`)
      .replace('files:[', () => `files:[${literals}`)
      .replaceAll(former.version, version),
  };
}
