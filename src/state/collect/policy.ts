/** Whether a source of `connect-src` allows an address: 'self', a scheme, or a host with a port or any. */
function allows(source: string, url: URL, pageOrigin: string): boolean {
  if (source === '*') return true;
  if (source === "'self'") return url.origin === pageOrigin;
  if (/^[a-z][\w+.-]*:$/iu.test(source)) return url.protocol === source.toLowerCase();
  const [, scheme, host, port] = /^(?:([a-z]+:)\/\/)?([^/:]+)(?::(\d+|\*))?/iu.exec(source) ?? [];
  if (host === undefined) return false;
  const wild = host.startsWith('*.') && url.hostname.endsWith(host.slice(1));
  return (
    (scheme === undefined || scheme.toLowerCase() === url.protocol) &&
    (wild || host.toLowerCase() === url.hostname) &&
    (port === '*' || (port ?? '') === url.port)
  );
}

/**
 * Whether a page of `pageOrigin` under the policy (a Content-Security-Policy, '' for none) may connect to an
 * address. What is no address is allowed: that it is none is said elsewhere.
 */
export function mayConnect(policy: string, address: string, pageOrigin: string): boolean {
  if (!URL.canParse(address)) return true;
  const url = new URL(address);
  const directives = new Map(
    policy.split(';').map((text) => {
      const [name = '', ...sources] = text.trim().split(/\s+/u);
      return [name.toLowerCase(), sources] as const;
    }),
  );
  const sources = directives.get('connect-src') ?? directives.get('default-src');
  return sources === undefined || sources.some((source) => allows(source, url, pageOrigin));
}
