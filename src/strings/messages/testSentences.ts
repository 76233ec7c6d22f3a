import { readFileSync } from 'node:fs';
import ts from 'typescript';

type Parts = readonly (string | null)[];

/** The pieces of a text that an expression makes, null where something is put in; null for what makes none. */
function partsOf(node: ts.Node): Parts | null {
  if (ts.isParenthesizedExpression(node)) return partsOf(node.expression);
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node))
    return [node.head.text, ...node.templateSpans.flatMap(({ literal }) => [null, literal.text])];
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    const [left, right] = [partsOf(node.left), partsOf(node.right)];
    return left === null && right === null ? null : [...(left ?? [null]), ...(right ?? [null])];
  }
  return null;
}

/** The text with something put in; nothing where only a sentence of its own, or a word with its space, can stand. */
function filled(parts: Parts): string {
  const glued = (i: number) =>
    /[.!?]$/.test(parts[i - 1] ?? '') || /^\p{L}/u.test(parts[i + 1] ?? '');
  return parts
    .map((part, i) => part ?? (glued(i) ? '' : '7'))
    .join('')
    .trim();
}

/** What a piece put in makes of its own: texts inside of a text. */
function inside(node: ts.Node, visit: (node: ts.Node) => void): void {
  if (ts.isTemplateExpression(node))
    for (const { expression } of node.templateSpans) visit(expression);
  else
    ts.forEachChild(node, (child) => {
      if (partsOf(child) === null) visit(child);
      else inside(child, visit);
    });
}

/** For tests: the texts of a source file that read like prose, `7` in the place of what is put in. */
export function sentencesOf(path: string): string[] {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isLiteralTypeNode(node))
      return;
    const parts = partsOf(node);
    if (parts === null) {
      ts.forEachChild(node, visit);
      return;
    }
    const text = filled(parts);
    if (/\p{L}{2,}[,:;]? [(“\p{L}]/u.test(text)) found.push(text);
    inside(node, visit);
  };
  visit(source);
  return found;
}
