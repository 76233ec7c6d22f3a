import { RequestError } from '../errors';

/** A key that only leaves as a header: no field holds it, so nothing can print or store it. */
export type Secret = {
  readonly headers: () => Readonly<Record<string, string>>;
  /** The text with every occurrence of the key replaced: servers and proxies echo what they were sent. */
  readonly redact: (text: string) => string;
};

/**
 * Takes a key, '' for none. Throws RequestError, without the key, for one that no header can carry (the
 * browser's own error would quote it).
 */
export function createSecret(key = ''): Secret {
  const value = key.trim();
  if (!/^[\x21-\x7e]*$/u.test(value))
    throw new RequestError(
      'The key holds a space, a line break or a letter that keys do not have. Copy it again.',
    );
  const shapes = [value, JSON.stringify(value).slice(1, -1), encodeURIComponent(value)];
  return {
    headers: () => (value === '' ? {} : { Authorization: `Bearer ${value}` }),
    redact: (text) =>
      value === '' ? text : shapes.reduce((rest, shape) => rest.split(shape).join('[key]'), text),
  };
}
