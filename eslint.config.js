import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { ARROWS, reachable } from './architecture.js';

const folders = Object.keys(ARROWS);

/** One block a folder: an import that leaves it against the arrows is an error. @type {import('typescript-eslint').ConfigArray} */
const arrows = folders.map((folder) => ({
  files: [`src/${folder}/**/*.{ts,tsx}`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: folders
          .filter((other) => !reachable(folder).has(other))
          .map((other) => ({
            regex: `^\\.\\./(?:.*/)?${other}(?:/|$)`,
            message: `src/${folder} may not import src/${other}: see architecture.js.`,
          })),
      },
    ],
  },
}));

export default tseslint.config(
  {
    ignores: [
      '.venv',
      'dist',
      'dist-cli',
      'coverage',
      'node_modules',
      'test-results',
      'playwright-report',
      'models',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  { ...reactHooks.configs.flat.recommended, files: ['src/**/*.tsx'] },
  ...arrows,
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: { console: 'readonly', process: 'readonly', URL: 'readonly' } },
  },
);
