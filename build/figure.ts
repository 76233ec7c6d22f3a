import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Plugin, Rolldown } from 'vite';
import { DATA_ID, FIGURE_TEMPLATE, PLACE } from '../src/state/export/figureTemplate.ts';
import { buildScript } from './script.ts';

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** A page of one file, with places for title and data: script and style inside, allowed by their hashes, nothing else. */
function page(script: string, style: string): string {
  if (/<\/script|<!--/i.test(script)) throw new Error('The figure’s script would end its element.');
  const policy = `default-src 'none'; script-src ${hashOf(script)}; worker-src blob:; style-src ${hashOf(style)}; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${PLACE.title}</title>
<style>${style}</style>
</head>
<body>
<div id="root"></div>
<script type="application/json" id="${DATA_ID}">${PLACE.data}</script>
<script>${script}</script>
</body>
</html>
`;
}

async function template(root: string): Promise<string> {
  const [result] = (await buildScript(root, {
    entry: join(root, 'src/app/figure/main.tsx'),
    name: 'figure',
    plugins: [react()],
    define: { 'process.env.NODE_ENV': '"production"' },
    to: null,
  })) as Rolldown.RolldownOutput[];
  const files = result?.output ?? [];
  const code = files.flatMap((file) => (file.type === 'chunk' ? [file.code] : [])).join('\n');
  const style = files.flatMap((file) =>
    file.type === 'asset' && file.fileName.endsWith('.css') ? [String(file.source)] : [],
  );
  const script = code.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
  return page(script.trim(), style.join('\n').trim());
}

/** Makes the template of HTML figures beside the build; the dev server makes it when it is asked for. */
export function figure(root: string): Plugin {
  /** Null for the dev server, which closes its bundle too. */
  let outDir: string | null = null;
  return {
    name: 'figure',
    configResolved: ({ command, build: { outDir: out } }) => {
      outDir = command === 'build' ? resolve(root, out) : null;
    },
    configureServer: ({ middlewares }) => {
      middlewares.use(`/${FIGURE_TEMPLATE}`, (_, response, next) => {
        template(root).then((html) => response.end(html), next);
      });
    },
    closeBundle: async () => {
      if (outDir === null) return;
      const file = join(outDir, FIGURE_TEMPLATE);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, await template(root));
    },
  };
}
