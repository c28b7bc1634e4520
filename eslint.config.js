import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';
import { forbiddenGlobals } from './tests/setup/forbidden-globals.js';
import { roomRule } from './tests/setup/room-rule.js';
import { rooms } from './tests/setup/rooms.js';

const noEnum = { selector: 'TSEnumDeclaration', message: 'Use a union of strings.' };

/** @type {import('eslint').Linter.Config} */
const everywhere = {
	plugins: { rooms: { rules: { imports: roomRule } } },
	rules: {
		'@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true }],
		'@typescript-eslint/consistent-type-imports': 'error',
		'@typescript-eslint/no-confusing-void-expression': 'off',
		'@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
		'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
		'@typescript-eslint/switch-exhaustiveness-check': [
			'error',
			{ considerDefaultExhaustiveForUnions: true },
		],
		'no-console': 'error',
		'no-restricted-syntax': ['error', noEnum],
		// Links come to components as they are, and the app stands at the root of its host.
		'svelte/no-navigation-without-resolve': 'off',
		// What changes is replaced whole, in $state.raw.
		'svelte/prefer-svelte-reactivity': 'off',
	},
};

/** @type {import('eslint').Linter.RulesRecord} */
const unsafeOff = {
	'@typescript-eslint/no-unsafe-argument': 'off',
	'@typescript-eslint/no-unsafe-assignment': 'off',
	'@typescript-eslint/no-unsafe-call': 'off',
	'@typescript-eslint/no-unsafe-member-access': 'off',
	'@typescript-eslint/no-unsafe-return': 'off',
};

/** @type {import('eslint').Linter.Config} */
const domain = {
	files: ['src/lib/domain/**/*.ts'],
	ignores: ['**/*.test.ts'],
	rules: {
		'no-restricted-syntax': [
			'error',
			noEnum,
			{
				selector: ':matches(NewExpression, CallExpression)[callee.name=Date][arguments.length=0]',
				message: 'The time is an argument.',
			},
		],
		'no-restricted-properties': [
			'error',
			{ object: 'Date', property: 'now', message: 'The time is an argument.' },
			{ object: 'Math', property: 'random', message: 'Randomness is an argument.' },
		],
	},
};

export default defineConfig(
	{
		ignores: ['build/', '.svelte-kit/', 'test-results/', 'playwright-report/', 'coverage/'],
	},
	js.configs.recommended,
	ts.configs.strictTypeChecked,
	svelte.configs.recommended,
	svelte.configs.prettier,
	{
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		languageOptions: {
			globals: { ...globals.browser, ...globals.node },
			parserOptions: { projectService: true, extraFileExtensions: ['.svelte'] },
		},
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
	},
	{
		// Has globals of its own, and so a tsconfig.
		files: ['src/service-worker.ts'],
		languageOptions: {
			parserOptions: { projectService: false, project: 'tsconfig.service-worker.json' },
		},
	},
	// TypeScript itself knows every name.
	{ files: ['**/*.ts', '**/*.svelte'], rules: { 'no-undef': 'off' } },
	everywhere,
	{
		// ESLint does not know what types a component takes; svelte-check does.
		files: ['**/*.svelte'],
		rules: unsafeOff,
	},
	{
		// What a comment says of a type, TypeScript checks and ESLint doesn't see.
		files: ['**/*.js'],
		rules: unsafeOff,
	},
	{ files: ['src/**'], rules: { 'rooms/imports': 'error' } },
	{
		files: ['src/serve/**', 'tests/setup/**', 'tests/bench/**', 'tests/faults/run.js'],
		rules: { 'no-console': 'off' },
	},
	// Served as they are: no part of the program that TypeScript sees.
	{ files: ['static/**'], extends: [ts.configs.disableTypeChecked] },
	domain,
	Object.values(rooms).map(({ folder, globals }) => ({
		files: [`${folder}/**`],
		ignores: ['**/*.test.ts'],
		rules: { 'no-restricted-globals': ['error', ...forbiddenGlobals[globals]] },
	})),
);
