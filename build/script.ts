import { build, type InlineConfig, type LibraryOptions } from 'vite';

type Script = {
  readonly entry: string;
  readonly name: string;
  readonly plugins?: InlineConfig['plugins'];
  readonly define?: Record<string, string>;
  /** Where it goes, and under which name; null: it is not written. */
  readonly to: { readonly outDir: string; readonly file: string } | null;
};

/** Builds an entry as one classic script beside the page's own build. Resolves to what Vite made. */
export function buildScript(root: string, { entry, name, plugins, define, to }: Script) {
  const lib: LibraryOptions = { entry, formats: ['iife'], name };
  return build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    ...(plugins === undefined ? {} : { plugins }),
    ...(define === undefined ? {} : { define }),
    build: {
      target: 'es2023',
      cssCodeSplit: false,
      reportCompressedSize: false,
      ...(to === null
        ? { write: false, lib }
        : { outDir: to.outDir, emptyOutDir: false, lib: { ...lib, fileName: () => to.file } }),
    },
  });
}
