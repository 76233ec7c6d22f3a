/** A file that the page's address names (`?data=<url>`). */
export type LinkedData = {
  readonly url: string;
  readonly name: string;
  /** Of another origin than the page: fetched only when the user says so. */
  readonly foreign: boolean;
};

/** The file of `?data=` in the address `href`; null without one, or where it is no address of the web. */
export function linkedData(href: string): LinkedData | null {
  const page = new URL(href);
  const given = page.searchParams.get('data');
  if (given === null || given === '' || !URL.canParse(given, href)) return null;
  const url = new URL(given, href);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  const name = decodeURIComponentSafe(url.pathname.split('/').at(-1) ?? '');
  return { url: url.href, name: name || url.host, foreign: url.origin !== page.origin };
}

function decodeURIComponentSafe(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const MOST_BYTES = 2 ** 30;

/**
 * Fetches a file, telling of every chunk. Rejects with a sentence for people, or with the signal's reason.
 * The page's policy decides where it may connect.
 */
export async function fetchData(
  { url, foreign }: LinkedData,
  onBytes: (bytes: number, total: number | null) => void,
  signal: AbortSignal,
): Promise<Blob> {
  let response: Response;
  try {
    response = await fetch(url, { signal, credentials: foreign ? 'omit' : 'same-origin' });
  } catch {
    signal.throwIfAborted();
    throw new Error(
      foreign
        ? 'it could not be fetched. This page may connect to its own origin only, unless it was built to connect elsewhere, and the server has to allow it (CORS). Download the file and drop it here.'
        : 'it could not be fetched. Check the connection and the address.',
    );
  }
  if (!response.ok || response.body === null)
    throw new Error(`the server answered with ${response.status}. Check the address.`);
  const total = Number(response.headers.get('content-length')) || null;
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  const reader = response.body.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    parts.push(next.value);
    bytes += next.value.length;
    onBytes(bytes, total);
    if (bytes <= MOST_BYTES) continue;
    await reader.cancel();
    throw new Error('it is larger than 1 GB. Download it and split it.');
  }
  return new Blob(parts);
}
