import { isLocal, type EndpointSettings } from './settings';

/** What a failed connection says in Node: `fetch failed`, and a code in its cause. */
function reasonOf(error: unknown): string {
  const cause =
    error instanceof Error ? (error.cause as { code?: unknown } | undefined) : undefined;
  const code = cause?.code;
  if (code === 'ECONNREFUSED') return 'nothing listens there';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'its name is not known';
  return typeof code === 'string' ? code : 'the connection failed';
}

/**
 * Why no answer came and what to do. A browser tells a server that is down and one that does not allow
 * the page's origin apart in its console only, so both are named, with how servers allow an origin.
 */
export function unreachable(settings: EndpointSettings, error: unknown): string {
  const { baseUrl, pageOrigin } = settings;
  if (pageOrigin === null)
    return `No answer from ${baseUrl}: ${reasonOf(error)}. Start the server, or correct the base URL.`;
  const url = new URL(baseUrl);
  if (pageOrigin.startsWith('https:') && url.protocol === 'http:' && !isLocal(url))
    return (
      `${baseUrl} cannot be called from this page: it was loaded over https, and browsers block calls from there to plain http. ` +
      'Serve the endpoint over https, or open the page over http.'
    );
  const local = isLocal(url)
    ? ' If the browser asks whether this page may reach devices on your network, allow it.'
    : '';
  return (
    `No answer from ${baseUrl}. Either nothing listens there, or the server does not allow pages from ${pageOrigin} (CORS); a page is not told which. ` +
    `First open ${baseUrl}/models in a tab of its own: if that shows nothing, start the server or correct the address.${local} ` +
    `If it shows a list, allow the origin: vLLM --allowed-origins '["${pageOrigin}"]'; ` +
    `llama.cpp --cors-origins ${pageOrigin} (older versions allow every origin); Ollama OLLAMA_ORIGINS=${pageOrigin}; ` +
    'SGLang allows every origin unless a proxy stands before it. Hosted services often allow no page at all: use the command line (collect) for those.'
  );
}
